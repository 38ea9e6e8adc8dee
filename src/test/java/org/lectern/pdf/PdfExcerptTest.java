package org.lectern.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

class PdfExcerptTest {

    @TempDir
    private Path folder;

    /** Ten pages of text, each with a link to the last and one to the world. */
    private Blob book() {
        return new PdfFixture(folder).pdfbox(document -> {
            for (int page = 1; page <= 10; page++) {
                document.addPage(new PDPage(new PDRectangle(100 + page, 200)));
            }
            document.getDocumentInformation().setTitle("Ten pages");
            for (int page = 0; page < 10; page++) {
                write(document, page);
                PDActionURI world = new PDActionURI();
                world.setURI("https://example.org/" + page);
                PDAnnotationLink out = new PDAnnotationLink();
                out.setAction(world);
                PDPageFitDestination last = new PDPageFitDestination();
                last.setPage(document.getPage(9));
                PDActionGoTo there = new PDActionGoTo();
                there.setDestination(last);
                PDAnnotationLink within = new PDAnnotationLink();
                within.setAction(there);
                document.getPage(page).setAnnotations(List.of(out, within));
            }
        });
    }

    private static void write(PDDocument document, int page) throws IOException {
        try (var text = new PDPageContentStream(document, document.getPage(page))) {
            text.beginText();
            text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            text.newLineAtOffset(5, 100);
            text.showText("This is page number " + (page + 1) + ".");
            text.endText();
        }
    }

    private byte[] excerpt(Integer... pages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> labels = List.of(pages).stream().map(page -> "p. " + (page + 1)).toList();
        try (Blob blob = book()) {
            PdfExcerpt.write(blob, List.of(pages), labels, PdfLimits.STANDARD, out);
        }
        return out.toByteArray();
    }

    @Test
    void pagesComeWithTheirTextTheirSizeAndTheirLabelsInTheOrderAskedFor() throws IOException {
        try (PDDocument read = Loader.loadPDF(excerpt(6, 0, 1))) {
            assertThat(read.getNumberOfPages()).isEqualTo(3);
            assertThat(read.getPage(0).getMediaBox().getWidth()).isEqualTo(107f);
            assertThat(new PDFTextStripper().getText(read).lines())
                    .containsExactly("This is page number 7.", "This is page number 1.", "This is page number 2.");
            assertThat(read.getDocumentCatalog().getPageLabels().getLabelsByPageIndices())
                    .containsExactly("p. 7", "p. 1", "p. 2");
            assertThat(read.getDocumentInformation().getTitle()).isEqualTo("Ten pages");
        }
    }

    @Test
    void whatAPageInheritsComesWithIt() throws IOException {
        byte[] inheriting = new PdfFixture.Raw()
                .object("<</Type/Catalog/Pages 2 0 R>>")
                .object("<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 300 400]/Rotate 90/Resources<</Font<</H 5 0 R>>>>>>")
                .object("<</Type/Page/Parent 2 0 R/Contents 4 0 R>>")
                .stream("", PdfFixture.Raw.latin("BT /H 12 Tf 10 10 Td (from above) Tj ET"))
                .object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
                .bytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfExcerpt.write(new PdfFixture(folder).blob(inheriting), List.of(0), List.of("1"), PdfLimits.STANDARD, out);
        try (PDDocument read = Loader.loadPDF(out.toByteArray())) {
            assertThat(read.getPage(0).getMediaBox().getHeight()).isEqualTo(400f);
            assertThat(read.getPage(0).getRotation()).isEqualTo(90);
            assertThat(read.getPage(0).getResources().getFontNames()).extracting(name -> name.getName()).containsExactly("H");
        }
    }

    @Test
    void linksLeadOutOrNowhereAndBringNoOtherPageAlong() throws IOException {
        try (PDDocument read = Loader.loadPDF(excerpt(2))) {
            assertThat(read.getPage(0).getAnnotations()).singleElement()
                    .satisfies(link -> assertThat(((PDActionURI) ((PDAnnotationLink) link).getAction()).getURI())
                            .isEqualTo("https://example.org/2"));
        }
        assertThat(excerpt(2).length).isLessThan(3000);
    }

    @Test
    void thePagesAreTheSameEachTime() throws IOException {
        Blob book = book();
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        PdfExcerpt.write(book, List.of(1, 3), List.of("1", "3"), PdfLimits.STANDARD, one);
        PdfExcerpt.write(book, List.of(1, 3), List.of("1", "3"), PdfLimits.STANDARD, other);
        assertThat(one.toByteArray()).isEqualTo(other.toByteArray());
    }

    @Test
    void aClientThatHasGoneIsNoBrokenFile() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> PdfExcerpt.write(book(), List.of(0), List.of("1"), PdfLimits.STANDARD, gone))
                .isInstanceOf(IOException.class).hasMessage("gone");
    }

    @Test
    void aFileThatIsNoPdfIsBroken() {
        Blob blob = new PdfFixture(folder).blob("%PDF-1.7 and nothing more".getBytes());
        assertThatThrownBy(() -> PdfExcerpt.write(blob, List.of(0), List.of("1"), PdfLimits.STANDARD, new ByteArrayOutputStream()))
                .isInstanceOf(IiifException.class);
    }
}
