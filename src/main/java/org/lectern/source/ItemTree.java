package org.lectern.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lectern.blob.Validators;

/*
 * A folder is known to be one item of the Internet Archive by the file <folder>_meta.xml or <folder>_files.xml in it:
 * then what lies in folders below belongs to it too, unless such a folder is marked in the same way itself. In a book
 * without that mark a folder below belongs to the book when a stack of page images lies in it, or nothing that could be
 * an item of its own.
 */
/**
 * All files of an item that is a folder: those in it, and those in the folders below that are part of it.
 *
 * @param files by path below the item, those of the item's own folder first, in natural order
 * @param folders names of the folders in it that are part of it
 * @param modified when the youngest of them last changed
 */
record ItemTree(Map<String, Scan.Entry> files, Set<String> folders, Instant modified) {

    private static final int DEPTH = 8;
    private static final int MAX_FILES = 20_000;
    private static final int MAX_FOLDERS = 1000;

    /** Whether a file in the folder says that it is an item of the Internet Archive. */
    static boolean isMarked(Node folder, Scan scan) {
        return !folder.isRoot() && (scan.file(folder.name() + "_meta.xml").isPresent()
                || scan.file(folder.name() + "_files.xml").isPresent());
    }

    /** Whether a folder below a marked one is part of that. */
    static boolean isPart(Scan.Entry folder, FolderTree tree) {
        return !folder.isLink() && !isMarked(folder.node(), tree.scan(folder.node()));
    }

    static ItemTree of(Node folder, Scan scan, FolderTree tree) {
        Walk walk = new Walk(tree);
        scan.entries().stream().filter(Scan.Entry::isFile).forEach(entry -> walk.files.put(entry.name(), entry));
        boolean isMarked = isMarked(folder, scan);
        for (Scan.Entry entry : scan.entries()) {
            if (!entry.isFile() && isPart(entry, tree)) {
                walk.below(entry, isMarked);
            }
        }
        Instant modified = walk.files.values().stream().map(Scan.Entry::modified)
                .max(Instant::compareTo).orElse(Instant.EPOCH);
        return new ItemTree(walk.files, walk.folders, modified);
    }

    /** Changes when a file that may be of the item comes, goes or changes. Asked for each tile: gathers nothing. */
    static String stamp(Scan scan, FolderTree tree) {
        List<String> validators = new ArrayList<>();
        validators(scan, tree, 0, validators);
        return Validators.of(validators.toArray(String[]::new));
    }

    private static void validators(Scan scan, FolderTree tree, int depth, List<String> validators) {
        validators.add(scan.validator());
        for (Scan.Entry entry : scan.entries()) {
            if (!entry.isFile() && depth < DEPTH && validators.size() < MAX_FOLDERS && isPart(entry, tree)) {
                validators(tree.scan(entry.node()), tree, depth + 1, validators);
            }
        }
    }

    Optional<Scan.Entry> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Files directly in a folder of the item, by name. */
    Map<String, Scan.Entry> in(String folder) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        Map<String, Scan.Entry> found = new LinkedHashMap<>();
        files.forEach((path, entry) -> {
            if (path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0) {
                found.put(path.substring(prefix.length()), entry);
            }
        });
        return found;
    }

    /** What is gathered on the way down; no more than so much, however large a tree is. */
    private static final class Walk {
        private final FolderTree tree;
        private final Map<String, Scan.Entry> files = new LinkedHashMap<>();
        private final Set<String> folders = new LinkedHashSet<>();
        private int walked;

        Walk(FolderTree tree) {
            this.tree = tree;
        }

        void below(Scan.Entry folder, boolean isMarked) {
            Map<String, Scan.Entry> inside = new LinkedHashMap<>();
            gather(folder.node(), folder.name() + "/", 1, inside);
            boolean isOwn = isMarked || inside.values().stream().anyMatch(file -> BookStack.isStack(file.name()))
                    || inside.values().stream().noneMatch(file -> FileType.of(file.name()).isPresent());
            if (isOwn && !inside.isEmpty()) {
                folders.add(folder.name());
                files.putAll(inside);
            }
        }

        private void gather(Node folder, String path, int depth, Map<String, Scan.Entry> inside) {
            walked++;
            for (Scan.Entry entry : tree.scan(folder).entries()) {
                if (files.size() + inside.size() >= MAX_FILES || walked >= MAX_FOLDERS) {
                    return;
                }
                if (entry.isFile()) {
                    inside.put(path + entry.name(), entry);
                } else if (depth < DEPTH && isPart(entry, tree)) {
                    gather(entry.node(), path + entry.name() + "/", depth + 1, inside);
                }
            }
        }
    }
}
