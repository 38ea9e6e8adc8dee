package org.lectern.render;

import java.awt.image.BufferedImage;
import org.lectern.core.Rect;
import org.lectern.pixels.Pixels;

/** A picture that is filled from others of its depth and colours; all placed on one grid. For one thread. */
final class Patch {

    private final BufferedImage image;
    private final Rect place;

    private Patch(BufferedImage image, Rect place) {
        this.image = image;
        this.place = place;
    }

    /** An empty one, for pictures like the given one. */
    static Patch like(BufferedImage image, Rect place) {
        return new Patch(
                Pixels.create(place.size(), image.getColorModel().getColorSpace(),
                        image.getColorModel().hasAlpha(), Pixels.bits(image)),
                place);
    }

    BufferedImage image() {
        return image;
    }

    /** Copies what a picture at some place has in common with this. */
    void add(BufferedImage other, int x, int y) {
        int left = Math.max(x, place.x());
        int top = Math.max(y, place.y());
        int right = Math.min(x + other.getWidth(), place.right());
        int bottom = Math.min(y + other.getHeight(), place.bottom());
        if (left >= right) {
            return;
        }
        boolean bytes = Pixels.bits(image) == 8;
        Object from = bytes ? Pixels.bytes(other) : Pixels.shorts(other);
        Object to = bytes ? Pixels.bytes(image) : Pixels.shorts(image);
        int bands = Pixels.bands(image);
        for (int row = top; row < bottom; row++) {
            System.arraycopy(from, ((row - y) * other.getWidth() + left - x) * bands,
                    to, ((row - place.y()) * place.width() + left - place.x()) * bands, (right - left) * bands);
        }
    }
}
