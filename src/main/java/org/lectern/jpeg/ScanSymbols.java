package org.lectern.jpeg;

import java.util.Arrays;

/**
 * The symbols of a scan of AC coefficients, counted and kept until all are known and the shortest codes for them can be
 * made: a byte each, and one or two for the additional bits. Blocks that end one behind the other become one symbol.
 *
 * @see "T.81 G.1.2.2"
 */
final class ScanSymbols {

    private static final int RUN_OF_16 = 0xf0;
    private static final int ENDS_AT_MOST = 0x7fff;
    private static final int SYMBOL_AT_MOST = 3;
    private static final int CODE_AT_MOST = 16; // bytes of a code and its additional bits, stuffed, and what is held

    private final int[] counts = new int[256];
    private byte[] symbols = new byte[1 << 12];
    private int at;
    private int ends; // blocks that ended since the last symbol

    /** A coefficient that is not 0, behind so many that are. */
    void add(int zeros, int value) {
        flush();
        int run = zeros;
        for (; run > 15; run -= 16) {
            store(RUN_OF_16, 0, 0);
        }
        int category = EntropyCoder.category(value);
        store(run << 4 | category, category, EntropyCoder.additional(value, category));
    }

    /** In so many blocks, one behind the other, the rest of the band is 0. */
    void end(int blocks) {
        ends += blocks;
        if (ends >= ENDS_AT_MOST) {
            int more = ends - ENDS_AT_MOST;
            ends = ENDS_AT_MOST;
            flush();
            ends = more;
        }
    }

    private void flush() {
        if (ends > 0) {
            int category = EntropyCoder.category(ends) - 1;
            store(category << 4, category, ends - (1 << category));
            ends = 0;
        }
    }

    private void store(int symbol, int bits, int additional) {
        if (symbols.length - at < SYMBOL_AT_MOST) {
            symbols = Arrays.copyOf(symbols, symbols.length + (symbols.length >> 1));
        }
        counts[symbol]++;
        symbols[at++] = (byte) symbol;
        if (bits > 8) {
            symbols[at++] = (byte) (additional >> 8);
        }
        if (bits > 0) {
            symbols[at++] = (byte) additional;
        }
    }

    /** Appends what another holds, and empties it. */
    void take(ScanSymbols other) {
        int from = 0;
        while (from < other.at) {
            int symbol = other.symbols[from++] & 0xff;
            int bits = bits(symbol);
            int additional = other.additional(from, bits);
            from += bytes(bits);
            if (isEnd(symbol)) {
                end((1 << bits) + additional);
            } else {
                flush();
                store(symbol, bits, additional);
            }
        }
        end(other.ends);
        other.clear();
    }

    private void clear() {
        Arrays.fill(counts, 0);
        at = 0;
        ends = 0;
    }

    private static boolean isEnd(int symbol) {
        return (symbol & 15) == 0 && symbol != RUN_OF_16;
    }

    private static int bits(int symbol) {
        return isEnd(symbol) ? symbol >> 4 : symbol & 15;
    }

    private static int bytes(int bits) {
        return bits + 7 >> 3;
    }

    private int additional(int from, int bits) {
        return switch (bytes(bits)) {
            case 0 -> 0;
            case 1 -> symbols[from] & 0xff;
            default -> (symbols[from] & 0xff) << 8 | symbols[from + 1] & 0xff;
        };
    }

    /** The table that makes it shortest; nothing may be added afterwards. */
    HuffmanTable table() {
        flush();
        return HuffmanTable.shortest(counts);
    }

    /** Writes all by that table. */
    void write(HuffmanTable table, BitWriter out) {
        int[] codes = table.codes();
        int from = 0;
        while (from < at) {
            int symbol = symbols[from++] & 0xff;
            int bits = bits(symbol);
            int additional = additional(from, bits);
            from += bytes(bits);
            out.reserve(CODE_AT_MOST);
            if (isEnd(symbol)) {
                out.put(codes[symbol]);
                out.put(additional << 5 | bits);
            } else {
                out.put(codes[symbol] + (additional << 5));
            }
        }
    }
}
