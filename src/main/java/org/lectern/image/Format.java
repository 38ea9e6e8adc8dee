package org.lectern.image;

import org.lectern.core.IiifException;

/**
 * The {format} of an image request: how the answer is encoded.
 *
 * @see <a href="https://iiif.io/api/image/3.0/#45-format">Image API 3.0, 4.5</a>
 */
public enum Format {
    /** JPEG; required at every level. */
    JPG("jpg", "image/jpeg"),
    /** PNG; required at level 2. */
    PNG("png", "image/png"),
    /** GIF. */
    GIF("gif", "image/gif"),
    /** TIFF. */
    TIF("tif", "image/tiff"),
    /** JPEG 2000 in its JP2 container. */
    JP2("jp2", "image/jp2"),
    /** A PDF of one page. */
    PDF("pdf", "application/pdf"),
    /** WebP. */
    WEBP("webp", "image/webp");

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** As it stands in a request, after the last dot. */
    public String extension() {
        return extension;
    }

    /** The Content-Type of the answer. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Reads the text behind the last dot of a request.
     *
     * @throws IiifException.Malformed when it names no format of the specification
     */
    public static Format parse(String text) {
        for (Format format : values()) {
            if (format.extension.equals(text)) {
                return format;
            }
        }
        throw new IiifException.Malformed("The format " + Numeral.quoted(text)
                + " is none of the Image API; one of jpg, png, gif, tif, jp2, pdf, webp is meant (lower case).");
    }

    @Override
    public String toString() {
        return extension;
    }
}
