package org.lectern.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lectern.core.Dimensions;

/**
 * Writes canvases of version 2, which must have a height and a width and can show pictures only: a recording is
 * represented by the picture that goes with it, and its files are links.
 */
final class CanvasWriter2 {

    private static final Dimensions BLANK = new Dimensions(1200, 1200);

    private final Pen pen;
    private final Words2 words;

    CanvasWriter2(Pen pen) {
        this.pen = pen;
        this.words = new Words2(pen);
    }

    /** As a member of a manifest that behaves so. */
    void write(Canvas canvas, List<String> manifest) {
        Canvas shown = shown(canvas);
        pen.object(() -> {
            words.identity(canvas.id(), "sc:Canvas");
            words.label(canvas.label());
            words.size(shown.size().orElse(BLANK));
            words.thumbnail(canvas.thumbnail());
            pen.text("viewingHint", Behavior.viewingHint(Behavior.within(manifest, canvas.behavior())));
            words.links("rendering", rendering(canvas));
            words.seeAlso(canvas.seeAlso());
            canvas.millimetres().ifPresent(millimetres -> scale(canvas, millimetres));
            pen.array("images", paintings(shown), painting -> pen.object(() -> image(canvas.id(), painting)));
            pen.some("otherContent", canvas.annotations(), this::list);
        });
    }

    private static Canvas shown(Canvas canvas) {
        boolean isRecording = canvas.content().filter(Canvas.Recording.class::isInstance).isPresent();
        return canvas.accompanying().filter(picture -> isRecording).orElse(canvas);
    }

    private static List<Canvas.Painting> paintings(Canvas canvas) {
        return canvas.content().stream()
                .filter(Canvas.Painting.class::isInstance)
                .map(Canvas.Painting.class::cast)
                .toList();
    }

    private static List<Link> rendering(Canvas canvas) {
        List<Link> links = new ArrayList<>();
        canvas.content().filter(Canvas.Recording.class::isInstance)
                .ifPresent(recording -> ((Canvas.Recording) recording).files().forEach(file -> links.add(
                        new Link(file.id(), file.isVideo() ? "Video" : "Sound", file.label(),
                                Optional.of(file.format()), Optional.empty()))));
        canvas.captions().forEach(caption -> links.add(
                new Link(caption.id(), "Text", caption.label(), Optional.of("text/vtt"), Optional.empty())));
        links.addAll(canvas.rendering());
        return links;
    }

    private void scale(Canvas canvas, double millimetres) {
        pen.object("service", () -> {
            pen.text("@context", PhysicalScale.CONTEXT);
            pen.text("@id", PhysicalScale.id(canvas));
            PhysicalScale.write(pen, millimetres);
        });
    }

    private void image(String canvas, Canvas.Painting painting) {
        words.identity(canvas + "/annotation", "oa:Annotation");
        pen.text("motivation", "sc:painting");
        pen.object("resource", () -> {
            String size = painting.limited() ? "/full/max" : "/full/full";
            words.identity(painting.service().v2() + size + "/0/default.jpg", "dctypes:Image");
            pen.text("format", "image/jpeg");
            words.size(painting.size());
            words.imageService(painting.service());
        });
        pen.text("on", canvas);
    }

    private void list(AnnotationPage.Link link) {
        pen.object(() -> {
            words.identity(link.uri().v2(), "sc:AnnotationList");
            words.label(link.label());
        });
    }
}
