package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferUShort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;
import org.lectern.pdf.JpxReader;
import org.lectern.pdf.PdfLimits;
import org.lectern.pdf.PdfPages;
import org.lectern.pixels.Pixels;

/** JPEG 2000 pictures of PDFs against the same samples as they are. */
class JpxPicturesTest {

    private static final int WIDTH = 75;
    private static final int HEIGHT = 50;
    private static final PdfPages PAGES = new PdfPages(PdfLimits.STANDARD, Fixtures.jpx());

    /** Made ready by a test. */
    private record Made(PDDocument document, COSStream image) {

        COSStream stream(byte[] data) throws IOException {
            COSStream stream = document.getDocument().createCOSStream();
            try (var out = stream.createRawOutputStream()) {
                out.write(data);
            }
            stream.setItem(COSName.TYPE, COSName.XOBJECT);
            stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
            stream.setInt(COSName.WIDTH, WIDTH);
            stream.setInt(COSName.HEIGHT, HEIGHT);
            stream.setInt(COSName.BITS_PER_COMPONENT, 8);
            return stream;
        }
    }

    @FunctionalInterface
    private interface Setting {
        void set(Made made) throws IOException;
    }

    /** A page that the picture covers; stencils are painted 33b366. */
    private static byte[] pdf(byte[] data, Setting setting) throws IOException {
        try (var document = new PDDocument()) {
            COSStream image = new Made(document, null).stream(data);
            setting.set(new Made(document, image));
            var page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
            page.setResources(new PDResources());
            page.getResources().put(COSName.getPDFName("I"), new PDImageXObject(new PDStream(image), null));
            var contents = new PDStream(document);
            try (var out = contents.createOutputStream()) {
                out.write(("q 0.2 0.7 0.4 rg " + WIDTH + " 0 0 " + HEIGHT + " 0 0 cm /I Do Q").getBytes());
            }
            page.setContents(contents);
            document.addPage(page);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** Pixels as 0xRRGGBB. */
    private static int[] drawn(byte[] pdf) {
        var blob = new HeldBlob(pdf, "page.pdf");
        Dimensions size = PAGES.page(blob, 0).size();
        BufferedImage image = PAGES.render(blob, 0, 0, size.bounds());
        byte[] bytes = Pixels.bytes(image);
        int bands = Pixels.bands(image);
        int[] pixels = new int[bytes.length / bands];
        for (int i = 0; i < pixels.length; i++) {
            for (int band = 0; band < 3; band++) {
                pixels[i] = pixels[i] << 8 | bytes[i * bands + Math.min(band, bands - 1)] & 0xff;
            }
        }
        return pixels;
    }

    private static int[] plain(byte[] samples, Setting setting) throws IOException {
        return drawn(pdf(samples, setting));
    }

    private static int[] jpx(byte[] file, Setting setting) throws IOException {
        return drawn(pdf(file, made -> {
            made.image.setItem(COSName.FILTER, COSName.JPX_DECODE);
            setting.set(made);
        }));
    }

    private static Setting space(COSName space) {
        return made -> made.image.setItem(COSName.COLORSPACE, space);
    }

    private static void nothing(Made made) {
        made.image.removeItem(COSName.BITS_PER_COMPONENT);
    }

    private static byte[] jp2(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        new Jp2Encoder(1).encode(image, false, OptionalDouble.empty(), out);
        return out.toByteArray();
    }

    private static byte[] codestream(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = new J2KImageWriterSpi().createWriterInstance();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var param = (J2KImageWriteParam) writer.getDefaultWriteParam();
            param.setWriteCodeStreamOnly(true);
            param.setComponentTransformation(false);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Samples of some bands. */
    private static byte[] samples(BufferedImage image, int from, int to) {
        var out = new ByteArrayOutputStream();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                for (int band = from; band < to; band++) {
                    out.write(image.getRaster().getSample(x, y, band));
                }
            }
        }
        return out.toByteArray();
    }

    private static byte[] samples(BufferedImage image) {
        return samples(image, 0, Pixels.bands(image));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void greyIsDrawnSampleForSample(boolean told) throws IOException {
        BufferedImage image = EncoderPictures.gray(WIDTH, HEIGHT, 8);
        Setting gray = space(COSName.DEVICEGRAY);
        assertThat(jpx(jp2(image), told ? gray : JpxPicturesTest::nothing)).isEqualTo(plain(samples(image), gray));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void coloursAreDrawnSampleForSample(boolean told) throws IOException {
        BufferedImage image = EncoderPictures.rgb(WIDTH, HEIGHT, 8);
        Setting rgb = space(COSName.DEVICERGB);
        int[] expected = plain(samples(image), rgb);
        assertThat(expected[0]).isEqualTo(image.getRGB(0, 0) & 0xffffff);
        assertThat(jpx(jp2(image), told ? rgb : JpxPicturesTest::nothing)).isEqualTo(expected);
        assertThat(jpx(codestream(image), told ? rgb : JpxPicturesTest::nothing)).as("raw").isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sixteenBitsBecomeEight(boolean told) throws IOException {
        BufferedImage deep = EncoderPictures.rgb(WIDTH, HEIGHT, 16);
        short[] shorts = ((DataBufferUShort) deep.getRaster().getDataBuffer()).getData();
        byte[] bytes = new byte[shorts.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round((shorts[i] & 0xffff) * 255 / 65535.0);
        }
        Setting rgb = space(COSName.DEVICERGB);
        assertThat(jpx(jp2(deep), told ? rgb : JpxPicturesTest::nothing)).isEqualTo(plain(bytes, rgb));
    }

    @ParameterizedTest
    @CsvSource({"true,false", "false,false", "true,true", "false,true"})
    void opacityCountsOnlyWhereTheDictionaryAsksForIt(boolean told, boolean asked) throws IOException {
        BufferedImage image = EncoderPictures.withAlpha(WIDTH, HEIGHT, false, 8);
        int[] drawn = jpx(jp2(image), made -> {
            if (told) {
                made.image.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
            }
            if (asked) {
                made.image.setInt(COSName.SMASK_IN_DATA, 1);
            }
        });
        int[] expected = plain(samples(image, 0, 3), made -> {
            made.image.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
            if (asked) {
                COSStream mask = made.stream(samples(image, 3, 4));
                mask.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
                made.image.setItem(COSName.SMASK, mask);
            }
        });
        assertThat(drawn).isEqualTo(expected);
    }

    @Test
    void coloursThatWereMultipliedByTheirOpacityAreDivided() throws IOException {
        BufferedImage image = EncoderPictures.withAlpha(WIDTH, HEIGHT, false, 8);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int alpha = 128 + image.getRaster().getSample(x, y, 3) / 2;
                image.getRaster().setPixel(x, y, new int[] {alpha, 0, alpha / 2, alpha});
            }
        }
        int[] drawn = jpx(jp2(image), made -> made.image.setInt(COSName.SMASK_IN_DATA, 2));
        int alpha = image.getRaster().getSample(0, 0, 3);
        assertThat(drawn[0] >> 16 & 255).as("full red over white").isBetween(252, 255);
        assertThat(drawn[0] >> 8 & 255).as("no green over white").isBetween(253 - alpha, 257 - alpha);
        assertThat(drawn[0] & 255).as("half blue over white").isBetween(252 - alpha / 2, 258 - alpha / 2);
    }

    @Test
    void fourChannelsOfNoDefinitionAreInkWhenThePdfSaysSo() throws IOException {
        BufferedImage image = EncoderPictures.withAlpha(WIDTH, HEIGHT, false, 8);
        Setting ink = space(COSName.DEVICECMYK);
        assertThat(jpx(codestream(image), ink)).isEqualTo(plain(samples(image), ink));
    }

    @Test
    void aSpaceThatDoesNotFitGivesWayToTheFilesOwn() throws IOException {
        BufferedImage image = EncoderPictures.rgb(WIDTH, HEIGHT, 8);
        assertThat(jpx(jp2(image), space(COSName.DEVICECMYK)))
                .isEqualTo(plain(samples(image), space(COSName.DEVICERGB)));
    }

    @Test
    void theFilesOwnProfileCountsWhenThePdfTellsNone() throws IOException {
        BufferedImage image = EncoderPictures.linearRgb(WIDTH, HEIGHT);
        byte[] icc = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        int[] expected = plain(samples(image), made -> {
            COSStream profile = made.stream(icc);
            profile.setInt(COSName.N, 3);
            var space = new COSArray();
            space.add(COSName.ICCBASED);
            space.add(profile);
            made.image.setItem(COSName.COLORSPACE, space);
        });
        assertThat(jpx(jp2(image), JpxPicturesTest::nothing)).isEqualTo(expected);
        assertThat(jpx(jp2(image), space(COSName.DEVICERGB))).isNotEqualTo(expected);
    }

    @Test
    void indicesStayAsTheyAre() throws IOException {
        BufferedImage image = EncoderPictures.gray(WIDTH, HEIGHT, 8);
        byte[] colours = new byte[3 * 256];
        new Random(3).nextBytes(colours);
        Setting indexed = made -> {
            var space = new COSArray();
            space.add(COSName.INDEXED);
            space.add(COSName.DEVICERGB);
            space.add(COSInteger.get(255));
            space.add(new COSString(colours));
            made.image.setItem(COSName.COLORSPACE, space);
        };
        assertThat(jpx(codestream(image), indexed)).isEqualTo(plain(samples(image), indexed));
    }

    private static byte[] box(String type, byte[]... contents) {
        int length = Arrays.stream(contents).mapToInt(content -> content.length).sum();
        ByteBuffer box = ByteBuffer.allocate(8 + length).putInt(8 + length).put(type.getBytes());
        Arrays.stream(contents).forEach(box::put);
        return box.array();
    }

    private static byte[] jp2(byte[]... boxes) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(box("jP  ", new byte[] {13, 10, (byte) 0x87, 10}));
        out.writeBytes(box("ftyp", "jp2 \0\0\0\0jp2 ".getBytes()));
        Arrays.stream(boxes).forEach(out::writeBytes);
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPaletteOfTheFileIsApplied(boolean told) throws IOException {
        BufferedImage image = EncoderPictures.gray(WIDTH, HEIGHT, 8);
        byte[] colours = new byte[3 * 256];
        new Random(5).nextBytes(colours);
        byte[] file = jp2(
                box("jp2h",
                        box("ihdr", ByteBuffer.allocate(14).putInt(HEIGHT).putInt(WIDTH).putShort((short) 1)
                                .put(new byte[] {7, 7, 0, 0}).array()),
                        box("colr", new byte[] {1, 0, 0, 0, 0, 0, 16}),
                        box("pclr", new byte[] {1, 0, 3, 7, 7, 7}, colours),
                        box("cmap", new byte[] {0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 1, 2})),
                box("jp2c", codestream(image)));
        var looked = new ByteArrayOutputStream();
        for (byte index : samples(image)) {
            looked.write(colours, 3 * (index & 0xff), 3);
        }
        Setting rgb = space(COSName.DEVICERGB);
        assertThat(jpx(file, told ? rgb : JpxPicturesTest::nothing)).isEqualTo(plain(looked.toByteArray(), rgb));
    }

    @Test
    void aMaskMayBeJpeg2000Too() throws IOException {
        BufferedImage image = EncoderPictures.rgb(WIDTH, HEIGHT, 8);
        BufferedImage opacity = EncoderPictures.gray(WIDTH, HEIGHT, 8);
        int[] drawn = jpx(jp2(image), made -> {
            COSStream mask = made.stream(jp2(opacity));
            mask.setItem(COSName.FILTER, COSName.JPX_DECODE);
            made.image.setItem(COSName.SMASK, mask);
        });
        int[] expected = plain(samples(image), made -> {
            made.image.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
            COSStream mask = made.stream(samples(opacity));
            mask.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
            made.image.setItem(COSName.SMASK, mask);
        });
        assertThat(drawn).isEqualTo(expected);
    }

    @Test
    void aStencilIsPackedIntoBits() throws IOException {
        BufferedImage image = EncoderPictures.bitonal(WIDTH, HEIGHT, 9);
        byte[] packed = new byte[(WIDTH + 7) / 8 * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int bit = image.getRaster().getSample(x, y, 0) >> 7;
                packed[y * ((WIDTH + 7) / 8) + x / 8] |= (byte) (bit << 7 - x % 8);
            }
        }
        Consumer<Made> stencil = made -> {
            made.image.setBoolean(COSName.IMAGE_MASK, true);
            made.image.setInt(COSName.BITS_PER_COMPONENT, 1);
        };
        assertThat(jpx(jp2(image), stencil::accept)).isEqualTo(plain(packed, stencil::accept)).contains(0x33b366);
    }

    @Test
    void whatABrokenPictureLeavesIsDrawnAllTheSame() throws IOException {
        assertThat(jpx(new byte[] {0, 1, 2, 3}, space(COSName.DEVICERGB))).containsOnly(0xffffff);
    }

    @Test
    void damagedPicturesAreDrawnOrRefusedInTime() {
        byte[] sound = jp2(EncoderPictures.rgb(WIDTH, HEIGHT, 8));
        for (int seed = 0; seed < 60; seed++) {
            byte[] file = sound.clone();
            var random = new Random(seed);
            for (int i = 0; i < 5; i++) {
                file[85 + random.nextInt(seed < 40 ? 140 : file.length - 85)] = (byte) random.nextInt();
            }
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> drawnOrRefused(file), "seed " + seed);
        }
    }

