package org.lectern.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which values of {@code behavior} a manifest may have, and which exclude each other.
 *
 * @see <a href="https://iiif.io/api/presentation/3.0/#behavior">Presentation API 3.0, 3.2</a>
 */
public final class Behavior {

    private static final List<Set<String>> OF_MANIFEST = List.of(
            Set.of("auto-advance", "no-auto-advance"),
            Set.of("repeat", "no-repeat"),
            Set.of("unordered", "individuals", "continuous", "paged"));

    private static final Set<String> HINTS = Set.of("individuals", "paged", "continuous");

    private Behavior() {}

    /**
     * The values a manifest may have, in order; of values that exclude each other the first stays.
     *
     * @param values as a source writes them
     */
    public static List<String> ofManifest(List<String> values) {
        List<Set<String>> open = new ArrayList<>(OF_MANIFEST);
        return values.stream().map(String::strip).filter(value -> open.removeIf(set -> set.contains(value))).toList();
    }

    /** The one of them that version 2 knows as {@code viewingHint}. */
    static Optional<String> viewingHint(List<String> behavior) {
        return behavior.stream().filter(HINTS::contains).findFirst();
    }
}
