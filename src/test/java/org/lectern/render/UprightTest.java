package org.lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.Holds;
import org.lectern.codec.WebpEncoder;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.image.Limits;
import tools.jackson.databind.JsonNode;

/** A file that is said to be turned is answered as if it were stored upright. */
class UprightTest {

    private static final long SEED = 20261125;
    private static final int WIDTH = 331;
    private static final int HEIGHT = 283;

    static Stream<Arguments> turnedFiles() {
        List<Arguments> files = new ArrayList<>();
        for (Print print : Print.values()) {
            for (int orientation = 1; print.orients() && orientation <= 8; orientation++) {
                files.add(Arguments.of(print, orientation));
            }
        }
        return files.stream();
    }

    @Holds("IMG-051")
    @ParameterizedTest(name = "{0} orientation {1}")
    @MethodSource("turnedFiles")
    void regionsSizesAndTilesAreOfTheUprightPicture(Print print, int orientation) {
        Assumptions.assumeTrue(print != Print.WEBP || WebpEncoder.unavailable().isEmpty(),
                "no library here that writes WebP");
        BufferedImage upright = Print.picture(WIDTH, HEIGHT);
        var gallery = new Gallery(Limits.NONE)
                .hang("turned", print.of(stored(upright, orientation), orientation));
        JsonNode info = gallery.info("turned", ApiVersion.V3);
        assertThat(info.path("width").asInt()).isEqualTo(WIDTH);
        assertThat(info.path("height").asInt()).isEqualTo(HEIGHT);
        BufferedImage whole = gallery.pixels("turned", ApiVersion.V3, "full/max/0/default.png");
        assertThat(mean(whole, upright)).isLessThanOrEqualTo(print.lossless() ? 0 : 8); // chroma of JPEG is halved
        Random random = new Random(SEED);
        for (int i = 0; i < 8; i++) {
            int x = random.nextInt(WIDTH - 1);
            int y = random.nextInt(HEIGHT - 1);
            int width = 1 + random.nextInt(WIDTH - x);
            int height = 1 + random.nextInt(HEIGHT - y);
            String region = x + "," + y + "," + width + "," + height;
            BufferedImage part = gallery.pixels("turned", ApiVersion.V3, region + "/max/0/default.png");
            assertThat(furthest(part, whole.getSubimage(x, y, width, height))).as("%s, seed %d", region, SEED).isZero();
        }
    }

    /** The tiles of every level equal those of the same picture in a file that is not turned. */
    @Holds("IMG-051")
    @ParameterizedTest(name = "{0} orientation {1}")
    @MethodSource("turnedFiles")
    void scaledAnswersEqualThoseOfAnUprightFile(Print print, int orientation) {
        Assumptions.assumeTrue(print.lossless(), "other pixels are lost when it is stored another way");
        Assumptions.assumeTrue(print != Print.WEBP || WebpEncoder.unavailable().isEmpty(),
                "no library here that writes WebP");
        // Levels of a file were halved before it is turned: an odd last column would lie on the other side.
        int width = print == Print.TIFF_PYRAMID ? 336 : WIDTH;
        int height = print == Print.TIFF_PYRAMID ? 280 : HEIGHT;
        BufferedImage upright = Print.picture(width, height);
        var gallery = new Gallery(Limits.NONE)
                .hang("turned", print.of(stored(upright, orientation), orientation))
                .hang("upright", Print.PNG.of(upright));
        JsonNode info = gallery.info("turned", ApiVersion.V3);
        assertThat(info.path("sizes")).isNotEmpty();
        int most = print == Print.TIFF_PYRAMID ? 2 : 0; // its levels are rounded one after the other
        for (JsonNode size : info.path("sizes")) {
            alike(gallery, "full/" + size.path("width").asInt() + "," + size.path("height").asInt(), most);
        }
        int right = width - 256;
        int below = height - 256;
        alike(gallery, "256,256," + right + "," + below + "/" + (right + 1) / 2 + "," + (below + 1) / 2, most);
        alike(gallery, "0,256,256," + below + "/128," + (below + 1) / 2, most);
        alike(gallery, "10,20,150,130/max", 0);
    }

    private static void alike(Gallery gallery, String regionAndSize, int most) {
        for (String rotation : List.of("0", "90", "!0")) {
            String request = regionAndSize + "/" + rotation + "/default.png";
            BufferedImage one = gallery.pixels("turned", ApiVersion.V3, request);
            BufferedImage other = gallery.pixels("upright", ApiVersion.V3, request);
            assertThat(new Dimensions(one.getWidth(), one.getHeight()))
                    .isEqualTo(new Dimensions(other.getWidth(), other.getHeight()));
            assertThat(furthest(one, other)).as(request).isLessThanOrEqualTo(most);
        }
    }

    /** As the tag describes it: what row 0 and column 0 of the stored picture are of the upright one. */
    private static BufferedImage stored(BufferedImage upright, int orientation) {
        boolean swapped = orientation >= 5;
        int width = swapped ? upright.getHeight() : upright.getWidth();
        int height = swapped ? upright.getWidth() : upright.getHeight();
        BufferedImage stored = new BufferedImage(width, height, upright.getType());
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int lastX = upright.getWidth() - 1;
                int lastY = upright.getHeight() - 1;
                int rgb = switch (orientation) {
                    case 1 -> upright.getRGB(column, row);
                    case 2 -> upright.getRGB(lastX - column, row); // row 0 top, column 0 right
                    case 3 -> upright.getRGB(lastX - column, lastY - row); // bottom, right
                    case 4 -> upright.getRGB(column, lastY - row); // bottom, left
                    case 5 -> upright.getRGB(row, column); // left, top
                    case 6 -> upright.getRGB(lastX - row, column); // right, top
                    case 7 -> upright.getRGB(lastX - row, lastY - column); // right, bottom
                    case 8 -> upright.getRGB(row, lastY - column); // left, bottom
                    default -> throw new AssertionError(orientation);
                };
                stored.setRGB(column, row, rgb);
            }
        }
        return stored;
    }

    private static int[] samples(BufferedImage image) {
        assertThat(image.getRaster().getNumBands()).isEqualTo(3);
        return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    }

    private static int furthest(BufferedImage one, BufferedImage other) {
        int[] some = samples(one);
        int[] others = samples(other);
        assertThat(some).hasSameSizeAs(others);
        int most = 0;
        for (int i = 0; i < some.length; i++) {
            most = Math.max(most, Math.abs(some[i] - others[i]));
        }
        return most;
    }

    private static double mean(BufferedImage one, BufferedImage other) {
        int[] some = samples(one);
        int[] others = samples(other);
        assertThat(some).hasSameSizeAs(others);
        long sum = 0;
        for (int i = 0; i < some.length; i++) {
            sum += Math.abs(some[i] - others[i]);
        }
        return (double) sum / some.length;
    }
}
