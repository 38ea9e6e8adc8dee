package org.lectern.codec;

import java.util.stream.IntStream;
import org.lectern.jpeg2000.Jp2File;

/**
 * One channel on its way to a band of the normal form: which component it is made of, and which samples its values
 * become. Immutable.
 *
 * @param component it is made of
 * @param depth bits of its values
 * @param full value of a full sample: 255 or 65535
 * @param mapped whether it goes through a palette
 * @param table the sample for each value, the last one for all above; empty when they are equal, or too many
 */
record Jp2Channel(int component, int depth, int full, boolean mapped, int[] table) {

    private static final int DEEPEST_TABLE = 16;

    /** Of a component directly. */
    static Jp2Channel of(int component, int depth, int full) {
        long most = (1L << depth) - 1;
        boolean tabled = most != full && depth <= DEEPEST_TABLE;
        int[] table = tabled
                ? IntStream.rangeClosed(0, (int) most).map(value -> Samples.stretch(value, most, full)).toArray()
                : new int[0];
        return new Jp2Channel(component, depth, full, false, table);
    }

    /** Of a component through a column of the palette. */
    static Jp2Channel ofPalette(int component, Jp2File.Palette palette, int column, int full) {
        int depth = palette.bits()[column];
        long most = (1L << depth) - 1;
        int[] table = new int[palette.entries().length];
        for (int entry = 0; entry < table.length; entry++) {
            table[entry] = Samples.stretch(Math.min(most, palette.entries()[entry][column]), most, full);
        }
        return new Jp2Channel(component, depth, full, true, table);
    }

    /** The same of another component. */
    Jp2Channel of(int other) {
        return new Jp2Channel(other, depth, full, mapped, table);
    }

    /** Whether values are samples as they are. */
    boolean plain() {
        return table.length == 0 && (1L << depth) - 1 == full;
    }

    /** Turns a row of values into samples. */
    void convert(int[] values, int from, int[] into, int count) {
        if (table.length > 0) {
            look(values, from, into, count);
        } else if (plain()) {
            System.arraycopy(values, from, into, 0, count);
        } else {
            scale(values, from, into, count);
        }
    }

    private void look(int[] values, int from, int[] into, int count) {
        int last = table.length - 1;
        for (int i = 0; i < count; i++) {
            into[i] = table[Math.min(values[from + i], last)];
        }
    }

    private void scale(int[] values, int from, int[] into, int count) {
        long most = (1L << depth) - 1;
        for (int i = 0; i < count; i++) {
            into[i] = Samples.stretch(values[from + i], most, full);
        }
    }
}
