package org.lectern.jpeg2000;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The inverse wavelet of a tile in the middle of a large picture, of coefficients at hand; for one thread. */
public final class WaveletFixture {

    private static final int SIDE = 512;
    private static final int PICTURE = 4096;
    private static final int LEVELS = 5;
    private static final int MOST = 1 << 20; // coefficients of the largest window, and more

    private final List<Area> areas = IntStream.rangeClosed(0, LEVELS)
            .mapToObj(r -> new Area(0, 0, PICTURE, PICTURE).reduced(LEVELS - r)).toList();
    private final Area window = new Area(1024, 1024, 1024 + SIDE, 1024 + SIDE);
    private final Synthesis<float[]> irreversible = Synthesis.irreversible();
    private final Synthesis<int[]> reversible = Synthesis.reversible();
    private final float[] floats = new float[MOST];
    private final int[] ints = new int[MOST];
    private final float[] madeFloats = new float[SIDE * SIDE];
    private final int[] madeInts = new int[SIDE * SIDE];

    /** With small coefficients. */
    public WaveletFixture() {
        var random = new Random(1);
        for (int i = 0; i < MOST; i++) {
            ints[i] = random.nextInt(41) - 20;
            floats[i] = ints[i];
        }
    }

    /** By the 9/7; copying its coefficients is part of it. */
    public float[] irreversible() {
        irreversible.window(areas, LEVELS, window, (r, orientation, w, gain, into, at, stride) ->
                copy(floats, w, into, at, stride), madeFloats, 0, SIDE);
        return madeFloats;
    }

    /** By the 5/3; copying its coefficients is part of it. */
    public int[] reversible() {
        reversible.window(areas, LEVELS, window, (r, orientation, w, gain, into, at, stride) ->
                copy(ints, w, into, at, stride), madeInts, 0, SIDE);
        return madeInts;
    }

    private static void copy(Object from, Area window, Object into, int at, int stride) {
        for (int y = 0; y < window.height(); y++) {
            System.arraycopy(from, y * window.width(), into, at + y * stride, window.width());
        }
    }
}
