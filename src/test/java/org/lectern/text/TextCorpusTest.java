package org.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.blob.Blob;
import org.lectern.blob.FileBlob;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Real files, and a book whose words are known. */
class TextCorpusTest {

    private static final String BOOK = "alicesadventures00carr";

    private static Path corpus() {
        String named = System.getProperty("lectern.corpus");
        Path folder = Path.of(named == null ? "../shared/data/corpus" : named);
        Assumptions.assumeTrue(Files.isDirectory(folder), "the corpus is not here; set -Dlectern.corpus");
        return folder;
    }

    private static Blob blob(Path file) {
        return FileBlob.of(file, file.getFileName().toString());
    }

    private static List<JsonNode> expected() throws IOException {
        List<JsonNode> pages = new ArrayList<>();
        for (JsonNode page : new ObjectMapper().readTree(Files.readAllBytes(corpus().resolve("books/" + BOOK + ".expected.json"))).get("pages")) {
            if (page.get("access").booleanValue()) {
                pages.add(page);
            }
        }
        return pages;
    }

    private static void isAsExpected(List<PageText> pages, List<JsonNode> expected) {
        assertThat(pages).hasSameSizeAs(expected);
        for (int i = 0; i < pages.size(); i++) {
            JsonNode page = expected.get(i);
            List<Word> words = pages.get(i).lines().stream().flatMap(line -> line.words().stream()).toList();
            assertThat(pages.get(i).space().toString()).isEqualTo(page.get("width").intValue() + "x" + page.get("height").intValue());
            assertThat(words).as("page %d", i).hasSize(page.get("words").intValue());
            for (int w = 0; w < page.get("first_words").size(); w++) {
                isAsExpected(words.get(w), page.get("first_words").get(w));
            }
        }
    }

    private static void isAsExpected(Word word, JsonNode expected) {
        Rect box = word.box();
        assertThat(word.text()).isEqualTo(expected.get(0).stringValue());
        int[] edges = {box.x(), box.y(), box.right(), box.bottom()};
        for (int i = 0; i < edges.length; i++) {
            assertThat(Math.abs(edges[i] - expected.get(i + 1).intValue())).as("%s of %s", word, expected).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void theBookReadsTheSameInEveryForm() throws IOException {
        Path book = corpus().resolve("books/" + BOOK);
        List<PageText> djvu = Reading.pages(TextForm.DJVU_XML, blob(book.resolve(BOOK + "_djvu.xml")));
        List<PageText> hocr = Reading.pages(TextForm.HOCR, blob(book.resolve(BOOK + "_hocr.html")));
        List<PageText> alto = new ArrayList<>();
        for (int i = 1; i <= expected().size(); i++) {
            alto.addAll(Reading.pages(TextForm.ALTO, blob(book.resolve("alto/" + BOOK + "_%04d.xml".formatted(i)))));
        }
        isAsExpected(djvu, expected());
        isAsExpected(hocr, expected());
        isAsExpected(alto, expected());
        for (int i = 0; i < djvu.size(); i++) {
            assertThat(Reading.words(hocr.get(i))).isEqualTo(Reading.words(djvu.get(i)));
            assertThat(Reading.words(alto.get(i))).isEqualTo(Reading.words(djvu.get(i)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "books/alto/00002.xml, ALTO, 1, 180, 3", "books/alto/00004.xml, ALTO, 1, 124, 0", "books/alto/009.xml, ALTO, 1, 425, 3",
        "books/alto/019.xml, ALTO, 1, 360, 2", "books/alto/046.xml, ALTO, 1, 249, 1", "books/alto/Glyph_Sample02_AlternativeClarification.xml, ALTO, 1, 1, 0",
        "books/alto/Glyph_Sample04_Chinese.xml, ALTO, 1, 4, 0", "books/alto/alto.xml, ALTO, 2, 549, 5", "books/alto/alto_namespaced.xml, ALTO, 1, 1924, 111",
        "books/alto/alto_ocrd_from_page_00000006.xml, ALTO, 1, 169, 0", "books/alto/altobadcoords.xml, ALTO, 1, 3073, 28",
        "books/alto/chronicling_america.xml, ALTO, 1, 4430, 30", "books/alto/es-scbg_bblg_18950101_0001.xml, ALTO, 1, 435, 22",
        "books/alto/es-scbg_bblg_18950101_0003.xml, ALTO, 1, 542, 24", "books/alto/es-scbg_bblg_18950101_0005.xml, ALTO, 1, 516, 8",
        "books/alto/es-scbg_bblg_18950101_0007.xml, ALTO, 1, 520, 16", "books/mets-kant/PAGE_0017_ALTO.xml, ALTO, 1, 161, 0",
        "books/mets-kant/PAGE_0020_ALTO.xml, ALTO, 1, 258, 1", "books/hocr/426117689_0459.html, HOCR, 1, 245, 11",
        "books/hocr/hocr_broken_comment.html, HOCR, 1, 892, 6", "books/hocr/hocr_broken_pis.html, HOCR, 1, 645, 0",
        "books/hocr/hyphen_match.html, HOCR, 1, 2024, 33", "books/hocr/seq-1.html, HOCR, 1, 3586, 112", "books/hocr/seq-3.html, HOCR, 1, 2745, 75",
        "books/real-ia/ERIC_ED441501_djvu.xml, DJVU_XML, 8, 3655, 0",
        "../internet-archive/djvuxml/lettertodeargarr00mays__39999066769967_djvu.xml, DJVU_XML, 4, 298, 0",
        "../internet-archive/djvuxml/lettertosamuelma00estl__39999063867541_djvu.xml, DJVU_XML, 2, 0, 0"})
    void realFilesAreKnownAndRead(String name, TextForm form, int pages, int words, int divided) {
        Path file = corpus().resolve(name);
        Assumptions.assumeTrue(Files.exists(file), name + " is not here");
        try (Blob blob = blob(file)) {
            assertThat(TextForm.of(blob.head(4096))).contains(form);
        }
        List<PageText> read = Reading.pages(form, blob(file));
        List<Word> all = read.stream().flatMap(page -> page.lines().stream()).flatMap(line -> line.words().stream()).toList();
        assertThat(read).hasSize(pages);
        assertThat(all).hasSize(words);
        assertThat(all.stream().filter(word -> word.part() == Word.Part.HEAD)).hasSize(divided);
        assertThat(all.stream().filter(word -> word.part() == Word.Part.TAIL)).hasSize(divided);
    }

    @Test
    void hostileFilesAreReadOrRefused() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(corpus().resolve("hostile/xml"))) {
            files = all.sorted().toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            for (TextForm form : List.of(TextForm.DJVU_XML, TextForm.HOCR, TextForm.ALTO, TextForm.PAGE_XML)) {
                try {
                    Reading.pages(form, blob(file)).forEach(page -> assertThat(page.text()).doesNotContain("root:", "lollol"));
                } catch (IiifException.Broken | IiifException.TooLarge e) {
                    assertThat(e.getMessage()).doesNotContain("/");
                }
            }
        }
    }
}
