package org.lectern.codec;

import java.io.ByteArrayOutputStream;

/** A JPEG 2000 codestream of equal components of 8 bits, marker by marker. */
final class Codestream {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** SOC and SIZ, of one component. */
    Codestream(int width, int height, int tileWidth, int tileHeight) {
        this(width, height, tileWidth, tileHeight, 1);
    }

    /** SOC and SIZ. */
    Codestream(int width, int height, int tileWidth, int tileHeight, int components) {
        words(0xff4f);
        words(0xff51, 38 + 3 * components, 0);
        longs(width, height, 0, 0, tileWidth, tileHeight, 0, 0);
        words(components);
        for (int i = 0; i < components; i++) {
            bytes(7, 1, 1);
        }
    }

    /** COD: exponents of the sides of the code-blocks less two; then a byte for each resolution's precincts, or none. */
    Codestream coding(int order, int layers, int levels, int block, int... precincts) {
        words(0xff52, 12 + precincts.length);
        bytes(precincts.length > 0 ? 1 : 0, order);
        words(layers);
        bytes(0, levels, block, block, 0, 1);
        return bytes(precincts);
    }

    /** QCD: reversible, nine bits everywhere. */
    Codestream quantisation(int levels) {
        words(0xff5c, 4 + 3 * levels);
        bytes(0x40);
        for (int i = 0; i <= 3 * levels; i++) {
            bytes(9 << 3);
        }
        return this;
    }

    /** Any other marker segment. */
    Codestream segment(int marker, byte[] content) {
        words(marker, content.length + 2);
        out.writeBytes(content);
        return this;
    }

    /** A tile-part with PPT, unless it is empty, and packets. */
    Codestream part(int tile, int part, int parts, byte[] packed, byte[] packets) {
        int ppt = packed.length == 0 ? 0 : 5 + packed.length;
        words(0xff90, 10, tile);
        longs(14 + ppt + packets.length);
        bytes(part, parts);
        if (ppt > 0) {
            words(0xff61, 3 + packed.length);
            bytes(0);
            out.writeBytes(packed);
        }
        words(0xff93);
        out.writeBytes(packets);
        return this;
    }

    /** With EOC. */
    byte[] ended() {
        words(0xffd9);
        return out.toByteArray();
    }

    Codestream bytes(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    private void words(int... values) {
        for (int value : values) {
            bytes(value >> 8, value);
        }
    }

    private void longs(int... values) {
        for (int value : values) {
            words(value >> 16, value);
        }
    }
}
