package org.lectern.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lectern.core.Dimensions;
import tools.jackson.databind.JsonNode;

/** What answers of the Content Search API must keep to. */
final class SearchRules {

    private static final String SEARCH_1 = "http://iiif.io/api/search/1/context.json";
    private static final String SEARCH_2 = "http://iiif.io/api/search/2/context.json";

    private SearchRules() {}

    static void check1(JsonNode list, Map<String, Dimensions> canvases) {
        Rules.contextFirst(list);
        assertThat(TextRules.strings(list.get("@context")))
                .containsExactly("http://iiif.io/api/presentation/2/context.json", SEARCH_1);
        Rules.keys(list, Rules.words("@context @id @type within startIndex resources hits"), Set.of("next", "prev"));
        assertThat(list.get("@type").stringValue()).isEqualTo("sc:AnnotationList");
        Rules.uri(list.get("@id"));
        JsonNode layer = list.get("within");
        Rules.keys(layer, Rules.words("@id @type total first last"), Set.of("ignored"));
        assertThat(layer.get("@type").stringValue()).isEqualTo("sc:Layer");
        for (JsonNode uri : List.of(layer.get("first"), layer.get("last"), list.path("next"), list.path("prev"))) {
            if (!uri.isMissingNode()) {
                Rules.uri(uri);
            }
        }
        TextRules.resources2(list.get("resources"), canvases);
        hits(list);
    }

    /** Every hit is made of annotations that are here, and every annotation belongs to a hit. */
    private static void hits(JsonNode list) {
        Set<String> named = new HashSet<>();
        list.get("hits").forEach(hit -> {
            Rules.keys(hit, Rules.words("@type annotations match before after"), Set.of());
            assertThat(hit.get("@type").stringValue()).isEqualTo("search:Hit");
            assertThat(hit.get("annotations").size()).isPositive();
            named.addAll(TextRules.strings(hit.get("annotations")));
        });
        assertThat(list.get("resources").valueStream().map(word -> word.get("@id").stringValue()))
                .containsExactlyInAnyOrderElementsOf(named);
    }

    static void check2(JsonNode page, Map<String, Dimensions> canvases) {
        Rules.contextFirst(page);
        assertThat(page.get("@context").stringValue()).isEqualTo(SEARCH_2);
        Rules.keys(page, Rules.words("@context id type partOf startIndex items"), Rules.words("ignored next prev annotations"));
        assertThat(page.get("type").stringValue()).isEqualTo("AnnotationPage");
        JsonNode whole = page.get("partOf");
        Rules.keys(whole, Rules.words("id type total first last"), Set.of());
        assertThat(whole.get("type").stringValue()).isEqualTo("AnnotationCollection");
        for (JsonNode link : List.of(whole.get("first"), whole.get("last"), page.path("next"), page.path("prev"))) {
            if (!link.isMissingNode()) {
                Rules.keys(link, Set.of("id", "type"), Set.of());
                assertThat(link.get("type").stringValue()).isEqualTo("AnnotationPage");
            }
        }
        page.get("items").forEach(annotation -> {
            Rules.keys(annotation, Rules.words("id type motivation body target"), Set.of());
            TextRules.body3(annotation.get("body"));
            JsonNode target = annotation.get("target");
            Rules.keys(target, Set.of("id", "type", "partOf"), Set.of());
            Rules.target(target.get("id").stringValue(), canvases);
            Rules.keys(target.get("partOf"), Set.of("id", "type", "label"), Set.of());
        });
        TextRules.ids(page.get("items"), "id");
        contexts(page);
    }

    private static void contexts(JsonNode page) {
        Set<String> words = new HashSet<>(page.get("items").valueStream().map(word -> word.get("id").stringValue()).toList());
        Set<String> named = new HashSet<>();
        assertThat(page.path("annotations").size()).isEqualTo(words.isEmpty() ? 0 : 1);
        page.path("annotations").path(0).path("items").forEach(annotation -> {
            Rules.keys(annotation, Rules.words("id type motivation target"), Set.of());
            assertThat(annotation.get("motivation").stringValue()).isEqualTo("contextualizing");
            JsonNode target = annotation.get("target");
            List<JsonNode> parts = target.isArray() ? target.valueStream().toList() : List.of(target);
            parts.forEach(part -> {
                assertThat(part.get("type").stringValue()).isEqualTo("SpecificResource");
                assertThat(part.get("selector").get(0).get("type").stringValue()).isEqualTo("TextQuoteSelector");
                assertThat(part.get("selector").get(0).has("exact")).isTrue();
                named.add(part.get("source").stringValue());
            });
            assertThat(parts.get(0).get("selector").get(0).has("prefix")).isTrue();
            assertThat(parts.get(parts.size() - 1).get("selector").get(0).has("suffix")).isTrue();
        });
        assertThat(named).isEqualTo(words);
    }

    static void terms1(JsonNode list) {
        Rules.contextFirst(list);
        assertThat(list.get("@context").stringValue()).isEqualTo(SEARCH_1);
        Rules.keys(list, Rules.words("@context @id @type terms"), Set.of("ignored"));
        assertThat(list.get("@type").stringValue()).isEqualTo("search:TermList");
        list.get("terms").forEach(term -> {
            Rules.keys(term, Rules.words("match url count"), Set.of());
            Rules.uri(term.get("url"));
            assertThat(term.get("count").intValue()).isPositive();
        });
    }

    static void terms2(JsonNode page) {
        Rules.contextFirst(page);
        assertThat(page.get("@context").stringValue()).isEqualTo(SEARCH_2);
        Rules.keys(page, Rules.words("@context id type items"), Set.of("ignored"));
        assertThat(page.get("type").stringValue()).isEqualTo("TermPage");
        page.get("items").forEach(term -> {
            Rules.keys(term, Rules.words("value total service"), Set.of());
            Rules.keys(term.get("service").get(0), Set.of("id", "type"), Set.of());
            assertThat(term.get("service").get(0).get("type").stringValue()).isEqualTo("SearchService2");
        });
    }
}
