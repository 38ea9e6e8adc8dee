package org.lectern.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The tables of the Presentation API 3.0, cell by cell, for manifests and collections. */
final class Rules3 {

    private static final String PRESENTATION = "http://iiif.io/api/presentation/3/context.json";
    private static final String DESCRIPTIVE =
            "metadata summary requiredStatement rights provider thumbnail behavior seeAlso service homepage rendering partOf ";

    /** Type → what must be there, what may be there beside it. */
    private static final Map<String, String[]> TABLE = Map.ofEntries(
            Map.entry("Collection", row("id type label", DESCRIPTIVE + "navDate viewingDirection items")),
            Map.entry("Manifest", row("id type label", DESCRIPTIVE + "navDate viewingDirection start items structures annotations")),
            Map.entry("Canvas", row("id type", DESCRIPTIVE + "label navDate height width duration items annotations accompanyingCanvas")),
            Map.entry("Range", row("id type label items", DESCRIPTIVE + "navDate viewingDirection start")),
            Map.entry("AnnotationPage", row("id type", "label items rendering service thumbnail")),
            Map.entry("Annotation", row("id type motivation body target", "label")),
            Map.entry("Agent", row("id type label", "homepage logo seeAlso")),
            Map.entry("Image", row("id type", "label format height width service thumbnail")),
            Map.entry("Video", row("id type format duration", "label height width")),
            Map.entry("Sound", row("id type format duration", "label")),
            Map.entry("Text", row("id type", "label format profile language")),
            Map.entry("Dataset", row("id type", "label format profile")),
            Map.entry("Choice", row("type items", "label")),
            Map.entry("ImageService3", row("id type profile", "width height sizes")),
            Map.entry("SearchService2", row("id type", "service")),
            Map.entry("AutoCompleteService2", row("id type", "profile")));

    private static final Set<String> ARRAYS = Rules.words(
            "metadata provider thumbnail behavior homepage logo rendering seeAlso service partOf items structures annotations");
    private static final Set<String> OBJECTS = Rules.words("label summary requiredStatement accompanyingCanvas start body");
    private static final Set<String> STRINGS =
            Rules.words("id type rights navDate format profile viewingDirection motivation target language");
    private static final Set<String> EXTERNAL = Rules.words("homepage rendering seeAlso");

    private static final Map<String, Set<String>> BEHAVIORS = Map.of(
            "Manifest", Rules.words("auto-advance no-auto-advance repeat no-repeat unordered individuals continuous paged"),
            "Canvas", Rules.words("auto-advance no-auto-advance facing-pages non-paged"));
    private static final List<Set<String>> DISJOINT = List.of(
            Rules.words("auto-advance no-auto-advance"), Rules.words("repeat no-repeat"), Rules.words("facing-pages non-paged"),
            Rules.words("unordered individuals continuous paged"));

    private Rules3() {}

    private static String[] row(String must, String may) {
        return new String[] {must, may};
    }

    static void check(JsonNode root) {
        Rules.contextFirst(root);
        JsonNode context = root.get("@context");
        JsonNode last = context.isArray() ? context.get(context.size() - 1) : context;
        assertThat(last.stringValue()).isEqualTo(PRESENTATION);
        Rules.walk("", root, (name, object) -> object(name, object, object == root));
        if (root.get("type").stringValue().equals("Manifest")) {
            manifest(root);
        } else {
            assertThat(root.get("type").stringValue()).isEqualTo("Collection");
            root.get("items").forEach(Rules3::member);
        }
    }

    private static void object(String name, JsonNode object, boolean isRoot) {
        if (name.equals("label") || name.equals("summary") || name.equals("value")) {
            languageMap(name, object);
            return;
        }
        if (name.equals("metadata") || name.equals("requiredStatement")) {
            Rules.keys(object, Set.of("label", "value"), Set.of());
            return;
        }
        assertThat(object.has("@context")).as("%s", object).isEqualTo(isRoot);
        if (object.has("@id")) {
            oldService(name, object);
            return;
        }
        String type = object.get("type").stringValue();
        assertThat(TABLE).containsKey(type);
        Set<String> may = new HashSet<>(Rules.words(TABLE.get(type)[1]));
        may.add("@context");
        Rules.keys(object, Rules.words(TABLE.get(type)[0]), may);
        object.properties().forEach(entry -> shape(entry.getKey(), entry.getValue()));
        behavior(type, object.path("behavior"));
        if (EXTERNAL.contains(name)) {
            assertThat(object.has("label")).as("%s", object).isTrue();
        }
    }

