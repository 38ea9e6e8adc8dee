package org.lectern.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The order in which the groups of PAGE, one in the other, name the regions. */
final class ReadingOrder {

    private static final int REFERENCES = 100_000;

    /** One region with its place in each group around it, from the outermost. */
    private record Reference(List<Double> path, String region) {}

    private final Deque<Double> path = new ArrayDeque<>();
    private final List<Reference> references = new ArrayList<>();

    /** A group begins; NaN when it has no index, and stands where the file has it. */
    void startGroup(double index) {
        path.addLast(place(index));
    }

    /** The last group that began ends. */
    void endGroup() {
        path.pollLast();
    }

    /** A region is named. */
    void add(double index, String region) {
        if (references.size() < REFERENCES) {
            List<Double> whole = new ArrayList<>(path);
            whole.add(place(index));
            references.add(new Reference(whole, region));
        }
    }

    private double place(double index) {
        return Double.isNaN(index) ? references.size() : index;
    }

    /** The regions in order. */
    List<String> regions() {
        references.sort(Comparator.comparing(Reference::path, ReadingOrder::compare));
        return references.stream().map(Reference::region).toList();
    }

    private static int compare(List<Double> a, List<Double> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = Double.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
