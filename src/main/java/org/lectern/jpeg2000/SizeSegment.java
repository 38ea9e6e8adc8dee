package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the SIZ marker segment and sees to it that what it says can be.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.5.1 and B.2 to B.4</a>
 */
final class SizeSegment {

    private static final int MOST_TILES = 65_535;
    private static final int MOST_COMPONENTS = 16_384;
    private static final int MOST_BITS = 38;

    private SizeSegment() {}

    static ImageSize read(Content in) {
        in.u16(); // capabilities: a mere claim, the other segments show what is used
        long x1 = in.u32();
        long y1 = in.u32();
        long x0 = in.u32();
        long y0 = in.u32();
        Area image = image(x0, y0, x1, y1);
        long tileWidth = in.u32();
        long tileHeight = in.u32();
        long tileX = in.u32();
        long tileY = in.u32();
        boolean covers = tileX <= x0 && tileY <= y0 && tileX + tileWidth > x0 && tileY + tileHeight > y0;
        if (!covers) {
            throw Faults.broken("its tiles do not cover the picture");
        }
        boundTiles((x1 - tileX - 1) / tileWidth + 1, (y1 - tileY - 1) / tileHeight + 1);
        var size = new ImageSize(image, (int) tileX, (int) tileY, (int) Math.min(tileWidth, Integer.MAX_VALUE),
                (int) Math.min(tileHeight, Integer.MAX_VALUE), components(in));
        if (size.picture(0).isEmpty()) {
            throw Faults.broken("no component has a sample");
        }
        return size;
    }

    private static Area image(long x0, long y0, long x1, long y1) {
        if (x1 < x0 || y1 < y0) {
            throw Faults.broken("its picture ends at " + x1 + ", " + y1 + ", before it begins at " + x0 + ", " + y0);
        }
        if (x1 == x0 || y1 == y0) {
            throw Faults.broken("it claims to be " + (x1 - x0) + " by " + (y1 - y0) + " pixels");
        }
        if (x1 > Integer.MAX_VALUE || y1 > Integer.MAX_VALUE) {
            throw Faults.tooLarge("its picture reaches to " + x1 + ", " + y1 + "; coordinates up to "
                    + Integer.MAX_VALUE + " are read");
        }
        return new Area((int) x0, (int) y0, (int) x1, (int) y1);
    }

    private static void boundTiles(long across, long down) {
        if (across > MOST_TILES || down > MOST_TILES || across * down > MOST_TILES) {
            throw Faults.broken("it claims " + across + " by " + down + " tiles; it can have " + MOST_TILES);
        }
    }

    private static List<ImageSize.Component> components(Content in) {
        int count = in.u16();
        if (count < 1 || count > MOST_COMPONENTS || 3 * count > in.remaining()) {
            throw Faults.broken("it claims " + count + " components and describes " + in.remaining() / 3);
        }
        List<ImageSize.Component> components = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            components.add(component(i, in.u8(), in.u8(), in.u8()));
        }
        return components;
    }

    private static ImageSize.Component component(int number, int depth, int stepX, int stepY) {
        int bits = (depth & 0x7f) + 1;
        if (bits > MOST_BITS || stepX == 0 || stepY == 0) {
            throw Faults.broken("component " + number + " has " + bits + " bits and steps of " + stepX + " by " + stepY
                    + "; 1 to " + MOST_BITS + " bits and steps of 1 to 255 can be");
        }
        return new ImageSize.Component(bits, depth > 0x7f, stepX, stepY);
    }
}
