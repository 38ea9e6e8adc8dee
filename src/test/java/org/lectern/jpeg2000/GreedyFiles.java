package org.lectern.jpeg2000;

import static org.lectern.jpeg2000.Headers.of;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Small files that ask for enormous work, each in another way; made here, byte by byte. */
final class GreedyFiles {

    private static final int MOST_TILES_ACROSS = 255;
    private static final int MOST_TILES_DOWN = 257;

    private GreedyFiles() {}

    /** By what they do. None is larger than 100 kB, but for those that say so. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("65535 tiles, one of them there", tiles(16, 3, 4, 1, 1).array());
        files.put("65535 tiles of 64 components of 33 resolutions, one there", tiles(16, 64, 32, 1, 1).array());
        files.put("6000 tiles of a byte each", tiles(16, 3, 4, 6_000, 1).array());
        files.put("6000 tiles of a byte each, one component of 33 resolutions", tiles(16, 1, 32, 6_000, 1).array());
        files.put("6000 tiles of a byte each, 64 components of 33 resolutions", tiles(16, 64, 32, 6_000, 1).array());
        files.put("65535 tiles of a byte each, of a megabyte", tiles(16, 3, 4, 65_535, 1).array());
        files.put("65535 tiles of a byte each, of a megabyte, with their lengths", withLengths(65_535).array());
        files.put("1200 tiles without packets in 15 million steps", steps(1_200));
        files.put("6000 tiles of 40000 code-blocks in one precinct", manyBlocks(6_000, 700, 1));
        files.put("36 tiles of two million code-blocks", manyBlocks(36, 5_000, 2));
        files.put("a million code-blocks that 65535 layers leave out", layers(false));
        files.put("a million code-blocks that 65535 layers may include", layers(true));
        files.put("2000 tiles with fewer decompositions than the others", fewer(2_000, 1));
        files.put("2000 tiles with fewer decompositions, 9/7", fewer(2_000, 0));
        files.put("16384 components", components(16_384, 1, 1));
        files.put("16384 components in tiles", components(16_384, 16, 1));
        files.put("3900 components of 33 resolutions", components(3_900, 1, 32));
        files.put("tiles with a coding of their own for 16384 components", ownCodings());
        return files;
    }

    private static Bytes header(int width, int height, int tileWidth, int tileHeight, int components, Bytes cod, int levels) {
        return Headers.sized(width, height, tileWidth, tileHeight, components)
                .segment(Headers.COD, cod).segment(Headers.QCD, qcd(levels));
    }

    /** Derived from one step: told in three bytes. */
    private static Bytes qcd(int levels) {
        return levels > 6 ? of().u8(2 << 5 | 1).u16(12 << 11) : Headers.qcd(levels);
    }

    /** Coding of blocks of 4 × 4. */
    private static Bytes cod(int layers, int levels, int wavelet, int order) {
        return of().u8(0, order).u16(layers).u8(0, levels, 0, 0, 0, wavelet);
    }

    /** Coding of blocks of 64 × 64. */
    private static Bytes large(int levels, int wavelet) {
        return of().u8(0, 0).u16(1).u8(0, levels, 4, 4, 0, wavelet);
    }

    private static Bytes parts(Bytes main, int count, IntFunction<Bytes> part) {
        for (int tile = 0; tile < count; tile++) {
            main.raw(part.apply(tile).array());
        }
        return main.u16(Headers.EOC);
    }

    private static Bytes tiles(int side, int components, int levels, int parts, int bytes) {
        return parts(header(side * MOST_TILES_ACROSS, side * MOST_TILES_DOWN, side, side, components,
                cod(1, levels, 1, 0), levels), parts, tile -> Headers.part(tile, 0, 1, of(), bytes));
    }

    private static Bytes withLengths(int tiles) {
        Bytes main = header(16 * MOST_TILES_ACROSS, 16 * MOST_TILES_DOWN, 16, 16, 3, cod(1, 4, 1, 0), 4);
        for (int from = 0; from < tiles; from += 10_000) {
            Bytes tlm = of().u8(from / 10_000, 0x60);
            for (int tile = from; tile < Math.min(tiles, from + 10_000); tile++) {
                tlm.u16(tile).u32(15);
            }
            main.segment(Headers.TLM, tlm);
        }
        return parts(main, tiles, tile -> Headers.part(tile, 0, 1, of(), 1));
    }

    /** Of seven components only the first has samples, and comes last. */
    private static byte[] steps(int tiles) {
        Bytes siz = of().u16(0).u32(2 + 4 * 60, 2 + 4 * 60, 2, 2, 4, 4, 2, 2).u16(7).u8(7, 1, 1);
        for (int i = 1; i < 7; i++) {
            siz.u8(7, 255, 255);
        }
        Bytes poc = of().u8(0, 1).u16(65_535).u8(33, 7, 0).u8(0, 0).u16(65_535).u8(33, 7, 1);
        return parts(of().u16(0xff4f).segment(Headers.SIZ, siz).segment(Headers.COD, cod(65_535, 32, 1, 0))
                .segment(Headers.QCD, qcd(32)).segment(Headers.POC, poc), tiles,
                tile -> Headers.part(tile, 0, 1, of(), 40)).array();
    }

    private static byte[] manyBlocks(int tiles, int side, int layers) {
        int across = (int) Math.ceil(Math.sqrt(tiles));
        Bytes main = header(side * across, side * across, side, side, 1, cod(layers, 5, 1, 0), 5);
        return parts(main, tiles, tile -> of().raw(Headers.sot(tile, 16, 0, 1).array()).u16(Headers.SOD).u8(0xe0, 0xe0)).array();
    }

    private static byte[] layers(boolean include) {
        Bytes main = header(4096, 4096, 4096, 4096, 1, cod(65_535, 0, 1, 0), 0);
        return parts(main, 1, tile -> {
            Bytes part = of().raw(Headers.sot(tile, 0, 0, 1).array()).u16(Headers.SOD);
            for (int i = 0; i < 90_000; i++) {
                part.u8(include ? 0xc0 : 0x80);
            }
            return part;
        }).array();
    }

    private static byte[] fewer(int tiles, int wavelet) {
        Bytes main = header(2000 * 64, 2000 * 64, 2000, 2000, 3, large(10, wavelet), 10);
        Bytes own = of().segment(Headers.COD, large(0, wavelet));
        return parts(main, tiles, tile -> Headers.part(tile, 0, 1, own, 6)).array();
    }

    private static byte[] components(int count, int tiles, int levels) {
        Bytes main = header(100, 100, 100 / tiles, 100, count, cod(1, levels, 1, 0), levels);
        return parts(main, tiles, tile -> Headers.part(tile, 0, 1, of(), 20_000 / tiles)).array();
    }

    private static byte[] ownCodings() {
        Bytes main = header(400, 400, 8, 8, 16_384, cod(1, 0, 1, 0), 0);
        Bytes own = of().segment(Headers.COD, cod(1, 0, 1, 0));
        return parts(main, 1_500, tile -> Headers.part(tile, 0, 1, own, 2)).array();
    }
}
