package org.lectern.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.service.House.BASE;
import static org.lectern.service.House.asked;
import static org.lectern.service.House.caller;
import static org.lectern.service.House.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.Holds;
import org.lectern.blob.MapCache;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.image.Limits;
import org.lectern.presentation.Golden;
import org.lectern.presentation.PresentationRules;
import org.lectern.source.Apparatus;
import org.lectern.source.Item;
import org.lectern.source.ItemFile;
import org.lectern.source.Kind;
import org.lectern.source.Page;
import org.lectern.source.Section;
import org.lectern.source.Track;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What of an item stands in its manifest, and how. */
class ManifestMakerTest {

    private static final Imprint PUBLISHED = new Imprint(House.WORDING,
            Optional.of(new Imprint.Publisher("Example Library", Optional.of("https://example.org/library"),
                    Optional.of("https://example.org/logo.png"))),
            ApiVersion.V3, "build");

    private static byte[] manifest(Item item, ApiVersion version) {
        return manifest(House.of(new Shelves("s").add(item), PUBLISHED, new MapCache()), item.id().text(), version);
    }

    private static byte[] manifest(House house, String id, ApiVersion version) {
        return ((Answer.Document) house.manifests.manifest(asked(id), Optional.of(version), caller())).body();
    }

    private static JsonNode three(Item item) {
        return JsonMapper.shared().readTree(manifest(item, ApiVersion.V3));
    }

    static Stream<Item> treasures() {
        return Stream.of(Treasures.atlas(), Treasures.volumes(), Treasures.concert(), Treasures.film());
    }

    @Holds({"PRE-045", "PRE-048", "PRE-049", "PRE-054", "PRE-055", "PRE-056", "PRE-062", "PRE-063", "PRE-091", "PRE-096",
            "PRE-105", "PRE-109", "PRE-154", "PRE-156", "PRE-170", "PRE-173"})
    @ParameterizedTest
    @MethodSource("treasures")
    void manifestsAreWrittenAsReviewed(Item item) {
        String name = item.id().text().replaceFirst(".*/", "");
        Golden.check("treasure-" + name + "-3.json", manifest(item, ApiVersion.V3));
        Golden.check("treasure-" + name + "-2.json", manifest(item, ApiVersion.V2));
    }

    @ParameterizedTest
    @MethodSource("treasures")
    void manifestsPassTheOfficialSchema(Item item) {
        PresentationRules.checkSchema(manifest(item, ApiVersion.V3));
    }

    @ParameterizedTest
    @MethodSource("treasures")
    void manifestsKeepTheRulesOfBothVersions(Item item) {
        PresentationRules.check3(manifest(item, ApiVersion.V3));
        PresentationRules.check2(manifest(item, ApiVersion.V2));
    }

    @Holds({"PRE-062", "PRE-091", "PRE-093"})
    @Test
    void rangesAreNumberedAsTheyAreWrittenAndHoldEachPageOnce() {
        List<String> lines = new ArrayList<>();
        three(Treasures.atlas()).get("structures").forEach(range -> outline(range, "", lines));
        assertThat(lines).containsExactly(
                "range/1 Chapter 1", "  $leaf2/canvas", "  range/2 The map", "    $leaf3/canvas", "    $leaf4/canvas",
                "  $leaf5/canvas", "range/3 Binding", "  $leaf6/canvas");
    }

    private static void outline(JsonNode node, String indent, List<String> into) {
        String id = node.get("id").stringValue().replace(BASE + "/iiif/maps$atlas", "").replaceFirst("^/", "");
        boolean isRange = node.get("type").stringValue().equals("Range");
        into.add(indent + id + (isRange ? " " + node.get("label").get("none").get(0).stringValue() : ""));
        node.path("items").forEach(inner -> outline(inner, indent + "  ", into));
    }

