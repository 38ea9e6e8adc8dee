package org.lectern.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lectern.cache.Cache;

/**
 * The kinds of source there are. To add one: a class that implements {@link Source} (and
 * {@link Catalog}, if it can list), and a line here.
 */
public final class Sources {

    private final Cache documents;
    private final Cache blocks;
    private final Duration freshness;
    private final Map<String, Opener> kinds = new TreeMap<>(Map.of("folder", this::folder));

    /** Makes a source of the settings {@code source.<name>.<key>}. */
    private interface Opener {
        Source open(String name, Map<String, String> settings);
    }

    /**
     * With what all sources share.
     *
     * @param documents keeps what has been read of items
     * @param blocks keeps pieces of files that cannot be read at random
     * @param freshness how long what was seen is believed
     */
    public Sources(Cache documents, Cache blocks, Duration freshness) {
        this.documents = documents;
        this.blocks = blocks;
        this.freshness = freshness;
    }

    /** The values that {@code source.<name>.kind} may have. */
    public SortedSet<String> kinds() {
        return new TreeSet<>(kinds.keySet());
    }

    /**
     * Opens a source.
     *
     * @param kind one of {@link #kinds()}
     * @param name its name in the settings
     * @param settings its own keys: {@code root} for a folder
     * @throws IllegalArgumentException when a setting is wrong; the message says which and what would be right
     */
    public Source open(String kind, String name, Map<String, String> settings) {
        if (!kinds.containsKey(kind)) {
            throw new IllegalArgumentException("The source '" + name + "' is of kind '" + kind
                    + "', which is not known; known kinds: " + String.join(", ", kinds()) + ".");
        }
        return kinds.get(kind).open(name, settings);
    }

    private Source folder(String name, Map<String, String> settings) {
        String root = settings.getOrDefault("root", "");
        if (root.isBlank()) {
            throw new IllegalArgumentException(
                    "The source '" + name + "' needs a setting 'root': the folder to serve.");
        }
        return new FolderSource(name, directory(name, root), documents, blocks, freshness);
    }

    private static Path directory(String name, String root) {
        try {
            Path path = Path.of(root);
            if (Files.isDirectory(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("The root '" + root + "' of the source '" + name + "' is no path.", e);
        }
        throw new IllegalArgumentException("The root '" + root + "' of the source '" + name + "' is no folder.");
    }
}
