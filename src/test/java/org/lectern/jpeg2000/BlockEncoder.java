package org.lectern.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Codes one code-block bit-plane by bit-plane, drawn after T.800 annex D; for one code-block. */
final class BlockEncoder {

    private static final int RUN = 17;
    private static final int UNIFORM = 18;
    private static final int[] START = {4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 46};
    private static final int LOOK_AHEAD = 5; // bytes in which all that the encoder still holds will be

    private final int width;
    private final int height;
    private final int orientation;
    private final int style;
    private final int[] magnitude;
    private final boolean[] negative;
    private final boolean[] significant;
    private final boolean[] refined;
    private final boolean[] visited;
    private final MqEncoder mq = new MqEncoder(START);
    private final RawBits rawBits = new RawBits();
    private boolean raw;
    private int plane;

    /** Coefficients row by row, with their signs. */
    BlockEncoder(int[] coefficients, int width, int orientation, int style) {
        this.width = width;
        this.height = coefficients.length / width;
        this.orientation = orientation;
        this.style = style;
        magnitude = new int[coefficients.length];
        negative = new boolean[coefficients.length];
        significant = new boolean[coefficients.length];
        refined = new boolean[coefficients.length];
        visited = new boolean[coefficients.length];
        for (int i = 0; i < coefficients.length; i++) {
            magnitude[i] = Math.abs(coefficients[i]);
            negative[i] = coefficients[i] < 0;
        }
    }

    /**
     * Codes all passes but some last ones.
     *
     * @param planes bit-planes the sub-band has
     * @param dropped passes not coded
     * @param wildCuts gives the passes of a segment any of its bytes, not those they need
     */
    EncodedBlock encode(int planes, int dropped, boolean wildCuts, Random random) {
        int most = 0;
        for (int value : magnitude) {
            most = Math.max(most, value);
        }
        int coded = 32 - Integer.numberOfLeadingZeros(most);
        if (coded > planes) {
            throw new IllegalArgumentException("a coefficient of " + coded + " bits in a sub-band of " + planes);
        }
        int passes = Math.max(0, 3 * coded - 2 - dropped);
        List<EncodedBlock.Pass> lengths = new ArrayList<>();
        var data = new ByteArrayOutputStream();
        List<Integer> ends = new ArrayList<>();
        int segment = 0;
        for (int pass = 0; pass < passes; pass++) {
            plane = coded - 1 - (pass + 2) / 3;
            raw = has(ComponentCoding.BYPASS) && pass >= 10 && pass % 3 != 0;
            code(pass % 3);
            ends.add(raw ? rawBits.bytes() : mq.bytes());
            if (pass == passes - 1 || terminates(pass)) {
                byte[] bytes = terminate();
                data.writeBytes(bytes);
                share(bytes.length, ends, segment++, wildCuts ? random : null, lengths);
                ends.clear();
            }
            if (has(ComponentCoding.RESET)) {
                mq.reset();
            }
        }
        return new EncodedBlock(planes - coded, data.toByteArray(), lengths);
    }

    private boolean has(int bit) {
        return (style & bit) != 0;
    }

    private boolean terminates(int pass) { // Tables D.8 and D.9
        return has(ComponentCoding.TERMINATE)
                || has(ComponentCoding.BYPASS) && pass >= 9 && pass % 3 != 1;
    }

    private byte[] terminate() {
        if (raw) {
            return has(ComponentCoding.PREDICTABLE) ? rawBits.endPredictably() : rawBits.end();
        }
        return has(ComponentCoding.PREDICTABLE) ? mq.terminatePredictably() : mq.terminate();
    }

    private static void share(int all, List<Integer> ends, int segment, Random wild, List<EncodedBlock.Pass> passes) {
        int given = 0;
        for (int i = 0; i < ends.size(); i++) {
            int until = wild != null ? given + wild.nextInt(all - given + 1) : Math.min(all, ends.get(i) + LOOK_AHEAD);
            if (i == ends.size() - 1) {
                until = all;
            }
            passes.add(new EncodedBlock.Pass(segment, until - given));
            given = until;
        }
    }

    private void code(int kind) {
        for (int stripe = 0; stripe < height; stripe += 4) {
            for (int x = 0; x < width; x++) {
                switch (kind) {
                    case 1 -> propagate(x, stripe);
                    case 2 -> refine(x, stripe);
                    default -> cleanUp(x, stripe);
                }
            }
        }
        if (kind == 0) {
            Arrays.fill(visited, false);
            if (has(ComponentCoding.SEGMENTATION)) {
                for (int bit = 0; bit < 4; bit++) {
                    mq.encode(UNIFORM, 1 - bit & 1);
                }
            }
        }
    }

