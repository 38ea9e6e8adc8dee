package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Wire.Reply;
import org.lectern.core.Dimensions;
import org.lectern.presentation.PresentationRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Words on pages, from the file that a recognition wrote to the box that a viewer draws. */
class SearchInsideIT {

    private static final String BOOK = "proverbs";
    private static final String PREFIX_1 = "/iiif/search/1/" + BOOK;

    @TempDir
    private static Path folder;

    private static Launched lectern;
    private static Wire wire;

    @BeforeAll
    static void serve() throws IOException {
        Path library = folder.resolve("library");
        Scans scans = new Scans(library);
        // The recognition saw pages of 180 × 240; the pictures are half as large.
        scans.zip(BOOK + "/" + BOOK + "_jp2.zip", BOOK + "_jp2/" + BOOK + "_0000.jp2", BOOK + "_jp2/" + BOOK + "_0001.jp2",
                BOOK + "_jp2/" + BOOK + "_0002.jp2");
        scans.text(BOOK + "/" + BOOK + "_scandata.xml", """
                <book><pageData>
                <page leafNum="0"><pageType>Color Card</pageType><addToAccessFormats>false</addToAccessFormats></page>
                <page leafNum="1"><pageType>Title</pageType><addToAccessFormats>true</addToAccessFormats></page>
                <page leafNum="2"><pageType>Normal</pageType><addToAccessFormats>true</addToAccessFormats></page>
                </pageData></book>
                """);
        scans.text(BOOK + "/" + BOOK + "_djvu.xml", """
                <!DOCTYPE DjVuXML>
                <DjVuXML><BODY>
                <OBJECT width="180" height="240"><HIDDENTEXT/></OBJECT>
                <OBJECT width="180" height="240"><HIDDENTEXT><PAGECOLUMN><REGION><PARAGRAPH>
                <LINE><WORD coords="10,40,30,20">A</WORD> <WORD coords="40,40,80,20">bird</WORD>
                <WORD coords="90,40,101,20">in</WORD> <WORD coords="110,40,160,20">hand</WORD></LINE>
                <LINE><WORD coords="10,80,30,60">is</WORD> <WORD coords="40,80,99,60">w\u00f6rth</WORD>
                <WORD coords="110,80,170,60">&lt;script&gt;</WORD></LINE>
                </PARAGRAPH></REGION></PAGECOLUMN></HIDDENTEXT></OBJECT>
                </BODY></DjVuXML>
                """);
        scans.book("wordless", 2);
        scans.picture("shelf/one.png", 30, 30);
        Path corpus = corpus();
        if (Files.isDirectory(corpus)) {
            copy(corpus.resolve("alicesadventures00carr"), library.resolve("alicesadventures00carr"));
        }
        lectern = Launched.start(folder, "--port", "0", "--library", library.toString());
        wire = lectern.wire();
    }

