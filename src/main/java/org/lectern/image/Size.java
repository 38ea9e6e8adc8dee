package org.lectern.image;

import org.lectern.core.ApiVersion;

/** Placeholder of the contract: see ImageRequest. */
public interface Size {
    /** Reads a size. */
    static Size parse(String text, ApiVersion version) {
        throw new UnsupportedOperationException("to be written in this room");
    }
}
