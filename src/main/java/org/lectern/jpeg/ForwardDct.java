package org.lectern.jpeg;

/**
 * The forward DCT of all lanes at once, rows before columns, in integers: butterflies take the even from the odd
 * frequencies, the even ones go on by butterflies and a rotation, the odd ones are sums of four products. More
 * products than the shortest flow graphs have, but the loops stay so small that the JIT makes vectors of them; of a
 * transform in one loop it does not. Coefficients leave eight times as large as the standard's.
 *
 * @see "T.81 A.3.3"
 */
final class ForwardDct {

    /** By how many bits the coefficients are scaled up. */
    static final int SCALE_BITS = 3;

    private static final int BITS = 13;
    private static final int SPARE = 2; // bits kept below the point between the passes
    private static final int C1 = 11_363; // square root of 2 times the cosine of 1/16 of half a turn, 13 bits
    private static final int C2 = 10_703;
    private static final int C3 = 9_633;
    private static final int C5 = 6_437;
    private static final int C6 = 4_433;
    private static final int C7 = 2_260;

    /** Where in a row or column the butterflies, working in place, leave each frequency. */
    private static final int[] SLOTS = {0, 7, 3, 6, 1, 5, 2, 4};

    private final int[][] places;
    private final int[] o1 = new int[McuShape.LANES];
    private final int[] o3 = new int[McuShape.LANES];
    private final int[] o5 = new int[McuShape.LANES];
    private final int[] o7 = new int[McuShape.LANES];

    /** Of these arrays, row by row, which it transforms in place. */
    ForwardDct(int[][] places) {
        this.places = places;
    }

    /** Where the coefficients will lie: the same arrays in the order of frequencies, row by row. */
    int[][] coefficients() {
        int[][] coefficients = new int[64][];
        for (int k = 0; k < 64; k++) {
            coefficients[k] = places[SLOTS[k >> 3] * 8 + SLOTS[k & 7]];
        }
        return coefficients;
    }

    /** Transforms the lanes up to a number. */
    void apply(int lanes) {
        for (int row = 0; row < 64; row += 8) {
            split(row, 1, lanes);
            widen(places[row], places[row + 1], lanes);
            rotate(places[row + 2], places[row + 3], BITS - SPARE, lanes);
            odd(row, 1, BITS - SPARE, lanes);
        }
        for (int column = 0; column < 8; column++) {
            split(column, 8, lanes);
            narrow(places[column], places[column + 8], lanes);
            rotate(places[column + 16], places[column + 24], BITS + SPARE, lanes);
            odd(column, 8, BITS + SPARE, lanes);
        }
    }

    private void split(int first, int step, int lanes) {
        for (int k = 0; k < 4; k++) {
            butterfly(places[first + k * step], places[first + (7 - k) * step], lanes);
        }
        butterfly(places[first], places[first + 3 * step], lanes);
        butterfly(places[first + step], places[first + 2 * step], lanes);
    }

    private static void butterfly(int[] p, int[] q, int lanes) {
        for (int i = 0; i < lanes; i++) {
            int sum = p[i] + q[i];
            int difference = p[i] - q[i];
            p[i] = sum;
            q[i] = difference;
        }
    }

    private static void widen(int[] p, int[] q, int lanes) {
        for (int i = 0; i < lanes; i++) {
            int sum = p[i] + q[i] << SPARE;
            int difference = p[i] - q[i] << SPARE;
            p[i] = sum;
            q[i] = difference;
        }
    }

    private static void narrow(int[] p, int[] q, int lanes) {
        for (int i = 0; i < lanes; i++) {
            int sum = p[i] + q[i] + 2 >> SPARE;
            int difference = p[i] - q[i] + 2 >> SPARE;
            p[i] = sum;
            q[i] = difference;
        }
    }

    private static void rotate(int[] inner, int[] outer, int shift, int lanes) {
        int half = 1 << shift - 1;
        for (int i = 0; i < lanes; i++) {
            int o2 = outer[i] * C2 + inner[i] * C6 + half >> shift;
            int o6 = outer[i] * C6 - inner[i] * C2 + half >> shift;
            inner[i] = o6;
            outer[i] = o2;
        }
    }

    private void odd(int first, int step, int shift, int lanes) {
        int[] b0 = places[first + 7 * step];
        int[] b1 = places[first + 6 * step];
        int[] b2 = places[first + 5 * step];
        int[] b3 = places[first + 4 * step];
        products(b0, b1, b2, b3, C1, C3, C5, C7, shift, o1, lanes);
        products(b0, b1, b2, b3, C3, -C7, -C1, -C5, shift, o3, lanes);
        products(b0, b1, b2, b3, C5, -C1, C7, C3, shift, o5, lanes);
        products(b0, b1, b2, b3, C7, -C5, C3, -C1, shift, o7, lanes);
        System.arraycopy(o1, 0, b0, 0, lanes);
        System.arraycopy(o3, 0, b1, 0, lanes);
        System.arraycopy(o5, 0, b2, 0, lanes);
        System.arraycopy(o7, 0, b3, 0, lanes);
    }

    private static void products(int[] b0, int[] b1, int[] b2, int[] b3, int c0, int c1, int c2, int c3, int shift,
            int[] sums, int lanes) {
        int half = 1 << shift - 1;
        for (int i = 0; i < lanes; i++) {
            sums[i] = b0[i] * c0 + b1[i] * c1 + b2[i] * c2 + b3[i] * c3 + half >> shift;
        }
    }
}
