package org.lectern.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.blob.Blob;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;
import org.lectern.pdf.PdfFixture.Raw;
import org.lectern.pixels.Pixels;

class PdfPagesTest {

    private static final PdfPages PAGES = new PdfPages(PdfLimits.STANDARD, JpxReader.NONE);

    @TempDir
    private Path folder;

    private PdfFixture fixture;

    @BeforeEach
    void makeFixture() {
        fixture = new PdfFixture(folder);
    }

    /** A page with a red square at the bottom left and a blue one at the top right of its crop box. */
    private Blob cornered(int rotation, PDRectangle media, PDRectangle crop) {
        return fixture.pdfbox(document -> {
            var page = new PDPage(media);
            page.setCropBox(crop);
            page.setRotation(rotation);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.setNonStrokingColor(Color.RED);
                content.addRect(crop.getLowerLeftX(), crop.getLowerLeftY(), 20, 20);
                content.fill();
                content.setNonStrokingColor(Color.BLUE);
                content.addRect(crop.getUpperRightX() - 20, crop.getUpperRightY() - 20, 20, 20);
                content.fill();
            }
        });
    }

    private static BufferedImage whole(Blob blob, int halvings) {
        Dimensions size = PAGES.page(blob, 0).size().dividedBy(1 << halvings);
        return PAGES.render(blob, 0, halvings, size.bounds());
    }

    private static String colour(BufferedImage image, int x, int y) {
        return String.format("%06x", image.getRGB(x, y) & 0xffffff);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 400, 200, 5, 195, 395, 5",
        "90, 200, 400, 5, 5, 195, 395",
        "180, 400, 200, 395, 5, 5, 195",
        "270, 200, 400, 195, 395, 5, 5",
        "-90, 200, 400, 195, 395, 5, 5"})
    void thePageIsUprightAndCroppedToItsBox(
            int rotation, int width, int height, int redX, int redY, int blueX, int blueY) {
        Blob blob = cornered(rotation, new PDRectangle(-50, -70, 600, 500), new PDRectangle(10, 20, 144, 72));
        assertThat(PAGES.page(blob, 0).size()).isEqualTo(new Dimensions(width, height));
        assertThat(PAGES.page(blob, 0).dpi()).isCloseTo(200, within(0.01));
        BufferedImage image = whole(blob, 0);
        assertThat(Pixels.isNormal(image)).isTrue();
        assertThat(colour(image, redX, redY)).isEqualTo("ff0000");
        assertThat(colour(image, blueX, blueY)).isEqualTo("0000ff");
        assertThat(colour(image, width / 2, height / 2)).isEqualTo("ffffff");
    }

    @Test
    void aRegionIsCutFromTheHalvedPage() {
        Blob blob = cornered(0, new PDRectangle(150, 75), new PDRectangle(150, 75));
        BufferedImage all = whole(blob, 1);
        assertThat(all.getWidth()).isEqualTo(209);
        BufferedImage part = PAGES.render(blob, 0, 1, new Rect(7, 70, 60, 34));
        for (int y = 0; y < 34; y++) {
            for (int x = 0; x < 60; x++) {
                assertThat(part.getRGB(x, y)).isEqualTo(all.getRGB(7 + x, 70 + y));
            }
        }
    }

    private Blob scan(boolean invisibleText, boolean visibleText) {
        return fixture.pdfbox(document -> {
            var page = new PDPage(new PDRectangle(300, 400));
            document.addPage(page);
            var picture = new BufferedImage(451, 599, BufferedImage.TYPE_INT_RGB);
            picture.setRGB(3, 4, 0x12ab34);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 300, 400);
                if (invisibleText || visibleText) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.setRenderingMode(visibleText ? RenderingMode.FILL : RenderingMode.NEITHER);
                    content.showText("scanned");
                    content.endText();
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aPageThatIsOnePictureHasItsPixels(boolean invisibleText) {
        Blob blob = scan(invisibleText, false);
        assertThat(PAGES.page(blob, 0).size()).isEqualTo(new Dimensions(451, 599));
        assertThat(PAGES.page(blob, 0).dpi()).isCloseTo(108, within(0.5));
    }

    @Test
    void aPictureBehindVisibleTextDoesNotMakeThePageCoarse() {
        assertThat(PAGES.page(scan(false, true), 0).size()).isEqualTo(new Dimensions(833, 1111));
    }

    @Test
    void noPageHasFewerPixelsThanAPictureOnIt() {
        Blob blob = fixture.pdfbox(document -> {
            var page = new PDPage(new PDRectangle(72, 72));
            document.addPage(page);
            var picture = new BufferedImage(600, 400, BufferedImage.TYPE_BYTE_BINARY);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, picture), 10, 10, 20, 20);
            }
        });
        assertThat(PAGES.page(blob, 0).size().area()).isCloseTo(600 * 400, within(2000L));
    }

    @ParameterizedTest
    @CsvSource({"14400000,14400000,8000,8000", "14400000,1,16384,1", "1,14400000,1,16384", "0.001,0.001,1,1"})
    void everyPageIsOfASaneSize(float width, float height, int columns, int rows) {
        Blob blob = fixture.pdfbox(document -> document.addPage(new PDPage(new PDRectangle(width, height))));
        assertThat(PAGES.page(blob, 0).size()).isEqualTo(new Dimensions(columns, rows));
        int halvings = Math.max(columns, rows) > 1000 ? 5 : 0;
        assertThat(colour(whole(blob, halvings), 0, 0)).isEqualTo("ffffff");
    }

    @Test
    void aPageWithoutAreaIsBroken() {
        Blob blob = fixture.pdfbox(document -> document.addPage(new PDPage(new PDRectangle(0, 100))));
        assertThatThrownBy(() -> PAGES.page(blob, 0)).isInstanceOf(IiifException.Broken.class);
    }

    @Test
    void aRunIsOfPagesAsTheyAreAlone() {
        Blob blob = fixture.pdfbox(document -> {
            for (int i = 1; i <= 4; i++) {
                document.addPage(new PDPage(new PDRectangle(72 * i, 144)));
            }
        });
        assertThat(PAGES.run(blob, 1)).containsExactly(PAGES.page(blob, 1), PAGES.page(blob, 2), PAGES.page(blob, 3));
        assertThat(PAGES.run(blob, 3)).containsExactly(PAGES.page(blob, 3));
        assertThatThrownBy(() -> PAGES.run(blob, 4)).isInstanceOf(IiifException.Missing.class);
    }

    @Test
    void aRunEndsBeforeAPageThatCannotBeRead() {
        Blob blob = fixture.pdfbox(document -> {
            for (int width : new int[] {72, 144, 0, 72}) {
                document.addPage(new PDPage(new PDRectangle(width, 100)));
            }
        });
        assertThat(PAGES.run(blob, 0)).hasSize(2);
        assertThatThrownBy(() -> PAGES.run(blob, 2)).isInstanceOf(IiifException.Broken.class);
        assertThat(PAGES.run(blob, 3)).hasSize(1);
    }

    @Test
    void aPageThatIsNotThereIsMissing() {
        Blob blob = fixture.pdfbox(document -> document.addPage(new PDPage()));
        assertThatThrownBy(() -> PAGES.page(blob, 1)).isInstanceOf(IiifException.Missing.class)
                .hasMessageContaining("no page 1");
    }

    @Test
    void aFormThatDrawsItselfIsRefused() {
        byte[] bytes = Raw.onePage("/XObject<</F 5 0 R>>", "/F Do")
                .stream("/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<</XObject<</F 5 0 R>>>>", Raw.latin("/F Do /F Do"))
                .bytes();
        assertThatThrownBy(() -> whole(fixture.blob(bytes), 0)).isInstanceOf(IiifException.Broken.class);
    }

    @Test
    void drawingThatTakesTooLongIsStopped() {
        var rules = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            rules.append("0 0 m 100 100 l 50 0 l 0 100 l f* ");
        }
        Blob blob = fixture.blob(Raw.onePage("", rules.toString()).bytes());
        var limits = new PdfLimits(200, 1000, 1_000_000, 10, 64 << 20, Duration.ofMillis(50));
        assertThatThrownBy(() -> new PdfPages(limits, JpxReader.NONE).render(blob, 0, 0, new Rect(0, 0, 10, 10)))
                .isInstanceOf(IiifException.TooLarge.class).hasMessageContaining("to draw");
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(out)) {
            deflated.write(bytes);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"contents", "form", "form named P", "profile", "twice"})
    void aStreamThatInflatesTooFarIsRefusedBeforeItDoes(String where) throws IOException {
        byte[] once = deflated(new byte[3 << 20]);
        byte[] data = where.equals("twice") ? deflated(once) : once;
        String filter = where.equals("twice") ? "/Filter[/Fl/FlateDecode]" : "/Filter/FlateDecode";
        String form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]";
        Raw raw = switch (where) {
            case "form" -> Raw.onePage("/XObject<</F 5 0 R>>", "/F Do").stream(form + filter, data);
            case "form named P" -> Raw.onePage("/XObject<</P 5 0 R>>", "/P Do").stream(form + filter, data);
            case "profile" -> Raw.onePage("/ColorSpace<</C[/ICCBased 5 0 R]>>", "/C cs 1 1 1 sc").stream("/N 3" + filter, data);
            default -> new Raw()
                    .object("<</Type/Catalog/Pages 2 0 R>>")
                    .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
                    .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>")
                    .stream(filter, data);
        };
        var limits = new PdfLimits(200, 1000, 1_000_000, 10, 2 << 20, Duration.ofSeconds(10));
        assertThatThrownBy(() -> new PdfPages(limits, JpxReader.NONE).page(fixture.blob(raw.bytes()), 0))
                .isInstanceOf(IiifException.TooLarge.class).hasMessageContaining("inflates");
    }

    private static Blob picture(PdfFixture fixture, String entries, byte[] data) {
        return fixture.blob(Raw.onePage("/XObject<</I 5 0 R>>", "q 100 0 0 100 0 0 cm /I Do Q")
                .stream("/Type/XObject/Subtype/Image/BitsPerComponent 8/ColorSpace/DeviceRGB" + entries, data).bytes());
    }

    private static byte[] jpeg(int statedSide) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        byte[] bytes = out.toByteArray();
        for (int at = 2; at < bytes.length - 9; at++) {
            if (bytes[at] == (byte) 0xff && bytes[at + 1] == (byte) 0xc0) {
                ByteBuffer.wrap(bytes).putShort(at + 5, (short) statedSide).putShort(at + 7, (short) statedSide);
                return bytes;
            }
        }
        throw new AssertionError("no frame");
    }

    private static byte[] jpeg2000(int statedSide) throws IOException {
        var out = new ByteArrayOutputStream();
        var image = new BufferedImage(16, 16, BufferedImage.TYPE_3BYTE_BGR);
        image.setRGB(0, 0, 16, 16, java.util.stream.IntStream.generate(() -> 0x20a040).limit(256).toArray(), 0, 16);
        var writer = new J2KImageWriterSpi().createWriterInstance();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(image);
        }
        byte[] bytes = out.toByteArray();
        for (int at = 0; statedSide != 16 && at < bytes.length - 12; at++) {
            if (bytes[at] == (byte) 0xff && bytes[at + 1] == 0x51) {
                ByteBuffer.wrap(bytes).putInt(at + 6, statedSide).putInt(at + 10, statedSide);
            }
        }
        return bytes;
    }

    /** A page of 16 by 16 whose default pixel is black, and nothing on it. */
    private static byte[] jbig2(int statedSide) {
        return ByteBuffer.allocate(30)
                .putInt(0).put((byte) 48).put((byte) 0).put((byte) 1).putInt(19)
                .putInt(statedSide).putInt(statedSide).putInt(0).putInt(0).put((byte) 4).putShort((short) 0)
                .array();
    }

    @Test
    void aPictureWhoseOwnHeaderIsHugeIsRefusedBeforeItIsDecoded() throws IOException {
        String size = "/Width 16/Height 16";
        PdfImageReaders readers = PdfImageReaders.register();
        try (readers) {
            for (Blob blob : new Blob[] {
                picture(fixture, size + "/Filter/DCTDecode", jpeg(60_000)),
                picture(fixture, size + "/Filter/JPXDecode", jpeg2000(60_000)),
                picture(fixture, size + "/Filter/JBIG2Decode", jbig2(60_000)),
                picture(fixture, size + "/Filter/CCITTFaxDecode/DecodeParms<</Columns 60000/Rows 60000>>", new byte[9])}) {
                assertThatThrownBy(() -> whole(blob, 0)).isInstanceOf(IiifException.TooLarge.class)
                        .hasMessageContaining("3600000000 pixels");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/ColorSpace/DeviceGray/BitsPerComponent 1, BITONAL",
        "/ColorSpace/DeviceGray/BitsPerComponent 1/SMask 9 0 R, GRAY",
        "/ColorSpace[/CalGray<<>>]/BitsPerComponent 8, GRAY",
        "/ColorSpace/DeviceGray/BitsPerComponent 1/ImageMask true, COLOR",
        "/ColorSpace[/Indexed/DeviceGray 1<00FF>]/BitsPerComponent 1, COLOR",
        "/BitsPerComponent 8, COLOR"})
    void aPageOfPicturesHasTheirTone(String entries, Tone tone) {
        Blob blob = fixture.blob(Raw.onePage("/XObject<</I 5 0 R>>", "q 100 0 0 100 0 0 cm /I Do Q")
                .stream("/Type/XObject/Subtype/Image/Width 1/Height 1" + entries, new byte[1]).bytes());
        assertThat(PAGES.page(blob, 0).tone()).isEqualTo(tone);
    }

    @Test
    void anythingDrawnBesidesPicturesMayBeColoured() {
        assertThat(PAGES.page(scan(true, false), 0).tone()).isEqualTo(Tone.COLOR);
        Blob blob = fixture.blob(Raw.onePage("/XObject<</I 5 0 R>>", "q 100 0 0 100 0 0 cm /I Do Q 0 0 9 9 re f")
                .stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", new byte[1])
                .bytes());
        assertThat(PAGES.page(blob, 0).tone()).isEqualTo(Tone.COLOR);
    }

    @Test
    void jbig2IsDrawnWhileItsReaderIsRegistered() {
        Blob jbig2 = fixture.blob(Raw.onePage("/XObject<</I 5 0 R>>", "q 100 0 0 100 0 0 cm /I Do Q")
                .stream("/Type/XObject/Subtype/Image/BitsPerComponent 1/ColorSpace/DeviceGray/Width 16/Height 16"
                        + "/Filter/JBIG2Decode", jbig2(16)).bytes());
        PdfImageReaders readers = PdfImageReaders.register();
        PdfImageReaders again = PdfImageReaders.register();
        try (readers; again) {
            assertThat(colour(whole(jbig2, 0), 8, 8)).isEqualTo("000000");
        }
    }

    @Test
    void aReaderOfJpeg2000OfALibraryIsTakenOut() {
        var registry = javax.imageio.spi.IIORegistry.getDefaultInstance();
        registry.registerServiceProvider(new J2KImageReaderSpi(), javax.imageio.spi.ImageReaderSpi.class);
        assertThat(ImageIO.getImageReadersByFormatName("JPEG2000").hasNext()).isTrue();
        PdfImageReaders.register().close();
        assertThat(ImageIO.getImageReadersByFormatName("JPEG2000").hasNext()).isFalse();
    }

    @Test
    void withoutTheirReadersSuchPagesAreRefusedRatherThanWhite() throws IOException {
        PdfImageReaders.register().close();
        Blob jbig2 = picture(fixture, "/Width 16/Height 16/Filter/JBIG2Decode", jbig2(16));
        Blob jpx = picture(fixture, "/Width 16/Height 16/Filter/JPXDecode", jpeg2000(16));
        var registry = javax.imageio.spi.IIORegistry.getDefaultInstance();
        var others = new java.util.ArrayList<javax.imageio.spi.ImageReaderSpi>();
        registry.getServiceProviders(javax.imageio.spi.ImageReaderSpi.class, false).forEachRemaining(provider -> {
            if (java.util.List.of(provider.getFormatNames()).stream().anyMatch(name -> name.matches("(?i)jbig2|jpeg ?2000"))) {
                others.add(provider);
            }
        });
        others.forEach(registry::deregisterServiceProvider);
        try {
            assertThatThrownBy(() -> whole(jbig2, 0)).isInstanceOf(IiifException.Unsupported.class);
            assertThatThrownBy(() -> whole(jpx, 0)).isInstanceOf(IiifException.Unsupported.class);
        } finally {
            others.forEach(registry::registerServiceProvider);
        }
    }

    @Test
    void anInlinePictureIsMeasuredToo() throws IOException {
        byte[] data = deflated(new byte[3 << 20]);
        var contents = new ByteArrayOutputStream();
        contents.writeBytes(Raw.latin("BI /W 9 /H 9 /BPC 8 /CS /G /F /Fl ID "));
        contents.writeBytes(data);
        contents.writeBytes(Raw.latin("\nEI "));
        byte[] bytes = new Raw()
                .object("<</Type/Catalog/Pages 2 0 R>>")
                .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
                .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>")
                .stream("", contents.toByteArray()).bytes();
        var limits = new PdfLimits(72, 1000, 1_000_000, 10, 1 << 20, Duration.ofSeconds(10));
        assertThatThrownBy(() -> new PdfPages(limits, JpxReader.NONE).render(fixture.blob(bytes), 0, 0, new Rect(0, 0, 9, 9)))
                .isInstanceOf(IiifException.TooLarge.class).hasMessageContaining("inflates");
    }
}
