package org.lectern.jpeg;

/**
 * From loaded pixels to samples about 0: grey, or Y, Cb and Cr. Loops of one index and constants, for the JIT to
 * compile to vector instructions.
 *
 * @see "T.871 7"
 */
final class ColourTransform {

    private static final int BITS = 16;
    private static final int HALF = 1 << BITS - 1;
    private static final int HALF_OF_FOUR = 4 * HALF - 1; // one less: the bluest blue is 127, not 128
    private static final int MIDDLE = 128;
    private static final int Y_RED = 19_595;
    private static final int Y_GREEN = 38_470;
    private static final int Y_BLUE = 7_471;
    private static final int CB_RED = -11_059;
    private static final int CB_GREEN = -21_709;
    private static final int CR_GREEN = -27_439;
    private static final int CR_BLUE = -5_329;
    private static final int FULL_GROUP = McuShape.COLOUR.group();
    private static final int HALVED_GROUP = McuShape.HALVED_COLOUR.group();

    private ColourTransform() {}

    /**
     * Transforms lanes loaded from 0 on.
     *
     * @param pixels as loaded; ruined
     * @param samples where to: the same lanes for luma, those behind them for Cb and Cr; may be {@code pixels} for grey
     * @param mcus how many
     */
    static void apply(McuShape shape, int[][] pixels, int[][] samples, int mcus) {
        switch (shape) {
            case GREY -> greys(pixels, samples, mcus);
            case COLOUR -> colours(pixels, samples, mcus);
            case HALVED_COLOUR -> halvedColours(pixels, samples, mcus);
        }
    }

    private static void greys(int[][] pixels, int[][] samples, int mcus) {
        for (int place = 0; place < 64; place++) {
            int[] from = pixels[place];
            int[] into = samples[place];
            for (int i = 0; i < mcus; i++) {
                into[i] = from[i] - MIDDLE;
            }
        }
    }

    private static void colours(int[][] pixels, int[][] samples, int mcus) {
        for (int place = 0; place < 64; place++) {
            lumas(pixels[place], samples[place], mcus);
            blues(pixels[place], samples[place], mcus);
            reds(pixels[place], samples[place], mcus);
        }
    }

    private static void blues(int[] pixels, int[] samples, int mcus) {
        for (int i = 0; i < mcus; i++) {
            int red = pixels[i] & 0xff;
            int green = pixels[i] >> 8 & 0xff;
            int blue = pixels[i] >> 16 & 0xff;
            samples[i + FULL_GROUP] = CB_RED * red + CB_GREEN * green + HALF * blue + HALF - 1 >> BITS;
        }
    }

    private static void reds(int[] pixels, int[] samples, int mcus) {
        for (int i = 0; i < mcus; i++) {
            int red = pixels[i] & 0xff;
            int green = pixels[i] >> 8 & 0xff;
            int blue = pixels[i] >> 16 & 0xff;
            samples[i + 2 * FULL_GROUP] = HALF * red + CR_GREEN * green + CR_BLUE * blue + HALF - 1 >> BITS;
        }
    }

    private static void halvedColours(int[][] pixels, int[][] samples, int mcus) {
        int lanes = 3 * HALVED_GROUP + mcus;
        for (int place = 0; place < 64; place++) {
            lumas(pixels[place], samples[place], lanes);
        }
        int[] cb = new int[4 * HALVED_GROUP];
        int[] cr = new int[4 * HALVED_GROUP];
        for (int quarter = 0; quarter < 16; quarter++) {
            int corner = (quarter >> 2) * 16 + (quarter & 3) * 2;
            chromas(pixels[corner], pixels[corner + 1], pixels[corner + 8], pixels[corner + 9], cb, cr, lanes);
            for (int block = 0; block < 4; block++) {
                int[] into = samples[(block >> 1) * 32 + (block & 1) * 4 + (quarter >> 2) * 8 + (quarter & 3)];
                System.arraycopy(cb, block * HALVED_GROUP, into, 4 * HALVED_GROUP, mcus);
                System.arraycopy(cr, block * HALVED_GROUP, into, 5 * HALVED_GROUP, mcus);
            }
        }
    }

    private static void lumas(int[] pixels, int[] samples, int lanes) {
        for (int i = 0; i < lanes; i++) {
            int red = pixels[i] & 0xff;
            int green = pixels[i] >> 8 & 0xff;
            int blue = pixels[i] >> 16 & 0xff;
            samples[i] = (Y_RED * red + Y_GREEN * green + Y_BLUE * blue + HALF >> BITS) - MIDDLE;
        }
    }

    /** Of the mean of four pixels; the mean of four transformed ones is the same but for rounding. */
    private static void chromas(int[] a, int[] b, int[] c, int[] d, int[] cb, int[] cr, int lanes) {
        for (int i = 0; i < lanes; i++) {
            int redBlue = (a[i] & 0xff00ff) + (b[i] & 0xff00ff) + (c[i] & 0xff00ff) + (d[i] & 0xff00ff);
            int green = (a[i] >> 8 & 0xff) + (b[i] >> 8 & 0xff) + (c[i] >> 8 & 0xff) + (d[i] >> 8 & 0xff);
            int red = redBlue & 0xffff;
            int blue = redBlue >> 16;
            cb[i] = CB_RED * red + CB_GREEN * green + HALF * blue + HALF_OF_FOUR >> BITS + 2;
            cr[i] = HALF * red + CR_GREEN * green + CR_BLUE * blue + HALF_OF_FOUR >> BITS + 2;
        }
    }
}
