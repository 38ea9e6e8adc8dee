package org.lectern.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.lectern.blob.Blob;
import org.lectern.blob.FileBlob;
import org.lectern.core.Fault;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;

/**
 * The folder that is served, and nothing else: every {@link Node} it hands out lies really inside it.
 * Symbolic links that lead out, dotfiles, and what is neither file nor folder are not there.
 *
 * <p>Names of a folder are remembered while the folder's own time stands still, and what lies in it
 * with lengths and times for as long as the freshness says. Thread-safe.
 */
final class FolderTree {

    private static final long REMEMBERED_NAMES = 200_000;

    private final String name;
    private final Path root;
    private final long freshNanos;
    private final Recent<Names> names = new Recent<>(REMEMBERED_NAMES, known -> known.all().size());
    private final Recent<Dated> scans = new Recent<>(REMEMBERED_NAMES, known -> known.scan().entries().size());

    private record Dated(Scan scan, long at) {}

    FolderTree(String name, Path root, Duration freshness) {
        this.name = name;
        this.root = root.toAbsolutePath();
        this.freshNanos = freshness.toNanos();
    }

    /**
     * The library itself.
     *
     * @throws IiifException.Unreachable when it cannot be read just now
     */
    Node root() {
        try {
            Path real = root.toRealPath();
            if (Files.isDirectory(real)) {
                return new Node(Optional.empty(), Identifier.ROOT, real, true);
            }
            throw unreachable(null);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private IiifException.Unreachable unreachable(IOException cause) {
        return new IiifException.Unreachable(
                Fault.UPSTREAM, "The library '" + name + "' cannot be read just now; try again later.", cause);
    }

    /** What lies at exactly this path. */
    Optional<Node> at(Identifier id) {
        Optional<Node> node = Optional.of(root());
        for (String segment : id.segments()) {
            node = node.flatMap(folder -> child(folder, segment));
        }
        return node;
    }

    /** What is called so in a folder; the name may differ from the written one in how accents are composed. */
    Optional<Node> child(Node folder, String asked) {
        return names(folder).flatMap(known -> known.match(asked))
                .flatMap(written -> entry(folder, written)).map(Scan.Entry::node);
    }

    /** The visible names in a folder; empty when it is none, or cannot be read. */
    Optional<Names> names(Node folder) {
        if (!folder.isFolder()) {
            return Optional.empty();
        }
        try {
            FileTime changed = Files.getLastModifiedTime(folder.path());
            String key = folder.path().toString();
            Optional<Names> known = names.find(key).filter(remembered -> remembered.areOf(changed));
            if (known.isEmpty()) {
                known = Optional.of(Names.read(folder.path(), changed));
                names.put(key, known.get());
            }
            return known;
        } catch (IOException goneOrForbidden) {
            return Optional.empty();
        }
    }

    /** What lies directly in a folder; nothing when it cannot be read. */
    Scan scan(Node folder) {
        long now = System.nanoTime();
        Optional<Dated> known = scans.find(folder.id().text()).filter(dated -> now - dated.at() < freshNanos);
        if (known.isPresent()) {
            return known.get().scan();
        }
        List<Scan.Entry> entries = new ArrayList<>();
        names(folder).ifPresent(
                found -> found.all().forEach(written -> entry(folder, written).ifPresent(entries::add)));
        Scan scan = Scan.of(folder, entries);
        scans.put(folder.id().text(), new Dated(scan, now));
        return scan;
    }

    private Optional<Scan.Entry> entry(Node folder, String written) {
        if (folder.id().text().length() + 1 + written.length() > Identifier.MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            Path path = folder.path().resolve(written);
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean isLink = attributes.isSymbolicLink();
            if (isLink) {
                path = path.toRealPath();
                attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            }
            boolean isServable = attributes.isDirectory() || attributes.isRegularFile();
            if (!isServable || isLink && !isBelowRoot(path)) {
                return Optional.empty();
            }
            Node node = new Node(Optional.of(folder), folder.id().child(written), path, attributes.isDirectory());
            long length = attributes.isDirectory() ? 0 : attributes.size();
            return Optional.of(new Scan.Entry(node, isLink, length, attributes.lastModifiedTime().toInstant()));
        } catch (IOException goneOrForbidden) {
            return Optional.empty();
        }
    }

    /** Whether it is inside the root; the root itself, through a link, would be another thing than the library. */
    private boolean isBelowRoot(Path real) {
        Path top = root().path();
        return real.startsWith(top) && !real.equals(top);
    }

    private boolean isStillBelowRoot(Path path) {
        try {
            return isBelowRoot(path.toRealPath());
        } catch (IOException goneOrForbidden) {
            return false;
        }
    }

    /** Whether a link leads to where the library can be reached without it, so that following it finds all twice. */
    boolean isAlias(Scan.Entry entry) {
        Path below = root().path().relativize(entry.node().path());
        return entry.isLink() && StreamSupport.stream(below.spliterator(), false)
                .allMatch(segment -> Names.isVisible(segment.toString()));
    }

    /**
     * A handle on the bytes of a file.
     *
     * @throws IiifException.Missing when it has gone, or a folder on the way to it has become a link that leads out
     */
    Blob blob(Node file) {
        if (!isStillBelowRoot(file.path())) {
            throw new IiifException.Missing("'" + file.id() + "' is not here, or cannot be read.");
        }
        return FileBlob.of(file.path(), name + "/" + file.id());
    }
}
