package org.lectern.source;

import java.util.Optional;
import org.lectern.core.Identifier;

/**
 * Tells where an identifier leads, or that it is none of its own. The library asks its resolvers in
 * order before it asks any source. Thread-safe, quick.
 */
@FunctionalInterface
public interface Resolver {

    /** Where the identifier leads; empty when this resolver does not know it. */
    Optional<Location> resolve(Identifier id);

    /** The plain one: the identifier is the path in the named source. */
    static Resolver plain(String source) {
        return id -> Optional.of(new Location(source, id));
    }
}
