package org.lectern.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.Holds;
import org.lectern.blob.Archive;
import org.lectern.blob.ArchiveEntry;
import org.lectern.blob.Blob;
import org.lectern.blob.FileBlob;
import org.lectern.blob.MapCache;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;
import org.lectern.text.TextForm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shared corpus as a library. */
@Timeout(120)
class FolderCorpusTest {

    @TempDir
    Path temp;

    private static Path corpus(String part) {
        Path folder = Path.of(System.getProperty("lectern.corpus", "../shared/data/corpus")).resolve(part);
        Assumptions.assumeTrue(Files.exists(folder), "the shared corpus is not here: set -Dlectern.corpus");
        return folder;
    }

    private static FolderSource source(Path root) {
        return new FolderSource("corpus", root, new MapCache(), new MapCache(), Duration.ofHours(1));
    }

    private static Optional<Resource> find(FolderSource source, String id) {
        return source.find(new Location("corpus", new Identifier(id)));
    }

    private static List<String> listed(FolderSource source) {
        return source.list(new ItemQuery(0, 10_000)).items().stream().map(item -> item.id().text()).toList();
    }

    @Test
    void theBookHasTheExpectedLeavesLabelsAndAccess() throws IOException {
        Path books = corpus("books");
        JsonNode expected = new JsonMapper().readTree(Files.readAllBytes(books.resolve("alicesadventures00carr.expected.json")));
        FolderSource source = source(books);
        Item item = ((Resource.Whole) find(source, "alicesadventures00carr").orElseThrow()).item();
        assertThat(item.label()).isEqualTo(expected.path("title").asString());
        assertThat(item.pages()).hasSize(expected.path("access_leaf_count").intValue());
        assertThat(item.viewingDirection()).isEqualTo(ViewingDirection.LEFT_TO_RIGHT);
        assertThat(item.pages().get(item.start()).type()).contains("Title");
        List<JsonNode> accessible = expected.path("pages").values().stream().filter(page -> page.path("access").asBoolean()).toList();
        for (int i = 0; i < accessible.size(); i++) {
            Page page = item.pages().get(i);
            String type = accessible.get(i).path("type").asString();
            assertThat(page.number()).isEqualTo(accessible.get(i).path("leaf").intValue());
            assertThat(page.type()).contains(type);
            String printed = accessible.get(i).path("page_number").asString("");
            String fallback = type.equals("Normal") ? "[" + (i + 1) + "]" : type;
            assertThat(page.label()).isEqualTo(printed.isEmpty() ? fallback : printed);
            try (Blob blob = source.picture(item, page).blob()) {
                assertThat(blob.head(12)).containsSubsequence('j', 'P');
                assertThat(blob.name()).isEqualTo(String.format("alicesadventures00carr_%04d.jp2", page.number()));
            }
        }
    }

    @Test
    @Holds("PRE-170")
    void theBookHasItsContentsWordsAndFiles() {
        FolderSource source = source(corpus("books"));
        Item item = ((Resource.Whole) find(source, "alicesadventures00carr").orElseThrow()).item();
        Apparatus apparatus = item.apparatus();
        assertThat(apparatus.sections()).containsExactly(
                new Section("Cover", List.of(0), List.of()), new Section("Title page", List.of(2), List.of()),
                new Section("Copyright", List.of(3), List.of()), new Section("Contents", List.of(4), List.of()),
                new Section("Index", List.of(14, 15, 16), List.of()), new Section("Back cover", List.of(17), List.of()));
        assertThat(item.pages()).extracting(Page::dpi).containsOnly(Optional.of(300));
        for (Page page : item.pages()) {
            TextPlace text = page.text().orElseThrow();
            assertThat(text.form()).isEqualTo(TextForm.DJVU_XML);
            assertThat(text.place()).isEqualTo(page.index());
            try (Blob blob = source.text(item, text)) {
                assertThat(blob.name()).endsWith("alicesadventures00carr_djvu.xml");
            }
        }
        assertThat(apparatus.languages()).containsExactly("en");
        assertThat(apparatus.date()).contains(Instant.parse("1866-01-01T00:00:00Z"));
        assertThat(apparatus.homepage()).contains("http://archive.org/details/alicesadventures00carr");
        assertThat(item.rights()).contains("http://creativecommons.org/publicdomain/mark/1.0/");
        assertThat(item.metadata()).contains(new Item.Metadata("Publisher", List.of("New York : D. Appleton")),
                new Item.Metadata("Subject", List.of("Fantasy fiction", "English literature & poetry")));
        assertThat(apparatus.files()).filteredOn(file -> file.use() == ItemFile.Use.RENDERING)
                .extracting(ItemFile::label).containsExactly("Text PDF", "DjVuTXT", "hOCR", "Djvu XML", "OCR Search Text",
                        "Single Page Processed JP2 ZIP");
        assertThat(apparatus.files()).filteredOn(file -> file.use() == ItemFile.Use.SEE_ALSO)
                .extracting(ItemFile::label).containsExactly("Metadata", "METS", "Scandata", "Page Numbers JSON", "OCR Page Index");
        assertThat(apparatus.files()).extracting(ItemFile::name).contains("alto/alicesadventures00carr_0001.xml", "__ia_thumb.jpg");
    }

