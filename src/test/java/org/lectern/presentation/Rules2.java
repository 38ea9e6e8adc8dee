package org.lectern.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The tables of the Presentation API 2.1.1, and what the official validator's loader insists on. */
final class Rules2 {

    private static final String PRESENTATION = "http://iiif.io/api/presentation/2/context.json";
    private static final String DESCRIPTIVE =
            "metadata description thumbnail attribution license logo viewingHint seeAlso service related rendering within ";

    /** Type → what must be there, what may be there beside it. */
    private static final Map<String, String[]> TABLE = Map.of(
            "sc:Collection", row("@id @type label",
                    DESCRIPTIVE + "navDate first last total next prev startIndex collections manifests members"),
            "sc:Manifest", row("@id @type label", DESCRIPTIVE + "navDate viewingDirection sequences structures"),
            "sc:Sequence", row("@id @type canvases", DESCRIPTIVE + "label viewingDirection startCanvas"),
            "sc:Canvas", row("@id @type label height width images", DESCRIPTIVE + "otherContent"),
            "sc:Range", row("@id @type label", DESCRIPTIVE + "viewingDirection startCanvas ranges canvases members"),
            "sc:AnnotationList", row("@id @type", "label"),
            "oa:Annotation", row("@id @type motivation resource on", "label"),
            "dctypes:Image", row("@id @type format", "label height width service"));

    private static final Map<String, Set<String>> HINTS = Map.of(
            "sc:Collection", Rules.words("individuals multi-part"),
            "sc:Manifest", Rules.words("individuals paged continuous"),
            "sc:Sequence", Rules.words("individuals paged continuous"),
            "sc:Canvas", Rules.words("non-paged facing-pages"),
            "sc:Range", Set.of("top"));

    private static final Set<String> ARRAYS =
            Rules.words("metadata sequences canvases images otherContent structures ranges collections manifests members");
    private static final Set<String> UNTYPED = Rules.words("service related rendering seeAlso metadata label value description attribution");

    private Rules2() {}

    private static String[] row(String must, String may) {
        return new String[] {must, may};
    }

