package org.lectern.source;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lectern.blob.Validators;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * A folder that is itself an item is no collection. What lies below it, items and collections, is
 * found in the nearest collection above.
 *
 * A link to a folder of the library that is reached without it too is not followed here, so nothing is
 * listed twice and no circle is walked; identifiers through such a link are understood all the same.
 */
/**
 * Walks through a library and notes all items and collections. Zips without pictures and files that
 * cannot be read are left out, folders with nothing in them too. For one thread, once.
 */
final class Survey {

    private static final Logger LOG = LoggerFactory.getLogger(Survey.class);

    private final FolderTree tree;
    private final Items items;
    private final Index previous;
    private final String rootLabel;
    private final Map<Identifier, Folder> shelves = new HashMap<>();
    private final Map<Identifier, Index.Known> known = new HashMap<>();
    private final Set<Path> visited = new HashSet<>();

    Survey(FolderTree tree, Items items, Index previous, String rootLabel) {
        this.tree = tree;
        this.items = items;
        this.previous = previous;
        this.rootLabel = rootLabel;
    }

    /** What stands on one shelf. */
    private static final class Content {
        private final List<Folder.Entry> folders = new ArrayList<>();
        private final List<Summary> items = new ArrayList<>();
        private Instant modified = Instant.EPOCH;

        void add(Summary item) {
            items.add(item);
            touch(item.modified());
        }

        void touch(Instant time) {
            modified = time.isAfter(modified) ? time : modified;
        }
    }

    /** The index of everything below a folder, the folder included. */
    Index of(Node start) {
        Content outside = new Content();
        folder(start, outside);
        return Index.of(shelves, known);
    }

    private void folder(Node node, Content outer) {
        if (!visited.add(node.path())) {
            return;
        }
        Scan scan = tree.scan(node);
        FolderShape shape = FolderShape.of(node, scan, tree);
        if (shape instanceof FolderShape.Shelf) {
            Content own = new Content();
            contents(node, scan, shape, own);
            shelve(node, scan, own, outer);
        } else {
            note(node, items.stamp(node, scan), outer);
            contents(node, scan, shape, outer);
        }
    }

    private void contents(Node node, Scan scan, FolderShape shape, Content into) {
        for (Scan.Entry entry : scan.entries()) {
            if (shape.lists(entry, node.isRoot())) {
                String sidecar = scan.file(entry.name() + ItemJson.SUFFIX).map(Scan.Entry::stamp).orElse("");
                note(entry.node(), entry.stamp() + "\n" + sidecar, into);
            } else if (!entry.isFile() && !tree.isAlias(entry) && !shape.owns(entry, node, scan, tree)) {
                folder(entry.node(), into);
            }
        }
    }

    private void note(Node node, String stamp, Content into) {
        Index.Known before = previous.known().get(node.id());
        boolean isSame = before != null && before.stamp().equals(stamp);
        Index.Known now = isSame ? before : new Index.Known(stamp, summary(node));
        known.put(node.id(), now);
        now.summary().ifPresent(into::add);
    }

    private Optional<Summary> summary(Node node) {
        try {
            return items.summary(node);
        } catch (IiifException e) {
            LOG.debug("{} is not listed: {}", node.id(), e.getMessage());
            return Optional.empty();
        }
    }

    private void shelve(Node node, Scan scan, Content own, Content outer) {
        if (own.items.isEmpty() && own.folders.isEmpty() && !node.isRoot()) {
            return;
        }
        own.folders.sort(Comparator.comparing(folder -> folder.id().text(), NaturalOrder.NAMES));
        own.items.sort(Comparator.comparing(item -> item.id().text(), NaturalOrder.NAMES));
        String label = items.ofCollection(scan).label().orElse(node.isRoot() ? rootLabel : node.name());
        scan.file(ItemJson.NAME).ifPresent(file -> own.touch(file.modified()));
        Stream<String> folders = own.folders.stream().map(folder -> folder.id() + "\n" + folder.label());
        String validator = Validators.of(Stream.concat(folders, Stream.of(label, Index.validator(own.items)))
                .toArray(String[]::new));
        shelves.put(node.id(), new Folder(node.id(), label, own.folders, own.items, validator, own.modified));
        outer.folders.add(new Folder.Entry(node.id(), label));
        outer.touch(own.modified);
    }
}
