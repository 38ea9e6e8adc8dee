package org.lectern.image;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How large an answer may be, in pixels of the scaled image before rotation, and whether pictures
 * may be enlarged. Declared in info.json and kept by every {@link Plan}.
 *
 * @param maxWidth widest; when it stands alone it bounds the height too
 * @param maxHeight highest; only together with {@code maxWidth}
 * @param maxArea most pixels
 * @param upscaling whether version 3's {@code ^} and version 2's sizes above full are served
 * @see <a href="https://iiif.io/api/image/3.0/#52-technical-properties">Image API 3.0, 5.2</a>
 */
public record Limits(OptionalInt maxWidth, OptionalInt maxHeight, OptionalLong maxArea, boolean upscaling) {

    /** No limit, no enlarging. */
    public static final Limits NONE =
            new Limits(OptionalInt.empty(), OptionalInt.empty(), OptionalLong.empty(), false);

    /** Checks what the specification forbids. */
    public Limits {
        if (maxHeight.isPresent() && maxWidth.isEmpty()) {
            throw new IllegalArgumentException("maxHeight without maxWidth");
        }
        if (upscaling && maxWidth.isEmpty() && maxArea.isEmpty()) {
            throw new IllegalArgumentException("upscaling needs maxWidth or maxArea");
        }
    }
}
