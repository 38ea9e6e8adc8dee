package org.lectern.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.lectern.blob.Blob;
import org.lectern.blob.FileBlob;

/** PDFs for tests: made by PDFBox, or object by object when PDFBox would not write such a thing. */
final class PdfFixture {

    private final Path folder;

    PdfFixture(Path folder) {
        this.folder = folder;
    }

    /** What a test does to a document. */
    @FunctionalInterface
    interface Making {
        void make(PDDocument document) throws IOException;
    }

    Blob pdfbox(Making making) {
        try (var document = new PDDocument()) {
            making.make(document);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return blob(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Blob blob(byte[] bytes) {
        try {
            Path file = Files.createTempFile(folder, "made", ".pdf");
            Files.write(file, bytes);
            return FileBlob.of(file, file.getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Objects numbered from 1, the first of them the catalog; a stream where {@code stream} is not empty. */
    static final class Raw {
        private final List<byte[]> objects = new ArrayList<>();

        Raw object(String content) {
            objects.add(latin(content));
            return this;
        }

        Raw stream(String entries, byte[] data) {
            var out = new ByteArrayOutputStream();
            out.writeBytes(latin("<<" + entries + "/Length " + data.length + ">>\nstream\n"));
            out.writeBytes(data);
            out.writeBytes(latin("\nendstream"));
            objects.add(out.toByteArray());
            return this;
        }

        /** A catalog, a page tree and one page of 100 by 100 points, whose contents are object 4. */
        static Raw onePage(String resources, String contents) {
            return new Raw()
                    .object("<</Type/Catalog/Pages 2 0 R>>")
                    .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
                    .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<<" + resources + ">>>>")
                    .stream("", latin(contents));
        }

        byte[] bytes() {
            var out = new ByteArrayOutputStream();
            out.writeBytes(latin("%PDF-1.7\n"));
            var table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
            for (int i = 0; i < objects.size(); i++) {
                table.append(String.format("%010d 00000 n \n", out.size()));
                out.writeBytes(latin((i + 1) + " 0 obj\n"));
                out.writeBytes(objects.get(i));
                out.writeBytes(latin("\nendobj\n"));
            }
            int at = out.size();
            out.writeBytes(latin(table + "trailer\n<</Size " + (objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF\n"));
            return out.toByteArray();
        }

        static byte[] latin(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
