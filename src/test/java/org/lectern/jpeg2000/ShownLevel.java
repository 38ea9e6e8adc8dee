package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/**
 * What the pixels of a picture show after some halvings: its source, or, coded with the 5/3, what the forward
 * transforms make of that: for each tile the lowest sub-band of so many decompositions, and where the tile has fewer, every second
 * sample of that.
 */
final class ShownLevel {

    private final TestPicture picture;
    private final Encoding encoding;
    private final int halvings;
    private final List<Field> planes = new ArrayList<>(); // lifted to begin at 0
    private final int fineX;
    private final int fineY;
    private boolean picked;

    ShownLevel(TestPicture picture, Encoding encoding, int halvings) {
        this.picture = picture;
        this.encoding = encoding;
        this.halvings = halvings;
        fineX = picture.planes().stream().mapToInt(TestPicture.Plane::stepX).min().orElseThrow();
        fineY = picture.planes().stream().mapToInt(TestPicture.Plane::stepY).min().orElseThrow();
        for (TestPicture.Plane plane : picture.planes()) {
            var field = new Field(up(plane.x0(), halvings), up(plane.y0(), halvings),
                    up(plane.x0() + plane.width(), halvings), up(plane.y0() + plane.height(), halvings));
            for (int i = 0; halvings == 0 && i < field.values.length; i++) {
                field.values[i] = plane.samples()[i] - plane.least();
            }
            planes.add(field);
        }
        long width = encoding.tileWidth == 0 ? picture.x1() - encoding.tileX : encoding.tileWidth;
        long height = encoding.tileHeight == 0 ? picture.y1() - encoding.tileY : encoding.tileHeight;
        int tile = 0;
        for (long y = encoding.tileY; y < picture.y1(); y += height) {
            for (long x = encoding.tileX; x < picture.x1(); x += width) {
                tile(tile++, new long[] {Math.max(x, picture.x0()), Math.max(y, picture.y0()),
                    Math.min(x + width, picture.x1()), Math.min(y + height, picture.y1())});
            }
        }
    }

    /** Whether a tile has fewer decompositions than this level has halvings. */
    boolean isPicked() {
        return picked;
    }

    private void tile(int tile, long[] area) {
        if (halvings == 0) {
            return;
        }
        List<Field> fields = EncodedTile.fields(picture, encoding, tile, area);
        List<Field> low = new ArrayList<>();
        for (int c = 0; c < fields.size(); c++) {
            int levels = Math.min(halvings, encoding.style(tile, c).levels);
            Field lowest = ForwardWavelet.transform(fields.get(c), levels, true).get(0);
            picked |= levels < halvings;
            for (int more = levels; more < halvings; more++) {
                lowest = lowest.every(0, 0);
            }
            low.add(lowest);
        }
        for (int c = 0; c < low.size(); c++) {
            put(c, low, encoding.header(tile).componentTransform && c < 3);
        }
    }

    private void put(int c, List<Field> low, boolean transformed) {
        Field plane = planes.get(c);
        Field own = low.get(c);
        double lift = 1 << picture.planes().get(c).bits() - 1;
        for (int i = 0; i < own.values.length; i++) {
            double value = transformed ? colour(c, low, i) : own.values[i];
            plane.set(own.x0 + i % own.width, own.y0 + i / own.width, Math.max(0, Math.min(2 * lift - 1, value + lift)));
        }
    }

    private static double colour(int c, List<Field> low, int i) { // G.2.2
        double blue = low.get(1).values[i];
        double red = low.get(2).values[i];
        double green = low.get(0).values[i] - Math.floor((blue + red) / 4);
        return c == 0 ? red + green : c == 1 ? green : blue + green;
    }

    /** What a pixel of the level shows of a component: the sample on it, or the last one before it. */
    int sample(int component, int x, int y) {
        Field plane = planes.get(component);
        if (plane.values.length == 0) {
            return 0;
        }
        int pixelX = up((picture.x0() + fineX - 1) / fineX, halvings) + x;
        int pixelY = up((picture.y0() + fineY - 1) / fineY, halvings) + y;
        int atX = pixelX * fineX / picture.planes().get(component).stepX();
        int atY = pixelY * fineY / picture.planes().get(component).stepY();
        return (int) plane.at(Math.max(plane.x0, Math.min(plane.x0 + plane.width - 1, atX)),
                Math.max(plane.y0, Math.min(plane.y0 + plane.height - 1, atY)));
    }

    private static int up(int at, int halvings) {
        return (int) (at + (1L << halvings) - 1 >> halvings);
    }
}
