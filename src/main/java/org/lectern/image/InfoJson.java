package org.lectern.image;

import org.lectern.core.ApiVersion;

/** Writes {@link ImageInfo} as info.json of either version. */
public final class InfoJson {

    private InfoJson() {}

    /**
     * The document as UTF-8 JSON.
     *
     * @param info what to say
     * @param id the base URI of the image, without a trailing slash
     * @param version which document
     */
    public static byte[] write(ImageInfo info, String id, ApiVersion version) {
        throw new UnsupportedOperationException("to be written in this room");
    }
}