    @ParameterizedTest
    @CsvSource({"journalofexpedit00ford,SYNTHETIC_journalofexpedit00ford,journalofexpedit00ford,28",
        "lettertodeargarr00mays,lettertodeargarr00mays__39999066769967,39999066769967,4",
        "lettertosamuelma00estl,lettertosamuelma00estl__39999063867541,39999063867541,2"})
    void theLeavesAreThoseThatTheArchivesOwnReaderShows(String id, String file, String prefix, int leaves) throws IOException {
        Path data = corpus("../internet-archive");
        FolderLibrary library = new FolderLibrary(temp).zip(id + "/" + prefix + "_jp2.zip", IntStream.range(0, leaves)
                .mapToObj(leaf -> String.format("%s_jp2/%s_%04d.jp2", prefix, prefix, leaf)).toArray(String[]::new));
        Files.copy(data.resolve("scandata/" + file + "_scandata.xml"), temp.resolve(id).resolve(prefix + "_scandata.xml"));
        JsonNode reader = new JsonMapper().readTree(Files.readAllBytes(data.resolve("bookreader/" + id + "__BookReaderJSON.json")));
        List<Integer> shown = reader.path("leafNums").values().stream().map(JsonNode::asInt).toList();
        Item item = library.item(id);
        assertThat(item.pages()).extracting(Page::number).containsExactlyElementsOf(shown);
        for (int i = 0; i < shown.size(); i++) {
            String printed = reader.path("pageNums").path(i).asString("");
            Page page = item.pages().get(i);
            assertThat(page.label()).isEqualTo(printed.isEmpty() ? unprinted(page) : printed);
        }
        int title = reader.path("titleIndex").asInt(-1);
        if (title >= 0) {
            assertThat(item.start()).isEqualTo(title);
        }
    }

    private static String unprinted(Page page) {
        return page.type().filter(type -> !type.equals("Normal")).orElse("[" + (page.index() + 1) + "]");
    }

    @Test
    void theBooksFolderListsItsItems() {
        FolderSource source = source(corpus("books"));
        assertThat(listed(source)).containsExactly("alicesadventures00carr", "hocr", "mets-kant");
        assertThat(find(source, "alicesadventures00carr$page9")).get().isInstanceOf(Resource.Leaf.class);
        assertThat(find(source, "alicesadventures00carr$0")).isEmpty();
        assertThat(find(source, "alicesadventures00carr$__ia_thumb.jpg")).get().isInstanceOf(Resource.File.class);
    }

    @Test
    void theValidPicturesAreItemsByFolder() throws IOException {
        Path valid = corpus("valid");
        FolderSource source = source(valid);
        assertThat(listed(source)).contains("bmp", "gif", "jpeg", "jp2", "tiff", "jp2-matrix", "jp2-matrix/ref", "large")
                .doesNotContain("pdf", "names.tar");
        try (Stream<Path> pdfs = Files.list(valid.resolve("pdf"))) {
            long count = pdfs.filter(path -> path.toString().endsWith(".pdf")).count();
            assertThat(((Resource.Shelf) find(source, "pdf").orElseThrow()).folder().items()).hasSize((int) count);
        }
        Item jpeg = ((Resource.Whole) find(source, "jpeg").orElseThrow()).item();
        for (Page page : jpeg.pages()) {
            assertThat(find(source, "jpeg" + page.name())).contains(new Resource.Leaf(jpeg, page));
        }
        assertThat(find(source, "jpeg$cmyk.jpg")).get().isInstanceOf(Resource.File.class);
    }

