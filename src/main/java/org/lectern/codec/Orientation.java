package org.lectern.codec;

import java.awt.image.BufferedImage;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.pixels.Pixels;

/**
 * How a stored picture becomes upright.
 *
 * @param exif 1 to 8, as the EXIF and TIFF tag counts
 */
record Orientation(int exif) {

    static final Orientation UPRIGHT = new Orientation(1);

    /** Takes what no standard knows as upright. */
    static Orientation of(long value) {
        return value >= 1 && value <= 8 ? new Orientation((int) value) : UPRIGHT;
    }

    private boolean swaps() {
        return exif >= 5;
    }

    private boolean fromRight() {
        return exif == 2 || exif == 3 || exif == 7 || exif == 8;
    }

    private boolean fromBottom() {
        return exif == 3 || exif == 4 || exif == 6 || exif == 7;
    }

    /** The upright size. */
    Dimensions upright(Dimensions stored) {
        return swaps() ? stored.turned() : stored;
    }

    /**
     * Where a rectangle of the upright picture lies in the stored one.
     *
     * @param upright the rectangle
     * @param stored size of the stored picture
     */
    Rect stored(Rect upright, Dimensions stored) {
        int x = swaps() ? upright.y() : upright.x();
        int y = swaps() ? upright.x() : upright.y();
        int width = swaps() ? upright.height() : upright.width();
        int height = swaps() ? upright.width() : upright.height();
        return new Rect(
                fromRight() ? stored.width() - x - width : x,
                fromBottom() ? stored.height() - y - height : y,
                width,
                height);
    }

    /** Turns a stored picture (or a part of it) upright; the same picture when it is. */
    BufferedImage apply(BufferedImage stored) {
        if (exif == 1) {
            return stored;
        }
        Dimensions size = upright(new Dimensions(stored.getWidth(), stored.getHeight()));
        BufferedImage upright = Pixels.create(
                size,
                stored.getColorModel().getColorSpace(),
                stored.getColorModel().hasAlpha(),
                Pixels.bits(stored));
        if (Pixels.bits(stored) == 8) {
            copy(Pixels.bytes(stored), Pixels.bytes(upright), stored, size);
        } else {
            copy(Pixels.shorts(stored), Pixels.shorts(upright), stored, size);
        }
        return upright;
    }

    private void copy(Object from, Object into, BufferedImage stored, Dimensions size) {
        int bands = Pixels.bands(stored);
        int columnStep = (swaps() ? stored.getWidth() : 1) * bands;
        int rowStep = (swaps() ? 1 : stored.getWidth()) * bands;
        boolean columnsBack = swaps() ? fromBottom() : fromRight();
        boolean rowsBack = swaps() ? fromRight() : fromBottom();
        int target = 0;
        for (int y = 0; y < size.height(); y++) {
            int row = (rowsBack ? size.height() - 1 - y : y) * rowStep;
            for (int x = 0; x < size.width(); x++) {
                int source = row + (columnsBack ? size.width() - 1 - x : x) * columnStep;
                System.arraycopy(from, source, into, target, bands);
                target += bands;
            }
        }
    }
}
