package org.lectern.jpeg2000;

import java.io.ByteArrayOutputStream;

/** Writes the bits of a packet header (B.10.1). */
final class PacketBits {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int register;
    private int room = 8;

    void bit(int bit) {
        register |= bit << --room;
        if (room == 0) {
            flush();
        }
    }

    void bits(int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            bit(value >> i & 1);
        }
    }

    private void flush() {
        out.write(register);
        room = register == 0xff ? 7 : 8;
        register = 0;
    }

    byte[] finish() {
        if (room < 8) {
            flush();
        }
        if (room == 7) {
            flush();
        }
        return out.toByteArray();
    }

    /** Number of coding passes (Table B.4). */
    void passes(int count) {
        if (count == 1) {
            bits(0, 1);
        } else if (count == 2) {
            bits(0b10, 2);
        } else if (count <= 5) {
            bits(0b11 << 2 | count - 3, 4);
        } else if (count <= 36) {
            bits(0b1111 << 5 | count - 6, 9);
        } else {
            bits(0b111111111 << 7 | count - 37, 16);
        }
    }

    /** A tag tree while it is written (B.10.2); recursive, as the standard tells it. */
    static final class Tree {
        private final int[][] values;
        private final int[][] low;
        private final boolean[][] known;
        private final Tree above;

        Tree(int[][] values) {
            this.values = values;
            low = new int[values.length][values[0].length];
            known = new boolean[values.length][values[0].length];
            above = values.length == 1 && values[0].length == 1 ? null : new Tree(reduced(values));
        }

        private static int[][] reduced(int[][] values) {
            int[][] least = new int[(values.length + 1) / 2][(values[0].length + 1) / 2];
            for (int[] row : least) {
                java.util.Arrays.fill(row, Integer.MAX_VALUE);
            }
            for (int y = 0; y < values.length; y++) {
                for (int x = 0; x < values[0].length; x++) {
                    least[y / 2][x / 2] = Math.min(least[y / 2][x / 2], values[y][x]);
                }
            }
            return least;
        }

        void write(PacketBits bits, int x, int y, int threshold) {
            if (above != null) {
                above.write(bits, x / 2, y / 2, threshold);
                low[y][x] = Math.max(low[y][x], above.low[y / 2][x / 2]);
            }
            while (low[y][x] < threshold && !known[y][x]) {
                if (low[y][x] == values[y][x]) {
                    bits.bit(1);
                    known[y][x] = true;
                } else {
                    bits.bit(0);
                    low[y][x]++;
                }
            }
        }
    }
}
