package org.lectern.codec;

import java.io.IOException;
import org.lectern.blob.BlobStream;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;

/**
 * The main header of a JPEG 2000 codestream: sizes on the reference grid, components, resolutions.
 *
 * @param image the image area on the reference grid
 * @param tile the first tile on it, which may begin left of and above the image
 * @param components what each component is
 * @param decompositions halvings that every component has, as far as the main header tells
 */
record CodestreamHeader(Area image, Area tile, Component[] components, int decompositions) {

    private static final int MAX_COMPONENTS = 64;
    private static final int MAX_TILES = 65_535;
    private static final int MAX_LEVELS = 32;
    private static final int MAX_SEGMENTS = 20_000;
    private static final int SIZ = 0xff51;
    private static final int COD = 0xff52;
    private static final int COC = 0xff53;
    private static final int CAP = 0xff50;
    private static final int START_OF_TILE = 0xff90;
    private static final int HIGH_THROUGHPUT = 0x40; // in the style of the code-blocks

    /** An area of the reference grid, right and bottom excluded. */
    record Area(long x0, long y0, long x1, long y1) {}

    /** One component: depth in bits, whether signed, and its steps on the reference grid. */
    record Component(int bits, boolean signed, int stepX, int stepY) {}

    /** Step of the finest component: the picture has a pixel for each. */
    int stepX() {
        int step = 255;
        for (Component component : components) {
            step = Math.min(step, component.stepX());
        }
        return step;
    }

    /** Step of the finest component: the picture has a pixel for each. */
    int stepY() {
        int step = 255;
        for (Component component : components) {
            step = Math.min(step, component.stepY());
        }
        return step;
    }

    /** Size of the picture after some halvings. */
    Dimensions size(int halvings) {
        return new Dimensions(
                side(image.x0(), image.x1(), stepX(), halvings), side(image.y0(), image.y1(), stepY(), halvings));
    }

    private static int side(long from, long to, int step, int halvings) {
        return (int) Math.max(1, reduced(to, step, halvings) - reduced(from, step, halvings));
    }

    /** A coordinate of the reference grid in samples of a step after some halvings. */
    static long reduced(long at, int step, int halvings) {
        long sample = (at + step - 1) / step;
        return sample + (1L << halvings) - 1 >> halvings;
    }

    /** The smallest reduction whose picture is worth having, at most what the stream offers. */
    int halvings() {
        int halvings = 0;
        while (halvings < Math.min(decompositions, 16)
                && Math.min(size(halvings + 1).width(), size(halvings + 1).height()) > 1) {
            halvings++;
        }
        return halvings;
    }

    /** Tiles in a row and in a column. */
    Dimensions tiles() {
        return new Dimensions(
                (int) ((image.x1() - tile.x0() - 1) / tileWidth() + 1),
                (int) ((image.y1() - tile.y0() - 1) / tileHeight() + 1));
    }

    long tileWidth() {
        return tile.x1() - tile.x0();
    }

    long tileHeight() {
        return tile.y1() - tile.y0();
    }

    /** The piece that can be decoded by itself, in pixels after some halvings; the whole when untiled. */
    Dimensions piece(int halvings) {
        Dimensions whole = size(halvings);
        int width = (int) Math.max(1, Math.min(whole.width(), tileWidth() / stepX() >> halvings));
        int height = (int) Math.max(1, Math.min(whole.height(), tileHeight() / stepY() >> halvings));
        return tiles().area() == 1 ? whole : new Dimensions(width, height);
    }

