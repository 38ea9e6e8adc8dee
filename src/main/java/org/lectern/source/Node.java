package org.lectern.source;

import java.nio.file.Path;
import java.util.Optional;
import org.lectern.core.Identifier;

/**
 * A file or folder of the library that may be served.
 *
 * @param parent the folder it was found in; empty for the root
 * @param id its path below the root, as written on disk
 * @param path where it really lies: no link in it, inside the root
 * @param isFolder whether it is a folder, else a regular file
 */
record Node(Optional<Node> parent, Identifier id, Path path, boolean isFolder) {

    boolean isRoot() {
        return parent.isEmpty();
    }

    /** Whether it lies directly in the root. */
    boolean isInRoot() {
        return parent.filter(Node::isRoot).isPresent();
    }

    /** The last segment of its identifier; a link's own name, not its target's. */
    String name() {
        return id.text().substring(id.text().lastIndexOf('/') + 1);
    }
}
