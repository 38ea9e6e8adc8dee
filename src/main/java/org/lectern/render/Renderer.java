package org.lectern.render;

import java.util.Set;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.codec.Pyramid;
import org.lectern.core.IiifException;
import org.lectern.image.Format;
import org.lectern.image.Plan;

/**
 * Makes pictures. Thread-safe. Every method closes the blob it was given before it returns.
 */
public final class Renderer {

    /** The formats that can be asked for. */
    public Set<Format> formats() {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /**
     * The header of a picture, from the documents cache or the file.
     *
     * @throws IiifException.Unsupported when the file is of no image format read here
     * @throws IiifException.Broken when it cannot be read
     */
    public Pyramid pyramid(Picture picture) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /** How many pictures the file holds, from the documents cache or the file. Same exceptions as {@link #pyramid}. */
    public int pages(Blob blob) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /**
     * A text that changes when the bytes for a plan would change though neither plan nor source do:
     * the encoder's settings and this build. For the ETag.
     */
    public String fingerprint(Format format) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /**
     * The encoded answer, from the derivatives cache, from stored bytes, or made.
     *
     * @throws IiifException.Busy when there is no room for the work within the time allowed
     * @throws IiifException.TooLarge when it can never fit
     * @throws IiifException.Broken when the source cannot be decoded
     */
    public byte[] image(Picture picture, Plan plan) {
        throw new UnsupportedOperationException("to be written in this room");
    }
}