    @Test
    void aSectionWhosePartsAloneHavePagesHoldsTheParts() {
        Section inner = new Section("inner", List.of(1), List.of());
        Section outer = new Section("outer", List.of(), List.of(new Section("middle", List.of(), List.of(inner))));
        Item item = Treasures.item("x", Kind.TEXTS, List.of(), pages(2), 0,
                new Apparatus(List.of(), Optional.empty(), Optional.empty(), List.of(outer), List.of(), List.of()));
        JsonNode range = three(item).get("structures").get(0).get("items").get(0).get("items").get(0);
        assertThat(range.get("id").stringValue()).isEqualTo(BASE + "/iiif/x/range/3");
        assertThat(range.get("items").get(0).get("id").stringValue()).isEqualTo(BASE + "/iiif/x$leaf1/canvas");
    }

    @Test
    void sectionsNestNoDeeperThanFiftyLevels() {
        Section section = new Section("bottom", List.of(1), List.of());
        for (int i = 0; i < 3000; i++) {
            section = new Section("level " + i, List.of(0, 1), List.of(section));
        }
        Item item = Treasures.item("x", Kind.TEXTS, List.of(), pages(2), 0,
                new Apparatus(List.of(), Optional.empty(), Optional.empty(), List.of(section), List.of(), List.of()));
        JsonNode range = three(item).get("structures").get(0);
        int levels = 1;
        while (range.get("items").get(0).get("type").stringValue().equals("Range")) {
            range = range.get("items").get(0);
            levels++;
        }
        assertThat(levels).isEqualTo(50);
        assertThat(range.get("items").size()).isEqualTo(2);
    }

    private static List<Page> pages(int count) {
        return IntStream.range(0, count).mapToObj(i -> Treasures.page(i, i, "$" + i)).toList();
    }

    @Holds({"PRE-057", "PRE-063"})
    @Test
    void wordsOfPagesAreSearchedAndLinkedWhereThereAreAny() {
        JsonNode manifest = three(Treasures.atlas());
        assertThat(manifest.get("service").get(1).get("@id").stringValue()).isEqualTo(BASE + "/iiif/search/1/maps$atlas");
        assertThat(manifest.get("service").get(0).get("id").stringValue()).isEqualTo(BASE + "/iiif/search/2/maps$atlas");
        assertThat(manifest.get("items").get(1).get("annotations").toString()).isEqualTo(
                "[{\"id\":\"" + BASE + "/iiif/3/annotations/maps$atlas$2/lines.json\",\"type\":\"AnnotationPage\","
                        + "\"label\":{\"en\":[\"Text by lines\"]}},"
                        + "{\"id\":\"" + BASE + "/iiif/3/annotations/maps$atlas$2/words.json\",\"type\":\"AnnotationPage\","
                        + "\"label\":{\"en\":[\"Text by words\"]}}]");
        assertThat(manifest.get("items").get(5).has("annotations")).isFalse();
        assertThat(three(Treasures.volumes()).has("service")).isFalse();
    }

    @Holds({"PRE-054", "PRE-056", "PRE-173"})
    @Test
    void filesAreLinkedAsWhatTheyAreForAndWithTheirNamesEncoded() {
        JsonNode manifest = three(Treasures.atlas());
        assertThat(manifest.get("rendering").toString()).isEqualTo(
                "[{\"id\":\"" + BASE + "/iiif/pdf/maps$atlas\",\"type\":\"Text\","
                        + "\"label\":{\"en\":[\"PDF of all pages\"]},\"format\":\"application/pdf\"},"
                        + "{\"id\":\"" + BASE + "/iiif/resource/maps$atlas/atlas_djvu.txt\",\"type\":\"Text\","
                        + "\"label\":{\"none\":[\"Full text\"]},\"format\":\"text/plain\"}]");
        assertThat(manifest.get("seeAlso").toString()).isEqualTo(
                "[{\"id\":\"" + BASE + "/iiif/resource/maps$atlas/atlas%20marc.xml\",\"type\":\"Dataset\","
                        + "\"label\":{\"none\":[\"MARC\"]},\"format\":\"application/xml\","
                        + "\"profile\":\"http://www.loc.gov/MARC21/slim\"}]");
        assertThat(manifest.toString()).doesNotContain("jp2.zip");
    }

