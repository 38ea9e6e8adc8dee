package org.lectern.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.lectern.blob.FileBlob;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.text.PageText;
import org.lectern.text.Word;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The text layer of a book whose words are known. */
class PdfWordsCorpusTest {

    private static final String BOOK = "alicesadventures00carr";
    private static final double ABOVE = 0.25; // of the word's height: the font's ascent is not that of the letters
    private static final double BELOW = 0.3; // the layer's baseline is the lower edge, and its font has descenders

    private static Path books() {
        String named = System.getProperty("lectern.corpus");
        Path folder = Path.of(named == null ? "../shared/data/corpus" : named).resolve("books");
        Assumptions.assumeTrue(Files.isDirectory(folder), "the corpus is not here; set -Dlectern.corpus");
        return folder;
    }

    @Test
    void theWordsOfTheBookAreFoundWhereTheyStand() throws IOException {
        List<JsonNode> expected = new ArrayList<>();
        for (JsonNode page : new ObjectMapper().readTree(Files.readAllBytes(books().resolve(BOOK + ".expected.json"))).get("pages")) {
            if (page.get("access").booleanValue()) {
                expected.add(page);
            }
        }
        Path file = books().resolve(BOOK + "/" + BOOK + ".pdf");
        List<PageText> pages = new ArrayList<>();
        PdfWords.read(FileBlob.of(file, BOOK + ".pdf"), 200, (place, text) -> pages.add(text));
        assertThat(pages).hasSameSizeAs(expected);
        for (int i = 0; i < pages.size(); i++) {
            JsonNode page = expected.get(i);
            PageText text = pages.get(i).scaledTo(new Dimensions(page.get("width").intValue(), page.get("height").intValue()));
            List<Word> words = text.lines().stream().flatMap(line -> line.words().stream()).toList();
            assertThat(words).as("page %d", i).hasSize(page.get("words").intValue());
            for (int w = 0; w < page.get("first_words").size(); w++) {
                isAsExpected(words.get(w), page.get("first_words").get(w));
            }
        }
    }

    private static void isAsExpected(Word word, JsonNode expected) {
        Rect box = word.box();
        double height = expected.get(4).intValue() - expected.get(2).intValue();
        assertThat(word.text()).isEqualTo(expected.get(0).stringValue());
        assertThat(Math.abs(box.x() - expected.get(1).intValue())).as("left of %s", expected).isLessThanOrEqualTo(3);
        assertThat(Math.abs(box.right() - expected.get(3).intValue())).as("right of %s", expected).isLessThanOrEqualTo(3);
        assertThat(Math.abs(box.y() - expected.get(2).intValue())).as("top of %s, %s", expected, box).isLessThanOrEqualTo((int) (ABOVE * height + 3));
        assertThat(Math.abs(box.bottom() - expected.get(4).intValue())).as("bottom of %s, %s", expected, box).isLessThanOrEqualTo((int) (BELOW * height + 3));
    }
}
