package org.lectern.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.Holds;
import org.lectern.blob.TarFixture;
import org.lectern.blob.ZipFixture;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;
import org.lectern.text.TextForm;

/** Items in the Internet Archive's shape, as they come. */
@Timeout(60)
class ArchiveOrgItemTest {

    @TempDir
    Path root;

    private FolderLibrary library;

    @BeforeEach
    void makeLibrary() {
        library = new FolderLibrary(root);
    }

    private void stack(String path, String name, int... leaves) throws IOException {
        library.zip(path, IntStream.of(leaves).mapToObj(leaf -> member(name, leaf)).toArray(String[]::new));
    }

    private static String member(String prefix, int leaf) {
        return prefix + "_jp2/" + prefix + String.format("_%04d.jp2", leaf);
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

    private static String meta(String fields) {
        return "<metadata>" + fields + "</metadata>";
    }

    private static String scandata(String bookData, String... pages) {
        return "<book><bookData>" + bookData + "</bookData><pageData>" + String.join("", pages) + "</pageData></book>";
    }

    private static String leaf(int number, String type, String more) {
        return "<page leafNum='" + number + "'><pageType>" + type + "</pageType>" + more + "</page>";
    }

    private static final String EXCLUDED = "<addToAccessFormats>false</addToAccessFormats>";

    private List<Optional<TextPlace>> texts(String id) {
        return library.item(id).pages().stream().map(Page::text).toList();
    }

    private static Optional<TextPlace> place(TextForm form, String file, int place) {
        return Optional.of(new TextPlace(form, new Member(0, file, "").toString(), place));
    }

    // Several books

    private void subBookTest() throws IOException {
        stack("SubBookTest/book1/GPORFP_jp2.zip", "GPORFP", 0, 1);
        stack("SubBookTest/subdir/book2/brewster_jp2.zip", "brewster", 0, 1, 7);
        stack("SubBookTest/subdir/subsubdir/book10/Rfp_jp2.zip", "Rfp", 0);
        library.text("SubBookTest/SubBookTest_meta.xml", meta("<title>Test with sub-dirs</title><mediatype>texts</mediatype>"));
        library.text("SubBookTest/SubBookTest_files.xml", """
                <files><file name="subdir/book2/brewster.pdf" source="original"><format>Text PDF</format>
                <title>Brewster's book</title></file></files>""");
        library.text("SubBookTest/subdir/book2/brewster_scandata.xml", scandata("", leaf(0, "Color Card", EXCLUDED),
                leaf(1, "Title", ""), leaf(7, "Chapter", "<pageNumber>1</pageNumber>")));
    }

    @Test
    @Holds("PRE-170")
    void booksInFoldersBelowAreOneItemWithASectionForEach() throws IOException {
        subBookTest();
        Item item = library.item("SubBookTest");
        assertThat(item.label()).isEqualTo("Test with sub-dirs");
        assertThat(item.pages()).extracting(Page::name).containsExactly("$0", "$1", ":subdir$book2$brewster$1",
                ":subdir$book2$brewster$7", ":subdir$subsubdir$book10$Rfp$0");
        assertThat(item.pages()).extracting(Page::number).containsExactly(0, 1, 1, 7, 0);
        assertThat(item.pages()).extracting(Page::label).containsExactly("[1]", "[2]", "Title", "1", "[1]");
        assertThat(item.apparatus().sections()).containsExactly(
                new Section("book1/GPORFP", List.of(0, 1), List.of()),
                new Section("Brewster's book", List.of(2, 3), List.of(
                        new Section("Title page", List.of(2), List.of()), new Section("Chapter", List.of(3), List.of()))),
                new Section("subdir/subsubdir/book10/Rfp", List.of(4), List.of()));
        assertThat(item.start()).as("of the first book").isZero();
        assertThat(library.listed()).containsExactly("SubBookTest");
        assertThat(library.folder("").folders()).isEmpty();
    }

    @Test
    void pagesOfFurtherBooksAreNamedInTheArchivesOldForm() throws IOException {
        subBookTest();
        for (String form : List.of("subdir$book2$brewster$7", "subdir/book2/brewster$7", "subdir$book2$brewster$leaf7",
                "subdir$book2$brewster$n1", "subdir$book2$brewster$page1")) {
            assertThat(library.content("SubBookTest:" + form)).as(form).isEqualTo(member("brewster", 7));
        }
        assertThat(library.content("SubBookTest:book1$GPORFP$1")).isEqualTo(member("GPORFP", 1));
        assertThat(library.content("SubBookTest$1")).isEqualTo(member("GPORFP", 1));
        assertThat(library.content("SubBookTest$n3")).isEqualTo(member("brewster", 7));
        assertThat(library.content("SubBookTest:subdir$book2$brewster$title")).isEqualTo(member("brewster", 1));
        for (String id : List.of("SubBookTest:subdir$book2$brewster$0", "SubBookTest:subdir$book2$brewster", "SubBookTest:",
                "SubBookTest:$1", "SubBookTest:no$such$1", "SubBookTest:subdir$book2$brewster$n2", "SubBookTest:..$x$0",
                ":subdir$book2$brewster$7", "SubBookTest:subdir$book2$brewster$")) {
            assertThat(library.find(id)).as(id).isEmpty();
        }
        assertThat(library.content("SubBookTest/subdir/book2/brewster_jp2.zip/brewster_jp2/brewster_0000.jp2"))
                .isEqualTo(member("brewster", 0));
        assertThat(((Resource.File) library.find("SubBookTest$subdir$book2$brewster_jp2.zip$brewster_jp2$brewster_0000.jp2")
                .orElseThrow()).item()).isEqualTo(new Identifier("SubBookTest"));
    }

    @Test
    void aFileOfTheSameNameTakesAFormAwayFromAPage() throws IOException {
        stack("b/b_jp2.zip", "b", 0);
        stack("b/c_jp2.zip", "c", 0, 1, 2);
        library.put("b:c$1.jpg", "b:c$1/x.jpg", "b:c$leaf1/y.jpg", "b/0/inner.txt");
        Item item = library.item("b");
        assertThat(item.pages()).extracting(Page::name).containsExactly("$leaf0", ":c$0", "$n2", ":c$2");
        for (Page page : item.pages()) {
            assertThat(library.find(item.idOf(page).text())).as(page.name()).contains(new Resource.Leaf(item, page));
        }
        assertThat(library.content("b:c$1")).isEqualTo("b:c$1/x.jpg");
        library.put("b:c/z.jpg");
        Item later = library.item("b");
        assertThat(later.validator()).isNotEqualTo(item.validator());
        assertThat(later.pages()).extracting(Page::name).containsExactly("$leaf0", "$n1", "$n2", "$n3");
        assertThat(library.content("b:c$0")).isEqualTo("b:c/z.jpg");
    }

    @Test
    void theBookOfTheItemsNameComesFirstAndTheOthersInNaturalOrder() throws IOException {
        for (String prefix : List.of("vol10", "vol2", "set")) {
            stack("set/" + prefix + "_jp2.zip", prefix, 0);
        }
        library.text("set/vol2_meta.xml", meta("<title>The second</title>"));
        library.text("set/set_meta.xml", meta("<title>All</title>"));
        library.zip("set/vol2_tif.zip", "vol2_tif/vol2_0000.tif");
        assertThat(library.item("set").apparatus().sections()).extracting(Section::label)
                .containsExactly("set", "The second", "vol10");
        assertThat(library.item("set").label()).isEqualTo("All");
        assertThat(library.content("set:vol2$0")).isEqualTo(member("vol2", 0));
    }

    @Test
    void scandataThatIsNamedAfterTheItemTellsOfTheFirstBookAlone() throws IOException {
        stack("s/a_jp2.zip", "a", 0, 1);
        stack("s/b_jp2.zip", "b", 0, 1);
        library.text("s/s_scandata.xml", scandata("", leaf(0, "Color Card", EXCLUDED)));
        assertThat(library.item("s").pages()).extracting(Page::name).containsExactly("$1", ":b$0", ":b$1");
    }

    @Test
    void aBrokenBookOfSeveralIsLeftOut() throws IOException {
        stack("s/a_jp2.zip", "a", 0);
        library.text("s/b_jp2.zip", "no zip").zip("s/c_jp2.zip", "readme.txt");
        assertThat(library.item("s").pages()).hasSize(1);
        assertThat(library.item("s").apparatus().sections()).extracting(Section::label).containsExactly("a");
        library.text("s/a_jp2.zip", "no zip");
        assertThatThrownBy(() -> library.item("s")).isInstanceOf(IiifException.Broken.class);
        assertThat(library.listed()).isEmpty();
    }

    @Test
    void foldersOfBooksWithoutAMarkStayACollectionAndAMarkedFolderBelowAnItemOfItsOwn() throws IOException {
        stack("shelf/one/one_jp2.zip", "one", 0);
        stack("shelf/two/two_jp2.zip", "two", 0);
        assertThat(library.listed()).containsExactly("shelf/one", "shelf/two");
        library.text("shelf/shelf_meta.xml", meta("<title>Both</title>"));
        assertThat(library.listed()).containsExactly("shelf");
        assertThat(library.item("shelf").pages()).extracting(Page::name).containsExactly("$0", ":two$two$0");
        library.text("shelf/two/two_meta.xml", meta("<title>Two</title>"));
        assertThat(library.listed()).containsExactly("shelf", "shelf/two");
        assertThat(library.item("shelf").pages()).hasSize(1);
    }

    @Test
    void whatChangesInAFolderBelowIsNoticed() throws IOException {
        subBookTest();
        Item before = library.item("SubBookTest");
        assertThat(library.listed()).hasSize(1);
        stack("SubBookTest/subdir/book2/brewster_jp2.zip", "brewster", 1, 7, 8, 9);
        Item after = library.item("SubBookTest");
        assertThat(after.validator()).isNotEqualTo(before.validator());
        assertThat(after.pages()).hasSize(7);
        Summary listed = library.source().list(new ItemQuery(0, 10)).items().get(0);
        assertThat(listed.pages()).isEqualTo(7);
        assertThat(listed.validator()).isEqualTo(after.validator());
    }

    // Stacks

    @Test
    void aTarOfTiffsOfAnotherPrefixHasItsPagesFromRightToLeft() throws IOException {
        library.put("nybc/Yiddish [1] ש_tif.tar", new TarFixture()
                .file("Yiddish [1] ש_tif/Yiddish [1] ש_0001.tif", "one".getBytes(StandardCharsets.UTF_8))
                .file("Yiddish [1] ש_tif/Yiddish [1] ש_0000.tif", "zero".getBytes(StandardCharsets.UTF_8)).bytes());
        library.text("nybc/nybc_meta.xml", meta("<title>ספר</title><page-progression>rl</page-progression><language>yid</language>"));
        Item item = library.item("nybc");
        assertThat(item.viewingDirection()).isEqualTo(ViewingDirection.RIGHT_TO_LEFT);
        assertThat(item.apparatus().languages()).containsExactly("yi");
        assertThat(item.pages()).extracting(Page::name).containsExactly("$0", "$1");
        assertThat(library.content("nybc$0")).isEqualTo("zero");
        assertThat(item.apparatus().sections()).isEmpty();
        assertThat(item.apparatus().files()).extracting(ItemFile::name)
                .containsExactly("nybc_meta.xml", "Yiddish [1] ש_tif.tar");
    }

    @Test
    void cameraOriginalsBesideProcessedPagesAreNoBookOfTheirOwn() throws IOException {
        stack("b/b_jp2.zip", "b", 0);
        library.put("b/b_orig_jp2.tar", new TarFixture()
                .file("b_orig_jp2/b_orig_0000.jp2", new byte[] {1}).file("b_orig_jp2/b_orig_0001.jp2", new byte[] {1}).bytes());
        assertThat(library.item("b").pages()).hasSize(1);
    }

    @Test
    void scandataLiesInAZipOrIsDamagedOrIsNotThere() throws IOException {
        stack("b/b_jp2.zip", "b", 0, 1);
        assertThat(library.item("b").pages()).extracting(Page::label).containsExactly("[1]", "[2]");
        library.put("b/scandata.zip", new ZipFixture().deflated("scandata.xml",
                scandata("", leaf(0, "Cover", "")).getBytes(StandardCharsets.UTF_8)).bytes());
        assertThat(library.item("b").pages()).extracting(Page::label).containsExactly("Cover", "[2]");
        library.text("b/b_scandata.xml", scandata("", leaf(0, "Title", "")).replace("</book>", ""));
        assertThat(library.item("b").pages()).extracting(Page::label).as("damaged").containsExactly("[1]", "[2]");
    }

    @Test
    void aBookWhoseLeavesAreAllExcludedIsShownAllTheSame() throws IOException {
        stack("b/b_jp2.zip", "b", 0, 1);
        library.text("b/b_scandata.xml", scandata("", leaf(0, "Normal", EXCLUDED), leaf(1, "Normal", EXCLUDED)));
        assertThat(library.item("b").pages()).hasSize(2);
    }

    @Test
    void resolutionIsThatOfTheLeafElseOfTheScanElseOfTheItem() throws IOException {
        stack("b/b_jp2.zip", "b", 0, 1, 2);
        library.text("b/b_meta.xml", meta("<ppi>300</ppi>"));
        assertThat(library.item("b").pages()).extracting(Page::dpi).containsOnly(Optional.of(300));
        library.text("b/b_scandata.xml", scandata("<dpi>500</dpi>", leaf(1, "Normal", "<ppi>600</ppi>"), leaf(2, "Normal", "<ppi>0</ppi>")));
        assertThat(library.item("b").pages()).extracting(Page::dpi)
                .containsExactly(Optional.of(500), Optional.of(600), Optional.of(500));
        library.text("b/b_scandata.xml", scandata("<dpi>very fine</dpi>")).text("b/b_meta.xml", meta("<ppi>99999999</ppi>"));
        assertThat(library.item("b").pages()).extracting(Page::dpi).containsOnly(Optional.empty());
    }

    @Test
    void printedNumbersAreRecognisedOnesThenThoseOfTheLeafThenAssertedOnes() throws IOException {
        stack("b/b_jp2.zip", "b", 0, 1, 2, 3);
        library.text("b/b_scandata.xml", scandata(
                "<pageNumData><assertion><leafNum>1</leafNum><pageNum>11</pageNum></assertion>"
                        + "<assertion><leafNum>2</leafNum><pageNum>12</pageNum></assertion></pageNumData>",
                leaf(0, "Normal", "<pageNumber>10</pageNumber>"), leaf(1, "Normal", ""), leaf(2, "Normal", "<pageNumber>2</pageNumber>"),
                leaf(3, "Normal", "")));
        library.text("b/b_page_numbers.json", "{\"pages\": [{\"leafNum\": 0, \"pageNumber\": \"X\"}]}");
        assertThat(library.item("b").pages()).extracting(Page::label).containsExactly("X", "11", "2", "[4]");
    }

    // Words

    @Test
    void wordsAreThoseOfTheDjvuXmlThenOfTheHocrThenOfAltoThenOfThePdf() throws IOException {
        stack("b/b_jp2.zip", "b", 0, 1, 2);
        library.text("b/b_scandata.xml", scandata("", leaf(0, "Color Card", EXCLUDED)));
        assertThat(texts("b")).containsOnly(Optional.empty());
        library.put("b/b.pdf");
        assertThat(texts("b")).containsExactly(place(TextForm.PDF, "b.pdf", 0), place(TextForm.PDF, "b.pdf", 1));
        library.zip("b/b_alto.zip", "b_alto/b_0001.xml", "b_alto/b_0000.xml");
        assertThat(texts("b")).containsExactly(Optional.of(new TextPlace(TextForm.ALTO,
                new Member(0, "b_alto.zip", "b_alto/b_0001.xml").toString(), 0)), Optional.empty());
        library.put("b/alto/b_0002.xml", "b/alto/notes.txt");
        assertThat(texts("b")).containsExactly(Optional.empty(), place(TextForm.ALTO, "alto/b_0002.xml", 0));
        library.put("b/b_hocr.html");
        assertThat(texts("b")).containsExactly(place(TextForm.HOCR, "b_hocr.html", 0), place(TextForm.HOCR, "b_hocr.html", 1));
        library.put("b/b_djvu.xml");
        assertThat(texts("b")).containsExactly(place(TextForm.DJVU_XML, "b_djvu.xml", 0), place(TextForm.DJVU_XML, "b_djvu.xml", 1));
    }

    @Test
    void wordsMayBeNamedAfterTheItemWhenThePagesAreNot() throws IOException {
        stack("cat31151811/CAT 31_jp2.zip", "CAT 31", 0);
        library.put("cat31151811/cat31151811_hocr.html", "cat31151811/cat31151811.pdf");
        assertThat(texts("cat31151811")).containsExactly(place(TextForm.HOCR, "cat31151811_hocr.html", 0));
        stack("cat31151811/cat31151811_jp2.zip", "cat31151811", 0);
        assertThat(texts("cat31151811")).containsExactly(place(TextForm.HOCR, "cat31151811_hocr.html", 0), Optional.empty());
    }

    @Test
    void wordsOfFurtherBooksAreTheirOwn() throws IOException {
        subBookTest();
        library.put("SubBookTest/subdir/book2/brewster_djvu.xml");
        assertThat(texts("SubBookTest")).containsExactly(Optional.empty(), Optional.empty(),
                place(TextForm.DJVU_XML, "subdir/book2/brewster_djvu.xml", 0),
                place(TextForm.DJVU_XML, "subdir/book2/brewster_djvu.xml", 1), Optional.empty());
    }

    // PDFs

    @Test
    void anItemOfNothingButAPdfHasItsPages() throws IOException {
        library.put("doc/Report 1.pdf", pdf(3, "Title inside")).put("doc/Report 1_text.pdf", pdf(3, "x")).put("doc/__ia_thumb.jpg");
        assertThat(library.listed()).as("without a mark").containsExactly("doc/Report 1.pdf", "doc/Report 1_text.pdf");
        library.text("doc/doc_meta.xml", meta("<mediatype>texts</mediatype><date>1999</date>"));
        Item item = library.item("doc");
        assertThat(item.label()).isEqualTo("Title inside");
        assertThat(item.pages()).extracting(Page::name).containsExactly("$0", "$1", "$2");
        assertThat(item.pages()).extracting(Page::label).containsExactly("1", "2", "3");
        assertThat(texts("doc")).containsExactly(place(TextForm.PDF, "Report 1.pdf", 0), place(TextForm.PDF, "Report 1.pdf", 1),
                place(TextForm.PDF, "Report 1.pdf", 2));
        assertThat(library.source().picture(item, item.pages().get(2)).page()).isEqualTo(2);
        assertThat(item.apparatus().date()).contains(Instant.parse("1999-01-01T00:00:00Z"));
        assertThat(library.listed()).containsExactly("doc");
        Summary summary = library.source().list(new ItemQuery(0, 1)).items().get(0);
        assertThat(summary.validator()).isEqualTo(item.validator());
        assertThat(summary.image()).isEqualTo(new Identifier("doc$0"));
    }

    private static byte[] marked(int pages, String first, int second) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            IntStream.range(0, pages).forEach(i -> document.addPage(new PDPage()));
            PDDocumentOutline outline = new PDDocumentOutline();
            for (int at : new int[] {0, second}) {
                PDOutlineItem mark = new PDOutlineItem();
                mark.setTitle(first + at);
                mark.setDestination(document.getPage(at));
                outline.addLast(mark);
            }
            document.getDocumentCatalog().setDocumentOutline(outline);
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void bookmarksOfPdfsAreTheirTablesOfContents() throws IOException {
        library.put("one/a.pdf", marked(3, "A", 1)).text("one/one_meta.xml", meta(""));
        assertThat(library.item("one").apparatus().sections()).containsExactly(
                new Section("A0", List.of(0), List.of()), new Section("A1", List.of(1, 2), List.of()));
        library.put("two/a.pdf", marked(3, "A", 1)).put("two/b.pdf", marked(2, "B", 1)).text("two/two_meta.xml", meta(""));
        assertThat(library.item("two").apparatus().sections()).containsExactly(
                new Section("a", List.of(0, 1, 2), List.of(
                        new Section("A0", List.of(0), List.of()), new Section("A1", List.of(1, 2), List.of()))),
                new Section("b", List.of(3, 4), List.of(
                        new Section("B0", List.of(3), List.of()), new Section("B1", List.of(4), List.of()))));
    }

    @Test
    void severalPdfsAreSeveralBooksAndRecordingsWithALeafletNone() throws IOException {
        library.put("doc/b.pdf", pdf(1, "B")).put("doc/a.pdf", pdf(2, "A")).text("doc/doc_meta.xml", meta(""));
        assertThat(library.item("doc").apparatus().sections()).containsExactly(
                new Section("a", List.of(0, 1), List.of()), new Section("b", List.of(2), List.of()));
        assertThat(library.item("doc").pages()).extracting(Page::name).containsExactly("$0", "$1", ":b$0");
        library.put("doc/side1.mp3");
        assertThat(library.find("doc").filter(found -> found instanceof Resource.Whole)).isEmpty();
    }

    // Images

    @Test
    void ofTheImagesOfAnItemTheOnesThatWereSentAreItsPages() throws IOException {
        library.put("img/a.tif", "img/a.jpg", "img/b.tif", "img/b_itemimage.jpg", "img/__ia_thumb.jpg", "img/img.thumbs/x.jpg");
        library.text("img/img_meta.xml", meta("<mediatype>image</mediatype><title>Two</title>"));
        library.text("img/img_files.xml", """
                <files><file name="a.tif" source="original"><format>TIFF</format></file>
                <file name="a.jpg" source="derivative"><format>JPEG</format></file>
                <file name="b.tif" source="original"><format>TIFF</format></file>
                <file name="b_itemimage.jpg" source="original"><format>Item Image</format></file></files>""");
        Item item = library.item("img");
        assertThat(item.kind()).isEqualTo(Kind.IMAGE);
        assertThat(item.pages()).extracting(Page::label).containsExactly("a", "b");
        assertThat(item.apparatus().files()).extracting(ItemFile::name, ItemFile::use).contains(
                tuple("a.tif", ItemFile.Use.NONE), tuple("img_meta.xml", ItemFile.Use.SEE_ALSO));
        assertThat(library.listed()).containsExactly("img");
        Files.delete(root.resolve("img/b.tif"));
        assertThat(library.item("img").isSingleImage()).isTrue();
        assertThat(library.content("img")).isEqualTo("img/a.tif");
    }

    // Files

    @Test
    void filesAreCalledWhatTheyAreAndPrivateOnesAreNotThere() throws IOException {
        stack("b/b_jp2.zip", "b", 0);
        library.put("b/b.pdf", "b/b.epub", "b/b_djvu.txt", "b/b_djvu.xml", "b/b_scandata.xml", "b/b_marc.xml", "b/b_dc.xml",
                "b/secret.pdf", "b/b_meta.sqlite", "b/item.json", "b/all.md5", "b/.hidden", "b/notes.docx", "b/x/y.bin",
                "b/b_hocr_pageindex.json.gz", "b/mets.xml", "b/__ia_thumb.jpg");
        library.text("b/b_files.xml", """
                <files><file name="secret.pdf" source="original"><format>Text PDF</format><private>true</private></file>
                <file name="b.pdf" source="derivative"><format>Image Container PDF</format></file></files>""");
        List<ItemFile> files = library.item("b").apparatus().files();
        assertThat(files).extracting(ItemFile::label, ItemFile::name, ItemFile::mediaType).containsExactly(
                tuple("Image Container PDF", "b.pdf", "application/pdf"),
                tuple("EPUB", "b.epub", "application/epub+zip"),
                tuple("Word Document", "notes.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                tuple("DjVuTXT", "b_djvu.txt", "text/plain"),
                tuple("Djvu XML", "b_djvu.xml", "application/xml"),
                tuple("Single Page Processed JP2 ZIP", "b_jp2.zip", "application/zip"),
                tuple("Dublin Core", "b_dc.xml", "application/xml"),
                tuple("MARC", "b_marc.xml", "application/xml"),
                tuple("METS", "mets.xml", "application/xml"),
                tuple("Scandata", "b_scandata.xml", "application/xml"),
                tuple("OCR Page Index", "b_hocr_pageindex.json.gz", "application/gzip"),
                tuple("__ia_thumb.jpg", "__ia_thumb.jpg", "image/jpeg"),
                tuple("b_files.xml", "b_files.xml", "application/xml"),
                tuple("y.bin", "x/y.bin", "application/octet-stream"));
        assertThat(files.subList(0, 6)).extracting(ItemFile::use).containsOnly(ItemFile.Use.RENDERING);
        assertThat(files.subList(6, 11)).extracting(ItemFile::use).containsOnly(ItemFile.Use.SEE_ALSO);
        assertThat(files.subList(11, 14)).extracting(ItemFile::use).containsOnly(ItemFile.Use.NONE);
        assertThat(files.get(7).profile()).contains("http://www.loc.gov/MARC21/slim");
        assertThat(files.get(0).length()).isEqualTo("b/b.pdf".length());
    }

    @Test
    void whenNobodyKnowsWhatIsPrivateNoFileIsGiven() throws IOException {
        stack("b/b_jp2.zip", "b", 0);
        library.put("b/b.pdf").text("b/b_files.xml", "<files><file name='b.pdf'><private>true</private>");
        assertThat(library.item("b").pages()).hasSize(1);
        assertThat(library.item("b").apparatus().files()).isEmpty();
    }

    @Test
    void filesOfTheSameFormAreCalledByTheirPathsToo() throws IOException {
        subBookTest();
        library.put("SubBookTest/book1/GPORFP.pdf", "SubBookTest/subdir/book2/brewster.pdf");
        assertThat(library.item("SubBookTest").apparatus().files().subList(0, 2)).extracting(ItemFile::label)
                .containsExactly("Text PDF: book1/GPORFP.pdf", "Text PDF: subdir/book2/brewster.pdf");
    }

    @Test
    void thousandsOfFilesAreNotAllLinked() throws IOException {
        stack("b/b_jp2.zip", "b", 0);
        for (int i = 0; i < 2100; i++) {
            library.put("b/extra/" + i + ".pdf");
        }
        assertThat(library.item("b").apparatus().files()).as("PDFs that may be items stay what they were").hasSize(1);
        library.text("b/b_meta.xml", meta(""));
        List<ItemFile> files = library.item("b").apparatus().files();
        assertThat(files).hasSize(2102);
        assertThat(files.stream().filter(file -> file.use() != ItemFile.Use.NONE)).hasSize(2000);
    }
}