    @ParameterizedTest(name = "{0} as {1} is {2}")
    @CsvSource({
        "application/pdf, RENDERING, Text", "application/epub+zip, RENDERING, Text", "text/html, RENDERING, Text",
        "image/vnd.djvu, RENDERING, Image", "audio/mpeg, RENDERING, Sound", "video/mp4, RENDERING, Video",
        "application/gzip, RENDERING, Dataset", "text/plain, SEE_ALSO, Dataset", "application/xml, SEE_ALSO, Dataset",
    })
    void theTypeOfALinkFollowsFromTheFormat(String format, ItemFile.Use use, String type) {
        ItemFile file = new ItemFile("a", "", format, use, Optional.empty(), 1);
        JsonNode manifest = three(withFiles(file));
        JsonNode links = manifest.get(use == ItemFile.Use.SEE_ALSO ? "seeAlso" : "rendering");
        JsonNode last = links.get(links.size() - 1);
        assertThat(last.get("type").stringValue()).isEqualTo(type);
        assertThat(last.get("label").toString()).isEqualTo("{\"none\":[\"" + format + "\"]}");
    }

    private static Item withFiles(ItemFile... files) {
        return Treasures.item("x", Kind.TEXTS, List.of(), pages(2), 0, new Apparatus(
                List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(files)));
    }

    @Test
    void anItemThatHasAPdfNeedsNoOther() {
        ItemFile pdf = new ItemFile("a.pdf", "Text PDF", "application/pdf", ItemFile.Use.RENDERING, Optional.empty(), 1);
        assertThat(three(withFiles(pdf)).get("rendering").size()).isEqualTo(1);
        ItemFile kept = new ItemFile("a.pdf", "Text PDF", "application/pdf", ItemFile.Use.NONE, Optional.empty(), 1);
        assertThat(three(withFiles(kept)).get("rendering").get(0).get("id").stringValue()).endsWith("/iiif/pdf/x");
        Item picture = Shelves.item("x", Kind.IMAGE, List.of(Shelves.page(0, "", "")), 0);
        assertThat(three(picture).has("rendering")).isFalse();
    }

    @Holds({"PRE-045", "PRE-055"})
    @Test
    void whoGivesTheItemsIsNamedWhenTheSettingsSaySo() {
        assertThat(three(Treasures.film()).get("provider").get(0).get("id").stringValue())
                .isEqualTo("https://example.org/library");
        House silent = House.of(new Shelves("s").add(Treasures.volumes()));
        assertThat(json(silent.manifests.manifest(asked("volumes"), Optional.of(ApiVersion.V3), caller())).has("provider"))
                .isFalse();
        Imprint nameless = new Imprint(House.WORDING,
                Optional.of(new Imprint.Publisher("We", Optional.empty(), Optional.empty())), ApiVersion.V3, "build");
        House plain = House.of(new Shelves("s").add(Treasures.volumes()), nameless, new MapCache());
        assertThat(json(plain.manifests.manifest(asked("volumes"), Optional.of(ApiVersion.V3), caller())).get("provider")
                .toString()).isEqualTo("[{\"id\":\"" + BASE + "\",\"type\":\"Agent\",\"label\":{\"none\":[\"We\"]}}]");
    }

    @Holds({"PRE-048", "PRE-054"})
    @Test
    void theDateAndThePageElsewhereAreTold() {
        JsonNode manifest = three(Treasures.atlas());
        assertThat(manifest.get("navDate").stringValue()).isEqualTo("1623-01-01T00:00:00Z");
        assertThat(manifest.get("homepage").get(0).get("id").stringValue()).isEqualTo("https://example.org/atlas");
        assertThat(manifest.get("homepage").get(1).get("id").stringValue()).isEqualTo(BASE + "/maps$atlas");
        assertThat(three(Treasures.volumes()).has("navDate")).isFalse();
        assertThat(three(Treasures.volumes()).get("homepage").size()).isEqualTo(1);
    }

