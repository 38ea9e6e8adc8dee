package org.lectern.jpeg2000;

/**
 * Where the inverse wavelet gets coefficients.
 *
 * @param <S> {@code float[]} for the 9/7, {@code int[]} for the 5/3
 */
@FunctionalInterface
interface BandSource<S> {

    /**
     * Writes a window of one sub-band; every coefficient of it, zeros too.
     *
     * @param resolution the sub-band belongs to
     * @param orientation {@link Subband#LL} for resolution 0 alone, else HL, LH, HH
     * @param window in coordinates of the sub-band, inside it, not empty
     * @param gain what a coefficient is to be multiplied by, beside its quantisation step; 1 for the 5/3
     * @param into where they go
     * @param at index of the window's first coefficient
     * @param stride from one row to the next
     */
    void read(int resolution, int orientation, Area window, float gain, S into, int at, int stride);
}
