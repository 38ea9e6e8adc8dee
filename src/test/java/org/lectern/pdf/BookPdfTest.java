package org.lectern.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.text.Line;
import org.lectern.text.PageText;
import org.lectern.text.Word;

/** Books as PDFBox reads them back. */
class BookPdfTest {

    private static final byte[] JPEG = jpeg(80, 40);

    /** Upper left red, upper right green, lower left blue, lower right white. */
    private static byte[] jpeg(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colours[y * 2 / height * 2 + x * 2 / width].getRGB());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static BookPicture picture(int orientation) {
        return new BookPicture(new Dimensions(80, 40), orientation, BookPicture.Coding.JPEG, 3, Optional.empty(), false,
                BookPicture.Data.of(JPEG));
    }

    private static BookPdf.About about(List<String> labels, BookPdf.Bookmark... bookmarks) {
        return new BookPdf.About("Alice (in) \\Wonderland ✓", Optional.of("Lewis Carroll"), Optional.of("en"), true, labels,
                List.of(bookmarks), "abc_-1");
    }

    /** Writes some pages. */
    private interface Making {
        void make(BookPdf book) throws IOException;
    }

    private static byte[] written(Making making) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        making.make(new BookPdf(out));
        return out.toByteArray();
    }

    private static List<String> places(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    @Test
    void aPageIsThePictureAtItsPhysicalSizeAndItsBytesAreThoseOfTheFile() throws IOException {
        byte[] file = written(book -> {
            book.page(100, 80, picture(1), Optional.empty());
            book.end(about(places(1)));
        });
        try (PDDocument read = Loader.loadPDF(file)) {
            assertThat(read.getPage(0).getMediaBox().getWidth()).isEqualTo(57.6f, within(0.001f));
            assertThat(read.getPage(0).getMediaBox().getHeight()).isEqualTo(28.8f, within(0.001f));
            COSStream stream = read.getPage(0).getResources().getXObject(COSName.getPDFName("P")).getCOSObject();
            assertThat(stream.createRawInputStream().readAllBytes()).isEqualTo(JPEG);
            assertThat(stream.getNameAsString(COSName.FILTER)).isEqualTo("DCTDecode");
        }
    }

    @Test
    void aPictureWithFewerPixelsIsAsLargeAsTheOneItStandsFor() throws IOException {
        byte[] file = written(book -> {
            book.page(100, 800, picture(1), Optional.empty());
            book.end(about(places(1)));
        });
        try (PDDocument read = Loader.loadPDF(file)) {
            assertThat(read.getPage(0).getMediaBox().getWidth()).isEqualTo(576f, within(0.001f));
        }
    }

    @ParameterizedTest(name = "{0} dpi → {1}")
    @CsvSource({"0.01, 14400, 7200", "100000, 3, 3"})
    void noPageIsLargerOrSmallerThanReadersTake(double dpi, float width, float height) throws IOException {
        byte[] file = written(book -> {
            book.page(dpi, 80, picture(1), Optional.empty());
            book.end(about(places(1)));
        });
        try (PDDocument read = Loader.loadPDF(file)) {
            assertThat(read.getPage(0).getMediaBox().getWidth()).isEqualTo(width);
            assertThat(read.getPage(0).getMediaBox().getHeight()).isEqualTo(height);
        }
    }

    /** Where the stored corners (red, green, blue, white) are seen: upper left, upper right, lower left, lower right. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"1, RGBW", "2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, BRWG", "7, WGBR", "8, GWRB"})
    void turnedPicturesAreUpright(int orientation, String corners) throws IOException {
        byte[] file = written(book -> {
            book.page(72, orientation < 5 ? 80 : 40, picture(orientation), Optional.empty());
            book.end(about(places(1)));
        });
        try (PDDocument read = Loader.loadPDF(file)) {
            BufferedImage seen = new PDFRenderer(read).renderImage(0);
            int w = seen.getWidth();
            int h = seen.getHeight();
            assertThat(List.of(w, h)).isEqualTo(orientation < 5 ? List.of(80, 40) : List.of(40, 80));
            String found = "" + colour(seen.getRGB(w / 4, h / 4)) + colour(seen.getRGB(w * 3 / 4, h / 4))
                    + colour(seen.getRGB(w / 4, h * 3 / 4)) + colour(seen.getRGB(w * 3 / 4, h * 3 / 4));
            assertThat(found).isEqualTo(corners);
        }
    }

    private static char colour(int rgb) {
        boolean red = (rgb >> 16 & 255) > 128;
        boolean green = (rgb >> 8 & 255) > 128;
        return red && green ? 'W' : red ? 'R' : green ? 'G' : 'B';
    }

    @Test
    void whatIsToldOfTheBookIsThere() throws IOException {
        byte[] file = written(book -> {
            for (int page = 0; page < 6; page++) {
                book.page(72, 80, picture(1), Optional.empty());
            }
            book.end(about(List.of("Cover", "ii", "1", "2", "7", "8"),
                    new BookPdf.Bookmark("Cover", 0, List.of()),
                    new BookPdf.Bookmark("Chapter I. ⅰ", 2, List.of(new BookPdf.Bookmark("Part", 3, List.of())))));
        });
        try (PDDocument read = Loader.loadPDF(file)) {
            assertThat(read.getDocumentInformation().getTitle()).isEqualTo("Alice (in) \\Wonderland ✓");
            assertThat(read.getDocumentInformation().getAuthor()).isEqualTo("Lewis Carroll");
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(read.getDocumentCatalog().getViewerPreferences().getReadingDirection()).isEqualTo("R2L");
            assertThat(read.getDocumentCatalog().getPageLabels().getLabelsByPageIndices())
                    .containsExactly("Cover", "ii", "1", "2", "7", "8");
            PDOutlineItem cover = read.getDocumentCatalog().getDocumentOutline().getFirstChild();
            assertThat(cover.getTitle()).isEqualTo("Cover");
            PDOutlineItem chapter = cover.getNextSibling();
            assertThat(chapter.getTitle()).isEqualTo("Chapter I. ⅰ");
            assertThat(((PDPageDestination) chapter.getDestination()).retrievePageNumber()).isEqualTo(2);
            assertThat(chapter.getFirstChild().getTitle()).isEqualTo("Part");
            assertThat(chapter.getFirstChild().getNextSibling()).isNull();
            assertThat(chapter.getNextSibling()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99, 100, 101, 250})
    void manyPagesStandInATreeInTheirOrder(int count) throws IOException {
        byte[] file = written(book -> {
            for (int page = 0; page < count; page++) {
                book.page(72, 100 + page, picture(1), Optional.empty());
            }
            book.end(about(places(count)));
        });
        try (PDDocument read = Loader.loadPDF(file)) {
            assertThat(read.getNumberOfPages()).isEqualTo(count);
            assertThat(read.getPage(count - 1).getMediaBox().getWidth()).isEqualTo(100f + count - 1);
            int index = 0;
            for (var page : read.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isEqualTo(100f + index++);
            }
        }
    }

    @Test
    void aPageThatCannotBeShownSaysSoInTheSizeOfTheOneBefore() throws IOException {
        byte[] file = written(book -> {
            book.page(7.2, 80, picture(1), Optional.empty());
            book.note("Page 2 cannot be shown: 'page (2).png' is broken.");
            book.end(about(places(2)));
        });
        try (PDDocument read = Loader.loadPDF(file)) {
            assertThat(read.getPage(1).getMediaBox().getWidth()).isEqualTo(800f);
            assertThat(new PDFTextStripper().getText(read)).contains("Page 2 cannot be shown: 'page (2).png' is broken.");
        }
    }

    @Test
    void equalBooksAreEqualToTheLastByteAndTheirProfileStandsThereOnce() throws IOException {
        byte[] icc = java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_LINEAR_RGB).getData();
        Making making = book -> {
            for (int page = 0; page < 3; page++) {
                book.page(72, 80, new BookPicture(new Dimensions(80, 40), 1, BookPicture.Coding.JPEG, 3, Optional.of(icc), false,
                        BookPicture.Data.of(JPEG)), Optional.empty());
            }
            book.end(about(places(3)));
        };
        byte[] file = written(making);
        assertThat(written(making)).isEqualTo(file);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(text.split("/N 3/Length", -1)).hasSize(2);
        assertThat(text.split("/ICCBased", -1)).hasSize(4);
        try (PDDocument read = Loader.loadPDF(file)) {
            assertThat(new PDFRenderer(read).renderImage(2).getWidth()).isEqualTo(80);
        }
    }

    /** Two lines; the second is of letters beyond Latin, and of some beyond 16 bits. */
    private static final PageText TEXT = new PageText(new Dimensions(800, 400), List.of(
            line(new Rect(100, 50, 500, 40), Word.of("Down", new Rect(100, 50, 200, 40)), Word.of("the", new Rect(400, 55, 200, 35))),
            line(new Rect(100, 300, 300, 50), Word.of("Größe", new Rect(100, 300, 100, 50)),
                    Word.of("חיים", new Rect(210, 300, 90, 50)), Word.of("頁🜁", new Rect(310, 300, 90, 50)))));

    private static Line line(Rect box, Word... words) {
        return new Line(box, 0, 0, Optional.empty(), List.of(words));
    }

    @Test
    void wordsAreFoundWhereTheyAreSeenAndDrawNothing() throws IOException {
        byte[] file = written(book -> {
            book.page(72, 80, picture(1), Optional.of(TextLayer.of(TEXT)));
            book.page(72, 80, picture(1), Optional.of(TextLayer.of(TEXT)));
            book.end(about(places(2)));
        });
        try (PDDocument read = Loader.loadPDF(file)) {
            List<TextPosition> letters = new ArrayList<>();
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) throws IOException {
                    letters.addAll(positions);
                    super.writeString(text, positions);
                }
            };
            stripper.setEndPage(1);
            String text = stripper.getText(read);
            assertThat(text).contains("Down the", "Größe", "頁\ufffd");
            assertThat(text).containsAnyOf("חיים", "םייח");
            assertThat(letters.get(0).getUnicode()).isEqualTo("D");
            assertThat(letters.get(0).getXDirAdj()).isEqualTo(10f, within(0.1f));
            assertThat(letters.get(0).getYDirAdj()).isEqualTo(9f, within(0.1f));
            TextPosition t = letters.stream().filter(letter -> letter.getUnicode().equals("t")).findFirst().orElseThrow();
            assertThat(t.getXDirAdj()).isEqualTo(40f, within(0.1f));
            assertThat(t.getWidthDirAdj()).isEqualTo(20f / 3, within(0.1f));
            BufferedImage seen = new PDFRenderer(read).renderImage(0);
            byte[] without = written(book -> {
                book.page(72, 80, picture(1), Optional.empty());
                book.end(about(places(1)));
            });
            try (PDDocument bare = Loader.loadPDF(without)) {
                BufferedImage expected = new PDFRenderer(bare).renderImage(0);
                assertThat(seen.getRGB(0, 0, 80, 40, null, 0, 80)).isEqualTo(expected.getRGB(0, 0, 80, 40, null, 0, 80));
            }
        }
        assertThat(new String(file, StandardCharsets.ISO_8859_1).split("/FontFile2", -1)).hasSize(2);
    }

    @Test
    void aBookWithoutPagesIsNone() {
        assertThatThrownBy(() -> written(book -> book.end(about(List.of())))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> written(book -> {
            book.note("one");
            book.end(about(places(2)));
        })).isInstanceOf(IllegalStateException.class);
    }
}