    private static Path corpus() {
        return Path.of(System.getProperty("lectern.corpus", "../shared/data/corpus")).resolve("books");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.write(copy, Files.readAllBytes(path));
                }
            }
        }
    }

    @AfterAll
    static void stop() {
        lectern.close();
    }

    @Test
    @Holds({"SRC-001", "SRC-002", "SRC-003", "SRC-009", "SRC-012", "PRE-011"})
    void aPhraseOverTwoLinesIsOneHitOfTwoBoxesOnTheRightCanvas() {
        Reply reply = wire.get(PREFIX_1 + "?q=%22hand%20is%22");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.mediaType()).isEqualTo("application/json");
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("*");
        JsonNode json = reply.json();
        assertThat(json.at("/within/total").intValue()).isEqualTo(1);
        String canvas = wire.base() + "/iiif/" + BOOK + "$leaf2/canvas";
        assertThat(json.at("/resources").valueStream().map(one -> one.get("on").asString()))
                .containsExactly(canvas + "#xywh=55,10,25,10", canvas + "#xywh=5,30,10,10");
        assertThat(json.at("/hits/0/annotations").size()).isEqualTo(2);
        assertThat(json.at("/hits/0/before").asString()).isEqualTo("A bird in ");
        PresentationRules.checkSearch(reply.body(), 1, canvases());
    }

    @Test
    @Holds({"SRC-010", "SRC-012", "SRC-040"})
    void version2TellsTheSameWithItsOwnWords() {
        Reply reply = wire.get("/iiif/search/2/" + BOOK + "?q=BIRD", "Accept: application/ld+json");
        assertThat(reply.header("Content-Type"))
                .isEqualTo("application/ld+json;profile=\"http://iiif.io/api/search/2/context.json\"");
        assertThat(reply.json().at("/items/0/target/id").asString()).endsWith("$leaf2/canvas#xywh=20,10,20,10");
        assertThat(reply.json().at("/items/0/target/partOf/id").asString())
                .isEqualTo(wire.base() + "/iiif/3/" + BOOK + "/manifest.json");
        PresentationRules.checkSearch(reply.body(), 2, canvases());
    }

    private static Map<String, Dimensions> canvases() {
        return PresentationRules.canvases(wire.get("/iiif/3/" + BOOK + "/manifest.json").body());
    }

    @Test
    void theManifestsOfBothVersionsLeadToTheSearch() {
        JsonNode services = wire.get("/iiif/3/" + BOOK + "/manifest.json").json().get("service");
        assertThat(services.valueStream().map(one -> one.path("id").asString(one.path("@id").asString())))
                .containsExactly(wire.base() + "/iiif/search/2/" + BOOK, wire.base() + "/iiif/search/1/" + BOOK);
        String version2 = wire.get("/iiif/2/" + BOOK + "/manifest.json").json().at("/service/@id").asString();
        assertThat(wire.follow(version2 + "?q=worth").json().at("/within/total").intValue()).isEqualTo(1);
        assertThat(wire.get("/iiif/3/wordless/manifest.json").json().has("service")).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @Holds({"SRC-005", "SRC-008"})
    @ValueSource(strings = {"", "?q=", "?q=%20", "?q=feather", "?q=bird&motivation=commenting"})
    void nothingFoundIsAnEmptyAnswer(String query) {
        Reply reply = wire.get(PREFIX_1 + query);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/within/total").intValue()).isZero();
        assertThat(reply.json().get("resources").isEmpty()).isTrue();
    }

    @Test
    @Holds({"SRC-005", "SRC-006", "SRC-007"})
    void motivationIsHonouredAndDateAndUserAreNamedAsIgnored() {
        JsonNode json = wire.get(PREFIX_1 + "?q=bird&motivation=painting%20commenting&user=x&date=y&other=z").json();
        assertThat(json.at("/within/total").intValue()).isEqualTo(1);
        assertThat(json.at("/within/ignored").valueStream().map(JsonNode::asString)).containsExactly("date", "user");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "/iiif/search/proverbs?q=bird, 200", "/iiif/search/proverbs/?q=bird, 200", "/iiif/search/2/proverbs/?q=bird, 200",
        "/iiif/search/1/wordless?q=bird, 200", "/iiif/search/1/nothing?q=bird, 404", "/iiif/search/1/shelf?q=x, 200",
        "/iiif/search/1/proverbs$1?q=bird, 404", "/iiif/search/1/proverbs?q=bird&page=2, 404",
        "/iiif/search/1/proverbs?q=bird&page=0, 400", "/iiif/search/1/proverbs?q=bird&page=x, 400",
        "/iiif/search/1/proverbs?q=%zz, 400", "/iiif/autocomplete/1/proverbs, 400",
        "/iiif/autocomplete/1/proverbs?q=b&min=0, 400", "/iiif/autocomplete/2/nothing?q=b, 404",
        "/iiif/3/annotations/proverbs$2/lines.json, 200", "/iiif/2/annotations/proverbs$2/words.json, 200",
        "/iiif/3/annotations/proverbs$0/lines.json, 404", "/iiif/3/annotations/proverbs/lines.json, 404",
        "/iiif/3/annotations/wordless$1/lines.json, 404", "/iiif/3/annotations/proverbs/proverbs_djvu.xml/2.json, 200",
        "/iiif/3/annotations/proverbs/proverbs_djvu.xml/3.json, 404",
        "/iiif/3/annotations/proverbs/proverbs_djvu.xml/0.json, 404"
    })
    void everyPathHasItsStatus(String path, int status) {
        Reply reply = wire.get(path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.mediaType()).isIn(status == 200
                ? List.of("application/json", "application/ld+json") : List.of("application/problem+json"));
    }

    @Test
    @Holds({"SRC-027", "SRC-045"})
    void wordsAreCompletedInBothVersionsAndLeadToTheirSearch() {
        JsonNode one = wire.get("/iiif/autocomplete/1/" + BOOK + "?q=B").json();
        assertThat(one.at("/terms/0/match").asString()).isEqualTo("bird");
        assertThat(wire.follow(one.at("/terms/0/url").asString()).json().at("/within/total").intValue()).isEqualTo(1);
        Reply two = wire.get("/iiif/autocomplete/2/" + BOOK + "?q=wo");
        assertThat(two.json().at("/items/0/value").asString()).isEqualTo("w\u00f6rth");
        PresentationRules.checkTerms(two.body(), 2);
        assertThat(wire.get("/iiif/autocomplete/2/" + BOOK + "?q=zz").json().get("items").isEmpty()).isTrue();
    }

    @Test
    @Holds({"PRE-029", "PRE-088", "PRE-105", "PRE-106"})
    void aCanvasLeadsToItsLinesAndWordsInTheVersionOfItsManifest() {
        JsonNode canvas3 = wire.get("/iiif/3/" + BOOK + "/manifest.json").json().at("/items/1");
        List<String> pages = canvas3.get("annotations").valueStream().map(one -> one.get("id").asString()).toList();
        Reply lines = wire.follow(pages.get(0));
        assertThat(lines.json().get("id").asString()).isEqualTo(pages.get(0));
        assertThat(lines.json().at("/items/1/body/value").asString()).isEqualTo("is w\u00f6rth <script>");
        assertThat(lines.json().at("/items/1/target").asString())
                .isEqualTo(canvas3.get("id").asString() + "#xywh=5,30,80,10");
        PresentationRules.checkText3(lines.body(), canvases());
        assertThat(wire.follow(pages.get(1)).json().get("items").size()).isEqualTo(7);
        JsonNode canvas2 = wire.get("/iiif/2/" + BOOK + "/manifest.json").json().at("/sequences/0/canvases/1");
        Reply list = wire.follow(canvas2.at("/otherContent/0/@id").asString());
        assertThat(list.json().at("/resources/0/resource/chars").asString()).isEqualTo("A bird in hand");
        PresentationRules.checkText2(list.body(), canvases());
        assertThat(wire.get("/iiif/3/annotations/" + BOOK + "$1/lines.json").json().get("items").isEmpty()).isTrue();
    }

    @Test
    void anUnchangedAnswerIsNotSentAgain() {
        for (String path : List.of(PREFIX_1 + "?q=bird", "/iiif/3/annotations/" + BOOK + "$2/words.json")) {
            String tag = wire.get(path).header("ETag");
            assertThat(wire.get(path, "If-None-Match: " + tag).status()).as(path).isEqualTo(304);
        }
    }

    @Test
    void healthTellsOfIndexesInTheMaking() {
        assertThat(wire.get("/_/health/ready").json().get("indexing").propertyNames())
                .containsExactly("books", "pagesRead", "pages");
    }

    /** Boxes of the hits as {@code expected.json} tells them: page, left, top, right, bottom. */
    @Test
    void everyWordOfTheCorpusBookIsFoundWithinTwoPixels() throws IOException {
        Path facts = corpus().resolve("alicesadventures00carr.expected.json");
        Assumptions.assumeTrue(Files.exists(facts), "no corpus at hand; set -Dlectern.corpus");
        JsonNode expected = JsonMapper.shared().readTree(Files.readString(facts)).get("search");
        for (String word : expected.propertyNames()) {
            JsonNode answer = wire.get("/iiif/search/1/alicesadventures00carr?q=" + word).json();
            assertThat(answer.at("/within/total").intValue()).as(word).isEqualTo(expected.at("/" + word + "/count").intValue());
            List<int[]> found = new ArrayList<>(answer.get("resources").valueStream()
                    .map(one -> place(one.get("on").asString())).toList());
            for (JsonNode hit : expected.at("/" + word + "/hits")) {
                int[] place = {hit.get(0).intValue(), hit.at("/1/0").intValue(), hit.at("/1/1").intValue(),
                    hit.at("/1/2").intValue(), hit.at("/1/3").intValue()};
                assertThat(found.removeIf(one -> isNear(one, place))).as("%s at %s", word, hit).isTrue();
            }
        }
    }

    private static int[] place(String on) {
        String[] box = on.substring(on.indexOf('=') + 1).split(",");
        int x = Integer.parseInt(box[0]);
        int y = Integer.parseInt(box[1]);
        int leaf = Integer.parseInt(on.replaceAll(".*\\$leaf(\\d+)/canvas.*", "$1"));
        return new int[] {leaf, x, y, x + Integer.parseInt(box[2]), y + Integer.parseInt(box[3])};
    }

    private static boolean isNear(int[] one, int[] other) {
        for (int i = 0; i < one.length; i++) {
            if (Math.abs(one[i] - other[i]) > (i == 0 ? 0 : 2)) {
                return false;
            }
        }
        return true;
    }
}
