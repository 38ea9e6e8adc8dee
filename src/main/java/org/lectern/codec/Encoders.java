package org.lectern.codec;

import java.util.ArrayList;
import java.util.List;

/** Every format that is written: an explicit list, to be read here. */
public final class Encoders {

    private Encoders() {}

    /**
     * The encoders, one a format.
     *
     * @throws IllegalArgumentException when a setting is out of its range
     * @throws IllegalStateException when WebP is switched on and its native library does not load, with the reason
     */
    public static List<Encoder> of(EncoderSettings settings) {
        var jpeg = new JpegEncoder(settings.jpegQuality(), settings.jpegChroma(), settings.jpegProgressive());
        List<Encoder> encoders = new ArrayList<>(List.of(
                jpeg,
                new PngEncoder(settings.pngLevel()),
                new GifEncoder(),
                new TiffEncoder(settings.tiffCompression()),
                new Jp2Encoder(settings.jp2Ratio()),
                new PdfEncoder(jpeg)));
        if (settings.webp()) {
            encoders.add(new WebpEncoder(settings.webpQuality()));
        }
        return List.copyOf(encoders);
    }
}
