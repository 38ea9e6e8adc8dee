package org.lectern.jpeg2000;

import java.util.List;
import org.lectern.core.Dimensions;

/**
 * The SIZ marker segment: the image and its tiles on the reference grid, and the components. All coordinates fit
 * into 31 bits, all tiles are at most 65 535, the first tile covers a part of the image; who reads the segment
 * has seen to that. Immutable.
 *
 * @param image the image area on the reference grid
 * @param tileX left edge of the first tile, at or left of the image
 * @param tileY upper edge of the first tile, at or above the image
 * @param tileWidth columns of a tile; cut to what 31 bits hold
 * @param tileHeight rows of a tile
 * @param components at least one
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.5.1 and B.2 to B.4</a>
 */
record ImageSize(Area image, int tileX, int tileY, int tileWidth, int tileHeight, List<Component> components) {

    private static final int MOST_STEP = 255;

    ImageSize {
        components = List.copyOf(components);
    }

    /**
     * One component.
     *
     * @param bits of a sample, 1 to 38
     * @param signed whether samples go below zero
     * @param stepX columns of the reference grid for one sample, 1 to 255
     * @param stepY rows of the reference grid for one sample, 1 to 255
     */
    record Component(int bits, boolean signed, int stepX, int stepY) {}

    int tilesAcross() {
        return (int) (((long) image.x1() - tileX - 1) / tileWidth + 1);
    }

    int tilesDown() {
        return (int) (((long) image.y1() - tileY - 1) / tileHeight + 1);
    }

    int tiles() {
        return tilesAcross() * tilesDown();
    }

    /** The part of the image that a tile covers, on the reference grid (B-7 to B-10). */
    Area tile(int index) {
        long x = tileX + (long) (index % tilesAcross()) * tileWidth;
        long y = tileY + (long) (index / tilesAcross()) * tileHeight;
        return new Area(
                (int) Math.max(x, image.x0()), (int) Math.max(y, image.y0()),
                (int) Math.min(x + tileWidth, image.x1()), (int) Math.min(y + tileHeight, image.y1()));
    }

    /** Step of the finest component: the picture has a column for each. */
    int stepX() {
        int least = MOST_STEP;
        for (Component component : components) {
            least = Math.min(least, component.stepX());
        }
        return least;
    }

    /** Step of the finest component: the picture has a row for each. */
    int stepY() {
        int least = MOST_STEP;
        for (Component component : components) {
            least = Math.min(least, component.stepY());
        }
        return least;
    }

    /** The image on the grid of the finest component after some halvings; its corner is the picture's pixel (0, 0). */
    Area picture(int halvings) {
        return image.divided(stepX(), stepY()).reduced(halvings);
    }

    /** Size of the picture after some halvings. */
    Dimensions size(int halvings) {
        Area picture = picture(halvings);
        return new Dimensions(Math.max(1, picture.width()), Math.max(1, picture.height()));
    }
}