    @Test
    void oddNamesFromTheTarAreServedInPlaceAndUnpacked() throws IOException {
        Path tar = corpus("valid/names.tar");
        MapCache cache = new MapCache();
        Archive archive = Archive.open(FileBlob.of(tar, "names"), cache, cache);
        for (ArchiveEntry entry : archive.entries()) {
            try (Blob blob = archive.member(FileBlob.of(tar, "names"), entry)) {
                Path file = temp.resolve(entry.name());
                Files.createDirectories(file.getParent());
                Files.write(file, blob.bytes(0, (int) blob.length()));
            }
        }
        FolderSource source = source(temp);
        Item item = ((Resource.Whole) find(source, "names").orElseThrow()).item();
        assertThat(item.pages()).hasSize(archive.entries().size() - 2); // info.json and noextension are no pictures by name
        for (ArchiveEntry entry : archive.entries()) {
            boolean isPicture = FileType.isPicture(entry.fileName());
            for (String id : List.of(entry.name(), entry.name().replace('/', '$'))) {
                assertThat(find(source, id).isPresent()).as(id).isEqualTo(isPicture);
            }
        }
    }

    @Test
    void hostileArchivesAreReadOrRefused() throws IOException {
        List<String> folders = new ArrayList<>();
        List<String> opened = new ArrayList<>();
        try (Stream<Path> files = Files.list(corpus("hostile/zip"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                Path folder = Files.createDirectories(temp.resolve(FileType.stem(name)));
                Files.copy(file, folder.resolve(name));
                folders.add(folder.getFileName().toString());
            }
        }
        FolderSource source = source(temp);
        for (String id : folders) {
            try {
                Item item = ((Resource.Whole) find(source, id).orElseThrow()).item();
                opened.add(id);
                for (Page page : item.pages().subList(0, Math.min(20, item.pages().size()))) {
                    head(source, item, page);
                }
            } catch (IiifException refused) {
                assertThat(refused.getMessage()).doesNotContain(temp.toString());
            }
        }
        assertThat(listed(source)).containsExactlyInAnyOrderElementsOf(opened);
        assertThat(opened).contains("gap-and-order_jp2", "slip-relative_jp2", "slip_jp2", "duplicate-names_jp2")
                .doesNotContain("truncated-central-directory_jp2");
        Item gap = ((Resource.Whole) find(source, "gap-and-order_jp2").orElseThrow()).item();
        assertThat(gap.pages()).extracting(Page::number).containsExactly(1, 2, 3, 10);
        assertThat(((Resource.Whole) find(source, "slip_jp2").orElseThrow()).item().pages()).hasSize(1);
    }

    private static void head(FolderSource source, Item item, Page page) {
        try (Blob blob = source.picture(item, page).blob()) {
            assertThat(blob.head(100).length).isPositive();
        } catch (IiifException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Test
    void hostileXmlNeverKeepsABookFromItsPages() throws IOException {
        Path xml = corpus("hostile/xml");
        try (Stream<Path> files = Files.list(xml)) {
            for (Path file : files.toList()) {
                hostileXml(file);
            }
        }
    }

    private void hostileXml(Path file) throws IOException {
        String id = file.getFileName().toString();
        FolderLibrary library = new FolderLibrary(temp).zip(id + "/b_jp2.zip", "b_jp2/b_0000.jp2", "b_jp2/b_0001.jp2");
        for (String suffix : List.of("b_meta.xml", "b_scandata.xml", "b_page_numbers.json", "item.json")) {
            Files.copy(file, temp.resolve(id).resolve(suffix));
        }
        Item item = library.item(id);
        assertThat(item.pages()).as(id).extracting(Page::number).containsExactly(0, 1);
        String all = item.label() + item.metadata() + item.summary();
        if (all.contains("root:") || all.length() > 1_000_000) {
            fail(id + " read what it should not: " + all.substring(0, Math.min(200, all.length())));
        }
    }
}
