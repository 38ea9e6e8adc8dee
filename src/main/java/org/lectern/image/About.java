package org.lectern.image;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an image information document says besides how the picture is served: its rights, where it belongs, its
 * physical size. Immutable.
 *
 * @param rights a licence or rights statement as a URI
 * @param attribution plain text that must be shown (written by version 2 only)
 * @param dpi pixels an inch of the depicted scene, more than 0
 * @param partOf what it is part of (written by version 3 only)
 * @param seeAlso descriptions for machines (written by version 3 only)
 * @see <a href="https://iiif.io/api/image/3.0/#56-rights">Image API 3.0, 5.6 and 5.8</a>
 */
public record About(
        Optional<String> rights,
        Optional<String> attribution,
        OptionalDouble dpi,
        List<Link> partOf,
        List<Link> seeAlso) {

    /** Nothing is known. */
    public static final About NOTHING =
            new About(Optional.empty(), Optional.empty(), OptionalDouble.empty(), List.of(), List.of());

    /** Keeps its own copies. */
    public About {
        Objects.requireNonNull(rights);
        Objects.requireNonNull(attribution);
        if (!(dpi.orElse(1) > 0 && dpi.orElse(1) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a picture of " + dpi + " pixels an inch");
        }
        partOf = List.copyOf(partOf);
        seeAlso = List.copyOf(seeAlso);
    }

    /**
     * Another document.
     *
     * @param id its URI
     * @param type what it is, as in {@code Manifest} or {@code Dataset}
     * @param label what to call it, in no language that is known
     * @param format its media type
     * @param profile URI of the schema it follows
     */
    public record Link(
            String id, String type, Optional<String> label, Optional<String> format, Optional<String> profile) {

        /** Nothing is null. */
        public Link {
            Objects.requireNonNull(id);
            Objects.requireNonNull(type);
            Objects.requireNonNull(label);
            Objects.requireNonNull(format);
            Objects.requireNonNull(profile);
        }

        /** A manifest, in the version that speaks of it. */
        public static Link manifest(String id, String label) {
            return new Link(id, "Manifest", Optional.of(label), Optional.empty(), Optional.empty());
        }
    }
}