    /** Where a tile lies in the picture after some halvings; none when nothing of it is left. */
    java.util.Optional<Rect> placed(int column, int row, int halvings) {
        Area area = area(column, row);
        long x0 = reduced(area.x0(), stepX(), halvings) - reduced(image.x0(), stepX(), halvings);
        long y0 = reduced(area.y0(), stepY(), halvings) - reduced(image.y0(), stepY(), halvings);
        long x1 = reduced(area.x1(), stepX(), halvings) - reduced(image.x0(), stepX(), halvings);
        long y1 = reduced(area.y1(), stepY(), halvings) - reduced(image.y0(), stepY(), halvings);
        return x1 <= x0 || y1 <= y0
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Rect((int) x0, (int) y0, (int) (x1 - x0), (int) (y1 - y0)));
    }

    /** The part of the image area that a tile covers. */
    Area area(int column, int row) {
        long x = tile.x0() + column * tileWidth();
        long y = tile.y0() + row * tileHeight();
        return new Area(
                Math.max(x, image.x0()),
                Math.max(y, image.y0()),
                Math.min(x + tileWidth(), image.x1()),
                Math.min(y + tileHeight(), image.y1()));
    }

    /** Reads the main header of the codestream at a position. */
    static CodestreamHeader read(BlobStream in, long at) throws IOException {
        in.seek(at);
        if (in.readInt() != 0xff4fff51) {
            throw new IiifException.Broken("The JPEG 2000 codestream is broken: it does not begin with SOC and SIZ.");
        }
        in.seek(at + 2);
        CodestreamHeader header = null;
        int decompositions = MAX_LEVELS;
        for (int i = 0; i < MAX_SEGMENTS; i++) {
            int marker = in.readUnsignedShort();
            if (marker == START_OF_TILE) {
                break;
            }
            long end = in.getStreamPosition() + in.readUnsignedShort();
            switch (marker) {
                case SIZ -> header = size(in);
                case COD -> decompositions = Math.min(decompositions, coding(in, 5));
                case COC -> {
                    in.skipBytes(header != null && header.components().length > 256 ? 2 : 1);
                    decompositions = Math.min(decompositions, coding(in, 1));
                }
                case CAP -> refuseHighThroughput((in.readInt() >> 17 & 1) != 0);
                default -> { }
            }
            in.seek(end);
        }
        if (header == null) {
            throw new IiifException.Broken("The JPEG 2000 codestream is broken: its sizes are missing.");
        }
        return new CodestreamHeader(header.image(), header.tile(), header.components(), decompositions);
    }

    private static int coding(BlobStream in, int skip) throws IOException {
        in.skipBytes(skip);
        int decompositions = in.readUnsignedByte();
        in.skipBytes(2);
        refuseHighThroughput((in.readUnsignedByte() & HIGH_THROUGHPUT) != 0);
        if (decompositions > MAX_LEVELS) {
            throw new IiifException.Broken(
                    "The JPEG 2000 codestream is broken: " + decompositions + " decomposition levels.");
        }
        return decompositions;
    }

    private static void refuseHighThroughput(boolean highThroughput) {
        if (highThroughput) {
            throw new IiifException.Unsupported(
                    "High-throughput JPEG 2000 (HTJ2K, Part 15) is not read; JPEG 2000 Part 1 is.");
        }
    }

    private static CodestreamHeader size(BlobStream in) throws IOException {
        in.skipBytes(2);
        long x1 = in.readUnsignedInt();
        long y1 = in.readUnsignedInt();
        long x0 = in.readUnsignedInt();
        long y0 = in.readUnsignedInt();
        long tileWidth = in.readUnsignedInt();
        long tileHeight = in.readUnsignedInt();
        long tileX = in.readUnsignedInt();
        long tileY = in.readUnsignedInt();
        Heads.size("JPEG 2000", x1 - x0, y1 - y0);
        Heads.size("JPEG 2000", x1, y1);
        boolean covers = tileX <= x0 && tileY <= y0 && tileX + tileWidth > x0 && tileY + tileHeight > y0;
        if (!covers) {
            throw new IiifException.Broken("The JPEG 2000 codestream is broken: its tiles do not cover the picture.");
        }
        Area tile = new Area(tileX, tileY, tileX + tileWidth, tileY + tileHeight);
        CodestreamHeader header = new CodestreamHeader(new Area(x0, y0, x1, y1), tile, components(in), 0);
        if (header.tiles().area() > MAX_TILES) {
            throw new IiifException.Broken("The JPEG 2000 codestream is broken: it claims "
                    + header.tiles().area() + " tiles; it can have " + MAX_TILES + ".");
        }
        return header;
    }

    private static Component[] components(BlobStream in) throws IOException {
        int count = in.readUnsignedShort();
        if (count < 1 || count > MAX_COMPONENTS) {
            throw new IiifException.Unsupported("JPEG 2000 of " + count + " components is not read; up to "
                    + MAX_COMPONENTS + " are.");
        }
        Component[] components = new Component[count];
        for (int i = 0; i < count; i++) {
            int depth = in.readUnsignedByte();
            int bits = (depth & 0x7f) + 1;
            components[i] = new Component(bits, depth > 0x7f, in.readUnsignedByte(), in.readUnsignedByte());
            if (bits > 31 || components[i].stepX() == 0 || components[i].stepY() == 0) {
                throw new IiifException.Broken("The JPEG 2000 codestream is broken: component " + i + " has "
                        + bits + " bits, or a step of 0.");
            }
        }
        return components;
    }
}
