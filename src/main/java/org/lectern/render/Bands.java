package org.lectern.render;

import java.awt.image.BufferedImage;
import java.util.function.Function;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.transform.Scale;
import org.lectern.transform.Window;

/**
 * Reads and scales down a large part of a picture in bands, so that it is never in memory as a whole:
 * what a picture without reduced levels needs for a thumbnail, and a very large one between two levels.
 *
 * @param reading the whole part
 * @param output the size it gets
 * @param rows how many rows of the answer at a time
 */
record Bands(Reading reading, Dimensions output, int rows) {

    /** The scaled part; bands are asked for from top to bottom. */
    BufferedImage scale(Function<Rect, BufferedImage> read) {
        BufferedImage first = band(0, read);
        Patch result = Patch.like(first, output.bounds());
        result.add(first, 0, 0);
        for (int y = rows; y < output.height(); y += rows) {
            result.add(band(y, read), 0, y);
        }
        return result.image();
    }

    /** The rows of the resolution that a band needs. */
    Rect rect(int y) {
        int top = (int) Math.min(top(y), reading.rect().height() - 1.0);
        int bottom = (int) Math.min(Math.ceil(top(end(y))), reading.rect().height());
        Rect rect = reading.rect();
        return new Rect(rect.x(), rect.y() + top, rect.width(), Math.max(1, bottom - top));
    }

    private BufferedImage band(int y, Function<Rect, BufferedImage> read) {
        Rect rect = rect(y);
        int skipped = rect.y() - reading.rect().y();
        var window = new Window(
                reading.window().left(), top(y) - skipped, reading.window().right(), top(end(y)) - skipped);
        return new Scale(window, new Dimensions(output.width(), end(y) - y)).apply(read.apply(rect));
    }

    private int end(int y) {
        return Math.min(y + rows, output.height());
    }

    private double top(int y) {
        Window window = reading.window();
        return window.top() + (window.bottom() - window.top()) / output.height() * y;
    }
}
