package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The manifests of the Internet Archive's own service, as its code makes them of recorded answers, beside those that
 * Lectern makes of the same items as folders. Each field is equal, or {@code docs/internet-archive.md} says why it is not;
 * and each line there is still true of something.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveGoldensIT {

    private static final Path RECORDED =
            Path.of(System.getProperty("lectern.archive", "../shared/data/internet-archive"));
    private static final Path REASONS = Path.of("docs", "internet-archive.md");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String AUDIO =
            "78_i-want-a-hippopotamus-for-christmas_vicki-dale-the-peter-pan-orchestra_gbia0000281a";
    private static final String VIDEO = "FrankenberryCountChoculaTevevisionCommercial1971";

    /** The golden file, and where the same is asked for here. */
    private static final Map<String, String> MANIFESTS = Map.ofEntries(
            Map.entry("v3_manifest_lettertosamuelma00estl", "/iiif/3/lettertosamuelma00estl"),
            Map.entry("v3_manifest_lettertosamuelma00estl$1", "/iiif/3/lettertosamuelma00estl$1"),
            Map.entry("v3_manifest_lettertodeargarr00mays", "/iiif/3/lettertodeargarr00mays"),
            Map.entry("v3_manifest_lettertodeargarr00mays$1", "/iiif/3/lettertodeargarr00mays$1"),
            Map.entry("v3_manifest_journalofexpedit00ford", "/iiif/3/journalofexpedit00ford"),
            Map.entry("v3_manifest_journalofexpedit00ford$6", "/iiif/3/journalofexpedit00ford$6"),
            Map.entry("v3_manifest_audio_hippopotamus", "/iiif/3/" + AUDIO),
            Map.entry("v3_manifest_movies_Frankenberry", "/iiif/3/" + VIDEO),
            Map.entry("v2_manifest_lettertosamuelma00estl", "/iiif/2/lettertosamuelma00estl"),
            Map.entry("v2_manifest_lettertosamuelma00estl$1", "/iiif/2/lettertosamuelma00estl$1"),
            Map.entry("v2_manifest_lettertodeargarr00mays", "/iiif/2/lettertodeargarr00mays"),
            Map.entry("v2_manifest_lettertodeargarr00mays$1", "/iiif/2/lettertodeargarr00mays$1"),
            Map.entry("v2_manifest_journalofexpedit00ford", "/iiif/2/journalofexpedit00ford"));

    /** The words of a recorded answer of the archive's search inside, where the archive's own text says they stand. */
    private static final String JOURNAL_WORDS = words();

    @TempDir
    private static Path folder;

    private Launched lectern;
    private Wire wire;
    private List<Reason> reasons;

    /** A line of the document. */
    private record Reason(String field, Pattern pattern) {}

    @BeforeAll
    void serve() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(RECORDED), "no recordings at hand; set -Dlectern.archive");
        Path library = folder.resolve("library");
        var items = new ArchiveItems(RECORDED, library);
        items.item("lettertosamuelma00estl", Optional.empty()).item("lettertodeargarr00mays", Optional.empty());
        items.item("journalofexpedit00ford", Optional.of(JOURNAL_WORDS));
        items.item("i-want-a-hippopotamus-for-christmas", Optional.empty()).item(VIDEO, Optional.empty());
        reasons = reasons();
        lectern = Launched.start(folder, "--port", "0", "--library", library.toString());
        wire = lectern.wire();
    }

    @AfterAll
    void stop() {
        if (lectern != null) {
            lectern.close();
        }
    }

    @Test
    void everyFieldIsEqualOrBetterForAReasonThatIsWrittenDown() {
        Set<Reason> used = new LinkedHashSet<>();
        List<String> unexplained = new ArrayList<>();
        MANIFESTS.forEach((name, path) -> {
            Map<String, String> theirs = ManifestFacts.of(golden(name));
            Wire.Reply reply = wire.get(path + "/manifest.json");
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            Map<String, String> ours = ManifestFacts.of(reply.json());
            Set<String> fields = new TreeSet<>(theirs.keySet());
            fields.addAll(ours.keySet());
            for (String field : fields) {
                String their = theirs.getOrDefault(field, "(nothing)");
                String our = ours.getOrDefault(field, "(nothing)");
                if (their.equals(our)) {
                    continue;
                }
                String versioned = name.substring(0, 2) + (name.contains("$") ? " page " : " ") + field;
                Optional<Reason> reason = reasons.stream()
                        .filter(one -> one.pattern().matcher(versioned).matches()).findFirst();
                reason.ifPresentOrElse(used::add, () -> unexplained.add(
                        name + ": " + field + "\n      theirs: " + their + "\n      here:   " + our));
            }
        });
        assertThat(unexplained).as("differences that %s does not tell of", REASONS).isEmpty();
        assertThat(reasons).as("lines of %s that are true of nothing", REASONS).allMatch(used::contains);
    }

    @Test
    void theWordsOfAPageAreTheirsBoxByBox() {
        JsonNode theirs = golden("v3_annotations_lettertodeargarr00mays_1");
        JsonNode ours = wire.get("/iiif/3/annotations/lettertodeargarr00mays/39999066769967_djvu.xml/1.json").json();
        assertThat(words(ours)).hasSizeGreaterThan(50).containsExactlyElementsOf(words(theirs));
    }

    /** Theirs names the fifth canvas; the word stands on leaf 6. */
    @Test
    void aWordIsFoundInTheSamePlaceAndOnTheRightPage() {
        JsonNode theirs = golden("search_v1_Brunswick").at("/resources/0");
        JsonNode ours = wire.get("/iiif/search/1/journalofexpedit00ford?q=Brunswick").json().at("/resources/0");
        assertThat(ours.at("/resource/chars")).isEqualTo(theirs.at("/resource/chars"));
        assertThat(box(ours.get("on").asString())).isEqualTo(box(theirs.get("on").asString()));
        assertThat(ours.get("on").asString()).contains("/journalofexpedit00ford$leaf6/canvas#");
    }

    private static List<String> words(JsonNode page) {
        return page.get("items").valueStream()
                .map(one -> one.at("/body/value").asString() + " " + box(one.get("target").asString())).toList();
    }

    private static String box(String target) {
        return target.substring(target.indexOf('#'));
    }

    private static String words() {
        var xml = new StringBuilder("<DjVuXML><BODY>\n");
        for (int leaf = 1; leaf <= 22; leaf++) {
            xml.append("<OBJECT width=\"2444\" height=\"3771\"><HIDDENTEXT>");
            if (leaf == 6) {
                xml.append("<PAGECOLUMN><REGION><PARAGRAPH><LINE><WORD coords=\"1338,2895,1675,2851\">Brunswick</WORD>"
                        + "</LINE></PARAGRAPH></REGION></PAGECOLUMN>");
            }
            xml.append("</HIDDENTEXT></OBJECT>\n");
        }
        return xml.append("</BODY></DjVuXML>\n").toString();
    }

    private static JsonNode golden(String name) {
        try {
            return JSON.readTree(Files.readString(RECORDED.resolve("golden").resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of the tables: the field in the first column, {@code *} for any part of it. */
    private static List<Reason> reasons() throws IOException {
        List<Reason> reasons = new ArrayList<>();
        for (String line : Files.readAllLines(REASONS)) {
            if (line.startsWith("| `v")) {
                String field = line.substring(3, line.indexOf('`', 3));
                String pattern = Pattern.quote(field).replace("*", "\\E.*\\Q");
                reasons.add(new Reason(field, Pattern.compile(pattern)));
            }
        }
        return reasons;
    }
}
