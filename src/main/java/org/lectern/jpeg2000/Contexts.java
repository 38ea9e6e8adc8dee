package org.lectern.jpeg2000;

/**
 * The contexts of the bits of a code-block, looked up by the state of the neighbours.
 *
 * <p>The neighbourhood of a coefficient is nine bits, row by row from above left; bit 4 is the coefficient itself.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, D.3</a>
 */
final class Contexts {

    private static final int SIGN = 9; // the first of five contexts

    /** By the signs' index of {@link #SIGNS}: context {@code << 1}, and the bit that the decoded one is exclusive-ored with. */
    static final byte[] SIGNS = signs();

    private static final byte[][] SIGNIFICANCE = {significance(0), significance(1), significance(2), significance(3)};

    private Contexts() {}

    /** For each neighbourhood the context of significance coding (Table D.1); not to be written. */
    static byte[] significance(Subband band) {
        return SIGNIFICANCE[band.orientation()];
    }

    private static byte[] significance(int orientation) {
        byte[] contexts = new byte[512];
        for (int n = 0; n < contexts.length; n++) {
            int across = bit(n, 3) + bit(n, 5);
            int down = bit(n, 1) + bit(n, 7);
            int diagonal = bit(n, 0) + bit(n, 2) + bit(n, 6) + bit(n, 8);
            contexts[n] = (byte) switch (orientation) {
                case Subband.HL -> straight(down, across, diagonal);
                case Subband.HH -> diagonal(across + down, diagonal);
                default -> straight(across, down, diagonal);
            };
        }
        return contexts;
    }

    private static int straight(int first, int second, int diagonal) {
        if (first == 2) {
            return 8;
        }
        if (first == 1) {
            return second > 0 ? 7 : diagonal > 0 ? 6 : 5;
        }
        return second > 0 ? 2 + second : Math.min(diagonal, 2);
    }

    private static int diagonal(int straight, int diagonal) {
        return switch (diagonal) {
            case 0 -> Math.min(straight, 2);
            case 1 -> 3 + Math.min(straight, 2);
            case 2 -> 6 + Math.min(straight, 1);
            default -> 8;
        };
    }

    /**
     * Tables D.2 and D.3. The index has the significance of the neighbours above, left, right and below in bits 1, 3,
     * 5 and 7, and their signs (1 is negative) in bits 0, 2, 4 and 6.
     */
    private static byte[] signs() {
        byte[] signs = new byte[256];
        for (int n = 0; n < signs.length; n++) {
            int across = Math.max(-1, Math.min(1, contribution(n, 2) + contribution(n, 4)));
            int down = Math.max(-1, Math.min(1, contribution(n, 0) + contribution(n, 6)));
            boolean flipped = across < 0 || across == 0 && down < 0;
            int context = across == 0 ? Math.abs(down) : 3 + across * down;
            signs[n] = (byte) (SIGN + context << 1 | (flipped ? 1 : 0));
        }
        return signs;
    }

    private static int contribution(int signs, int at) {
        return bit(signs, at + 1) * (1 - 2 * bit(signs, at));
    }

    private static int bit(int bits, int at) {
        return bits >> at & 1;
    }
}
