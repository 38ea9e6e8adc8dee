package org.lectern.presentation;

import java.util.List;

/** Writes the text of a canvas as an annotation page of version 3, with the extension for its granularity. */
final class AnnotationWriter3 {

    private static final String GRANULARITY = "http://iiif.io/api/extension/text-granularity/context.json";

    private final Pen pen;
    private final Words3 words;

    AnnotationWriter3(Pen pen) {
        this.pen = pen;
        this.words = new Words3(pen);
    }

    void write(AnnotationPage page) {
        pen.object(() -> {
            words.head(page.id(), "AnnotationPage", List.of(GRANULARITY));
            words.label(page.label());
            pen.array("items", page.items(), this::annotation);
        });
    }

    private void annotation(Annotation annotation) {
        pen.object(() -> {
            words.identity(annotation.id(), "Annotation");
            pen.text("motivation", "supplementing");
            pen.text("textGranularity", annotation.granularity().toString());
            pen.object("body", () -> {
                pen.text("type", "TextualBody");
                pen.text("value", annotation.text());
                pen.text("format", "text/plain");
                pen.text("language", annotation.language().flatMap(Language::tag));
            });
            pen.text("target", annotation.canvas() + "#xywh=" + annotation.box());
        });
    }
}