    @Test
    void languagesAreNamedUnlessTheDescriptionNamesThem() {
        assertThat(three(Treasures.atlas()).get("metadata").toString())
                .isEqualTo("[{\"label\":{\"en\":[\"Language\"]},\"value\":{\"en\":[\"German\",\"Latin\"]}}]");
        Item plain = Treasures.atlas();
        Item told = new Item(plain.id(), plain.kind(), plain.label(),
                List.of(new Item.Metadata("Language", List.of("ger"))), plain.summary(), plain.rights(),
                plain.attribution(), plain.seeAlso(), plain.viewingDirection(), plain.behavior(), plain.pages(), 0,
                plain.apparatus(), "v", plain.modified());
        assertThat(three(told).get("metadata").toString())
                .isEqualTo("[{\"label\":{\"none\":[\"Language\"]},\"value\":{\"none\":[\"ger\"]}}]");
    }

    @ParameterizedTest(name = "{0} dots an inch told, {1} in the header")
    @CsvSource({"300, 72, 0.0846", "0, 300, 0.0846", "0, 72, -1", "0, 0, -1", "254, 300, 0.1"})
    void theScaleIsThatOfTheDescriptionElseOfTheHeader(int told, int header, double millimetres) {
        Page page = new Page(0, 0, "$0", "1", Optional.empty(), Optional.empty(),
                told == 0 ? Optional.empty() : Optional.of(told), Optional.empty(), "m");
        House house = House.of(new Shelves("s").add(
                Treasures.item("x", Kind.TEXTS, List.of(), List.of(page, Treasures.page(1, 1, "$1")), 0, Apparatus.NONE)));
        house.drawn.dpi = header == 0 ? OptionalDouble.empty() : OptionalDouble.of(header);
        JsonNode canvas = json(house.manifests.manifest(asked("x"), Optional.of(ApiVersion.V3), caller())).get("items").get(0);
        assertThat(canvas.has("service")).isEqualTo(millimetres > 0);
        if (millimetres > 0) {
            assertThat(canvas.get("service").get(0).get("physicalScale").doubleValue())
                    .isCloseTo(millimetres, Offset.offset(0.0001));
        }
        assertThat(json(house.manifests.manifest(asked("x$0"), Optional.of(ApiVersion.V3), caller())).get("items").get(0))
                .isEqualTo(canvas);
    }

