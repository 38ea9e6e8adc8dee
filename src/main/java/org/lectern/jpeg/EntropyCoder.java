package org.lectern.jpeg;

/**
 * Writes quantised blocks as Huffman codes behind the headers, each block whole.
 *
 * @see "T.81 F.1.2"
 */
final class EntropyCoder {

    private static final int BLOCK_AT_MOST = 64 * 4 * 2 + 16; // 64 codes of up to 27 bits, each byte stuffed
    private static final int RUN_OF_16 = 0xf0;

    private final int[][] scan;
    private final int[] predictions = new int[3];
    private final BitWriter out;

    /** Of coefficients in the order of the scan; writes behind the headers. */
    EntropyCoder(int[][] scan, byte[] headers, int guess) {
        this.scan = scan;
        this.out = new BitWriter(headers, guess + BLOCK_AT_MOST);
    }

    /**
     * Writes one block.
     *
     * @param mask bit k tells that coefficient k of the scan is not 0
     */
    void write(int lane, long mask, int component) {
        out.reserve(BLOCK_AT_MOST);
        int dc = scan[0][lane];
        int difference = dc - predictions[component];
        predictions[component] = dc;
        put(difference, 0, component == 0 ? HuffmanTable.LUMA_DC.codes() : HuffmanTable.CHROMA_DC.codes());
        writeAc(lane, mask & -2, component == 0 ? HuffmanTable.LUMA_AC.codes() : HuffmanTable.CHROMA_AC.codes());
    }

    private void writeAc(int lane, long mask, int[] codes) {
        int last = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            int k = Long.numberOfTrailingZeros(rest);
            int run = k - last - 1;
            last = k;
            for (; run > 15; run -= 16) {
                out.put(codes[RUN_OF_16]);
            }
            put(scan[k][lane], run << 4, codes);
        }
        if (last < 63) {
            out.put(codes[0]);
        }
    }

    private void put(int value, int run, int[] codes) {
        int category = category(value);
        out.put(codes[run | category] + (additional(value, category) << 5));
    }

    /** How many bits beside its code tell a value. */
    static int category(int value) {
        int sign = value >> 31;
        return 32 - Integer.numberOfLeadingZeros((value ^ sign) - sign);
    }

    /** These bits. */
    static int additional(int value, int category) {
        return value + (value >> 31) & (1 << category) - 1;
    }

    /** Ends the image, and hands over everything. */
    byte[] finish() {
        out.end(Headers.END);
        return out.bytes();
    }
}
