package org.lectern.transform;

/**
 * Black and white in the shares that give the greys: what a pixel loses goes on to the neighbours that come later,
 * 7/16 to the next, 3/16, 5/16 and 1/16 to those below. Rows run there and back, so that no grain leans to one side.
 *
 * @see "R. W. Floyd, L. Steinberg, An adaptive algorithm for spatial grayscale, Proc. SID 17 (1976)"
 */
final class ErrorDiffusion {

    private static final int ONE = 16; // of a level of grey: what is carried on is whole
    private static final int WHITE = 255 * ONE;

    private ErrorDiffusion() {}

    /** From greys to 0 and 255, row by row of a picture so wide. */
    static void apply(byte[] from, byte[] to, int width) {
        int[] here = new int[width + 2]; // a pixel beside each end takes what falls off
        int[] below = new int[width + 2];
        boolean back = false;
        for (int row = 0; row < to.length; row += width) {
            spread(from, to, row, back, here, below);
            int[] done = here;
            here = below;
            below = done;
            java.util.Arrays.fill(below, 0);
            back = !back;
        }
    }

    private static void spread(byte[] from, byte[] to, int row, boolean back, int[] here, int[] below) {
        int width = here.length - 2;
        int step = back ? -1 : 1;
        int next = 0; // what the pixel before hands on
        for (int i = 0, x = back ? width - 1 : 0; i < width; i++, x += step) {
            int value = (from[row + x] & 0xff) * ONE + here[x + 1] + next;
            boolean white = value >= WHITE / 2;
            to[row + x] = (byte) (white ? 255 : 0);
            int lost = white ? value - WHITE : value;
            next = lost * 7 >> 4;
            int behind = lost * 3 >> 4;
            int under = lost * 5 >> 4;
            below[x + 1 - step] += behind;
            below[x + 1] += under;
            below[x + 1 + step] += lost - next - behind - under;
        }
    }
}
