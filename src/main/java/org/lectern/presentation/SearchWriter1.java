package org.lectern.presentation;

import java.util.List;
import java.util.Optional;
import org.lectern.core.ApiVersion;

/** Writes what was found in the words of the Content Search API 1.0, which most viewers speak. */
final class SearchWriter1 {

    private final Pen pen;
    private final Words2 words;

    SearchWriter1(Pen pen) {
        this.pen = pen;
        this.words = new Words2(pen);
    }

    void write(SearchResponse response) {
        pen.object(() -> {
            pen.array("@context", List.of(ApiVersion.V2.presentationContext(), SearchService.CONTEXT_1), pen::text);
            words.identity(response.id(), "sc:AnnotationList");
            pen.object("within", () -> layer(response));
            pen.text("next", response.next());
            pen.text("prev", response.previous());
            pen.number("startIndex", response.start());
            pen.array("resources", response.words(), word -> pen.object(() -> word(word)));
            pen.array("hits", response.hits(), hit -> pen.object(() -> hit(hit)));
        });
    }

    private void layer(SearchResponse response) {
        words.identity(response.layer(), "sc:Layer");
        pen.number("total", response.total());
        pen.text("first", response.first());
        pen.text("last", response.last());
        pen.texts("ignored", response.ignored());
    }

    /** Viewers look for the box in a plain text, which cannot name the manifest; the service is that manifest's own. */
    private void word(SearchResponse.Word word) {
        words.identity(word.id(), "oa:Annotation");
        pen.text("motivation", "sc:painting");
        pen.object("resource", () -> words.contentAsText(word.text(), Optional.empty()));
        pen.text("on", word.canvas() + "#xywh=" + word.box());
    }

    private void hit(SearchResponse.Hit hit) {
        pen.text("@type", "search:Hit");
        pen.array("annotations", hit.words(), word -> pen.text(word.id()));
        pen.text("match", hit.match());
        pen.text("before", hit.before());
        pen.text("after", hit.after());
    }

    void write(Terms terms) {
        pen.object(() -> {
            pen.text("@context", SearchService.CONTEXT_1);
            words.identity(terms.id(), "search:TermList");
            pen.texts("ignored", terms.ignored());
            pen.array("terms", terms.terms(), term -> pen.object(() -> {
                pen.text("match", term.word());
                pen.text("url", term.search());
                pen.number("count", term.count());
            }));
        });
    }
}
