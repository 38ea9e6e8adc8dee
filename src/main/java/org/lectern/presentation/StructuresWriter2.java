package org.lectern.presentation;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes ranges of version 2: a flat list, in which one range stands above all others and holds nothing but ranges.
 * Where the model has no such range, one is made that is called like the manifest.
 */
final class StructuresWriter2 {

    private final Pen pen;
    private final Words2 words;

    StructuresWriter2(Pen pen) {
        this.pen = pen;
        this.words = new Words2(pen);
    }

    void write(Manifest manifest, String topId) {
        List<Range> roots = manifest.structures();
        if (roots.isEmpty()) {
            return;
        }
        boolean hasTop = roots.size() == 1 && canvases(roots.get(0)).isEmpty();
        Range top = hasTop ? roots.get(0) : new Range(topId, manifest.label(), List.copyOf(roots));
        pen.array("structures", flat(top), range -> pen.object(() -> range(range, range == top)));
    }

    private void range(Range range, boolean isTop) {
        words.identity(range.id(), "sc:Range");
        words.label(range.label());
        if (isTop) {
            pen.text("viewingHint", "top");
        }
        pen.texts("ranges", ranges(range).stream().map(Range::id).toList());
        pen.texts("canvases", canvases(range));
    }

    private static List<Range> flat(Range root) {
        List<Range> all = new ArrayList<>();
        all.add(root);
        ranges(root).forEach(child -> all.addAll(flat(child)));
        return all;
    }

    private static List<Range> ranges(Range range) {
        return range.items().stream().filter(Range.class::isInstance).map(Range.class::cast).toList();
    }

    private static List<String> canvases(Range range) {
        return range.items().stream()
                .filter(Range.Part.class::isInstance)
                .map(part -> ((Range.Part) part).canvas())
                .toList();
    }
}