    private static void drawnOrRefused(byte[] file) throws IOException {
        try {
            assertThat(jpx(file, JpxPicturesTest::nothing)).hasSize(WIDTH * HEIGHT);
        } catch (IiifException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    @Test
    void aSizeHiddenBehindAnotherIsSeen() {
        byte[] large = new Codestream(3000, 2000, 3000, 2000).coding(0, 1, 0, 4).quantisation(0)
                .part(0, 0, 1, new byte[0], new byte[1]).ended();
        byte[] decoy = new Codestream(16, 16, 16, 16).ended();
        byte[] file = jp2(box("free", decoy), box("jp2c", large));
        assertThatThrownBy(() -> jpx(file, JpxPicturesTest::nothing))
                .isInstanceOf(IiifException.TooLarge.class).hasMessageContaining("6000000 pixels");
    }

    @Test
    void stripsFollowEachOther() throws IOException {
        BufferedImage image = EncoderPictures.gray(700, 1100, 8);
        JpxReader.Jpx opened = Fixtures.jpx().open(jp2(image));
        var out = new ByteArrayOutputStream();
        opened.writeOwn(out);
        assertThat(opened.size()).isEqualTo(new Rect(0, 0, 700, 1100).size());
        assertThat(out.toByteArray()).isEqualTo(Pixels.bytes(image));
    }
}
