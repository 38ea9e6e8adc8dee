package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.blob.Blob;
import org.lectern.blob.FileBlob;
import org.lectern.blob.Picture;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.pixels.Pixels;
import org.lectern.transform.DeltaE;
import org.lectern.transform.Profiles;

/** Real files with real profiles look as libvips converts the same samples by the same intent. */
class ColourAgainstVipsTest {

    private static final Path VIPS = Path.of("/usr/bin/vips");
    private static final int SIDE = 400; // of a picture, as far as it is looked at

    @TempDir
    private Path folder;

    @Holds("IMG-116")
    @ParameterizedTest
    @ValueSource(strings = {
        "jpeg/jpeg_with_cmyk_profile.jpg", "jpeg/warning-embedded-color-profile-invalid-ignored-cmyk.jpg",
        "jpeg/fox410.jpg", "jpeg/ultrahdr.jpg", "jpeg/jpg-icc.jpg", "jpeg/sample-xyb.jpg",
        "jpeg/cmm-exception-corbis-rgb.jpg", "jpeg/portrait_2.jpg", "jpeg/p0005.jpg", "jp2/issue171.jp2",
        "j2k-conformance/file5.jp2", "j2k-conformance/file7.jp2", "tiff/smile-deflate.tiff",
        "tiff/lzw-rgba-padded-icc.tif", "jpeg/gray-sample.jpg", "tiff/scan-mono-iccgray.tif"
    })
    void coloursAreThoseOfVips(String file) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(VIPS), "libvips-tools are not installed");
        BufferedImage image = decoded(Corpus.folder().resolve("valid").resolve(file));
        var space = (ICC_ColorSpace) image.getColorModel().getColorSpace();
        BufferedImage ours = new Profiles().toSrgb(image);
        byte[] theirs = vips(image, space);
        double sum = 0;
        double most = 0;
        int pixels = image.getWidth() * image.getHeight();
        for (int i = 0; i < pixels; i++) {
            double apart = apart(ours, i, theirs);
            sum += apart;
            most = Math.max(most, apart);
        }
        assertThat(sum / pixels).as("mean").isLessThan(1);
        assertThat(most).as("most").isLessThan(3);
    }

    private static BufferedImage decoded(Path file) {
        try (Blob blob = FileBlob.of(file, file.toString())) {
            var picture = new Picture(blob, 0);
            Decoder decoder = new Codecs(Corpus.DECODERS, List.of()).decoder(blob);
            Dimensions size = decoder.pyramid(picture).size();
            var part = new Rect(0, 0, Math.min(SIDE, size.width()), Math.min(SIDE, size.height()));
            return decoder.decode(picture, 0, part);
        }
    }

    /** Packed samples of sRGB, of the depth of the picture and big-endian. */
    private byte[] vips(BufferedImage image, ICC_ColorSpace space) throws IOException, InterruptedException {
        Path icc = Files.write(folder.resolve("in.icc"), space.getProfile().getData());
        Path in = Files.write(folder.resolve("in.tif"), tiff(image, space.getNumComponents()));
        Path out = folder.resolve("out.ppm");
        Process process = new ProcessBuilder(VIPS.toString(), "icc_transform", in.toString(), out.toString(), "srgb",
                "--input-profile", icc.toString(), "--intent", intent(space), "--depth", "" + Pixels.bits(image))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("vips, see its log: %s", log()).isZero();
        byte[] ppm = Files.readAllBytes(out);
        int samples = image.getWidth() * image.getHeight() * 3 * Pixels.bits(image) / 8;
        return Arrays.copyOfRange(ppm, ppm.length - samples, ppm.length);
    }

    /** Java's: presses are taken at their word, all else is asked for its look. */
    private static String intent(ICC_ColorSpace space) {
        return space.getProfile().getProfileClass() == ICC_Profile.CLASS_OUTPUT ? "relative" : "perceptual";
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The colours alone, one strip, not compressed. */
    private static byte[] tiff(BufferedImage image, int colours) {
        int bits = Pixels.bits(image);
        int pixels = image.getWidth() * image.getHeight();
        int length = pixels * colours * bits / 8;
        int[][] fields = {
            {256, 4, 1, image.getWidth()}, {257, 4, 1, image.getHeight()}, {258, 3, colours, 8}, {259, 3, 1, 1},
            {262, 3, 1, colours == 4 ? 5 : colours == 3 ? 2 : 1}, {273, 4, 1, 16}, {277, 3, 1, colours},
            {278, 4, 1, image.getHeight()}, {279, 4, 1, length}
        };
        var tiff = ByteBuffer.allocate(16 + length + 2 + fields.length * 12 + 4);
        tiff.putInt(0x4d4d002a).putInt(16 + length);
        for (int i = 0; i < 4; i++) {
            tiff.putShort((short) bits);
        }
        for (int i = 0; i < pixels; i++) {
            for (int band = 0; band < colours; band++) {
                int sample = image.getRaster().getSample(i % image.getWidth(), i / image.getWidth(), band);
                if (bits == 16) {
                    tiff.putShort((short) sample);
                } else {
                    tiff.put((byte) sample);
                }
            }
        }
        tiff.putShort((short) fields.length);
        for (int[] field : fields) {
            tiff.putShort((short) field[0]).putShort((short) field[1]).putInt(field[2]);
            if (field[0] == 258 && colours == 1) {
                tiff.putShort((short) bits).putShort((short) 0);
            } else if (field[1] == 3 && field[0] != 258) {
                tiff.putShort((short) field[3]).putShort((short) 0);
            } else {
                tiff.putInt(field[3]);
            }
        }
        return tiff.putInt(0).array();
    }

    private static double apart(BufferedImage ours, int pixel, byte[] theirs) {
        double full = Pixels.bits(ours) == 8 ? 255 : 65_535;
        double[] one = new double[3];
        double[] other = new double[3];
        for (int band = 0; band < 3; band++) {
            one[band] = ours.getRaster().getSample(pixel % ours.getWidth(), pixel / ours.getWidth(),
                    Pixels.isGray(ours) ? 0 : band) / full;
            int at = pixel * 3 + band;
            other[band] = full == 255 ? (theirs[at] & 0xff) / full
                    : ((theirs[2 * at] & 0xff) << 8 | theirs[2 * at + 1] & 0xff) / full;
        }
        return DeltaE.of(DeltaE.ofSrgb(one), DeltaE.ofSrgb(other));
    }
}