    /** Services of older APIs keep the names of their own time. */
    private static void oldService(String name, JsonNode service) {
        assertThat(name).isEqualTo("service");
        Rules.uri(service.get("@id"));
        assertThat(service.get("@type").isString()).isTrue();
        assertThat(service.get("profile").isString()).isTrue();
        assertThat(service.has("id") || service.has("type")).as("%s", service).isFalse();
        if (service.has("service")) {
            assertThat(service.get("service").isArray()).isTrue();
        }
    }

    private static void shape(String key, JsonNode value) {
        if (ARRAYS.contains(key)) {
            assertThat(value.isArray()).as(key).isTrue();
            assertThat(value.size()).as(key).isGreaterThanOrEqualTo(key.equals("items") ? 0 : 1);
        } else if (OBJECTS.contains(key)) {
            assertThat(value.isObject()).as(key).isTrue();
        } else if (STRINGS.contains(key)) {
            assertThat(value.isString()).as(key).isTrue();
            string(key, value.stringValue());
        } else if (key.equals("height") || key.equals("width")) {
            assertThat(value.isInt()).isTrue();
            assertThat(value.intValue()).isPositive();
        } else if (key.equals("duration")) {
            assertThat(value.doubleValue()).isPositive();
        }
    }

    private static void string(String key, String value) {
        switch (key) {
            case "id" -> assertThat(value).matches("https?://\\S+");
            case "navDate" -> assertThat(value).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
            case "format" -> assertThat(value).matches("[a-z]+/.+");
            case "language" -> assertThat(value).matches("[A-Za-z-]+");
            case "rights" -> assertThat(value)
                    .matches("http://(creativecommons\\.org/(licenses|publicdomain)|rightsstatements\\.org/vocab)/.*");
            case "viewingDirection" ->
                assertThat(value).isIn("left-to-right", "right-to-left", "top-to-bottom", "bottom-to-top");
            default -> assertThat(value).isNotBlank();
        }
    }

    private static void languageMap(String name, JsonNode map) {
        assertThat(map.size()).as("languages of %s", map).isPositive();
        map.properties().forEach(entry -> {
            assertThat(entry.getKey()).matches("[a-zA-Z]+(-[a-zA-Z]+)*");
            assertThat(entry.getValue().isArray()).isTrue();
            assertThat(entry.getValue().size()).isPositive();
            entry.getValue().forEach(text -> {
                assertThat(text.stringValue()).isNotBlank();
                boolean isHtml = text.stringValue().startsWith("<") && text.stringValue().endsWith(">");
                assertThat(isHtml && name.equals("label")).as("HTML in a label: %s", text).isFalse();
            });
        });
    }

    private static void behavior(String type, JsonNode behavior) {
        List<String> values = strings(behavior.valueStream());
        assertThat(BEHAVIORS.getOrDefault(type, Set.of())).as(type).containsAll(values);
        DISJOINT.forEach(set -> assertThat(values.stream().filter(set::contains)).hasSizeLessThanOrEqualTo(1));
    }

    private static void member(JsonNode member) {
        assertThat(member.get("type").stringValue()).isIn("Manifest", "Collection");
        assertThat(member.has("items")).isFalse();
    }