    static void check(JsonNode root) {
        Rules.contextFirst(root);
        assertThat(root.get("@context").stringValue()).isEqualTo(PRESENTATION);
        Rules.walk("", root, (name, object) -> object(name, object, object == root));
        if (root.get("@type").stringValue().equals("sc:Collection")) {
            collection(root);
            return;
        }
        assertThat(root.get("@type").stringValue()).isEqualTo("sc:Manifest");
        assertThat(root.get("sequences").size()).isEqualTo(1);
        JsonNode sequence = root.get("sequences").get(0);
        assertThat(sequence.get("@type").stringValue()).isEqualTo("sc:Sequence");
        assertThat(sequence.get("canvases").size()).isPositive();
        assertThat(sequence.get("viewingDirection")).isEqualTo(root.get("viewingDirection"));
        List<String> canvases = strings(sequence.get("canvases"), "@id");
        sequence.get("canvases").forEach(Rules2::canvas);
        if (sequence.has("startCanvas")) {
            assertThat(canvases).contains(sequence.get("startCanvas").stringValue());
        }
        List<String> ids = new ArrayList<>(canvases);
        sequence.get("canvases").forEach(canvas -> ids.addAll(strings(canvas.get("images"), "@id")));
        if (root.has("structures")) {
            ids.addAll(strings(root.get("structures"), "@id"));
            structures(root.get("structures"), canvases);
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static void object(String name, JsonNode object, boolean isRoot) {
        if (object.has("@value")) {
            assertThat(UNTYPED).contains(name);
            Rules.keys(object, Set.of("@value", "@language"), Set.of());
            return;
        }
        if (name.equals("service")) {
            service(object);
            return;
        }
        assertThat(object.has("@context")).isEqualTo(isRoot);
        if (UNTYPED.contains(name)) {
            untyped(name, object);
            return;
        }
        String type = object.path("@type").stringValue("");
        assertThat(TABLE).containsKey(type);
        Set<String> may = new HashSet<>(Rules.words(TABLE.get(type)[1]));
        may.add("@context");
        Rules.keys(object, Rules.words(TABLE.get(type)[0]), may);
        Rules.uri(object.get("@id"));
        object.properties().forEach(entry ->
                assertThat(!ARRAYS.contains(entry.getKey()) || entry.getValue().isArray()).as(entry.getKey()).isTrue());
        if (object.has("viewingHint")) {
            assertThat(HINTS.get(type)).contains(object.get("viewingHint").stringValue());
        }
        if (object.has("within")) {
            Rules.uri(object.get("within"));
        }
        if (object.has("navDate")) {
            assertThat(object.get("navDate").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        }
    }

    /** Only a service that another one describes has no context of its own. */
    private static void service(JsonNode service) {
        Rules.uri(service.get("@id"));
        assertThat(service.get("profile").stringValue()).startsWith("http://iiif.io/api/");
        boolean isNested = service.get("profile").stringValue().endsWith("/autocomplete");
        assertThat(service.has("@context")).isEqualTo(!isNested);
    }

    private static void untyped(String name, JsonNode object) {
        switch (name) {
            case "rendering" -> Rules.keys(object, Set.of("@id", "label", "format"), Set.of());
            case "related" -> Rules.keys(object, Set.of("@id", "label", "format"), Set.of());
            case "seeAlso" -> Rules.keys(object, Set.of("@id"), Set.of("label", "format", "profile"));
            case "metadata" -> Rules.keys(object, Set.of("label", "value"), Set.of());
            default -> throw new AssertionError("an object as " + name + ": " + object);
        }
    }

    private static void collection(JsonNode collection) {
        collection.path("manifests").forEach(member -> assertThat(member.get("@type").stringValue()).isEqualTo("sc:Manifest"));
        collection.path("collections").forEach(member -> assertThat(member.get("@type").stringValue()).isEqualTo("sc:Collection"));
        if (collection.has("first") || collection.has("total")) {
            assertThat(collection.propertyNames()).contains("first", "last", "total")
                    .doesNotContain("collections", "manifests", "members");
        }
        if (collection.has("startIndex")) {
            assertThat(collection.has("within")).isTrue();
        }
        if (collection.has("members")) {
            assertThat(collection.get("members").size())
                    .isEqualTo(collection.path("collections").size() + collection.path("manifests").size());
            collection.get("members").forEach(member -> assertThat(member.has("viewingHint"))
                    .isEqualTo(member.get("@type").stringValue().equals("sc:Collection")));
        }
    }

    private static void canvas(JsonNode canvas) {
        assertThat(canvas.get("@id").stringValue()).doesNotContain("#");
        assertThat(canvas.get("height").isInt() && canvas.get("height").intValue() > 0).isTrue();
        assertThat(canvas.get("width").isInt() && canvas.get("width").intValue() > 0).isTrue();
        canvas.get("images").forEach(annotation -> {
            assertThat(annotation.get("@type").stringValue()).isEqualTo("oa:Annotation");
            assertThat(annotation.get("motivation").stringValue()).isEqualTo("sc:painting");
            assertThat(annotation.get("on")).isEqualTo(canvas.get("@id"));
            JsonNode service = annotation.get("resource").get("service");
            assertThat(service.get("@context").stringValue()).isEqualTo("http://iiif.io/api/image/2/context.json");
        });
        canvas.path("otherContent").forEach(list -> assertThat(list.get("@type").stringValue()).isEqualTo("sc:AnnotationList"));
    }

    /** One range above all others, each other range in exactly one, canvases that are there. */
    private static void structures(JsonNode ranges, List<String> canvases) {
        List<String> children = new ArrayList<>();
        ranges.forEach(range -> {
            range.path("canvases").forEach(canvas -> assertThat(canvases).contains(canvas.stringValue()));
            range.path("ranges").forEach(child -> children.add(child.stringValue()));
            assertThat(range.path("canvases").size() + range.path("ranges").size()).isPositive();
            assertThat(range.has("viewingHint")).isEqualTo(range == ranges.get(0));
        });
        assertThat(ranges.get(0).has("canvases")).as("canvases in the top range").isFalse();
        List<String> below = new ArrayList<>(strings(ranges, "@id"));
        below.remove(0);
        assertThat(children).containsExactlyInAnyOrderElementsOf(below);
    }

    private static List<String> strings(JsonNode objects, String key) {
        return objects.valueStream().map(object -> object.get(key).stringValue()).toList();
    }
}
