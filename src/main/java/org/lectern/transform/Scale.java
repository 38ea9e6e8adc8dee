package org.lectern.transform;

import java.awt.image.BufferedImage;
import java.util.Objects;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/**
 * The {size} of an image request: scales a window of a picture.
 *
 * <p>Smaller is the exact average of the area, or Lanczos ({@link Scaling}); larger is interpolated by Lanczos.
 * A picture of one colour stays exactly that colour, at 30000 to 1 as well; whole factors are exact, halves
 * rounded up, and anything else is within one level. Colours count by their alpha: what is transparent does not
 * bleed. Cost: each source sample once and two lines of numbers for averages; for Lanczos up to 24 lines of
 * what it filters, which is the picture itself up to 4 to 1.
 *
 * <p>Gamma: samples are averaged as they are stored, with the curve of the file's profile, as viewers, image
 * editors and other servers do by default. Averaging light would want the curve of each profile and 16 bits in
 * between, and a tile would no longer look like the same place in another program. The consequence: a fine pattern
 * of black and white becomes the middle of the scale, 128, which is a fifth of the light rather than half of it;
 * scans of print and photographs seldom show the difference.
 *
 * @param window what to scale, in pixels of the picture it is given
 * @param out the size it gets
 * @param scaling how it becomes smaller
 * @see <a href="https://iiif.io/api/image/3.0/#42-size">Image API 3.0, 4.2</a>
 */
public record Scale(Window window, Dimensions out, Scaling scaling) implements Step {

    private static final double NOTHING = 1e-9; // of a factor: rounding

    /** Nothing is optional. */
    public Scale {
        Objects.requireNonNull(window);
        Objects.requireNonNull(out);
        Objects.requireNonNull(scaling);
    }

    /** By area, as the levels of a pyramid are made. */
    public Scale(Window window, Dimensions out) {
        this(window, out, Scaling.AREA);
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
        return rows(image, 0, down(image.getHeight()), 0, out.height());
    }

    /**
     * Some rows of the answer, for pictures that are read piece by piece: the same as those of the whole.
     *
     * @param height rows of the picture
     * @param from the first row of the answer
     * @param to the end of the rows
     */
    public Band band(int height, int from, int to) {
        return new Band(this, down(height), from, to);
    }

    /** The rows of the answer from {@code from} to {@code to}, of a picture without its first rows. */
    BufferedImage rows(BufferedImage image, int skipped, Axis down, int from, int to) {
        BufferedImage result = Pixels.create(new Dimensions(out.width(), to - from),
                image.getColorModel().getColorSpace(), image.getColorModel().hasAlpha(), Pixels.bits(image));
        Lines lines = lines(image, skipped, axis(window.left(), window.right(), image.getWidth(), out.width()), down);
        double[] line = new double[lines.samples()];
        var store = new Store(result);
        for (int y = from; y < to; y++) {
            lines.line(y, line);
            store.put(line, y - from);
        }
        return result;
    }

    private static Lines lines(BufferedImage image, int skipped, Axis across, Axis down) {
        var averaged = new AveragedLines(image, skipped, across.spans(), down.spans());
        if (across.weights().isEmpty() && down.weights().isEmpty()) {
            return averaged;
        }
        return new FilteredLines(averaged, across.weightsOrNone(), down.weightsOrNone(), Pixels.bands(image));
    }

    private Axis down(int height) {
        return axis(window.top(), window.bottom(), height, out.height());
    }

    private Axis axis(double from, double to, int extent, int length) {
        boolean averaged = to - from > length * (1 - NOTHING) && (scaling == Scaling.AREA || isWhole());
        return averaged ? Axis.averaged(from, to, extent, length) : Axis.filtered(from, to, extent, length);
    }

    /** Whether both axes are reduced by a whole factor, as tiles are: they must fit together. */
    private boolean isWhole() {
        return isWhole((window.right() - window.left()) / out.width())
                && isWhole((window.bottom() - window.top()) / out.height());
    }

    private static boolean isWhole(double factor) {
        return factor > 1 - NOTHING && Math.abs(factor - Math.rint(factor)) < NOTHING * factor;
    }
}
