package org.lectern.service;

import java.util.List;
import java.util.Optional;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;
import org.lectern.source.Resource;
import org.lectern.source.Source;

/**
 * The only door to the sources, hence where access is decided. Thread-safe.
 */
public final class Library {

    /** Over all sources and resolvers; see the room's issue for the constructor. */
    public Library(List<Source> sources, Access access) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /**
     * What an identifier names, if the visitor may see it.
     *
     * @throws IiifException.Denied when the visitor may not
     */
    public Optional<Resource> find(Identifier id, Visitor visitor) {
        throw new UnsupportedOperationException("to be written in this room");
    }
}