    private void propagate(int x, int stripe) {
        for (int y = stripe; y < Math.min(stripe + 4, height); y++) {
            int at = y * width + x;
            if (!significant[at] && zeroContext(x, y) != 0) {
                put(zeroContext(x, y), bit(at));
                visited[at] = true;
                becomeSignificant(x, y);
            }
        }
    }

    private void refine(int x, int stripe) {
        for (int y = stripe; y < Math.min(stripe + 4, height); y++) {
            int at = y * width + x;
            if (significant[at] && !visited[at]) {
                put(refined[at] ? 16 : zeroContext(x, y) == 0 ? 14 : 15, bit(at));
                refined[at] = true;
            }
        }
    }

    private void cleanUp(int x, int stripe) {
        int y = stripe;
        if (isRun(x, stripe)) {
            int zeros = 0;
            while (zeros < 4 && bit((stripe + zeros) * width + x) == 0) {
                zeros++;
            }
            put(RUN, zeros == 4 ? 0 : 1);
            if (zeros == 4) {
                return;
            }
            put(UNIFORM, zeros >> 1);
            put(UNIFORM, zeros & 1);
            y = stripe + zeros;
            becomeSignificant(x, y++);
        }
        for (; y < Math.min(stripe + 4, height); y++) {
            int at = y * width + x;
            if (!significant[at] && !visited[at]) {
                put(zeroContext(x, y), bit(at));
                becomeSignificant(x, y);
            }
        }
    }

    private boolean isRun(int x, int stripe) {
        if (stripe + 4 > height) {
            return false;
        }
        for (int y = stripe; y < stripe + 4; y++) {
            int at = y * width + x;
            if (significant[at] || visited[at] || zeroContext(x, y) != 0) {
                return false;
            }
        }
        return true;
    }

    private int bit(int at) {
        return magnitude[at] >> plane & 1;
    }

    private void put(int context, int bit) {
        if (raw) {
            rawBits.put(bit);
        } else {
            mq.encode(context, bit);
        }
    }

    /** Codes the sign when the bit just coded was a one. */
    private void becomeSignificant(int x, int y) {
        int at = y * width + x;
        if (bit(at) == 0) {
            return;
        }
        int sign = negative[at] ? 1 : 0;
        int across = Integer.signum(signAt(x - 1, y, y) + signAt(x + 1, y, y));
        int down = Integer.signum(signAt(x, y - 1, y) + signAt(x, y + 1, y));
        boolean flipped = across < 0 || across == 0 && down < 0; // Table D.3
        int context = across == 0 ? 9 + Math.abs(down) : 12 + across * down;
        put(context, raw ? sign : flipped ? 1 - sign : sign);
        significant[at] = true;
    }

    private boolean hidden(int x, int y, int from) {
        return x < 0 || x >= width || y < 0 || y >= height
                || has(ComponentCoding.CAUSAL) && y > from && y % 4 == 0;
    }

    private int signAt(int x, int y, int from) {
        if (hidden(x, y, from) || !significant[y * width + x]) {
            return 0;
        }
        return negative[y * width + x] ? -1 : 1;
    }

    private int seen(int x, int y, int from) {
        return hidden(x, y, from) || !significant[y * width + x] ? 0 : 1;
    }

    /** Table D.1; zero if and only if no neighbour is significant. */
    private int zeroContext(int x, int y) {
        int across = seen(x - 1, y, y) + seen(x + 1, y, y);
        int down = seen(x, y - 1, y) + seen(x, y + 1, y);
        int diagonal = seen(x - 1, y - 1, y) + seen(x + 1, y - 1, y) + seen(x - 1, y + 1, y) + seen(x + 1, y + 1, y);
        return switch (orientation) {
            case Subband.HH -> diagonalContext(across + down, diagonal);
            case Subband.HL -> straightContext(down, across, diagonal);
            default -> straightContext(across, down, diagonal);
        };
    }

    private static int straightContext(int along, int over, int diagonal) {
        if (along == 2) {
            return 8;
        }
        if (along == 1) {
            return over >= 1 ? 7 : diagonal >= 1 ? 6 : 5;
        }
        return over > 0 ? 2 + over : Math.min(2, diagonal);
    }

    private static int diagonalContext(int straight, int diagonal) {
        return switch (diagonal) {
            case 0 -> Math.min(2, straight);
            case 1 -> 3 + Math.min(2, straight);
            case 2 -> straight == 0 ? 6 : 7;
            default -> 8;
        };
    }
}