    private static void manifest(JsonNode manifest) {
        assertThat(manifest.get("items").size()).isPositive();
        List<String> behavior = strings(manifest.path("behavior").valueStream());
        manifest.get("items").forEach(canvas -> canvas(canvas, behavior));
        List<String> canvases = strings(manifest.get("items").valueStream().map(canvas -> canvas.get("id")));
        if (manifest.has("start")) {
            assertThat(canvases).contains(manifest.get("start").get("id").stringValue());
        }
        List<String> named = new ArrayList<>();
        Rules.walk("", manifest.get("items"), (name, object) -> {
            if (Set.of("Canvas", "AnnotationPage", "Annotation").contains(object.path("type").stringValue(""))) {
                named.add(object.get("id").stringValue());
            }
        });
        manifest.path("structures").forEach(range -> range(range, canvases, named));
        assertThat(named).doesNotHaveDuplicates();
    }

    private static void canvas(JsonNode canvas, List<String> manifest) {
        assertThat(canvas.get("type").stringValue()).isEqualTo("Canvas");
        assertThat(canvas.get("id").stringValue()).doesNotContain("#");
        assertThat(canvas.has("label")).isTrue();
        assertThat(canvas.has("height")).isEqualTo(canvas.has("width"));
        assertThat(canvas.has("height") || canvas.has("duration")).isTrue();
        if (!manifest.contains("paged")) {
            assertThat(strings(canvas.path("behavior").valueStream())).doesNotContain("facing-pages", "non-paged");
        }
        canvas.get("items").forEach(page -> page.get("items").forEach(annotation -> painting(annotation, canvas)));
        canvas.path("annotations").forEach(page -> page.path("items").forEach(annotation -> {
            assertThat(annotation.get("motivation").stringValue()).isEqualTo("supplementing");
            assertThat(annotation.get("target")).isEqualTo(canvas.get("id"));
            Rules.keys(annotation.get("body"), Set.of("id", "type", "format", "label"), Set.of("language"));
        }));
        if (canvas.has("accompanyingCanvas")) {
            assertThat(canvas.get("accompanyingCanvas").has("accompanyingCanvas")).isFalse();
            canvas(canvas.get("accompanyingCanvas"), manifest);
        }
    }

    private static void painting(JsonNode annotation, JsonNode canvas) {
        assertThat(annotation.get("motivation").stringValue()).isEqualTo("painting");
        assertThat(annotation.get("target")).isEqualTo(canvas.get("id"));
        JsonNode body = annotation.get("body");
        if (!body.get("type").stringValue().equals("Choice")) {
            content(body, canvas);
            return;
        }
        assertThat(body.get("items").size()).isGreaterThan(1);
        body.get("items").forEach(option -> {
            assertThat(option.has("label")).isTrue();
            content(option, canvas);
        });
    }

    /** A picture has both services and no more than its canvas; a recording lasts as long. */
    private static void content(JsonNode body, JsonNode canvas) {
        if (body.get("type").stringValue().equals("Image")) {
            assertThat(body.get("id").stringValue()).endsWith("/full/max/0/default.jpg");
            assertThat(body.get("service").get(0).get("type").stringValue()).isEqualTo("ImageService3");
            assertThat(body.get("service").get(1).get("@type").stringValue()).isEqualTo("ImageService2");
            assertThat(canvas.has("height")).isTrue();
            return;
        }
        assertThat(body.get("duration")).isEqualTo(canvas.get("duration"));
        assertThat(body.has("height")).isEqualTo(body.has("width"));
        if (body.has("height")) {
            assertThat(body.get("height")).isEqualTo(canvas.get("height"));
            assertThat(body.get("width")).isEqualTo(canvas.get("width"));
        }
    }

    private static void range(JsonNode range, List<String> canvases, List<String> named) {
        assertThat(range.get("type").stringValue()).isEqualTo("Range");
        named.add(range.get("id").stringValue());
        assertThat(range.get("items").size()).isPositive();
        range.get("items").forEach(member -> {
            if (member.get("type").stringValue().equals("Range")) {
                range(member, canvases, named);
            } else {
                assertThat(member.get("type").stringValue()).isEqualTo("Canvas");
                assertThat(canvases).contains(member.get("id").stringValue());
            }
        });
    }

    private static List<String> strings(Stream<JsonNode> nodes) {
        return nodes.map(JsonNode::stringValue).toList();
    }
}
