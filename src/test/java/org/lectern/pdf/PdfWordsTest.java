package org.lectern.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
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
import org.lectern.text.Line;
import org.lectern.text.PageText;
import org.lectern.text.Word;

class PdfWordsTest {

    private static final PdfPages PAGES = new PdfPages(PdfLimits.STANDARD, JpxReader.NONE);
    private static final int DPI = 200;

    @TempDir
    private Path folder;

    private PdfFixture fixture;

    @BeforeEach
    void makeFixture() {
        fixture = new PdfFixture(folder);
    }

    /** What a test writes. */
    @FunctionalInterface
    private interface Writing {
        void write(PDPageContentStream content) throws IOException;
    }

    private static PDType1Font font() {
        return new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    }

    private Blob book(PDPage page, Writing writing) {
        return fixture.pdfbox(document -> {
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(font(), 12);
                writing.write(content);
                content.endText();
            }
        });
    }

    private static List<PageText> pages(Blob blob) {
        List<PageText> pages = new ArrayList<>();
        PdfWords.read(blob, DPI, (place, text) -> pages.add(text));
        return pages;
    }

    private List<List<String>> lines(Writing writing) {
        return pages(book(new PDPage(new PDRectangle(300, 200)), writing)).get(0).lines().stream()
                .map(line -> line.words().stream().map(Word::text).toList()).toList();
    }

    @ParameterizedTest
    @CsvSource({"0,1", "90,1", "180,1", "270,1", "-90,1", "0,2", "90,2"})
    void theBoxLiesWhereTheWordIsDrawn(int rotation, float unit) {
        var page = new PDPage(new PDRectangle(-50, -70, 600, 500));
        page.setCropBox(new PDRectangle(10, 20, 288, 144));
        page.setRotation(rotation);
        page.getCOSObject().setItem(COSName.getPDFName("UserUnit"), new COSFloat(unit));
        Blob blob = book(page, content -> {
            content.newLineAtOffset(100, 50);
            content.showText("Hxg");
        });
        PageText text = pages(blob).get(0);
        Dimensions size = PAGES.page(blob, 0).size();
        assertThat(text.space()).isEqualTo(size);
        Rect box = text.lines().get(0).words().get(0).box();
        Rect ink = ink(PAGES.render(blob, 0, 0, size.bounds()));
        assertThat(box.contains(ink)).as("%s in %s", ink, box).isTrue();
        assertThat(Math.max(ink.width(), ink.height())).isGreaterThan((int) (0.85 * Math.max(box.width(), box.height())));
        assertThat(Math.min(ink.width(), ink.height())).isGreaterThan((int) (0.85 * Math.min(box.width(), box.height())));
    }

    private static Rect ink(BufferedImage picture) {
        int left = picture.getWidth();
        int top = picture.getHeight();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xff) < 64) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return new Rect(left, top, right - left, bottom - top);
    }

    @Test
    void invisibleTextOverAScanIsMeasuredInItsPixels() {
        Blob blob = fixture.pdfbox(document -> {
            var page = new PDPage(new PDRectangle(300, 400));
            document.addPage(page);
            var picture = new BufferedImage(450, 600, BufferedImage.TYPE_INT_RGB);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 300, 400);
                content.beginText();
                content.setRenderingMode(RenderingMode.NEITHER);
                content.setFont(font(), 20);
                content.newLineAtOffset(30, 300);
                content.showText("Hi");
                content.endText();
            }
        });
        PageText text = pages(blob).get(0);
        assertThat(text.space()).isEqualTo(new Dimensions(450, 600));
        Rect box = text.lines().get(0).words().get(0).box();
        assertThat(box.x()).isEqualTo(45);
        assertThat(box.right()).isBetween(45 + 28, 45 + 29); // 0.722 + 0.222 em of 30 pixels
        assertThat(box.y()).isBetween(150 - 23, 150 - 20); // ascent above the baseline
        assertThat(box.bottom()).isBetween(150 + 5, 150 + 8); // descent below it
    }

    @Test
    void spacesAndGapsPartWordsAndNewRowsLines() {
        assertThat(lines(content -> {
            content.newLineAtOffset(20, 150);
            content.showText("  Down the ");
            content.showText("rab");
            content.showText("bit");
            content.newLineAtOffset(120, 0);
            content.showText("hole");
            content.newLineAtOffset(-120, -15);
            content.showText("and on");
        })).containsExactly(List.of("Down", "the", "rabbit", "hole"), List.of("and", "on"));
    }

    @Test
    void lettersSetOneByOneMakeWords() {
        assertThat(lines(content -> {
            content.newLineAtOffset(20, 150);
            content.showTextWithPositioning(new Object[] {"W", 80f, "o", 20f, "r", "d", -300f, "n", -60f, "ext"});
        })).containsExactly(List.of("Word", "next"));
    }

    @Test
    void farApartOnOneRowAreTwoLines() {
        assertThat(lines(content -> {
            content.newLineAtOffset(20, 150);
            content.showText("Contents");
            content.newLineAtOffset(200, 0);
            content.showText("7");
        })).containsExactly(List.of("Contents"), List.of("7"));
    }

    @Test
    void boldByShowingTwiceIsOneLine() {
        assertThat(lines(content -> {
            content.newLineAtOffset(20, 150);
            content.showText("Bold");
            content.newLineAtOffset(0.5f, 0);
            content.showText("Bold");
        })).containsExactly(List.of("Bold"));
    }

    @Test
    void dividedWordsAreJoined() {
        Blob blob = book(new PDPage(new PDRectangle(300, 200)), content -> {
            content.newLineAtOffset(20, 150);
            content.showText("a rab-");
            content.newLineAtOffset(0, -14);
            content.showText("bit");
        });
        List<Line> lines = pages(blob).get(0).lines();
        assertThat(lines.get(0).words().get(1)).extracting(Word::part, Word::whole).containsExactly(Word.Part.HEAD, "rabbit");
        assertThat(lines.get(1).words().get(0)).extracting(Word::part, Word::whole).containsExactly(Word.Part.TAIL, "rabbit");
    }

    @Test
    void rowsFarBelowBeginParagraphsAndColumnsBlocks() {
        List<Line> lines = pages(book(new PDPage(new PDRectangle(300, 200)), content -> {
            content.newLineAtOffset(20, 180);
            content.showText("one");
            content.newLineAtOffset(0, -14);
            content.showText("two");
            content.newLineAtOffset(0, -30);
            content.showText("three");
            content.newLineAtOffset(150, 44);
            content.showText("four");
        })).get(0).lines();
        assertThat(lines.stream().map(line -> line.block() + "." + line.paragraph()).toList()).containsExactly("0.0", "0.0", "0.1", "1.2");
    }

    @Test
    void turnedTextHasTurnedBoxes() {
        Rect box = pages(book(new PDPage(new PDRectangle(300, 200)), content -> {
            content.setTextMatrix(Matrix.getRotateInstance(Math.PI / 2, 100, 50));
            content.showText("upward words");
        })).get(0).lines().get(0).words().get(0).box();
        assertThat(box.height()).isGreaterThan(2 * box.width());
    }

    @Test
    void wordsOutsideOfTheCropBoxAreNotThere() {
        var page = new PDPage(new PDRectangle(300, 200));
        page.setCropBox(new PDRectangle(0, 0, 150, 200));
        assertThat(pages(book(page, content -> {
            content.newLineAtOffset(20, 150);
            content.showText("in");
            content.newLineAtOffset(200, 0);
            content.showText("out");
        })).get(0).text()).isEqualTo("in");
    }

    /** A page whose font calls the codes 1 to 3 by Hebrew letters and a ligature. */
    private Blob coded(String contents) {
        String map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <ff> endcodespacerange"
                + " 4 beginbfchar <01> <05d0> <02> <05d1> <03> <fb01> <04> <0066> endbfchar endcmap end end";
        return fixture.blob(Raw.onePage("/Font<</F 5 0 R>>", contents)
                .object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 1/LastChar 4/Widths[500 500 500 500]/ToUnicode 6 0 R>>")
                .stream("", Raw.latin(map)).bytes());
    }

    @ParameterizedTest
    @CsvSource({
        "<0102>, \u05d1\u05d0", // shown from the left: the last letter is read first
        "'<01> Tj 1 0 0 1 4 50 Tm <02>', \u05d0\u05d1", // each letter set to the left of the one before
        "<0304>, fif"})
    void lettersComeAsTheyAreRead(String shown, String text) {
        assertThat(pages(coded("BT /F 12 Tf 1 0 0 1 10 50 Tm " + shown + " Tj ET")).get(0).text()).isEqualTo(text);
    }

    @Test
    void wordsOfALineFromTheRightComeAsTheyAreRead() {
        Blob blob = coded("BT /F 12 Tf 1 0 0 1 10 50 Tm <0101> Tj 1 0 0 1 26 50 Tm <0202> Tj 1 0 0 1 42 50 Tm <0404> Tj ET");
        assertThat(pages(blob).get(0).text()).isEqualTo("ff \u05d1\u05d1 \u05d0\u05d0");
    }

    @Test
    void aPageThatCannotBeReadIsPassedOverAndTold() {
        Blob blob = fixture.pdfbox(document -> {
            for (float width : new float[] {100, 0, 100}) {
                document.addPage(new PDPage(new PDRectangle(width, 100)));
            }
        });
        List<Integer> places = new ArrayList<>();
        assertThatThrownBy(() -> PdfWords.read(blob, DPI, (place, text) -> places.add(place)))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining("no area");
        assertThat(places).containsExactly(0, 2);
    }

    @Test
    void theSinkMayHaveEnoughAndItsFailureIsItsOwn() {
        Blob blob = fixture.pdfbox(document -> {
            document.addPage(new PDPage());
            document.addPage(new PDPage());
        });
        List<Integer> places = new ArrayList<>();
        PdfWords.read(blob, DPI, (place, text) -> !places.add(place));
        assertThat(places).containsExactly(0);
        var failure = new IllegalStateException("full");
        assertThatThrownBy(() -> PdfWords.read(blob, DPI, (place, text) -> {
            throw failure;
        })).isSameAs(failure);
    }

    @Test
    void formsInFormsWithoutEndAreRefused() {
        Blob blob = fixture.blob(Raw.onePage("/XObject<</X 5 0 R>>", "/X Do")
                .stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>", Raw.latin("/X Do")).bytes());
        assertThatThrownBy(() -> pages(blob)).isInstanceOf(IiifException.Broken.class).hasMessageContaining("nests its streams");
    }

    @Test
    void whatIsNoPdfIsRefused() {
        assertThatThrownBy(() -> pages(fixture.blob(Raw.latin("no PDF")))).isInstanceOf(IiifException.Broken.class);
    }
}
