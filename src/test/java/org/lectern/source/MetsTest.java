package org.lectern.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.FileBlob;
import org.lectern.text.TextForm;

@Timeout(60)
class MetsTest {

    private static final String ALTO = "<?xml version='1.0'?><alto xmlns='http://www.loc.gov/standards/alto/ns-v4#'/>";
    private static final String METS = """
            <m:mets xmlns:m="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
            <m:dmdSec ID="D1"><m:mdWrap MDTYPE="MODS"><m:xmlData><mods xmlns="http://www.loc.gov/mods/v3">
            <titleInfo><title>Was ist Aufklärung?</title></titleInfo><name><namePart>Kant</namePart></name>
            <originInfo><dateIssued>1784</dateIssued></originInfo><language><languageTerm>ger</languageTerm></language>
            <relatedItem><titleInfo><title>Monatsschrift</title></titleInfo></relatedItem>
            </mods></m:xmlData></m:mdWrap></m:dmdSec>
            <m:fileSec><m:fileGrp USE="THUMBS"><m:file ID="t1"><m:FLocat xlink:href="p1_small.jpg"/></m:file></m:fileGrp>
            <m:fileGrp USE="DEFAULT"><m:file ID="i1"><m:FLocat xlink:href="file://./p%201.jpg"/></m:file>
            <m:file ID="i2"><m:FLocat xlink:href="http://example.org/x/p2.jpg"/></m:file>
            <m:file ID="i3"><m:FLocat xlink:href="gone.jpg"/></m:file></m:fileGrp>
            <m:fileGrp USE="FULLTEXT"><m:file ID="f1"><m:FLocat xlink:href="xml/one.xml"/></m:file></m:fileGrp></m:fileSec>
            <m:structMap TYPE="LOGICAL"><m:div ID="L0" TYPE="monograph"><m:div ID="L1" TYPE="title_page"/>
            <m:div ID="L2" LABEL="Essay"><m:div ID="L3" LABEL="Part"/></m:div></m:div></m:structMap>
            <m:structMap TYPE="PHYSICAL"><m:div TYPE="physSequence">
            <m:div TYPE="page" ID="P2" ORDER="1" ORDERLABEL="ii"><m:fptr FILEID="i2"/></m:div>
            <m:div TYPE="page" ID="P1" ORDER="2" ORDERLABEL=" - "><m:fptr FILEID="t1"/><m:fptr FILEID="i1"/>
            <m:fptr FILEID="f1"/></m:div><m:div TYPE="page" ID="P3" ORDER="3"><m:fptr FILEID="i3"/></m:div>
            </m:div></m:structMap>
            <m:structLink><m:smLink xlink:from="L1" xlink:to="P2"/><m:smLink xlink:from="L3" xlink:to="P1"/>
            <m:smLink xlink:from="L3" xlink:to="P3"/></m:structLink></m:mets>""";

    @TempDir
    private Path root;

    private FolderLibrary library;

    @BeforeEach
    void makeLibrary() {
        library = new FolderLibrary(root);
    }

    @Test
    void structureGivesOrderLabelsTextsAndSections() throws IOException {
        library.put("k/p 1.jpg", "k/p2.jpg", "k/p1_small.jpg", "k/extra.jpg").text("k/mets.xml", METS)
                .text("k/xml/one.xml", ALTO);
        Item item = library.item("k");
        assertThat(item.label()).isEqualTo("Was ist Aufklärung?");
        assertThat(item.apparatus().languages()).containsExactly("de");
        assertThat(item.pages()).extracting(Page::label).containsExactly("ii", "p 1", "extra");
        assertThat(library.content("k$1")).isEqualTo("k/p 1.jpg");
        assertThat(item.pages().get(1).text()).map(TextPlace::form).contains(TextForm.ALTO);
        assertThat(item.pages().get(0).text()).isEmpty();
        assertThat(item.apparatus().sections()).containsExactly(new Section("Title page", List.of(0), List.of()),
                new Section("Essay", List.of(1), List.of(new Section("Part", List.of(1), List.of()))));
        assertThat(item.apparatus().files()).filteredOn(file -> file.use() == ItemFile.Use.SEE_ALSO)
                .extracting(ItemFile::name).containsExactly("mets.xml");
        assertThat(library.listed()).containsExactly("k");
    }

