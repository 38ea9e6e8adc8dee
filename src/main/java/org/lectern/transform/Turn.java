package org.lectern.transform;

import java.awt.image.BufferedImage;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/** Turns a picture about its centre by any angle. For one call. */
final class Turn {

    private final Samples source;
    private final int width;
    private final int height;
    private final int bands; // of the source
    private final int colours;
    private final BufferedImage image;
    private final double cos;
    private final double sin;
    private final double[] sums;

    /** Clockwise. */
    Turn(BufferedImage image, double radians) {
        this.image = image;
        source = Samples.of(image);
        width = image.getWidth();
        height = image.getHeight();
        bands = Pixels.bands(image);
        colours = image.getColorModel().getNumColorComponents();
        cos = Math.cos(radians);
        sin = Math.sin(radians);
        sums = new double[colours];
    }

    /** The turned picture in the middle of a box, with alpha. */
    BufferedImage into(Dimensions box) {
        BufferedImage result =
                Pixels.create(box, image.getColorModel().getColorSpace(), true, Pixels.bits(image));
        Samples samples = Samples.of(result);
        int at = 0;
        for (int y = 0; y < box.height(); y++) {
            double dy = y + 0.5 - box.height() / 2.0;
            for (int x = 0; x < box.width(); x++, at += colours + 1) {
                double dx = x + 0.5 - box.width() / 2.0;
                double fromX = dx * cos + dy * sin + width / 2.0 - 0.5;
                double fromY = dy * cos - dx * sin + height / 2.0 - 0.5;
                if (fromX > -1 && fromY > -1 && fromX < width && fromY < height) {
                    sample(fromX, fromY, samples, at);
                }
            }
        }
        return result;
    }

    private void sample(double fromX, double fromY, Samples into, int at) {
        int left = (int) Math.floor(fromX);
        int top = (int) Math.floor(fromY);
        double right = fromX - left;
        double bottom = fromY - top;
        java.util.Arrays.fill(sums, 0);
        double alpha = add(left, top, (1 - right) * (1 - bottom))
                + add(left + 1, top, right * (1 - bottom))
                + add(left, top + 1, (1 - right) * bottom)
                + add(left + 1, top + 1, right * bottom);
        int opacity = (int) (alpha + 0.5);
        if (opacity == 0) {
            return;
        }
        for (int band = 0; band < colours; band++) {
            into.set(at + band, Math.min(into.full, (int) (sums[band] / alpha + 0.5)));
        }
        into.set(at + colours, Math.min(into.full, opacity));
    }

    /** Adds a pixel's colours by weight and alpha; gives its share of alpha. Outside there is none. */
    private double add(int x, int y, double weight) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return 0;
        }
        int at = (y * width + x) * bands;
        double share = weight * (bands > colours ? source.get(at + colours) : source.full);
        for (int band = 0; band < colours; band++) {
            sums[band] += share * source.get(at + band);
        }
        return share;
    }
}
