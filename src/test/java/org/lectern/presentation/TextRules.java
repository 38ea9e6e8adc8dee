package org.lectern.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lectern.core.Dimensions;
import tools.jackson.databind.JsonNode;

/** What the text of a canvas must keep to. */
final class TextRules {

    private TextRules() {}

    static void check3(JsonNode page, Map<String, Dimensions> canvases) {
        Rules.contextFirst(page);
        assertThat(strings(page.get("@context"))).containsExactly(
                "http://iiif.io/api/extension/text-granularity/context.json", "http://iiif.io/api/presentation/3/context.json");
        Rules.keys(page, Set.of("@context", "id", "type", "items"), Set.of("label"));
        assertThat(page.get("type").stringValue()).isEqualTo("AnnotationPage");
        page.get("items").forEach(annotation -> {
            Rules.keys(annotation, Rules.words("id type motivation textGranularity body target"), Set.of());
            assertThat(annotation.get("motivation").stringValue()).isEqualTo("supplementing");
            assertThat(annotation.get("textGranularity").stringValue()).isIn("page", "block", "paragraph", "line", "word", "glyph");
            body3(annotation.get("body"));
            Rules.target(annotation.get("target").stringValue(), canvases);
        });
        ids(page.get("items"), "id");
    }

    static void body3(JsonNode body) {
        Rules.keys(body, Set.of("type", "value", "format"), Set.of("language"));
        assertThat(body.get("type").stringValue()).isEqualTo("TextualBody");
        assertThat(body.get("value").isString()).isTrue();
        assertThat(body.get("format").stringValue()).isEqualTo("text/plain");
        if (body.has("language")) {
            assertThat(body.get("language").stringValue()).matches("[A-Za-z-]+");
        }
    }

    static void check2(JsonNode list, Map<String, Dimensions> canvases) {
        Rules.contextFirst(list);
        assertThat(list.get("@context").stringValue()).isEqualTo("http://iiif.io/api/presentation/2/context.json");
        Rules.keys(list, Set.of("@context", "@id", "@type", "resources"), Set.of("label"));
        assertThat(list.get("@type").stringValue()).isEqualTo("sc:AnnotationList");
        resources2(list.get("resources"), canvases);
    }

    static void resources2(JsonNode resources, Map<String, Dimensions> canvases) {
        resources.forEach(annotation -> {
            Rules.keys(annotation, Rules.words("@id @type motivation resource on"), Set.of());
            assertThat(annotation.get("@type").stringValue()).isEqualTo("oa:Annotation");
            assertThat(annotation.get("motivation").stringValue()).isEqualTo("sc:painting");
            Rules.keys(annotation.get("resource"), Set.of("@type", "format", "chars"), Set.of("language"));
            assertThat(annotation.get("resource").get("@type").stringValue()).isEqualTo("cnt:ContentAsText");
            Rules.target(annotation.get("on").stringValue(), canvases);
        });
        ids(resources, "@id");
    }

    static void ids(JsonNode objects, String key) {
        objects.forEach(object -> Rules.uri(object.get(key)));
        assertThat(objects.valueStream().map(object -> object.get(key).stringValue())).doesNotHaveDuplicates();
    }

    static List<String> strings(JsonNode texts) {
        return texts.valueStream().map(JsonNode::stringValue).toList();
    }
}
