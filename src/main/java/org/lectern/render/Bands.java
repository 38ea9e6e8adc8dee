package org.lectern.render;

import java.awt.image.BufferedImage;
import java.util.function.Function;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.transform.Band;
import org.lectern.transform.Scale;
import org.lectern.transform.Scaling;

/**
 * Reads and scales down a large part of a picture in bands, so that it is never in memory as a whole:
 * what a picture without reduced levels needs for a thumbnail, and a very large one between two levels. A band
 * has the rows that its answer needs, those of its neighbours too where a filter reaches them, so bands show no seam.
 *
 * @param reading the whole part
 * @param output the size it gets
 * @param scaling how it becomes smaller
 * @param rows how many rows of the answer at a time
 */
record Bands(Reading reading, Dimensions output, Scaling scaling, int rows) {

    /** The scaled part; bands are asked for from top to bottom. */
    BufferedImage scale(Function<Rect, BufferedImage> read) {
        BufferedImage first = band(0).apply(read.apply(rect(0)));
        Patch result = Patch.like(first, output.bounds());
        result.add(first, 0, 0);
        for (int y = rows; y < output.height(); y += rows) {
            result.add(band(y).apply(read.apply(rect(y))), 0, y);
        }
        return result.image();
    }

    /** The rows of the resolution that a band needs. */
    Rect rect(int y) {
        Rect rect = reading.rect();
        Band band = band(y);
        return new Rect(rect.x(), rect.y() + band.top(), rect.width(), band.bottom() - band.top());
    }

    private Band band(int y) {
        int end = Math.min(y + rows, output.height());
        return new Scale(reading.window(), output, scaling).band(reading.rect().height(), y, end);
    }
}
