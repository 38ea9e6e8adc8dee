package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;
import org.lectern.image.Plan;

/**
 * Reads one image format. Thread-safe; what a call gives depends on nothing but the blob and the call, which leaves the
 * blob open (who made it closes it).
 *
 * <p>Coordinates are of the upright picture: a decoder applies the orientation of its file, in
 * {@code pyramid} and in {@code decode} alike. Whatever a library underneath throws, except
 * {@code OutOfMemoryError}, comes out as {@link IiifException.Broken}.
 */
public interface Decoder {

    /** How many of the first bytes {@link #recognises} is given. */
    int HEAD_BYTES = 1024;

    /** Short, lower case: {@code jpeg}, {@code tiff}, {@code jpeg2000} … */
    String name();

    /** Whether these first bytes of a file (at most {@value #HEAD_BYTES}) are of this format; never by the file's name. */
    boolean recognises(byte[] head);

    /**
     * The number of pictures in the file.
     *
     * @throws IiifException.Broken when its structure cannot be read
     * @throws IiifException.TooLarge when it claims more than any sane file has
     */
    int pages(Blob blob);

    /**
     * Reads the header of one picture; decodes nothing.
     *
     * @throws IiifException.Broken when the header cannot be read
     * @throws IiifException.Missing when the file has no such page
     * @throws IiifException.Unsupported when it is of a kind that is not read
     */
    Pyramid pyramid(Picture picture);

    /**
     * Reads the header of one picture, and of some behind it in the file where that costs little more.
     *
     * @return that of the picture, then of those behind it; at least one
     * @throws IiifException as {@link #pyramid} does, for the picture itself alone
     */
    default List<Pyramid> pyramids(Picture picture) {
        return List.of(pyramid(picture));
    }

    /**
     * Decodes a part of one level.
     *
     * @param picture which picture
     * @param level index into {@link Pyramid#levels()}
     * @param region in pixels of that level, inside it
     * @return exactly the region, upright, in the normal form of {@code Pixels}: the file's own depth
     *     (8 or 16), colours and profile
     * @throws IiifException.Broken when the pixels cannot be read
     */
    BufferedImage decode(Picture picture, int level, Rect region);

    /**
     * The peak of heap bytes that {@link #decode} of this region takes, result included; an honest
     * upper estimate from the header alone.
     */
    long cost(Pyramid pyramid, int level, Rect region);

    /** The answer's bytes as they lie in the file, when a stored piece equals what the plan asks for. */
    default Optional<byte[]> verbatim(Picture picture, Plan plan) {
        return Optional.empty();
    }
}
