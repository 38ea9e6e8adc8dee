package org.lectern.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lectern.core.Dimensions;

/**
 * A recording of an audio or video item, in all the forms it is kept in. Immutable.
 *
 * @param name of its own in the item, for URLs: the stem of the original file
 * @param label its title
 * @param seconds how long it lasts, more than 0
 * @param size width and height of a video
 * @param media the forms, the best for browsers first; at least one
 * @param captions subtitles
 * @param image a picture that goes with it: a waveform, a poster
 */
public record Track(
        String name,
        String label,
        double seconds,
        Optional<Dimensions> size,
        List<ItemFile> media,
        List<Caption> captions,
        Optional<ItemFile> image) {

    /** Keeps its own copies. */
    public Track {
        Objects.requireNonNull(name);
        Objects.requireNonNull(label);
        Objects.requireNonNull(size);
        media = List.copyOf(media);
        captions = List.copyOf(captions);
        Objects.requireNonNull(image);
        if (media.isEmpty() || !(seconds > 0)) {
            throw new IllegalArgumentException("a track needs a length and a file: " + name);
        }
    }

    /**
     * Subtitles.
     *
     * @param file in WebVTT
     * @param language a BCP 47 tag, when it is known
     * @param label what to call them
     */
    public record Caption(ItemFile file, Optional<String> language, String label) {}
}
