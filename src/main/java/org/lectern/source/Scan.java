package org.lectern.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lectern.blob.Validators;

/**
 * What lies directly in a folder, as of one moment.
 *
 * @param entries in natural order
 * @param files those that are files, by name
 * @param validator changes when an entry comes, goes or changes; what lies deeper does not matter
 */
record Scan(List<Scan.Entry> entries, Map<String, Scan.Entry> files, String validator) {

    /**
     * A file or folder in it.
     *
     * @param node itself
     * @param isLink whether it is a symbolic link
     * @param length in bytes; 0 for a folder
     * @param modified when it last changed
     */
    record Entry(Node node, boolean isLink, long length, Instant modified) {
        String name() {
            return node.name();
        }

        boolean isFile() {
            return !node.isFolder();
        }

        String stamp() {
            return isFile() ? name() + "/" + length + "/" + modified : name() + "/";
        }
    }

    static Scan of(Node folder, List<Entry> entries) {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort((one, other) -> NaturalOrder.FILES.compare(one.name(), other.name()));
        List<String> stamps = new ArrayList<>(List.of(folder.id().text()));
        sorted.forEach(entry -> stamps.add(entry.stamp()));
        Map<String, Entry> files = sorted.stream().filter(Entry::isFile)
                .collect(Collectors.toUnmodifiableMap(Entry::name, Function.identity()));
        return new Scan(List.copyOf(sorted), files, Validators.of(stamps.toArray(String[]::new)));
    }

    Optional<Entry> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** When the youngest of its files last changed. */
    Instant modified() {
        return files.values().stream().map(Entry::modified).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
