package org.lectern.presentation;

/** Writes the text of a canvas as an annotation list of version 2, in which text that stands on a page is painting. */
final class AnnotationWriter2 {

    private final Pen pen;
    private final Words2 words;

    AnnotationWriter2(Pen pen) {
        this.pen = pen;
        this.words = new Words2(pen);
    }

    void write(AnnotationPage page) {
        pen.object(() -> {
            words.head(page.id(), "sc:AnnotationList");
            words.label(page.label());
            pen.array("resources", page.items(), annotation -> pen.object(() -> {
                words.identity(annotation.id(), "oa:Annotation");
                pen.text("motivation", "sc:painting");
                pen.object("resource", () -> words.contentAsText(annotation.text(), annotation.language()));
                pen.text("on", annotation.canvas() + "#xywh=" + annotation.box());
            }));
        });
    }
}
