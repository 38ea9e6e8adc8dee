package org.lectern.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which values of {@code behavior} a manifest or a canvas may have, and which exclude each other.
 *
 * @see <a href="https://iiif.io/api/presentation/3.0/#behavior">Presentation API 3.0, 3.2</a>
 */
public final class Behavior {

    private static final List<Set<String>> OF_MANIFEST = List.of(
            Set.of("auto-advance", "no-auto-advance"),
            Set.of("repeat", "no-repeat"),
            Set.of("unordered", "individuals", "continuous", "paged"));

    private static final Set<String> OF_PAGED = Set.of("facing-pages", "non-paged");

    private static final List<Set<String>> OF_CANVAS =
            List.of(Set.of("auto-advance", "no-auto-advance"), OF_PAGED);

    private static final Set<String> HINTS =
            Set.of("individuals", "paged", "continuous", "facing-pages", "non-paged");

    private Behavior() {}

    /**
     * The values a manifest may have, in order; of values that exclude each other the first stays.
     *
     * @param values as a source writes them
     */
    public static List<String> ofManifest(List<String> values) {
        return allowed(values, OF_MANIFEST);
    }

    /**
     * The values a canvas may have, in order; of values that exclude each other the first stays.
     *
     * @param values as a source writes them
     */
    public static List<String> ofCanvas(List<String> values) {
        return allowed(values, OF_CANVAS);
    }

    private static List<String> allowed(List<String> values, List<Set<String>> sets) {
        List<Set<String>> open = new ArrayList<>(sets);
        return values.stream().map(String::strip).filter(value -> open.removeIf(set -> set.contains(value))).toList();
    }

    /** Those of a canvas that mean something in its manifest: how pages face each other does in a paged one only. */
    static List<String> within(List<String> manifest, List<String> canvas) {
        return manifest.contains("paged")
                ? canvas
                : canvas.stream().filter(value -> !OF_PAGED.contains(value)).toList();
    }

    /** The one of them that version 2 knows as {@code viewingHint}. */
    static Optional<String> viewingHint(List<String> behavior) {
        return behavior.stream().filter(HINTS::contains).findFirst();
    }
}
