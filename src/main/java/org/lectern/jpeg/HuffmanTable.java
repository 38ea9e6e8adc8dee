package org.lectern.jpeg;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A table of Huffman codes as a decoder is told them, and as the encoder uses them.
 *
 * @see "T.81 C, K.3"
 */
final class HuffmanTable {

    static final HuffmanTable LUMA_DC = new HuffmanTable("00010501010101010100000000000000", "000102030405060708090a0b");
    static final HuffmanTable CHROMA_DC =
            new HuffmanTable("00030101010101010101010000000000", "000102030405060708090a0b");
    static final HuffmanTable LUMA_AC = new HuffmanTable("0002010303020403050504040000017d",
            "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a34353637"
                    + "38393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798"
                    + "999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2"
                    + "f3f4f5f6f7f8f9fa");
    static final HuffmanTable CHROMA_AC = new HuffmanTable("00020102040403040705040400010277",
            "000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f11718191a262728292a3536"
                    + "3738393a434445464748494a535455565758595a636465666768696a737475767778797a82838485868788898a9293949596"
                    + "9798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2"
                    + "f3f4f5f6f7f8f9fa");

    private static final int LENGTH_BITS = 5;
    private static final int LONGEST = 16;

    private final byte[] lengths;
    private final byte[] values;
    private final int[] codes = new int[256];

    private HuffmanTable(String lengths, String values) {
        this(HexFormat.of().parseHex(lengths), HexFormat.of().parseHex(values));
    }

    private HuffmanTable(byte[] lengths, byte[] values) {
        this.lengths = lengths;
        this.values = values;
        int code = 0;
        int next = 0;
        for (int length = 1; length <= 16; length++) {
            for (int i = 0; i < this.lengths[length - 1]; i++) {
                int value = this.values[next++] & 0xff;
                int category = value & 15;
                codes[value] = code++ << category + LENGTH_BITS | length + category;
            }
            code <<= 1;
        }
    }

    /**
     * The table that writes values in the fewest bits, no code being longer than 16 of them nor all ones.
     *
     * @param counts how often each value is written, at least one of them at all
     * @see "T.81 K.2"
     */
    static HuffmanTable shortest(int[] counts) {
        int[] bits = lengths(counts);
        int[] codes = new int[counts.length + 1]; // how many there are of each length
        for (int length : bits) {
            codes[length]++;
        }
        shorten(codes);
        byte[] lengths = new byte[LONGEST];
        for (int length = 1; length <= LONGEST; length++) {
            lengths[length - 1] = (byte) codes[length];
        }
        return new HuffmanTable(lengths, byLength(bits));
    }

    /** The length of each value's code; the last is that of the code of ones, which nothing may have. */
    private static int[] lengths(int[] counts) {
        long[] weights = new long[counts.length + 1];
        for (int value = 0; value < counts.length; value++) {
            weights[value] = counts[value];
        }
        weights[counts.length] = 1;
        int[] lengths = new int[weights.length];
        int[] next = new int[weights.length]; // in the same branch
        Arrays.fill(next, -1);
        int lightest = lightest(weights, -1);
        for (int second = lightest(weights, lightest); second >= 0; second = lightest(weights, lightest)) {
            weights[lightest] += weights[second];
            weights[second] = 0;
            int end = lengthen(lightest, lengths, next);
            next[end] = second;
            lengthen(second, lengths, next);
            lightest = lightest(weights, -1);
        }
        return lengths;
    }

    private static int lightest(long[] weights, int but) {
        int lightest = -1;
        for (int i = 0; i < weights.length; i++) {
            if (i != but && weights[i] > 0 && (lightest < 0 || weights[i] <= weights[lightest])) {
                lightest = i;
            }
        }
        return lightest;
    }

    private static int lengthen(int first, int[] lengths, int[] next) {
        int end = first;
        lengths[end]++;
        while (next[end] >= 0) {
            end = next[end];
            lengths[end]++;
        }
        return end;
    }

    /** Moves codes that are too long to shorter prefixes, and takes away the last, which is all ones. */
    private static void shorten(int[] codes) {
        for (int length = codes.length - 1; length > LONGEST; length--) {
            while (codes[length] > 0) {
                int shorter = length - 2;
                while (codes[shorter] == 0) {
                    shorter--;
                }
                codes[length] -= 2;
                codes[length - 1]++;
                codes[shorter + 1] += 2;
                codes[shorter]--;
            }
        }
        int last = LONGEST;
        while (codes[last] == 0) {
            last--;
        }
        codes[last]--;
    }

    private static byte[] byLength(int[] lengths) {
        var values = new ByteArrayOutputStream();
        for (int length = 1; length < lengths.length; length++) {
            for (int value = 0; value < lengths.length - 1; value++) {
                if (lengths[value] == length) {
                    values.write(value);
                }
            }
        }
        return values.toByteArray();
    }

    /** How many codes there are of each length from 1 to 16. */
    byte[] lengths() {
        return lengths.clone();
    }

    /** The values by code. */
    byte[] values() {
        return values.clone();
    }

    /**
     * By value: in the lowest five bits the length of the code together with the additional bits, whose number is the
     * value's low half; above, the code, shifted so that they can be added.
     */
    int[] codes() {
        return codes;
    }
}
