package org.lectern.source;

import java.time.Instant;
import java.util.List;
import org.lectern.core.Identifier;

/**
 * A folder that holds items or folders: what a IIIF collection describes.
 *
 * @param id its path below the library; {@link Identifier#ROOT} for the library itself
 * @param label its title
 * @param folders collections directly in it, in natural order (their own folders and items are not filled in: ask for them)
 * @param items items directly in it, in natural order
 * @param validator changes when its list changes
 * @param modified when it last changed
 */
public record Folder(
        Identifier id, String label, List<Entry> folders, List<Summary> items, String validator, Instant modified) {

    /** Keeps its own copies. */
    public Folder {
        folders = List.copyOf(folders);
        items = List.copyOf(items);
    }

    /**
     * A folder in a folder.
     *
     * @param id its identifier
     * @param label its title
     */
    public record Entry(Identifier id, String label) {}
}
