package org.lectern.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;

/** Items whose pages other rooms count: PDF and TIFF files. */
class FolderDocumentsTest {

    @TempDir
    Path root;

    private FolderLibrary library;

    @BeforeEach
    void makeLibrary() {
        library = new FolderLibrary(root);
    }

    private static byte[] pdf(int pages, String title) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            document.getDocumentInformation().setTitle(title);
            document.save(out);
            return out.toByteArray();
        }
    }

    /** One grey pixel a page. */
    private static byte[] tiff(int pages) {
        int directory = 2 + 8 * 12 + 4;
        ByteBuffer out = ByteBuffer.allocate(8 + pages * directory + 2).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        for (int page = 0; page < pages; page++) {
            int next = page + 1 < pages ? 8 + (page + 1) * directory : 0;
            out.putShort((short) 8);
            int[][] fields = {{256, 1}, {257, 1}, {258, 8}, {259, 1}, {262, 1}, {273, 8 + pages * directory}, {278, 1}, {279, 1}};
            for (int[] field : fields) {
                out.putShort((short) field[0]).putShort((short) 4).putInt(1).putInt(field[1]);
            }
            out.putInt(next);
        }
        return out.array();
    }

    @Test
    void aPdfIsAnItemOfItsPages() throws IOException {
        library.put("shelf/doc.pdf", pdf(3, "A title"));
        Item item = library.item("shelf/doc.pdf");
        assertThat(item.label()).isEqualTo("A title");
        assertThat(item.metadata()).contains(new Item.Metadata("Title", List.of("A title")));
        assertThat(item.pages()).extracting(Page::label).containsExactly("1", "2", "3");
        Resource.Leaf leaf = (Resource.Leaf) library.find("shelf$doc.pdf$2").orElseThrow();
        assertThat(library.source().picture(leaf.item(), leaf.page()).page()).isEqualTo(2);
        assertThat(library.find("shelf/doc.pdf$3")).isEmpty();
        assertThat(library.listed()).containsExactly("shelf/doc.pdf");
    }

    @Test
    void aPdfOfOnePageIsStillNamedByItsPage() throws IOException {
        library.put("doc.pdf", pdf(1, "x"));
        assertThat(library.item("doc.pdf").isSingleImage()).isFalse();
        assertThat(library.find("doc.pdf$0")).get().isInstanceOf(Resource.Leaf.class);
    }

    @Test
    void aBrokenPdfIsListedAndBrokenWhenItIsAskedFor() throws IOException {
        library.text("bad.pdf", "%PDF-1.7 and nothing else");
        assertThat(library.listed()).containsExactly("bad.pdf");
        assertThatThrownBy(() -> library.find("bad.pdf")).isInstanceOf(IiifException.Broken.class);
        assertThatThrownBy(() -> library.find("bad.pdf$0")).isInstanceOf(IiifException.Broken.class);
    }

    @Test
    void aTiffOfSeveralPagesIsAnItemOfThemAndOneOfOnePageAnImage() throws IOException {
        library.put("many.tif", tiff(3)).put("one.TIFF", tiff(1)).text("named.tif", "no TIFF at all");
        assertThat(library.item("many.tif").pages()).extracting(Page::name).containsExactly("$0", "$1", "$2");
        assertThat(library.item("many.tif").kind()).isEqualTo(Kind.TEXTS);
        assertThat(library.item("one.TIFF").isSingleImage()).isTrue();
        assertThat(library.item("named.tif").isSingleImage()).isTrue();
        assertThat(library.listed()).containsExactly("many.tif", "named.tif", "one.TIFF");
        assertThat(library.source().list(new ItemQuery(0, 1)).items().get(0).image()).isEqualTo(new Identifier("many.tif$0"));
    }

    @Test
    void aPageOfATiffInAFolderIsAPictureOfThatFile() throws IOException {
        library.put("f/many.tif", tiff(3)).put("f/b.jpg");
        assertThat(library.item("f").pages()).hasSize(2);
        Resource.File file = (Resource.File) library.find("f$many.tif$2").orElseThrow();
        assertThat(file.picture().page()).isEqualTo(2);
        assertThat(file.item()).isEqualTo(new Identifier("f"));
        assertThat(library.find("f/many.tif$3")).isEmpty();
        assertThat(library.find("f/b.jpg$0")).isPresent();
        assertThat(library.find("f/b.jpg$1")).isEmpty();
    }
}
