package org.lectern.presentation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lectern.core.Dimensions;

/**
 * One page, view or recording.
 *
 * @param id its URI, the same in every version and every document
 * @param label what a reader calls it, at least one text
 * @param size width and height: pixels of the full, upright picture; none of what is only heard
 * @param duration seconds, of what lasts
 * @param content what is on it; none when it cannot be shown
 * @param thumbnail a small picture of it
 * @param behavior of the values that canvases may have
 * @param rendering its text in other forms, for people
 * @param seeAlso what tells of it, for programs
 * @param annotations its text, word by word
 * @param captions subtitles
 * @param millimetres of the object that one pixel shows, when the resolution is known
 * @param accompanying a picture that goes with a recording
 * @see <a href="https://iiif.io/api/presentation/3.0/#53-canvas">Presentation API 3.0, 5.3</a>
 */
public record Canvas(
        String id,
        LanguageMap label,
        Optional<Dimensions> size,
        Optional<Double> duration,
        Optional<Content> content,
        Optional<Thumbnail> thumbnail,
        List<String> behavior,
        List<Link> rendering,
        List<Link> seeAlso,
        List<AnnotationPage.Link> annotations,
        List<Caption> captions,
        Optional<Double> millimetres,
        Optional<Canvas> accompanying) {

    /** Keeps its own copies; a canvas needs a label in version 2, and what its content needs. */
    public Canvas {
        Objects.requireNonNull(id);
        Objects.requireNonNull(content);
        Objects.requireNonNull(thumbnail);
        behavior = List.copyOf(behavior);
        rendering = List.copyOf(rendering);
        seeAlso = List.copyOf(seeAlso);
        annotations = List.copyOf(annotations);
        captions = List.copyOf(captions);
        Objects.requireNonNull(millimetres);
        Objects.requireNonNull(accompanying);
        if (label.isEmpty() || size.isEmpty() && duration.isEmpty()) {
            throw new IllegalArgumentException("a canvas needs a label, and a size or a duration: " + id);
        }
        if (duration.filter(seconds -> !(seconds > 0 && seconds < Double.POSITIVE_INFINITY)).isPresent()) {
            throw new IllegalArgumentException("a duration is more than 0 seconds: " + id);
        }
        if (content.filter(what -> !fits(what, size, duration)).isPresent()) {
            throw new IllegalArgumentException("a picture needs a size, a recording a duration: " + id);
        }
        if (accompanying.filter(other -> other.accompanying.isPresent()).isPresent()) {
            throw new IllegalArgumentException("what accompanies a canvas is not accompanied itself: " + id);
        }
    }

    private static boolean fits(Content content, Optional<Dimensions> size, Optional<Double> duration) {
        return content instanceof Painting ? size.isPresent() : duration.isPresent();
    }

    /** A page with a picture, and nothing besides. */
    public Canvas(
            String id, LanguageMap label, Dimensions size, Optional<Painting> painting, Optional<Thumbnail> thumbnail) {
        this(id, label, Optional.of(size), Optional.empty(), painting.map(Content.class::cast), thumbnail, List.of(),
                List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /** What is on a canvas. */
    public sealed interface Content permits Painting, Recording {}

    /**
     * The picture that fills a canvas: the body of its only painting annotation.
     *
     * @param service base URIs of its image service
     * @param size of the largest picture the service gives
     * @param limited whether that is smaller than the original
     */
    public record Painting(VersionedUri service, Dimensions size, boolean limited) implements Content {

        /** Nothing is null. */
        public Painting {
            Objects.requireNonNull(service);
            Objects.requireNonNull(size);
        }
    }

    /**
     * A recording that fills a canvas, in one form or several to choose from.
     *
     * @param files the best for browsers first, at least one
     */
    public record Recording(List<MediaFile> files) implements Content {

        /** Keeps its own copy. */
        public Recording {
            files = List.copyOf(files);
            if (files.isEmpty()) {
                throw new IllegalArgumentException("a recording needs a file");
            }
        }
    }

    /**
     * One form of a recording.
     *
     * @param id URI of the file, percent-encoded
     * @param isVideo whether it is seen, else it is heard
     * @param format its media type
     * @param label what to call it, at least one text
     */
    public record MediaFile(String id, boolean isVideo, String format, LanguageMap label) {
        /** Nothing is null; a label says something. */
        public MediaFile {
            Objects.requireNonNull(id);
            Objects.requireNonNull(format);
            if (label.isEmpty()) {
                throw new IllegalArgumentException("a file needs a label: " + id);
            }
        }
    }

    /**
     * Subtitles.
     *
     * @param id URI of a WebVTT file, percent-encoded
     * @param label what to call them, at least one text
     * @param language a BCP 47 tag, when it is known
     */
    public record Caption(String id, LanguageMap label, Optional<String> language) {
        /** Nothing is null; a label says something. */
        public Caption {
            Objects.requireNonNull(id);
            Objects.requireNonNull(language);
            if (label.isEmpty()) {
                throw new IllegalArgumentException("subtitles need a label: " + id);
            }
        }
    }
}
