package org.lectern.pdf;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.lectern.blob.Blob;

/** Some pages of a PDF as a PDF of their own, with their text, their fonts and their pictures as they are. */
public final class PdfExcerpt {

    private static final long IN_MEMORY = 4L << 20;

    private PdfExcerpt() {}

    /**
     * Writes it. What leads to other pages is left out: it would bring them along. Cost: the file's structure and those
     * pages' objects are held on the heap, streams are copied from the file.
     *
     * @param blob of the whole; left open
     * @param pages which, from 0
     * @param labels what they are called, one for each
     * @param limits how far the file is believed
     * @param out where to; not closed
     * @throws IOException when {@code out} fails
     * @throws org.lectern.core.IiifException.Broken when the file cannot be read
     * @throws org.lectern.core.IiifException.Unsupported when it needs a password
     */
    public static void write(Blob blob, List<Integer> pages, List<String> labels, PdfLimits limits, OutputStream out)
            throws IOException {
        Remembering remembering = new Remembering(out);
        try {
            PdfFile.read(blob, limits, file -> {
                write(file, pages, labels, remembering);
                return file;
            });
        } catch (RuntimeException e) {
            if (remembering.failure.isPresent()) {
                throw remembering.failure.get();
            }
            throw e;
        }
    }

    private static void write(PdfFile file, List<Integer> pages, List<String> labels, OutputStream out)
            throws IOException {
        try (PDDocument excerpt = new PDDocument(MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache)) {
            for (int page : pages) {
                PDPage whole = file.page(page);
                whole.setResources(whole.getResources()); // what it inherits would stay behind
                cut(excerpt.importPage(whole));
            }
            label(excerpt, labels);
            excerpt.setDocumentInformation(file.document().getDocumentInformation());
            excerpt.setDocumentId(0L); // else the time of day
            excerpt.save(out);
        }
    }

    /** A page without what hangs on it from elsewhere in its file. */
    private static void cut(PDPage page) throws IOException {
        page.setAnnotations(page.getAnnotations(PdfExcerpt::leadsOut));
        for (String key : List.of("B", "StructParents", "AA", "Tabs", "PieceInfo")) {
            page.getCOSObject().removeItem(COSName.getPDFName(key));
        }
    }

    private static boolean leadsOut(PDAnnotation annotation) {
        return annotation instanceof PDAnnotationLink link
                && link.getAction() instanceof PDActionURI
                && link.getAction().getNext() == null;
    }

    private static void label(PDDocument excerpt, List<String> labels) {
        PDPageLabels ranges = new PDPageLabels(excerpt);
        for (int page = 0; page < labels.size(); page++) {
            PDPageLabelRange range = new PDPageLabelRange();
            range.setPrefix(labels.get(page));
            ranges.setLabelItem(page, range);
        }
        excerpt.getDocumentCatalog().setPageLabels(ranges);
    }

    /** Tells a client that has gone from a file that cannot be read. */
    private static final class Remembering extends FilterOutputStream {
        private Optional<IOException> failure = Optional.empty();

        Remembering(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                failure = Optional.of(e);
                throw e;
            }
        }

        @Override
        public void close() {
            // it is not ours
        }
    }
}
