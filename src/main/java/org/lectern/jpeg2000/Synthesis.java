package org.lectern.jpeg2000;

import java.util.List;

/**
 * The inverse wavelet transform of windows: makes any window of any resolution of a tile-component out of no more
 * coefficients than it needs, and makes exactly the samples that the transform of the whole would have there. Keeps
 * its buffers for the next window, and the largest need of them; for one thread at a time.
 *
 * @param <S> {@code float[]} for the 9/7, {@code int[]} for the 5/3
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, F.3.1</a>
 */
final class Synthesis<S> {

    private static final int MOST = 1 << 23; // samples of one buffer, far above what a piece of a picture needs

    private final Lifting<S> lifting;
    private final Sweep<S> sweep;
    private final S[] bands; // LL, HL, LH, HH
    private S next; // what is made of them, unless it goes to the caller

    private Synthesis(Lifting<S> lifting) {
        this.lifting = lifting;
        this.sweep = new Sweep<>(lifting);
        this.bands = lifting.rows(4, 0);
        this.next = bands[0];
    }

    /** For the reversible 5/3 wavelet. */
    static Synthesis<int[]> reversible() {
        return new Synthesis<>(new Lifting53());
    }

    /** For the irreversible 9/7 wavelet. */
    static Synthesis<float[]> irreversible() {
        return new Synthesis<>(new Lifting97());
    }

    /**
     * Makes one window.
     *
     * @param areas of the tile-component's resolutions from the lowest, up to {@code resolution} at least
     * @param resolution of the window
     * @param window in coordinates of the resolution, inside its area, not empty
     * @param source is asked for the windows that {@link Windows#of} tells, from the lowest resolution; not for empty
     *     ones
     * @param into where the samples go
     * @param at index of the first
     * @param stride from one row to the next
     * @throws org.lectern.core.IiifException.TooLarge when a window needs more than 8 million samples at once
     */
    void window(List<Area> areas, int resolution, Area window, BandSource<S> source, S into, int at, int stride) {
        Windows windows = Windows.of(areas, resolution, window, lifting.reversible());
        if (resolution == 0) {
            source.read(0, Subband.LL, window, 1, into, at, stride);
            return;
        }
        read(areas, resolution, 0, Subband.LL, windows.bands(0).get(0), source);
        for (int r = 1; r < resolution; r++) {
            readBands(areas, resolution, r, windows, source);
            lower(windows.levels().get(r));
        }
        readBands(areas, resolution, resolution, windows, source);
        sweep.run(windows.levels().get(resolution), bands, into, at, stride);
    }

    /** A level whose result is the LL of the next. */
    private void lower(Windows.Level level) {
        Area wanted = level.wanted();
        if (wanted.isEmpty()) {
            return;
        }
        next = grown(next, wanted);
        sweep.run(level, bands, next, 0, wanted.width());
        S made = next;
        next = bands[Subband.LL];
        bands[Subband.LL] = made;
    }

    private void readBands(List<Area> areas, int target, int r, Windows windows, BandSource<S> source) {
        for (int orientation = Subband.HL; orientation <= Subband.HH; orientation++) {
            read(areas, target, r, orientation, windows.bands(r).get(orientation - 1), source);
        }
    }

    private void read(List<Area> areas, int target, int r, int orientation, Area window, BandSource<S> source) {
        if (window.isEmpty()) {
            return;
        }
        bands[orientation] = grown(bands[orientation], window);
        float gain = lifting.gain(areas, target, r, orientation);
        source.read(r, orientation, window, gain, bands[orientation], 0, window.width());
    }

    /** Bytes of heap that its buffers take just now. */
    long weight() {
        long samples = lifting.length(next);
        for (S band : bands) {
            samples += lifting.length(band);
        }
        return 4 * samples + sweep.weight();
    }

    private S grown(S buffer, Area window) {
        if (window.size() > MOST) {
            throw Faults.tooLarge("a window of " + window.width() + " × " + window.height() + " samples at once");
        }
        return lifting.length(buffer) >= window.size() ? buffer : lifting.rows(1, (int) window.size())[0];
    }
}
