package org.lectern.service;

import java.util.Set;
import org.lectern.blob.Picture;
import org.lectern.codec.Pyramid;
import org.lectern.core.IiifException;
import org.lectern.image.Format;
import org.lectern.image.Plan;
import org.lectern.render.Renderer;

/** What the use cases need of the rendering room. Thread-safe; every method closes the blob it was given. */
public interface Pictures {

    /** The formats that can be asked for. */
    Set<Format> formats();

    /**
     * The header of a picture; decodes nothing.
     *
     * @throws IiifException.Unsupported when the file is of no image format read here
     * @throws IiifException.Broken when it cannot be read
     */
    Pyramid pyramid(Picture picture);

    /** Changes when the bytes for a plan would change though neither plan nor source do. */
    String fingerprint(Format format);

    /**
     * The encoded answer.
     *
     * @throws IiifException.Busy when there is no room for the work within the time allowed
     * @throws IiifException.TooLarge when it can never fit
     * @throws IiifException.Broken when the source cannot be decoded
     */
    byte[] image(Picture picture, Plan plan);

    /** Those that a renderer makes. */
    static Pictures of(Renderer renderer) {
        return new Pictures() {
            @Override
            public Set<Format> formats() {
                return renderer.formats();
            }

            @Override
            public Pyramid pyramid(Picture picture) {
                return renderer.pyramid(picture);
            }

            @Override
            public String fingerprint(Format format) {
                return renderer.fingerprint(format);
            }

            @Override
            public byte[] image(Picture picture, Plan plan) {
                return renderer.image(picture, plan);
            }
        };
    }
}
