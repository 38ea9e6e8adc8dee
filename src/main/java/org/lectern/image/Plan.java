package org.lectern.image;

import java.util.Objects;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;

/**
 * What an image request comes to for one picture, settled before a pixel is touched. Key, ETag, cost,
 * decoding and the chain of steps are derived from it and from the source's validator alone.
 *
 * @param full size of the full, upright picture
 * @param source the part to read, in pixels of the full picture
 * @param output the size it is scaled to, before rotation
 * @param rotation mirroring and turning after scaling
 * @param quality what the pixels become; {@code DEFAULT} also when the request named what default gives
 * @param format how they are encoded
 * @param canonical {region}/{size}/{rotation}/{quality}.{format} in the canonical form of the request's
 *     version; a {@code ^} in it is raw, to be percent-encoded wherever it becomes part of a URI
 */
public record Plan(
        Dimensions full,
        Rect source,
        Dimensions output,
        Rotation rotation,
        Quality quality,
        Format format,
        String canonical) {

    /** Nothing is optional. */
    public Plan {
        Objects.requireNonNull(full);
        Objects.requireNonNull(source);
        Objects.requireNonNull(output);
        Objects.requireNonNull(rotation);
        Objects.requireNonNull(quality);
        Objects.requireNonNull(format);
        Objects.requireNonNull(canonical);
    }
}
