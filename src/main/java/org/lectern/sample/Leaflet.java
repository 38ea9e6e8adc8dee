package org.lectern.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A leaflet of three pages, as PDF: what Lectern is and how to point it at a folder. */
final class Leaflet {

    private static final float MARGIN = 48;
    private static final PDRectangle PAPER = PDRectangle.A5;

    /**
     * A line of the leaflet.
     *
     * @param size in points
     * @param gap from the line before, in points
     * @param grey 0 is black, 1 white
     */
    private record Line(String text, float size, float gap, float grey) {
        Line pale() {
            return new Line(text, size, gap, 0.97f);
        }
    }

    private static final List<List<Line>> PAGES = List.of(
            List.of(
                    head("Reading with Lectern"),
                    body("Pictures, books and PDFs", 34),
                    body("from a folder of yours", 19),
                    body("to any viewer that speaks IIIF.", 19)),
            List.of(
                    head("What it is"),
                    body("Lectern is one file, lectern.war. It runs by itself", 34),
                    body("or in the servlet container that you have.", 16),
                    body("For every picture it answers the IIIF Image API,", 26),
                    body("versions 2 and 3: ask for any part of it, at any", 16),
                    body("size, turned, in grey, as JPEG, PNG, GIF or TIFF.", 16),
                    body("For every book and PDF it writes a manifest, so", 26),
                    body("that viewers turn its pages. Two viewers are inside:", 16),
                    body("nothing is fetched from elsewhere.", 16)),
            List.of(
                    head("How to serve a folder"),
                    body("Start it with the folder's name:", 34),
                    code("java -jar lectern.war --library my-scans"),
                    body("A picture is an item; so is a folder of page images,", 26),
                    body("a PDF, a zip of pages, or a book in the shape that", 16),
                    body("the Internet Archive gives its scans.", 16),
                    body("The address of an item is its path in the folder,", 26),
                    body("with $ for each slash:", 16),
                    code("http://localhost:8080/iiif/3/my-book$7/info.json"),
                    body("Put a file item.json beside pages to say what they", 26),
                    body("are called and who may use them.", 16)));

    private static Line head(String text) {
        return new Line(text, 25, 40, 0.1f);
    }

    private static Line body(String text, float gap) {
        return new Line(text, 12, gap, 0.15f);
    }

    private static Line code(String text) {
        return new Line("    " + text, 11, 24, 0.4f);
    }

    void write(Path file) throws IOException {
        try (PDDocument document = new PDDocument(); InputStream face = Typeface.open()) {
            PDFont font = PDType0Font.load(document, face);
            for (int page = 0; page < PAGES.size(); page++) {
                set(document, font, page);
            }
            label(document);
            document.getDocumentInformation().setTitle("Reading with Lectern");
            // Without a number of one's own the file's /ID is made from the clock.
            document.setDocumentId(1871L);
            document.save(file.toFile());
        }
    }

    private static void set(PDDocument document, PDFont font, int number) throws IOException {
        PDPage page = new PDPage(PAPER);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.setNonStrokingColor(0.54f, 0.23f, 0.07f);
            float band = number == 0 ? PAPER.getHeight() : 14;
            content.addRect(0, PAPER.getHeight() - band, PAPER.getWidth(), band);
            content.fill();
            float y = PAPER.getHeight() - (number == 0 ? 190 : MARGIN);
            for (Line line : PAGES.get(number)) {
                y -= line.gap();
                line(content, font, number == 0 ? line.pale() : line, y);
            }
            if (number > 0) {
                line(content, font, new Line(String.valueOf(number), 10, 0, 0.4f), 30);
            }
        }
    }

    private static void line(PDPageContentStream content, PDFont font, Line line, float y) throws IOException {
        content.beginText();
        content.setNonStrokingColor(line.grey());
        content.setFont(font, line.size());
        content.newLineAtOffset(MARGIN, y);
        content.showText(line.text());
        content.endText();
    }

    /** The first page is "Cover", those after it are counted from 1. */
    private static void label(PDDocument document) throws IOException {
        PDPageLabels labels = new PDPageLabels(document);
        PDPageLabelRange cover = new PDPageLabelRange();
        cover.setPrefix("Cover");
        PDPageLabelRange numbered = new PDPageLabelRange();
        numbered.setStyle(PDPageLabelRange.STYLE_DECIMAL);
        labels.setLabelItem(0, cover);
        labels.setLabelItem(1, numbered);
        document.getDocumentCatalog().setPageLabels(labels);
    }
}
