package org.lectern.codec;

import java.util.Objects;

/**
 * How answers are encoded.
 *
 * @param jpegQuality from 1 to 100
 * @param jpegChroma how finely colour is sampled
 * @param jpegProgressive whether JPEG files show the whole picture coarsely first
 * @param pngLevel of deflating: 0 none, 1 fast, 9 small
 * @param tiffCompression of what is not bitonal
 * @param jp2Ratio how many times smaller than its samples a JPEG 2000 codestream is; 1 keeps every sample
 * @param webp whether WebP is written, which takes a native library
 * @param webpQuality from 1 to 100
 */
public record EncoderSettings(
        int jpegQuality,
        JpegEncoder.Chroma jpegChroma,
        boolean jpegProgressive,
        int pngLevel,
        TiffEncoder.Compression tiffCompression,
        int jp2Ratio,
        boolean webp,
        int webpQuality) {

    /** JPEG at 80 with halved chroma, not progressive, PNG at 3, TIFF by LZW, JPEG 2000 at a tenth; no WebP. */
    public static final EncoderSettings STANDARD = new EncoderSettings(
            80, JpegEncoder.Chroma.HALVED, false, 3, TiffEncoder.Compression.LZW, 10, false, 80);

    /** Nothing is absent; each encoder checks its own ranges. */
    public EncoderSettings {
        Objects.requireNonNull(jpegChroma);
        Objects.requireNonNull(tiffCompression);
    }
}