    @Holds({"PRE-070", "PRE-072"})
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "paged, NFFN, 12", "paged, NFN, ''", "paged, FFFF, 0123", "paged, FFNF, 01", "paged, FFF, ''", "individuals, NFFN, ''",
        "paged, NFFNNFFFNFF, 12910",
    })
    void aSheetThatFoldsOutStandsOutsideThePagingWhenBothItsSidesAreThere(String behavior, String types, String outside) {
        List<Page> pages = IntStream.range(0, types.length()).mapToObj(i -> new Page(i, i, "$" + i, "" + i,
                Optional.of(types.charAt(i) == 'F' ? "Foldout" : "Normal"), Optional.of(new Dimensions(9, 9)), "m")).toList();
        Item item = Treasures.item("x", Kind.TEXTS, List.of(behavior), pages, 0, Apparatus.NONE);
        StringBuilder seen = new StringBuilder();
        JsonNode canvases = three(item).get("items");
        for (int i = 0; i < canvases.size(); i++) {
            seen.append(canvases.get(i).path("behavior").toString().equals("[\"non-paged\"]") ? "" + i : "");
        }
        assertThat(seen.toString()).isEqualTo(outside);
    }

    @Holds({"PRE-040", "PRE-120"})
    @Test
    void canvasesOfFurtherBooksAreCalledByTheirBookAndNoTwoAlike() {
        List<String> ids = new ArrayList<>();
        three(Treasures.volumes()).get("items").forEach(canvas -> ids.add(canvas.get("id").stringValue()));
        assertThat(ids).containsExactly(
                BASE + "/iiif/volumes$leaf1/canvas", BASE + "/iiif/volumes$leaf2/canvas",
                BASE + "/iiif/volumes:Volume%202$leaf1/canvas", BASE + "/iiif/volumes:Volume%202$leaf2/canvas",
                BASE + "/iiif/volumes$n4/canvas");
        House house = House.of(new Shelves("s").add(Treasures.volumes()), PUBLISHED, new MapCache());
        for (int i = 0; i < ids.size(); i++) {
            String page = "volumes" + Treasures.volumes().pages().get(i).name();
            if (!page.contains(":")) {
                assertThat(json(house.manifests.manifest(asked(page), Optional.of(ApiVersion.V3), caller())).get("items")
                        .get(0).get("id").stringValue()).isEqualTo(ids.get(i));
            }
        }
    }

    @Holds({"PRE-049", "PRE-096"})
    @Test
    void recordingsLastAndComeInAllTheirForms() {
        JsonNode canvases = three(Treasures.concert()).get("items");
        JsonNode first = canvases.get(0);
        assertThat(first.get("id").stringValue()).isEqualTo(BASE + "/iiif/concert/track/01%20overture/canvas");
        assertThat(first.get("duration").doubleValue()).isEqualTo(61.5);
        assertThat(first.has("width")).isFalse();
        assertThat(first.get("accompanyingCanvas").get("width").intValue()).isEqualTo(3000);
        assertThat(first.get("thumbnail").get(0).get("id").stringValue())
                .startsWith(BASE + "/iiif/3/concert$01%20overture.png/full/");
        JsonNode body = first.get("items").get(0).get("items").get(0).get("body");
        assertThat(body.get("type").stringValue()).isEqualTo("Choice");
        assertThat(body.get("items").get(0).get("id").stringValue())
                .isEqualTo(BASE + "/iiif/resource/concert/01%20overture.mp3");
        JsonNode second = canvases.get(1);
        assertThat(second.get("label").toString()).isEqualTo("{\"none\":[\"02\"]}");
        assertThat(second.has("accompanyingCanvas")).as("its picture is broken").isFalse();
        assertThat(second.has("width")).as("what is heard has no sides").isFalse();
        assertThat(canvases.get(2).get("id").stringValue()).isEqualTo(BASE + "/iiif/concert$leaf0/canvas");
        assertThat(canvases.size()).isEqualTo(3);
    }

    @Holds("PRE-070")
    @Test
    void severalRecordingsFollowOneAnotherAndAreListed() {
        JsonNode manifest = three(Treasures.concert());
        assertThat(manifest.get("behavior").toString()).isEqualTo("[\"auto-advance\"]");
        JsonNode list = manifest.get("structures").get(0);
        assertThat(list.get("id").stringValue()).isEqualTo(BASE + "/iiif/concert/range/1");
        assertThat(list.get("label").toString()).isEqualTo("{\"en\":[\"Track list\"]}");
        assertThat(list.get("items").get(1).get("items").get(0).get("id").stringValue())
                .isEqualTo(BASE + "/iiif/concert/track/02/canvas");
        assertThat(three(Treasures.film()).has("structures")).isFalse();
        assertThat(three(Treasures.film()).has("behavior")).isFalse();
        Item plain = Treasures.concert();
        Item told = Treasures.item("c", Kind.AUDIO, List.of("no-auto-advance"), plain.pages(), 0, plain.apparatus());
        assertThat(three(told).get("behavior").toString()).isEqualTo("[\"no-auto-advance\"]");
    }

    @Holds({"PRE-084", "PRE-096"})
    @Test
    void aVideoHasSidesThoughNobodyTellsThem() {
        Track silent = new Track("a", "A", 1, Optional.empty(), List.of(Treasures.media("a.webm", "WebM", "video/webm")),
                List.of(), Optional.empty());
        Item item = Treasures.item("x", Kind.MOVIES, List.of(), List.of(), 0, Treasures.tracks(silent));
        JsonNode canvas = three(item).get("items").get(0);
        assertThat(canvas.get("width").intValue()).isEqualTo(1280);
        assertThat(canvas.get("height").intValue()).isEqualTo(720);
        assertThat(three(Treasures.film()).get("items").get(0).get("width").intValue()).isEqualTo(640);
    }

    @Test
    void recordingsOfTheSameNameGetCanvasesOfTheirOwn() {
        Track one = new Track("a/b", "A", 1, Optional.empty(), List.of(Treasures.media("a.mp3", "MP3", "audio/mpeg")),
                List.of(), Optional.empty());
        Item item = Treasures.item("x", Kind.AUDIO, List.of(), List.of(), 0, Treasures.tracks(one, one));
        JsonNode canvases = three(item).get("items");
        assertThat(canvases.get(0).get("id").stringValue()).isEqualTo(BASE + "/iiif/x/track/a/b/canvas");
        assertThat(canvases.get(1).get("id").stringValue()).isEqualTo(BASE + "/iiif/x/track/a/b$n1/canvas");
    }

    @Holds("PRE-059")
    @Test
    void aPageAloneHasItsWordsAndLeavesTheRestToTheWhole() {
        House house = House.of(new Shelves("s").add(Treasures.atlas()), PUBLISHED, new MapCache());
        byte[] document = manifest(house, "maps/atlas$3", ApiVersion.V3);
        PresentationRules.check3(document);
        PresentationRules.checkSchema(document);
        PresentationRules.check2(manifest(house, "maps/atlas$3", ApiVersion.V2));
        JsonNode page = JsonMapper.shared().readTree(document);
        assertThat(page.get("items").get(0)).as("also outside the paging of the book")
                .isEqualTo(withoutBehavior(three(Treasures.atlas()).get("items").get(2)));
        assertThat(page.get("partOf").get(0).get("id").stringValue()).isEqualTo(BASE + "/iiif/3/maps$atlas/manifest.json");
        assertThat(page.get("label").toString()).isEqualTo("{\"none\":[\"The maps/atlas, p. 2\"]}");
        for (String key : List.of("service", "rendering", "seeAlso", "structures", "start", "behavior", "navDate")) {
            assertThat(page.has(key)).as(key).isFalse();
        }
    }

    private static JsonNode withoutBehavior(JsonNode canvas) {
        ((ObjectNode) canvas).remove("behavior");
        return canvas;
    }

    @Holds("PRE-060")
    @Test
    void theManifestOpensAtTheTitleUnlessItBeginsWithARecording() {
        assertThat(three(Treasures.atlas()).get("start").get("id").stringValue())
                .isEqualTo(BASE + "/iiif/maps$atlas$leaf2/canvas");
        Item plain = Treasures.concert();
        Item mixed = Treasures.item("x", Kind.AUDIO, List.of(), pages(3), 2, plain.apparatus());
        assertThat(three(mixed).has("start")).isFalse();
        assertThat(three(mixed).get("items").size()).isEqualTo(5);
    }

    @Test
    void limitsBoundThePictureBesideARecording() {
        Limits limits = new Limits(OptionalInt.of(1500), OptionalInt.empty(), OptionalLong.empty(), false);
        House house = new House(new Shelves("s").add(Treasures.concert()), Access.ALL, Links.Slash.DOLLAR, limits);
        JsonNode picture = json(house.manifests.manifest(asked("concert"), Optional.of(ApiVersion.V3), caller()))
                .get("items").get(0).get("accompanyingCanvas");
        assertThat(picture.get("width").intValue()).isEqualTo(3000);
        assertThat(picture.get("items").get(0).get("items").get(0).get("body").get("width").intValue()).isEqualTo(1500);
    }

    @Test
    void descriptionsWithoutANameGetOne() {
        Item plain = Shelves.item("x", Kind.TEXTS, pages(2), 0);
        Item told = new Item(plain.id(), plain.kind(), "", plain.metadata(), plain.summary(), plain.rights(),
                plain.attribution(),
                List.of(new Item.SeeAlso("https://example.org/x", "Dataset", Optional.of(" "), Optional.empty(), Optional.empty())),
                plain.viewingDirection(), plain.behavior(), plain.pages(), 0, plain.apparatus(), "v", plain.modified());
        JsonNode manifest = three(told);
        assertThat(manifest.get("seeAlso").toString()).isEqualTo(
                "[{\"id\":\"https://example.org/x\",\"type\":\"Dataset\",\"label\":{\"en\":[\"Description\"]}}]");
        assertThat(manifest.get("label")).isEqualTo(JsonMapper.shared().valueToTree(
                Map.of("none", List.of("x"))));
    }
}
