package org.lectern.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.Blob;
import org.lectern.blob.MapCache;
import org.lectern.blob.TarFixture;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;

@Timeout(60)
class FolderSourceTest extends SourceContract<FolderSource> {

    @TempDir
    Path temp;

    private Path root;
    private FolderLibrary library;

    @BeforeEach
    void makeLibrary() throws IOException {
        root = Files.createDirectories(temp.resolve("root"));
        library = new FolderLibrary(root);
    }

    @Override
    FolderSource filled() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("filled"));
        return new FolderLibrary(folder)
                .put("photo.jpg", "album/1.png", "album/2.png", "album/10.png", "album/more/x.gif", "shelf/one/a.webp")
                .zip("comics/c.cbz", "c/1.jpg", "c/2.jpg")
                .zip("book/book_jp2.zip", "book_jp2/book_0000.jp2", "book_jp2/book_0001.jp2")
                .zip("book/vol2/two_jp2.zip", "two_jp2/two_0000.jp2", "two_jp2/two_0001.jp2")
                .put("book/book_djvu.xml", "book/vol2/two_hocr.html", "book/vol2/two.pdf", "book/.hidden")
                .put("odd/cash$7.jpg", "odd/b.jpg")
                .source();
    }

    // What is what

    @Test
    void picturesInTheRootAreItemsAndFoldersOfPicturesAreOneItem() throws IOException {
        library.put("a.jpg", "album/1.png", "album/2.PNG", "album/notes.txt", "readme.md");
        assertThat(library.listed()).containsExactly("a.jpg", "album");
        assertThat(library.item("a.jpg").isSingleImage()).isTrue();
        assertThat(library.item("a.jpg").kind()).isEqualTo(Kind.IMAGE);
        assertThat(library.item("album").pages()).extracting(Page::label).containsExactly("1", "2");
        assertThat(library.item("album").behavior()).containsExactly("individuals");
        assertThat(library.find("readme.md")).isEmpty();
        assertThat(library.find("album/notes.txt")).isEmpty();
    }

    @Test
    void pagesAreInNaturalOrder() throws IOException {
        library.put("a/p10.jpg", "a/p9.jpg", "a/P1.jpg", "a/p1-1.jpg", "a/p01b.jpg", "a/ä.jpg", "a/.hidden.jpg");
        assertThat(library.item("a").pages()).extracting(Page::label)
                .containsExactly("P1", "p1-1", "p01b", "p9", "p10", "ä");
    }

    @Test
    void aFolderOfOnePictureIsThatPicture() throws IOException {
        library.put("single/a.jpg", "single/a_thumb.jpg", "single/__ia_thumb.jpg");
        assertThat(library.item("single").isSingleImage()).isTrue();
        assertThat(library.content("single")).isEqualTo("single/a.jpg");
        assertThat(library.content("single$0")).isEqualTo("single/a.jpg");
        assertThat(library.content("single$a_thumb.jpg")).isEqualTo("single/a_thumb.jpg");
    }

    @Test
    void zipsBesidePicturesAreItemsOfTheirOwn() throws IOException {
        library.put("album/1.png", "album/2.png").zip("album/c.cbz", "1.jpg").zip("album/deep/d.zip", "1.jpg");
        assertThat(library.listed()).containsExactly("album", "album/c.cbz", "album/deep/d.zip");
        Folder rootFolder = library.folder("");
        assertThat(rootFolder.items()).extracting(summary -> summary.id().text()).containsExactly("album", "album/c.cbz");
        assertThat(rootFolder.folders()).extracting(entry -> entry.id().text()).containsExactly("album/deep");
    }

    @Test
    void aZipShowsItsPicturesInNaturalOrderWithoutJunk() throws IOException {
        library.zip("c.cbz", "b/2.jpg", "b/10.jpg", "a/1.jpg", "__MACOSX/b/._2.jpg", "b/.x.jpg", "b/notes.txt", "b/Thumbs.db");
        Item item = library.item("c.cbz");
        assertThat(item.pages()).extracting(Page::label).containsExactly("1", "2", "10");
        assertThat(item.behavior()).containsExactly("paged");
        assertThat(library.content("c.cbz$2")).isEqualTo("b/10.jpg");
        assertThat(library.content("c.cbz/b/2.jpg")).isEqualTo("b/2.jpg");
        assertThat(library.content("c.cbz$b$2.jpg")).isEqualTo("b/2.jpg");
        assertThat(library.find("c.cbz/b/notes.txt")).isEmpty();
    }

    @Test
    void pagesOfAZipWhoseNamesRepeatAreCalledByTheirFoldersToo() throws IOException {
        library.zip("c.cbz", "a/b/1.jpg", "a/c/1.jpg", "a/c/2.jpg")
                .zip("d.cbz", "1.jpg", "b/1.jpg", "x/b/1.jpg", "x/3.jpg", "x/3.png")
                .zip("e.cbz", "v.1/p.jpg", "v.2/p.jpg", "v.2/q");
        assertThat(library.item("c.cbz").pages()).extracting(Page::label).containsExactly("b/1", "c/1", "2");
        assertThat(library.item("d.cbz").pages()).extracting(Page::label)
                .containsExactlyInAnyOrder("1", "b/1", "x/b/1", "x/3.jpg", "x/3.png");
        assertThat(library.item("e.cbz").pages()).extracting(Page::label).containsExactly("v.1/p", "v.2/p");
        assertThat(library.content("c.cbz$1")).isEqualTo("a/c/1.jpg");
        assertThat(library.content("c.cbz$pagec/1")).isEqualTo("a/c/1.jpg");
    }

    @Test
    void aZipWithoutPicturesIsNothingAndABrokenOneIsBroken() throws IOException {
        library.zip("src.zip", "src/Main.java").text("bad.zip", "this is no zip").put("a.jpg");
        assertThat(library.listed()).containsExactly("a.jpg");
        assertThat(library.find("src.zip")).isEmpty();
        assertThatThrownBy(() -> library.find("bad.zip")).isInstanceOf(IiifException.Broken.class)
                .hasMessageNotContaining(root.toString());
    }

    @Test
    void pdfsAreListedByNameWithoutBeingOpened() throws IOException {
        library.text("shelf/b.pdf", "not opened").text("shelf/b.pdf.item.json", "{\"label\": \"A title\"}");
        assertThat(library.listed()).containsExactly("shelf/b.pdf");
        Summary summary = library.folder("shelf").items().get(0);
        assertThat(summary.label()).isEqualTo("A title");
        assertThat(summary.pages()).isZero();
        assertThat(summary.image()).isEqualTo(new Identifier("shelf/b.pdf$0"));
    }

    @Test
    void foldersWithNothingServableAndHiddenThingsAreNotThere() throws IOException {
        library.put("a.jpg", "empty/deep/readme.txt", ".git/x.jpg", ".dot.jpg", "__MACOSX/x.jpg", "@eaDir/x.jpg");
        assertThat(library.folder("").folders()).isEmpty();
        for (String id : List.of("empty", "empty/deep", ".git", ".git/x.jpg", ".dot.jpg", "__MACOSX", "@eaDir/x.jpg")) {
            assertThat(library.find(id)).as(id).isEmpty();
        }
    }

    // The Internet Archive's shape

    private void book(String folder, String prefix) throws IOException {
        library.zip(folder + "/" + prefix + "_jp2.zip", member(prefix, 0), member(prefix, 3), member(prefix, 1), member(prefix, 2),
                member(prefix, 4), member(prefix, 10));
        library.text(folder + "/" + prefix + "_meta.xml", """
                <metadata><identifier>x</identifier><title>The &lt;Title&gt;</title><creator>One</creator><creator>Two</creator>
                <mediatype>texts</mediatype><description>A <i>fine</i> book</description><licenseurl>http://l/</licenseurl>
                <page-progression>rl</page-progression><publisher>P</publisher><uploader>me@x</uploader></metadata>""");
        library.text(folder + "/" + prefix + "_scandata.xml", """
                <book xmlns="http://archive.org/scribe/xml"><pageData>
                <page leafNum="0"><pageType>Color Card</pageType><addToAccessFormats>false</addToAccessFormats></page>
                <page leafNum="1"><pageType>Cover</pageType><addToAccessFormats>true</addToAccessFormats></page>
                <page leafNum="2"><pageType>Title Page</pageType><pageNumber>i</pageNumber></page>
                <page leafNum="3"><pageType>Normal</pageType><pageNumber>9</pageNumber></page>
                <page leafNum="4"><pageType>Normal</pageType></page>
                </pageData></book>""");
        library.text(folder + "/" + prefix + "_page_numbers.json", """
                {"format-version": "2", "pages": [{"leafNum": 2, "pageNumber": ""}, {"leafNum": 3, "pageNumber": "1"}]}""");
    }

    private static String member(String prefix, int leaf) {
        return prefix + "_jp2/" + prefix + String.format("_%04d.jp2", leaf);
    }

    @Test
    void aBookHasItsLeavesNumbersAndDescription() throws IOException {
        book("b", "The Prefix (x) [y]");
        Item item = library.item("b");
        assertThat(item.label()).isEqualTo("The <Title>");
        assertThat(item.kind()).isEqualTo(Kind.TEXTS);
        assertThat(item.summary()).contains("A fine book");
        assertThat(item.rights()).contains("http://l/");
        assertThat(item.viewingDirection()).isEqualTo(ViewingDirection.RIGHT_TO_LEFT);
        assertThat(item.behavior()).containsExactly("paged");
        assertThat(item.metadata()).contains(new Item.Metadata("Creator", List.of("One", "Two")),
                new Item.Metadata("Publisher", List.of("P")), new Item.Metadata("Page progression", List.of("rl")));
        assertThat(item.metadata()).extracting(Item.Metadata::label).doesNotContain("Uploader", "Description", "Licenseurl");
        assertThat(item.pages()).extracting(Page::number).containsExactly(1, 2, 3, 4, 10);
        assertThat(item.pages()).extracting(Page::label).containsExactly("Cover", "i", "1", "[4]", "[5]");
        assertThat(item.pages()).extracting(Page::name).containsExactly("$1", "$2", "$3", "$4", "$10");
        assertThat(item.start()).isEqualTo(1);
        assertThat(library.listed()).containsExactly("b");
    }

    private static String meta(String title) {
        return "<metadata><title>" + title + "</title><licenseurl>http://l/" + title + "</licenseurl>"
                + "<page-progression>rl</page-progression></metadata>";
    }

    private void foreignStack(String folder) throws IOException {
        library.zip(folder + "/My Book [1900] x_tif.zip", "x_0000.tif", "x_0001.tif");
    }

    @Test
    void aFolderWhoseStackIsNamedOtherwiseIsDescribedByTheFilesOfItsOwnName() throws IOException {
        foreignStack("iatif");
        library.text("iatif/iatif_meta.xml", meta("Own")).text("iatif/other_meta.xml", meta("Other"))
                .text("iatif/My Book [1900] x_scandata.xml", """
                <book><pageData><page leafNum="0"><pageType>Cover</pageType></page>
                <page leafNum="1"><pageType>Normal</pageType></page></pageData></book>""")
                .text("iatif/iatif_page_numbers.json", "{\"pages\": [{\"leafNum\": 1, \"pageNumber\": \"7\"}]}");
        Item item = library.item("iatif");
        assertThat(item.label()).isEqualTo("Own");
        assertThat(item.rights()).contains("http://l/Own");
        assertThat(item.viewingDirection()).isEqualTo(ViewingDirection.RIGHT_TO_LEFT);
        assertThat(item.pages()).extracting(Page::label).containsExactly("Cover", "7");
    }

    @Test
    void theStacksOwnDescriptionIsReadBeforeTheFoldersAndThatBeforeTheOnlyOne() throws IOException {
        foreignStack("b");
        library.text("b/else_meta.xml", meta("Sole"));
        assertThat(library.item("b").label()).isEqualTo("Sole");
        library.text("b/b_meta.xml", meta("Folder"));
        assertThat(library.item("b").label()).isEqualTo("Folder");
        library.text("b/My Book [1900] x_meta.xml", meta("Prefix"));
        assertThat(library.item("b").label()).isEqualTo("Prefix");
    }

    @Test
    void aDescriptionThatMayBeOfSomethingElseIsNotTaken() throws IOException {
        foreignStack("two");
        library.text("two/a_meta.xml", meta("A")).text("two/b_meta.xml", meta("B"));
        assertThat(library.item("two").label()).isEqualTo("My Book [1900] x");
        foreignStack("stacks");
        library.zip("stacks/other_jpg.zip", "other_0000.jpg").text("stacks/other_meta.xml", meta("Other"));
        assertThat(library.item("stacks").label()).isEqualTo("My Book [1900] x");
    }

    @Test
    void aPageIsNamedByEveryForm() throws IOException {
        book("shelf/b", "p");
        for (String id : List.of("shelf/b$3", "shelf$b$3", "shelf$b$0003", "shelf/b$leaf3", "shelf/b$n2", "shelf/b$page1",
                "shelf/b/p_jp2.zip/p_jp2/p_0003.jp2", "shelf$b$p_jp2.zip$p_jp2$p_0003.jp2", "shelf/b$p_jp2.zip/p_jp2$p_0003.jp2")) {
            assertThat(library.content(id)).as(id).isEqualTo("p_jp2/p_0003.jp2");
        }
        assertThat(library.content("shelf/b$cover")).isEqualTo("p_jp2/p_0001.jp2");
        assertThat(library.content("shelf/b$title")).isEqualTo("p_jp2/p_0002.jp2");
        assertThat(library.content("shelf/b$pageI")).isEqualTo("p_jp2/p_0002.jp2");
        for (String id : List.of("shelf/b$0", "shelf/b$5", "shelf/b$n5", "shelf/b$page77", "shelf/b$", "shelf/b$-1",
                "shelf/b$n", "shelf/b$99999999999", "shelf$3", "shelf/b/3", "shelf/b$3$3")) {
            assertThat(library.find(id)).as(id).isEmpty();
        }
    }

    @Test
    void theBetterStackWinsAndOtherFilesAreAddressedNotListed() throws IOException {
        library.zip("b/b_tif.zip", "b_tif/b_0000.tif").put("b/b_jp2.tar", new TarFixture()
                .file("b_jp2/b_0000.jp2", "from tar".getBytes(StandardCharsets.UTF_8)).bytes());
        library.put("b/cover.jpg").text("b/b.pdf", "pdf").zip("b/images.zip", "1.jpg").put("b/sub/1.jpg");
        assertThat(library.content("b$0")).isEqualTo("from tar");
        assertThat(library.content("b$b_jp2.tar$b_jp2$b_0000.jp2")).isEqualTo("from tar");
        assertThat(library.listed()).containsExactly("b", "b/sub");
        assertThat(library.content("b$cover.jpg")).isEqualTo("b/cover.jpg");
        assertThat(((Resource.File) library.find("b/cover.jpg").orElseThrow()).item()).isEqualTo(new Identifier("b"));
        assertThat(library.content("b/images.zip$0")).isEqualTo("1.jpg");
    }

    @Test
    void aBookWithDamagedDescriptionsStillHasItsPages() throws IOException {
        book("b", "p");
        library.text("b/p_meta.xml", "<!DOCTYPE m [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><metadata><title>&e;</title></metadata>")
                .text("b/p_scandata.xml", "").text("b/p_page_numbers.json", "[[[");
        Item item = library.item("b");
        assertThat(item.label()).isEqualTo("p");
        assertThat(item.pages()).extracting(Page::number).containsExactly(0, 1, 2, 3, 4, 10);
    }

    @Test
    void aStackWithoutPagesIsBrokenAndHiddenFromLists() throws IOException {
        library.zip("b/b_jp2.zip", "b_jp2/readme.txt").put("a.jpg");
        assertThatThrownBy(() -> library.find("b")).isInstanceOf(IiifException.Broken.class);
        assertThat(library.listed()).containsExactly("a.jpg");
    }

    @Test
    void aFileThatIsNamedLikeAPageFormTakesIt() throws IOException {
        library.put("a/x.jpg", "a/y.jpg", "a/0/inner.jpg", "a$1/other.jpg");
        Item item = library.item("a");
        assertThat(item.pages()).extracting(Page::name).containsExactly("$leaf0", "$leaf1");
        assertThat(library.content("a$0")).isEqualTo("a/0/inner.jpg");
        assertThat(library.content("a$1")).isEqualTo("a$1/other.jpg");
        assertThat(library.content("a$leaf0")).isEqualTo("a/x.jpg");
        assertThat(library.content("a$leaf1")).isEqualTo("a/y.jpg");
    }

    @Test
    void aFileIsGivenByteForByteAndOnlyByTheItemThatListsIt() throws IOException {
        book("b", "p");
        library.put("b/p.pdf", "b/alto/p_0001.xml", "secret.txt", "other/1.jpg", "other/2.jpg");
        Item item = library.item("b");
        ItemFile file = item.apparatus().files().stream().filter(one -> one.name().equals("alto/p_0001.xml")).findFirst().orElseThrow();
        try (Blob blob = library.source().file(item, file)) {
            assertThat(new String(blob.bytes(0, (int) blob.length()), StandardCharsets.UTF_8)).isEqualTo("b/alto/p_0001.xml");
        }
        assertThatThrownBy(() -> library.source().file(library.item("other"), file)).isInstanceOf(IiifException.Missing.class);
        Files.delete(root.resolve("b/alto/p_0001.xml"));
        Files.createSymbolicLink(root.resolve("b/alto/p_0001.xml"), root.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("b/leak.pdf"), Files.writeString(temp.resolve("outside.pdf"), "x"));
        assertThat(library.item("b").apparatus().files()).extracting(ItemFile::name).doesNotContain("leak.pdf");
        Files.delete(root.resolve("b/alto/p_0001.xml"));
        assertThatThrownBy(() -> library.source().file(item, file)).isInstanceOf(IiifException.Missing.class)
                .hasMessageNotContaining(root.toString());
    }

    // Identifiers

    @ParameterizedTest
    @ValueSource(strings = {"space name.jpg", "plus+sign.jpg", "per%20cent%.jpg", "question?.jpg", "hash#.jpg", "semi;colon,.jpg",
        "quo'te\".jpg", "ümläut.jpg", "日本語.jpg", "😀.jpg", "back\\slash.jpg", "colon:.jpg", "$.jpg", "a$b$$c.jpg", "$7.jpg",
        "UPPER.JPG", "tilde~1.jpg", "[x](y) {z}.jpg", "a&b<c>.jpg", "..jpg.jpg", "three...dots.jpg"})
    void oddNamesAreFoundInTheRootAndBelow(String name) throws IOException {
        if (name.startsWith(".")) {
            assertThat(library.put(name, "f/" + name).listed()).isEmpty();
            return;
        }
        library.put(name, "f o/$d/" + name, "f o/$d/other.png");
        assertThat(library.listed()).containsExactlyInAnyOrder(name, "f o/$d");
        assertThat(library.content(name)).isEqualTo(name);
        assertThat(library.content(name + "$0")).isEqualTo(name);
        assertThat(library.content("f o/$d/" + name)).isEqualTo("f o/$d/" + name);
        assertThat(library.content("f o$$d$" + name)).isEqualTo("f o/$d/" + name);
    }

    @Test
    void theExactNameIsReadBeforeTheLongestPathAndThatBeforeAPage() throws IOException {
        library.put("a$b.jpg", "a/b.jpg", "a/c.jpg", "a$b/1.jpg", "a$b/2.jpg", "a/b/c$d.png", "a/b/c/d.png");
        assertThat(library.content("a$b.jpg")).isEqualTo("a$b.jpg");
        assertThat(library.content("a/b.jpg")).isEqualTo("a/b.jpg");
        assertThat(library.item("a$b").pages()).hasSize(2);
        assertThat(library.content("a$b$1")).isEqualTo("a$b/2.jpg");
        assertThat(library.content("a$b$c$d.png")).isEqualTo("a/b/c$d.png");
        assertThat(library.content("a/b/c/d.png")).isEqualTo("a/b/c/d.png");
    }

    @Test
    void manySeparatorsDoNotExplode() throws IOException {
        Path folder = root;
        for (int i = 0; i < 40; i++) {
            folder = Files.createDirectories(folder.resolve("a"));
            Files.createDirectories(folder.resolve("a$a"));
        }
        assertThat(library.find("a$".repeat(1000) + "a")).isEmpty();
        assertThat(library.find("$".repeat(2000))).isEmpty();
        assertThat(library.find("a/".repeat(1000) + "a")).isEmpty();
    }

    @Test
    void aDecomposedNameIsFoundByItsComposedForm() throws IOException {
        String decomposed = Normalizer.normalize("é.jpg", Normalizer.Form.NFD);
        library.put(decomposed);
        assertThat(library.item("é.jpg").id().text()).isEqualTo(decomposed);
        library.put("é.jpg");
        assertThat(library.item("é.jpg").id().text()).isEqualTo("é.jpg");
    }

    @Test
    void caseMatters() throws IOException {
        library.put("Photo.jpg");
        assertThat(library.find("photo.jpg")).isEmpty();
    }

    // The jail

    @Test
    void linksThatLeadOutAreNotThere() throws IOException {
        Path outside = Files.createDirectories(temp.resolve("outside"));
        Files.writeString(outside.resolve("secret.jpg"), "secret");
        Files.createDirectories(temp.resolve("root-twin"));
        Files.writeString(temp.resolve("root-twin/secret.jpg"), "secret");
        Files.createSymbolicLink(root.resolve("out"), outside);
        Files.createSymbolicLink(root.resolve("out.jpg"), outside.resolve("secret.jpg"));
        Files.createSymbolicLink(root.resolve("twin"), temp.resolve("root-twin"));
        Files.createSymbolicLink(root.resolve("up"), Path.of(".."));
        Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));
        library.put("a.jpg", "f/b.jpg", "f/c.jpg");
        Files.createSymbolicLink(root.resolve("f/out.jpg"), outside.resolve("secret.jpg"));
        assertThat(library.listed()).containsExactly("a.jpg", "f");
        assertThat(library.item("f").pages()).hasSize(2);
        for (String id : List.of("out", "out/secret.jpg", "out$secret.jpg", "out.jpg", "twin/secret.jpg", "up", "up/outside/secret.jpg",
                "loop", "f/out.jpg", "f$out.jpg")) {
            assertThat(library.find(id)).as(id).isEmpty();
        }
    }

    @Test
    void linksInsideTheLibraryAreFollowedButNothingIsListedTwice() throws IOException {
        library.put("f/b.jpg", "f/c.jpg", ".store/s/1.jpg", ".store/s/2.jpg");
        Files.createSymbolicLink(root.resolve("alias"), Path.of("f"));
        library.put("d/z/1.jpg", "d/z/2.jpg");
        Files.createSymbolicLink(root.resolve("d/circle"), Path.of("..", "d"));
        Files.createSymbolicLink(root.resolve("d/top"), Path.of(".."));
        Files.createSymbolicLink(root.resolve("stored"), Path.of(".store/s"));
        Files.createSymbolicLink(root.resolve("one.jpg"), Path.of("f/b.jpg"));
        assertThat(library.listed()).containsExactly("d/z", "f", "one.jpg", "stored");
        assertThat(library.content("alias$b.jpg")).isEqualTo("f/b.jpg");
        assertThat(library.content("d/circle/circle/z$2.jpg")).isEqualTo("d/z/2.jpg");
        assertThat(library.folder("d/circle").items()).extracting(one -> one.id().text()).containsExactly("d/circle/z");
        assertThat(library.find("d/top")).isEmpty();
        assertThat(library.content("stored$1")).isEqualTo(".store/s/2.jpg");
    }

    @Test
    void membersOfZipsNeverLeadOut() throws IOException {
        library.zip("z.zip", "good.jpg", "../a.jpg", "/etc/a.jpg", "x/../../a.jpg").put("a.jpg");
        assertThat(library.item("z.zip").pages()).hasSize(1);
    }

    // item.json

    @Test
    void itemJsonTellsAndOverrides() throws IOException {
        library.put("a.jpg", "f/1.jpg", "f/2.jpg").text("a.jpg.item.json", """
                {"label": {"en": ["Photo", "x"]}, "metadata": {"By": "Me", "Year": 1999, "Tags": ["a", "b"]}, "summary": "S",
                 "rights": "http://r/", "attribution": "A", "viewingDirection": "top-to-bottom", "behavior": ["unordered"], "kind": "texts"}
                """).text("f/item.json", "{\"metadata\": [{\"label\": \"L\", \"value\": \"V\"}], \"behavior\": \"paged\", \"kind\": \"image\"}")
                .text("item.json", "{\"label\": \"My library\"}");
        Item item = library.item("a.jpg");
        assertThat(item.label()).isEqualTo("Photo");
        assertThat(item.metadata()).containsExactly(new Item.Metadata("By", List.of("Me")),
                new Item.Metadata("Year", List.of("1999")), new Item.Metadata("Tags", List.of("a", "b")));
        assertThat(item.summary()).contains("S");
        assertThat(item.rights()).contains("http://r/");
        assertThat(item.attribution()).contains("A");
        assertThat(item.viewingDirection()).isEqualTo(ViewingDirection.TOP_TO_BOTTOM);
        assertThat(item.behavior()).containsExactly("unordered");
        assertThat(item.kind()).isEqualTo(Kind.TEXTS);
        assertThat(library.item("f").metadata()).containsExactly(new Item.Metadata("L", List.of("V")));
        assertThat(library.item("f").behavior()).containsExactly("paged");
        assertThat(library.item("f").kind()).isEqualTo(Kind.IMAGE);
        assertThat(library.folder("").label()).isEqualTo("My library");
        assertThat(library.listed()).containsExactly("a.jpg", "f");
        assertThat(library.find("f/item.json")).isEmpty();
        assertThat(library.find("a.jpg.item.json")).isEmpty();
    }

    @Test
    void itemJsonLeadsToDescriptionsOnTheWebAlone() throws IOException {
        library.put("a.jpg", "b.jpg").text("b.jpg.item.json", """
                {"seeAlso": {"@id": "https://example.org/b?x=1", "label": {"en": ["B"]}}}""")
                .text("a.jpg.item.json", """
                {"seeAlso": [
                  {"id": " https://example.org/größe.xml", "type": "Text", "label": "METS", "format": "application/xml",
                   "profile": "http://www.loc.gov/METS/"},
                  {"id": "javascript:alert(1)"}, {"id": "file:///etc/passwd"}, {"id": "/relative"}, {"id": "http:/x"},
                  {"id": "https://example.org/a b"}, {"label": "no id"}, "https://example.org/text",
                  {"id": "http://example.org/", "type": "a type", "format": "xml\\n", "profile": "mets"}]}""");
        List<String> told = warnings(() -> assertThat(library.item("a.jpg").seeAlso()).containsExactly(
                new Item.SeeAlso("https://example.org/gr%C3%B6%C3%9Fe.xml", "Text", Optional.of("METS"),
                        Optional.of("application/xml"), Optional.of("http://www.loc.gov/METS/")),
                new Item.SeeAlso("http://example.org/", "Dataset", Optional.empty(), Optional.empty(), Optional.empty())));
        assertThat(told).hasSize(7).contains("a.jpg.item.json: \"seeAlso\" leads to \"javascript:alert(1)\", which is "
                + "ignored; it may be a URL of http or https");
        assertThat(library.item("a.jpg").seeAlso()).as("kept in the cache").hasSize(2);
        assertThat(library.item("b.jpg").seeAlso()).containsExactly(new Item.SeeAlso("https://example.org/b?x=1", "Dataset",
                Optional.of("B"), Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"x\"", "{\"label\": {}, \"metadata\": 7, \"kind\": [[]], \"behavior\": {}}"})
    void anItemJsonThatCannotBeReadIsAsIfItWereNotThere(String text) throws IOException {
        library.put("a.jpg").text("a.jpg.item.json", text);
        assertThat(library.item("a.jpg").label()).isEqualTo("a");
        assertThat(library.item("a.jpg").kind()).isEqualTo(Kind.IMAGE);
    }

    @Test
    void aWrongValueInItemJsonIsToldOfOnceAndTheItemServedWithoutIt() throws IOException {
        library.put("f/1.jpg", "f/2.jpg").text("f/item.json", """
                {"label": "L", "kind": "movie", "viewingDirection": "sideways\\nup", "behavior": "glued"}""");
        List<String> told = warnings(() -> {
            for (int i = 0; i < 3; i++) {
                assertThat(library.listed()).containsExactly("f");
                Item item = library.item("f");
                assertThat(item.label()).isEqualTo("L");
                assertThat(item.kind()).isEqualTo(Kind.TEXTS);
                assertThat(item.viewingDirection()).isEqualTo(ViewingDirection.LEFT_TO_RIGHT);
                assertThat(item.behavior()).containsExactly("individuals");
            }
        });
        assertThat(told).containsExactlyInAnyOrder(
                "f/item.json: \"kind\" has the value \"movie\", which is ignored; it may be image, texts, audio, movies",
                "f/item.json: \"viewingDirection\" has the value \"sideways up\", which is ignored; "
                        + "it may be left-to-right, right-to-left, top-to-bottom, bottom-to-top",
                "f/item.json: \"behavior\" has the value \"glued\", which is ignored; it may be auto-advance, "
                        + "no-auto-advance, repeat, no-repeat, unordered, individuals, continuous, paged");
    }

    @Test
    void aWrongItemJsonOfACollectionIsToldOfOnceForEachVersion() throws IOException {
        library.put("s/f/1.jpg").text("s/item.json", "{\"kind\": \"movie\"}");
        assertThat(warnings(() -> assertThat(List.of(library.listed(), library.listed())).hasSize(2))).hasSize(1);
        library.text("s/item.json", "{\"kind\": \"cinema\"}");
        assertThat(warnings(() -> assertThat(List.of(library.listed(), library.listed())).hasSize(2))).hasSize(1);
    }

    @Test
    void rightBehaviorsStayBesideWrongOnesAndNoneIsNone() throws IOException {
        library.put("f/1.jpg", "f/2.jpg", "g/1.jpg", "g/2.jpg")
                .text("f/item.json", "{\"behavior\": [\"glued\", \" continuous \", \"repeat\"]}")
                .text("g/item.json", "{\"behavior\": []}");
        assertThat(library.item("f").behavior()).containsExactly("continuous", "repeat");
        assertThat(library.item("g").behavior()).isEmpty();
    }

    /** What is told of item.json while something is done. */
    private static List<String> warnings(Runnable work) {
        List<String> told = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                told.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(ItemJson.class.getName());
        log.addHandler(handler);
        try {
            work.run();
        } finally {
            log.removeHandler(handler);
        }
        return told;
    }

    // Freshness

    @Test
    void whatAppearsChangesAndGoesIsNoticed() throws IOException {
        library.put("a.jpg", "f/1.jpg", "f/2.jpg");
        Item before = library.item("f");
        Listing list = library.source().list(new ItemQuery(0, 10));
        library.put("f/3.jpg", "b.jpg");
        assertThat(library.item("f").pages()).hasSize(3);
        assertThat(library.item("f").validator()).isNotEqualTo(before.validator());
        assertThat(library.listed()).containsExactly("a.jpg", "b.jpg", "f");
        assertThat(library.source().list(new ItemQuery(0, 10)).validator()).isNotEqualTo(list.validator());
        Files.delete(root.resolve("b.jpg"));
        Files.delete(root.resolve("f/1.jpg"));
        assertThat(library.listed()).containsExactly("a.jpg", "f");
        assertThat(library.find("b.jpg")).isEmpty();
        assertThatThrownBy(() -> library.source().picture(before, before.pages().get(0)))
                .isInstanceOf(IiifException.Missing.class);
        String validator = library.item("a.jpg").validator();
        library.text("a.jpg", "other content");
        assertThat(library.item("a.jpg").validator()).isNotEqualTo(validator);
        library.text("a.jpg.item.json", "{\"label\": \"new\"}");
        assertThat(library.item("a.jpg").label()).isEqualTo("new");
        assertThat(library.source().list(new ItemQuery(0, 1)).items().get(0).label()).isEqualTo("new");
    }

    @Test
    void withinTheFreshnessAListIsNotMadeAgain() throws IOException {
        library.put("a.jpg");
        FolderSource source = new FolderSource("lib", root, new MapCache(), new MapCache(), Duration.ofHours(1));
        assertThat(source.list(new ItemQuery(0, 10)).total()).isEqualTo(1);
        library.put("b.jpg");
        assertThat(source.list(new ItemQuery(0, 10)).total()).isEqualTo(1);
        assertThat(source.find(new Location("lib", new Identifier("b.jpg")))).isPresent();
    }

    @Test
    void anItemIsReadFromTheCacheByAnotherSourceOfTheSameFolder() throws IOException {
        book("b", "p");
        MapCache documents = new MapCache();
        Location location = new Location("lib", new Identifier("b"));
        Resource first = new FolderSource("lib", root, documents, new MapCache(), Duration.ZERO).find(location).orElseThrow();
        int loads = documents.loads();
        Resource again = new FolderSource("lib", root, documents, new MapCache(), Duration.ZERO).find(location).orElseThrow();
        assertThat(again).isEqualTo(first);
        assertThat(documents.loads()).isEqualTo(loads);
    }

    @Test
    void aLibraryThatHasGoneIsUnreachableNotEmpty() throws IOException {
        FolderLibrary gone = new FolderLibrary(temp.resolve("gone"));
        assertThat(gone.source().ready()).isFalse();
        assertThatThrownBy(() -> gone.find("a.jpg")).isInstanceOf(IiifException.Unreachable.class)
                .hasMessageNotContaining(temp.toString());
        assertThatThrownBy(gone::listed).isInstanceOf(IiifException.Unreachable.class);
        Files.createDirectories(temp.resolve("gone"));
        assertThat(gone.put("a.jpg").listed()).containsExactly("a.jpg");
    }

    @Test
    void manyThreadsReadWhileFilesComeAndGo() throws Exception {
        library.put("a.jpg", "f/1.jpg", "f/2.jpg").zip("c.cbz", "1.jpg", "2.jpg");
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<?>> done = new ArrayList<>();
        for (int thread = 0; thread < 6; thread++) {
            String own = "t" + thread + ".jpg";
            done.add(threads.submit(() -> {
                for (int i = 0; i < 50; i++) {
                    library.put(own, "g/" + own);
                    assertThat(library.content("c.cbz$1")).isEqualTo("2.jpg");
                    assertThat(library.content("f$leaf0")).isEqualTo("f/1.jpg");
                    assertThat(library.content(own)).isEqualTo(own);
                    assertThat(library.listed()).contains("a.jpg", "c.cbz", "f");
                    Files.delete(root.resolve(own));
                }
                return own;
            }));
        }
        for (Future<?> one : done) {
            one.get();
        }
        threads.shutdown();
        assertThat(library.listed()).containsExactly("a.jpg", "c.cbz", "f", "g");
    }

    // The registry

    @Test
    void sourcesAreOpenedByKind() throws IOException {
        library.put("a.jpg");
        Sources sources = new Sources(new MapCache(), new MapCache(), Duration.ZERO);
        assertThat(sources.kinds()).containsExactly("folder");
        assertThat(sources.open("folder", "x", Map.of("root", root.toString())).name()).isEqualTo("x");
        assertThatThrownBy(() -> sources.open("s3", "x", Map.of())).hasMessageContaining("known kinds: folder");
        assertThatThrownBy(() -> sources.open("folder", "x", Map.of())).hasMessageContaining("'root'");
        assertThatThrownBy(() -> sources.open("folder", "x", Map.of("root", root + "/no"))).hasMessageContaining("no folder");
    }

    @Test
    void aFolderThatBecameALinkOutsideIsNotFollowedThoughItsFilesAreRemembered() throws IOException {
        library.put("album/1.png", "album/2.png");
        FolderTree tree = new FolderTree("lib", root, Duration.ofHours(1));
        Node page = tree.scan(tree.at(new Identifier("album")).orElseThrow()).entries().get(0).node();
        Files.move(root.resolve("album"), temp.resolve("outside"));
        Files.createSymbolicLink(root.resolve("album"), temp.resolve("outside"));

        assertThatThrownBy(() -> tree.blob(page)).isInstanceOf(IiifException.Missing.class)
                .hasMessageContaining("album/1.png").hasMessageNotContaining(temp.toString());
    }
}
