package org.lectern.transform;

import java.awt.image.BufferedImage;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/**
 * Lays the pixels of a picture out anew, each unchanged: what mirrors and quarter turns are.
 *
 * @param origin index of the source pixel that comes first
 * @param across how far apart neighbours of a result's row lie in the source, in pixels
 * @param down how far apart neighbours of a column lie
 */
record Grid(int origin, int across, int down) {

    BufferedImage lay(BufferedImage image, Dimensions out) {
        int bands = Pixels.bands(image);
        BufferedImage result = Pixels.create(
                out, image.getColorModel().getColorSpace(), image.getColorModel().hasAlpha(), Pixels.bits(image));
        Samples source = Samples.of(image);
        Samples samples = Samples.of(result);
        for (int y = 0; y < out.height(); y++) {
            int from = (origin + y * down) * bands;
            int to = y * out.width() * bands;
            for (int x = 0; x < out.width(); x++) {
                samples.copy(to, source, from, bands);
                to += bands;
                from += across * bands;
            }
        }
        return result;
    }
}
