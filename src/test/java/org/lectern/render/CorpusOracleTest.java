package org.lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.blob.FileBlob;
import org.lectern.core.ApiVersion;
import org.lectern.core.IiifException;
import org.lectern.image.Limits;

/** Real files of every kind, at full size, look to the pixel as another renderer shows them. */
class CorpusOracleTest {

    private static final String REFUSED = "refused";
    private static final long MOST_PIXELS = 2_200_000;

    /** Where this renderer is right, or neither is wrong. */
    private static final Map<String, String> JUDGED = Map.ofEntries(
            Map.entry("pal8os2v2.bmp", "its header of version 2 of OS/2 is misread there"),
            Map.entry("rgb32fakealpha.bmp", "has no mask of alpha: the fourth byte is padding"),
            Map.entry("pal4rletrns.bmp", "pixels that were skipped are transparent here"),
            Map.entry("pal8rletrns.bmp", "pixels that were skipped are transparent here"),
            Map.entry("border_touching_layers.gif", "what the first frame leaves open is transparent here"),
            Map.entry("extra_bits_rgb_8b.tiff", "an extra sample of no meaning is no alpha"),
            Map.entry("indexed-unspecified-extrasamples.tif", "an extra sample of no meaning is no alpha"),
            Map.entry("cmyk-4c-8b.tiff", "inks without a profile are a matter of taste"),
            Map.entry("gray.separate.u1.tif", "planes are taken for pixels there"),
            Map.entry("minisblack-2c-8b-alpha.tiff", "planes are taken for pixels there"),
            Map.entry("planar-yuv444-jpeg-lzw.tif", "planes are taken for pixels there"),
            Map.entry("tiff_16bit_RGBa.tiff", "alpha of 16 bits is lost there when a profile is applied"),
            Map.entry("tiff_strip_planar_16bit_RGBa.tiff", "alpha of 16 bits is lost there when a profile is applied"),
            Map.entry("warning-embedded-color-profile-invalid-ignored-cmyk.jpg", "its profile is broken"),
            Map.entry("hopper_webp.tif", "lossy WebP"),
            Map.entry("usda_naip_256_webp_z3.tif", "lossy WebP"));

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: {1} at least within a mean of {2}, and {3}")
    @CsvSource({
        "bmp, 10, 0.1, 1", "gif, 15, 0, 0", "png, 85, 0.01, 1", "jpeg, 35, 0.2, 5", "jpeg-exif, 9, 0.001, 1",
        "jpeg-matrix, 4, 0.001, 1", "tiff, 100, 0.5, 1", "tiff-matrix, 2, 0.001, 1", "jp2, 30, 0.8, 6",
        "jp2-matrix, 7, 0.01, 1", "iiif-validator, 4, 0.001, 1", "webp, 50, 6.5, 160"
    })
    void picturesAreThoseOfAnotherRenderer(String kind, int floor, double mean, int most) throws IOException {
        Vips vips = Vips.in(folder);
        List<Path> files = files(kind);
        Map<Path, String> headers = vips.headers(files);
        List<String> failures = new ArrayList<>();
        int compared = 0;
        for (Path file : files) {
            String name = file.getFileName().toString();
            String header = headers.getOrDefault(file, "");
            if (JUDGED.containsKey(name) || !comparable(header)) {
                continue;
            }
            Optional<String> verdict = verdict(vips, file, header, exact(file) ? 0 : mean, exact(file) ? 0 : most);
            if (verdict.isPresent()) {
                compared += verdict.get().equals(REFUSED) ? 0 : 1;
                failures.addAll(verdict.filter(text -> !text.isEmpty() && !text.equals(REFUSED))
                        .map(text -> name + ": " + text).stream().toList());
            }
        }
        assertThat(failures).isEmpty();
        assertThat(compared).as("files compared").isGreaterThanOrEqualTo(floor);
    }

    /** Nothing when the other cannot read it; a profile is followed by the intent that its own header names. */
    private static Optional<String> verdict(Vips vips, Path file, String header, double mean, int most)
            throws IOException {
        if (file.toString().endsWith(".jp2") || file.toString().endsWith(".j2k")) {
            return vips.openJpeg(file).map(theirs -> verdict(file, theirs, mean, most));
        }
        Optional<String> verdict =
                vips.upright(file, header, "perceptual").map(theirs -> verdict(file, theirs, mean, most));
        boolean apart = verdict.isPresent() && !verdict.get().isEmpty() && !verdict.get().equals(REFUSED);
        return apart && header.contains("\nicc-profile-data:")
                ? vips.upright(file, header, "relative").map(theirs -> verdict(file, theirs, mean, most))
                : verdict;
    }

    private static String verdict(Path file, BufferedImage theirs, double mean, int most) {
        var gallery = new Gallery(Limits.NONE, MapCaches.keepingNothing())
                .hang("file", FileBlob.of(file, file.toString()));
        try {
            BufferedImage ours = gallery.pixels("file", ApiVersion.V3, "full/max/0/default.png");
            if (ours.getWidth() != theirs.getWidth() || ours.getHeight() != theirs.getHeight()) {
                return ours.getWidth() + "x" + ours.getHeight() + ", not "
                        + theirs.getWidth() + "x" + theirs.getHeight();
            }
            Apart apart = Apart.of(ours, theirs);
            return apart.within(mean, most) ? "" : apart.toString();
        } catch (IiifException e) {
            return REFUSED;
        }
    }

    /** Samples that the other neither scales nor names are left out, and inks without a profile. */
    private static boolean comparable(String header) {
        boolean plain = header.contains("\nformat: uchar\n") || header.contains("\nformat: ushort\n");
        boolean inks = header.contains("\ninterpretation: cmyk\n") && !header.contains("\nicc-profile-data:");
        return plain && !inks && number(header, "width") * number(header, "height") <= MOST_PIXELS;
    }

    private static long number(String header, String field) {
        return header.lines().filter(line -> line.startsWith(field + ": "))
                .mapToLong(line -> Long.parseLong(line.substring(field.length() + 2)))
                .findFirst().orElse(MOST_PIXELS + 1);
    }

    /** Lossless WebP; the reader of lossy ones smooths edges of blocks another way, and repeats chroma. */
    private static boolean exact(Path file) throws IOException {
        byte[] head = Files.readAllBytes(file);
        return new String(head, 0, Math.min(16, head.length), StandardCharsets.ISO_8859_1).endsWith("WEBPVP8L");
    }

    private static List<Path> files(String kind) throws IOException {
        String named = System.getProperty("lectern.corpus");
        Path corpus = Path.of(named == null ? "../shared/data/corpus" : named);
        Assumptions.assumeTrue(Files.isDirectory(corpus), "the corpus is not here; set -Dlectern.corpus");
        try (Stream<Path> files = Files.walk(corpus.resolve("valid").resolve(kind))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")).sorted().toList();
        }
    }
}
