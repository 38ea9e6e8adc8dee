package org.lectern.presentation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Writes canvases of version 3. */
final class CanvasWriter3 {

    private final Pen pen;
    private final Words3 words;

    CanvasWriter3(Pen pen) {
        this.pen = pen;
        this.words = new Words3(pen);
    }

    /** As a member of a manifest that behaves so. */
    void write(Canvas canvas, List<String> manifest) {
        pen.object(() -> properties(canvas, manifest));
    }

    private void properties(Canvas canvas, List<String> manifest) {
        words.identity(canvas.id(), "Canvas");
        words.label(canvas.label());
        canvas.size().ifPresent(words::size);
        canvas.duration().ifPresent(seconds -> pen.number("duration", seconds));
        pen.texts("behavior", Behavior.within(manifest, canvas.behavior()));
        words.thumbnail(canvas.thumbnail());
        words.links("rendering", canvas.rendering());
        words.links("seeAlso", canvas.seeAlso());
        canvas.millimetres().ifPresent(millimetres -> scale(canvas, millimetres));
        canvas.accompanying().ifPresent(
                picture -> pen.object("accompanyingCanvas", () -> properties(picture, manifest)));
        pen.array("items", canvas.content().stream().toList(), content -> pen.object(() -> painted(canvas, content)));
        annotations(canvas);
    }

    private void scale(Canvas canvas, double millimetres) {
        pen.array("service", List.of(PhysicalScale.id(canvas)), id -> pen.object(() -> {
            words.oldIdentity(id, PhysicalScale.PROFILE);
            PhysicalScale.write(pen, millimetres);
        }));
    }

    private void painted(Canvas canvas, Canvas.Content content) {
        words.identity(canvas.id() + "/page", "AnnotationPage");
        pen.array("items", List.of(content), any -> pen.object(() -> {
            words.identity(canvas.id() + "/annotation", "Annotation");
            pen.text("motivation", "painting");
            body(canvas, content);
            pen.text("target", canvas.id());
        }));
    }

    private void body(Canvas canvas, Canvas.Content content) {
        if (content instanceof Canvas.Painting painting) {
            pen.object("body", () -> picture(painting));
        } else if (content instanceof Canvas.Recording recording && recording.files().size() == 1) {
            pen.object("body", () -> file(canvas, recording.files().get(0)));
        } else if (content instanceof Canvas.Recording recording) {
            pen.object("body", () -> {
                pen.text("type", "Choice");
                pen.array("items", recording.files(), file -> pen.object(() -> file(canvas, file)));
            });
        }
    }

    private void picture(Canvas.Painting painting) {
        words.identity(painting.service().v3() + "/full/max/0/default.jpg", "Image");
        pen.text("format", "image/jpeg");
        words.size(painting.size());
        words.imageServices(painting.service());
    }

    /** It lasts as long as its canvas, and a video is as large. */
    private void file(Canvas canvas, Canvas.MediaFile file) {
        words.identity(file.id(), file.isVideo() ? "Video" : "Sound");
        words.label(file.label());
        words.format(Optional.of(file.format()));
        canvas.size().filter(size -> file.isVideo()).ifPresent(words::size);
        canvas.duration().ifPresent(seconds -> pen.number("duration", seconds));
    }

    /** Texts are referred to, for a page has thousands of words; subtitles are one file and stand here. */
    private void annotations(Canvas canvas) {
        if (canvas.annotations().isEmpty() && canvas.captions().isEmpty()) {
            return;
        }
        pen.array("annotations", List.of(canvas), any -> {
            canvas.annotations().forEach(this::link);
            if (!canvas.captions().isEmpty()) {
                pen.object(() -> captions(canvas));
            }
        });
    }

    private void link(AnnotationPage.Link link) {
        pen.object(() -> {
            words.identity(link.uri().v3(), "AnnotationPage");
            words.label(link.label());
        });
    }

    private void captions(Canvas canvas) {
        words.identity(canvas.id() + "/captions", "AnnotationPage");
        List<Integer> numbers = IntStream.range(0, canvas.captions().size()).boxed().toList();
        pen.array("items", numbers, number -> pen.object(() -> {
            words.identity(canvas.id() + "/captions/" + (number + 1), "Annotation");
            pen.text("motivation", "supplementing");
            pen.object("body", () -> caption(canvas.captions().get(number)));
            pen.text("target", canvas.id());
        }));
    }

    private void caption(Canvas.Caption caption) {
        words.identity(caption.id(), "Text");
        words.label(caption.label());
        pen.text("format", "text/vtt");
        pen.text("language", caption.language().flatMap(Language::tag));
    }
}
