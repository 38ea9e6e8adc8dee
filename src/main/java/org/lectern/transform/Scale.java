package org.lectern.transform;

import java.awt.image.BufferedImage;
import java.util.Objects;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/**
 * The {size} of an image request: scales a window of a picture.
 *
 * <p>Lines are scaled across, then added up downward; sums are kept in doubles, so a picture of one
 * colour stays exactly that colour, at 30000 to 1 as well. Colours count by their alpha: what is transparent does
 * not bleed. Cost: each source sample once, and two lines of memory.
 *
 * @param window what to scale, in pixels of the picture it is given
 * @param out the size it gets
 * @see <a href="https://iiif.io/api/image/3.0/#42-size">Image API 3.0, 4.2</a>
 */
public record Scale(Window window, Dimensions out) implements Step {

    /** Nothing is optional. */
    public Scale {
        Objects.requireNonNull(window);
        Objects.requireNonNull(out);
    }

    /** Whether scaling a picture of this size gives the picture itself. */
    public boolean isIdentity(Dimensions size) {
        return out.equals(size) && window.equals(Window.all(size));
    }

    @Override
    public BufferedImage apply(BufferedImage image) {
        if (isIdentity(new Dimensions(image.getWidth(), image.getHeight()))) {
            return image;
        }
        boolean alpha = image.getColorModel().hasAlpha();
        BufferedImage result =
                Pixels.create(out, image.getColorModel().getColorSpace(), alpha, Pixels.bits(image));
        Weights across = Weights.of(window.left(), window.right(), image.getWidth(), out.width());
        Weights down = Weights.of(window.top(), window.bottom(), image.getHeight(), out.height());
        var lines = new ScaledLines(image, across, out.width());
        double[] sum = new double[out.width() * Pixels.bands(image)];
        Samples samples = Samples.of(result);
        for (int y = 0; y < out.height(); y++) {
            add(lines, down, y, sum);
            store(sum, samples, y * sum.length, alpha ? Pixels.bands(image) : 0);
        }
        return result;
    }

    private static void add(ScaledLines lines, Weights down, int y, double[] sum) {
        java.util.Arrays.fill(sum, 0);
        for (int k = 0; k < down.count(y); k++) {
            double weight = down.values()[down.offset(y) + k];
            double[] line = lines.at(down.first(y) + k);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += line[i] * weight;
            }
        }
    }

    private static void store(double[] sum, Samples into, int at, int bandsWithAlpha) {
        if (bandsWithAlpha > 0) {
            divideByAlpha(sum, bandsWithAlpha);
        }
        for (int i = 0; i < sum.length; i++) {
            int value = (int) (sum[i] + 0.5);
            into.set(at + i, Math.max(0, Math.min(value, into.full)));
        }
    }

    private static void divideByAlpha(double[] sum, int bands) {
        for (int i = 0; i < sum.length; i += bands) {
            double alpha = sum[i + bands - 1];
            double factor = alpha >= 0.5 ? 1 / alpha : 0;
            for (int band = 0; band < bands - 1; band++) {
                sum[i + band] *= factor;
            }
        }
    }
}
