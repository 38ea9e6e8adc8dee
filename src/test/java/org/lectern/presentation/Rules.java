package org.lectern.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import tools.jackson.databind.JsonNode;

/** What the rules of all documents need. */
final class Rules {

    private static final Pattern FRAGMENT = Pattern.compile("(http[^#]*)#xywh=(\\d+),(\\d+),(\\d+),(\\d+)");

    private Rules() {}

    /** Every object of a document, with the name of the property it stands in. */
    static void walk(String name, JsonNode node, BiConsumer<String, JsonNode> each) {
        if (node.isObject()) {
            each.accept(name, node);
            node.properties().forEach(entry -> walk(entry.getKey(), entry.getValue(), each));
        } else if (node.isArray()) {
            node.forEach(child -> walk(name, child, each));
        }
    }

    static void keys(JsonNode object, Set<String> must, Set<String> may) {
        Set<String> present = Set.copyOf(object.propertyNames());
        assertThat(present).as("%s", object).containsAll(must);
        assertThat(present).as("%s", object).allMatch(key -> must.contains(key) || may.contains(key), "known to its type");
    }

    static Set<String> words(String words) {
        return Set.copyOf(List.of(words.split(" ")));
    }

    static void contextFirst(JsonNode root) {
        assertThat(root.propertyNames().iterator().next()).isEqualTo("@context");
        assertThat(root.has("@graph")).isFalse();
    }

    static void uri(JsonNode id) {
        assertThat(id.stringValue()).matches("https?://[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+");
    }

    /** A box on a canvas that is known, and inside of it. */
    static void target(String uri, Map<String, Dimensions> canvases) {
        Matcher fragment = FRAGMENT.matcher(uri);
        assertThat(fragment.matches()).as(uri).isTrue();
        assertThat(canvases).containsKey(fragment.group(1));
        Rect box = new Rect(number(fragment, 2), number(fragment, 3), number(fragment, 4), number(fragment, 5));
        Dimensions canvas = canvases.get(fragment.group(1));
        assertThat(new Rect(0, 0, canvas.width(), canvas.height()).contains(box)).as(uri).isTrue();
    }

    private static int number(Matcher fragment, int group) {
        return Integer.parseInt(fragment.group(group));
    }
}
