package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How {@link TestEncoder} is to code a picture. Begins as: one tile, 3 levels of 5/3, one layer, LRCP. Mutable. */
final class Encoding {

    static final int LRCP = 0;
    static final int RLCP = 1;
    static final int RPCL = 2;
    static final int PCRL = 3;
    static final int CPRL = 4;

    /** How the samples of a component are coded: what COD and QCD, or COC and QCC tell. */
    static final class Style implements Cloneable {
        int levels = 3;
        int blockWidthExponent = 6;
        int blockHeightExponent = 6;
        int blockStyle;
        boolean reversible = true;
        /** A byte for each resolution from the lowest; empty for the greatest precincts. */
        int[] precincts = {};
        int guardBits = 2;
        /** One step tells all, for the 9/7. */
        boolean derived;
        /** Steps of the 9/7 are near 2 to minus this. */
        int fineness = 3;
        /** Of the steps of the 9/7, 0 to 2047; each sub-band adds its own. */
        int mantissa = 321;

        Style copy() {
            try {
                return (Style) clone();
            } catch (CloneNotSupportedException impossible) {
                throw new AssertionError(impossible);
            }
        }

        int precinctWidthExponent(int resolution) {
            return precincts.length == 0 ? 15 : precincts[resolution] & 15;
        }

        int precinctHeightExponent(int resolution) {
            return precincts.length == 0 ? 15 : precincts[resolution] >> 4;
        }
    }

    /** One progression of POC: resolutions, components from … to, layers up to; ends excluded. */
    record Volume(int fromResolution, int fromComponent, int toLayer, int toResolution, int toComponent, int order) {}

    /** A region of interest: a rectangle of the reference grid and the shift of its coefficients. */
    record Region(int shift, int x0, int y0, int x1, int y1) {}

    /** All that the main header, or the header of one tile, tells of coding. */
    static final class Header {
        int order = LRCP;
        int layers = 1;
        /** RCT or ICT of the first three components. */
        boolean componentTransform;
        boolean sop;
        boolean eph;
        Style style = new Style();
        final Map<Integer, Style> componentStyles = new TreeMap<>();
        final Map<Integer, Region> regions = new TreeMap<>();
        /** POC; none when empty. */
        final List<Volume> volumes = new ArrayList<>();
    }

    /** Where packet headers go. */
    enum Headers { WITH_PACKETS, PPM, PPT }

    final Header main = new Header();
    /** COD, COC, QCD, QCC, POC in the header of the first tile-part of these tiles. */
    final Map<Integer, Header> tileHeaders = new HashMap<>();
    int tileX;
    int tileY;
    /** 0: one tile. */
    int tileWidth;
    int tileHeight;
    Headers headers = Headers.WITH_PACKETS;
    boolean plt;
    /** Only written when every tile-part has at most 255 bytes of it, as its format demands. */
    boolean plm;
    boolean tlm;
    /** Parts that a tile is split into at most. */
    int tileParts = 1;
    /** Tile-parts of different tiles in a mixed order. */
    boolean mixedTileParts;
    /** Tile-parts tell how many there are. */
    boolean countsTileParts = true;
    /** The last tile-part says 0 for its length. */
    boolean openEnd;
    boolean crg;
    boolean endOfCodestream = true;
    final List<byte[]> comments = new ArrayList<>();
    /** Last passes of each code-block that are not coded. */
    int droppedPasses;
    /** Of the code-blocks, how many are left out; 0 to 1. */
    double leftOut;
    /** Passes of one codeword segment share its bytes as they like. */
    boolean wildCuts;
    /** Now and then more bits for a length than it needs, packets without SOP, many short marker segments. */
    boolean whims;
    /** Of what is left to chance: layers of passes, cuts, order of tile-parts. */
    long seed;

    Encoding levels(int levels) {
        main.style.levels = levels;
        return this;
    }

    /** 9/7 with steps near 2 to minus this. */
    Encoding irreversible(int fineness) {
        main.style.reversible = false;
        main.style.fineness = fineness;
        return this;
    }

    /** Exponents. */
    Encoding blocks(int widthExponent, int heightExponent) {
        main.style.blockWidthExponent = widthExponent;
        main.style.blockHeightExponent = heightExponent;
        return this;
    }

    /** Bits of {@link ComponentCoding}. */
    Encoding blockStyle(int bits) {
        main.style.blockStyle = bits;
        return this;
    }

    /** A byte for each resolution from the lowest. */
    Encoding precincts(int... bytes) {
        main.style.precincts = bytes;
        return this;
    }

    Encoding layers(int layers) {
        main.layers = layers;
        return this;
    }

    Encoding order(int order) {
        main.order = order;
        return this;
    }

    Encoding componentTransform() {
        main.componentTransform = true;
        return this;
    }

    Encoding tiles(int width, int height) {
        tileWidth = width;
        tileHeight = height;
        return this;
    }

    Encoding tileOffset(int x, int y) {
        tileX = x;
        tileY = y;
        return this;
    }

    Encoding tileParts(int parts) {
        tileParts = parts;
        return this;
    }

    Encoding seed(long chance) {
        seed = chance;
        return this;
    }

    /** What tells of a tile. */
    Header header(int tile) {
        return tileHeaders.getOrDefault(tile, main);
    }

    /** What tells of a component of a tile: tile COC, tile COD, main COC, main COD. */
    Style style(int tile, int component) {
        Header own = tileHeaders.get(tile);
        Style ofMain = main.componentStyles.getOrDefault(component, main.style);
        return own == null ? ofMain : own.componentStyles.getOrDefault(component, own.style);
    }

    /** The region of interest of a component of a tile; its shift is 0 when there is none. */
    Region region(int tile, int component) {
        Region ofMain = main.regions.getOrDefault(component, new Region(0, 0, 0, 0, 0));
        return header(tile).regions.getOrDefault(component, ofMain);
    }
}
