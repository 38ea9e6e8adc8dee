package org.lectern.presentation;

import java.util.List;
import java.util.Optional;

/** Writes what was found in the words of the Content Search API 2.0. */
final class SearchWriter2 {

    private static final String CONTEXT = "http://iiif.io/api/search/2/context.json";

    private final Pen pen;
    private final Words3 words;

    SearchWriter2(Pen pen) {
        this.pen = pen;
        this.words = new Words3(pen);
    }

    void write(SearchResponse response) {
        pen.object(() -> {
            pen.text("@context", CONTEXT);
            words.identity(response.id(), "AnnotationPage");
            pen.texts("ignored", response.ignored());
            pen.object("partOf", () -> collection(response));
            response.next().ifPresent(uri -> page("next", uri));
            response.previous().ifPresent(uri -> page("prev", uri));
            pen.number("startIndex", response.start());
            pen.array("items", response.words(), word -> pen.object(() -> word(word, response.manifest())));
            if (!response.hits().isEmpty()) {
                pen.array("annotations", List.of(response), any -> pen.object(() -> contexts(response)));
            }
        });
    }

    private void collection(SearchResponse response) {
        words.identity(response.layer(), "AnnotationCollection");
        pen.number("total", response.total());
        page("first", response.first());
        page("last", response.last());
    }

    private void page(String name, String uri) {
        pen.object(name, () -> words.identity(uri, "AnnotationPage"));
    }

    private void word(SearchResponse.Word word, Reference manifest) {
        words.identity(word.id(), "Annotation");
        pen.text("motivation", "supplementing");
        pen.object("body", () -> {
            pen.text("type", "TextualBody");
            pen.text("value", word.text());
            pen.text("format", "text/plain");
        });
        pen.object("target", () -> {
            words.identity(word.canvas() + "#xywh=" + word.box(), "Canvas");
            pen.object("partOf", () -> {
                words.identity(manifest.uri().v3(), manifest.type().toString());
                words.label(manifest.label());
            });
        });
    }

    /** What surrounds the words: the annotations are exactly what was looked for. */
    private void contexts(SearchResponse response) {
        pen.text("type", "AnnotationPage");
        pen.array("items", response.hits(), hit -> pen.object(() -> {
            words.identity(hit.id(), "Annotation");
            pen.text("motivation", "contextualizing");
            pen.oneOrMore("target", hit.words(), word -> pen.object(() -> context(hit, word)));
        }));
    }

    private void context(SearchResponse.Hit hit, SearchResponse.Word word) {
        boolean isFirst = word == hit.words().get(0);
        boolean isLast = word == hit.words().get(hit.words().size() - 1);
        pen.text("type", "SpecificResource");
        pen.text("source", word.id());
        pen.array("selector", List.of(word), any -> pen.object(() -> {
            pen.text("type", "TextQuoteSelector");
            pen.text("prefix", Optional.of(hit.before()).filter(text -> isFirst));
            pen.text("exact", word.text());
            pen.text("suffix", Optional.of(hit.after()).filter(text -> isLast));
        }));
    }

    void write(Terms terms) {
        pen.object(() -> {
            pen.text("@context", CONTEXT);
            words.identity(terms.id(), "TermPage");
            pen.texts("ignored", terms.ignored());
            pen.array("items", terms.terms(), term -> pen.object(() -> {
                pen.text("value", term.word());
                pen.number("total", term.count());
                pen.array("service", List.of(term.search()), uri -> pen.object(
                        () -> words.identity(uri, "SearchService2")));
            }));
        });
    }
}
