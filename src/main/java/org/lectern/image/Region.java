package org.lectern.image;

import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;

/** Placeholder of the contract: see ImageRequest. */
public interface Region {
    /**
     * Reads a region.
     *
     * @throws IiifException.Malformed when it is none
     */
    static Region parse(String text) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /** The rectangle it means, clipped. */
    Rect within(Dimensions full);
}
