package org.lectern.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the pages in an archive file are called: by their names without extension, and where these
 * repeat in other folders of the archive, by as much of the path before them as tells them apart.
 */
final class PageLabels {

    /** Folders before a name that are looked at; the paths are a stranger's, and may be of thousands. */
    private static final int FOLDERS = 8;

    private PageLabels() {}

    /**
     * The labels in the order of the paths: {@code b/1}, {@code c/1} and {@code 2} for {@code a/b/1.jpg},
     * {@code a/c/1.jpg} and {@code a/c/2.jpg}. What differs by the extension alone keeps it, path and all.
     *
     * @param paths in the archive, all different
     */
    static List<String> of(List<String> paths) {
        List<String> labels = new ArrayList<>(paths);
        List<String> stems = paths.stream().map(FileType::stem).toList();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            open.add(i);
        }
        for (int folders = 0; folders <= FOLDERS && !open.isEmpty(); folders++) {
            settle(open, ends(stems, folders), labels);
        }
        return labels;
    }

    /** Gives those that are still open the ends that no other page has. */
    private static void settle(List<Integer> open, List<String> ends, List<String> labels) {
        Map<String, Integer> counts = new HashMap<>();
        ends.forEach(end -> counts.merge(end, 1, Integer::sum));
        open.removeIf(i -> {
            boolean isUnique = counts.get(ends.get(i)) == 1;
            if (isUnique) {
                labels.set(i, ends.get(i));
            }
            return isUnique;
        });
    }

    private static List<String> ends(List<String> stems, int folders) {
        return stems.stream().map(stem -> end(stem, folders)).toList();
    }

    /** The last segment of a path and so many before it. */
    private static String end(String path, int folders) {
        int slash = path.lastIndexOf('/');
        for (int i = 0; i < folders && slash >= 0; i++) {
            slash = path.lastIndexOf('/', slash - 1);
        }
        return path.substring(slash + 1);
    }
}