    @Test
    void metsThatNamesNothingHereChangesNothing() throws IOException {
        library.put("k/b.jpg", "k/a.jpg").text("k/mets.xml", METS);
        assertThat(library.item("k").label()).isEqualTo("k");
        assertThat(library.item("k").pages()).extracting(Page::label).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "file:///etc/passwd", "/etc/passwd", "..%2F..%2Fsecret.jpg",
        "../secret.jpg", "file:///secret.jpg", "x/../../secret.jpg", "%00", "%"})
    void nothingOutsideTheFolderIsReached(String href) throws IOException {
        library.put("secret.jpg", "k/a.jpg", "k/b.jpg").text("k/mets.xml", METS.replace("http://example.org/x/p2.jpg", href));
        assertThat(library.item("k").pages()).extracting(Page::label).containsExactly("a", "b");
    }

    @Test
    void aDocumentTypeIsNotRead() throws IOException {
        library.put("k/p2.jpg", "k/a.jpg").text("k/mets.xml", "<!DOCTYPE m [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
                + METS.replace("Was ist Aufklärung?", "&e;"));
        assertThat(library.item("k").label()).isEqualTo("k");
    }

    @Test
    void textsBesidePicturesAreFoundByNameAndNumber() throws IOException {
        library.put("a/p1.jpg", "a/p2.jpg", "a/p3.jpg", "b/x_0007.jpg", "b/x_0008.jpg", "b/y_0008.jpg", "b/x.txt")
                .text("a/p1.xml", ALTO).text("a/p2.xml", "<note>no text</note>")
                .text("a/hocr/p3.html", "<html><body><div class='ocr_page'/></body></html>")
                .text("b/alto/z-7.xml", ALTO).text("b/alto/z-8.xml", ALTO);
        assertThat(library.item("a").pages()).extracting(page -> page.text().map(TextPlace::form).orElse(null))
                .containsExactly(TextForm.ALTO, null, TextForm.HOCR);
        assertThat(library.item("b").pages()).extracting(page -> page.text().isPresent())
                .containsExactly(true, false, false);
        assertThat(library.listed()).containsExactly("a", "b");
        assertThat(library.folder("").folders()).isEmpty();
        assertThat(library.item("b").apparatus().files()).filteredOn(file -> file.use() == ItemFile.Use.RENDERING)
                .extracting(ItemFile::name).containsExactly("x.txt");
    }

    @Test
    void aTextThatComesLaterChangesTheItem() throws IOException {
        library.put("a/p1.jpg", "a/p2.jpg").text("a/alto/p1.xml", ALTO);
        String before = library.item("a").validator();
        library.text("a/alto/p2.xml", ALTO);
        assertThat(library.item("a").validator()).isNotEqualTo(before);
        assertThat(library.item("a").pages()).allMatch(page -> page.text().isPresent());
    }

    @Test
    void itemJsonTellsSectionsHomepageDateLanguageAndRenderings() throws IOException {
        library.put("a/1.jpg", "a/2.jpg", "a/3.jpg", "a/all.pdf").text("a/item.json", """
                {"homepage": "https://example.org/a", "navDate": "1784-12", "language": ["German", "la"],
                 "rendering": {"file": "all.pdf", "label": "Whole book"},
                 "sections": [{"label": "One", "pages": 1}, {"label": "Two", "pages": ["2", "3"]}]}""");
        Apparatus with = library.item("a").apparatus();
        assertThat(with.homepage()).contains("https://example.org/a");
        assertThat(with.date()).contains(Instant.parse("1784-12-01T00:00:00Z"));
        assertThat(with.languages()).containsExactly("de", "la");
        assertThat(with.sections()).containsExactly(new Section("One", List.of(0), List.of()),
                new Section("Two", List.of(1, 2), List.of()));
        assertThat(with.files()).filteredOn(file -> file.use() == ItemFile.Use.RENDERING)
                .extracting(ItemFile::label).containsExactly("Whole book");
    }

    private static Path books() {
        Path books = Path.of(System.getProperty("lectern.corpus", "../shared/data/corpus")).resolve("books");
        Assumptions.assumeTrue(Files.isDirectory(books), "the corpus is not here; set -Dlectern.corpus");
        return books;
    }

    @Test
    void aBookOfOcrDHasItsOrderAndTexts() throws IOException {
        try (Stream<Path> files = Files.list(books().resolve("mets-kant"))) {
            for (Path file : files.toList()) {
                library.put("kant/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
        Item item = library.item("kant");
        assertThat(item.pages()).extracting(Page::label).containsExactly("INPUT_0017", "INPUT_0020");
        assertThat(item.pages()).extracting(page -> page.text().orElseThrow().file())
                .containsExactly("0/18/PAGE_0017_ALTO.xml/", "0/18/PAGE_0020_ALTO.xml/");
    }

    @Test
    void theMetsOfAnArchivesBookNamesAllPages() {
        Mets mets = Mets.read(FileBlob.of(books().resolve("alicesadventures00carr/mets.xml"), "alice"));
        assertThat(mets.description().label()).contains("Alice's adventures in Wonderland");
        assertThat(mets.pages()).hasSize(18);
        assertThat(mets.pages().get(5).printed()).contains("1");
        assertThat(mets.pages().get(0).printed()).isEmpty();
    }
}
