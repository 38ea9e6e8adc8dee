package org.lectern.jpeg2000;

import java.util.Arrays;

/**
 * The header of one packet, as read last: what it contributes to code-blocks, in the order of the bytes in the body.
 * Reusable; for one thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, B.10</a>
 */
final class PacketHeader {

    private static final int MOST_LENGTH_BITS = 31;
    private static final int FIRST_BYPASS = 10; // passes before the first raw one
    private static final int KEPT = 256;
    private static final int ENDLESS = Integer.MAX_VALUE;

    private boolean bypass;
    private boolean terminate;
    private int count;
    private PrecinctBand[] bands = new PrecinctBand[16];
    private int[] cells = new int[16];
    private int[] lengths = new int[16];
    private int[] passes = new int[16];
    private boolean[] continued = new boolean[16];

    /**
     * Reads what follows the first bit of a packet that is not empty.
     *
     * @return false when no encoder can have written it; the bits may be exhausted too
     */
    boolean read(HeaderBits bits, PrecinctBand[] precinct, ComponentCoding coding, int layer) {
        bypass = coding.is(ComponentCoding.BYPASS);
        terminate = coding.is(ComponentCoding.TERMINATE);
        count = 0;
        for (PrecinctBand band : precinct) {
            int width = band.width();
            for (int y = 0; y < band.height && !band.isAbsent(layer); y++) {
                for (int x = 0; x < width; x++) {
                    if (band.contributes(x, y, layer, bits) && !contribution(bits, band, x, y)) {
                        return bits.exhausted();
                    }
                }
            }
        }
        return true;
    }

    /** Forgets the packet, and gives back what a large one took. */
    void clear() {
        Arrays.fill(bands, 0, count, null);
        count = 0;
        if (cells.length > KEPT) {
            resize(KEPT);
        }
    }

    private boolean contribution(HeaderBits bits, PrecinctBand band, int x, int y) {
        int cell = y * band.width() + x;
        if (band.isNew(cell) && !band.include(x, y, bits)) {
            return false;
        }
        int before = band.passes(cell);
        int more = codingPasses(bits);
        if (!band.addPasses(cell, more)) {
            return false;
        }
        int lengthBits = band.lengthBits(cell);
        while (lengthBits <= MOST_LENGTH_BITS && bits.bit() == 1) {
            lengthBits++;
        }
        if (lengthBits > MOST_LENGTH_BITS) {
            return false;
        }
        band.lengthBits(cell, lengthBits);
        return segments(bits, band, cell, before, before + more) && !bits.exhausted();
    }

    private boolean segments(HeaderBits bits, PrecinctBand band, int cell, int from, int to) {
        int pass = from;
        while (pass < to) {
            int taken = Math.min(to - pass, segmentEnd(pass) - pass);
            int width = band.lengthBits(cell) + 31 - Integer.numberOfLeadingZeros(taken);
            if (width > MOST_LENGTH_BITS) {
                return false;
            }
            add(band, cell, bits.bits(width), taken, pass > 0 && (pass == from && segmentEnd(pass - 1) > pass));
            pass += taken;
        }
        return true;
    }

    /** The pass behind the last of the codeword segment that a pass belongs to (Table D.9). */
    private int segmentEnd(int pass) {
        if (terminate) {
            return pass + 1;
        }
        if (!bypass) {
            return ENDLESS;
        }
        if (pass < FIRST_BYPASS) {
            return FIRST_BYPASS;
        }
        int phase = (pass - FIRST_BYPASS) % 3;
        return pass + (phase == 0 ? 2 : 1);
    }

    /** Number of coding passes (Table B.4). */
    private static int codingPasses(HeaderBits bits) {
        if (bits.bit() == 0) {
            return 1;
        }
        if (bits.bit() == 0) {
            return 2;
        }
        int two = bits.bits(2);
        if (two < 3) {
            return 3 + two;
        }
        int five = bits.bits(5);
        return five < 31 ? 6 + five : 37 + bits.bits(7);
    }

    private void add(PrecinctBand band, int cell, int length, int codingPasses, boolean continues) {
        if (count == cells.length) {
            resize(2 * count);
        }
        bands[count] = band;
        cells[count] = cell;
        lengths[count] = length;
        passes[count] = codingPasses;
        continued[count++] = continues;
    }

    private void resize(int size) {
        bands = Arrays.copyOf(bands, size);
        cells = Arrays.copyOf(cells, size);
        lengths = Arrays.copyOf(lengths, size);
        passes = Arrays.copyOf(passes, size);
        continued = Arrays.copyOf(continued, size);
    }

    /** Bytes of the packet's body. */
    long bodyLength() {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += lengths[i];
        }
        return sum;
    }

    /**
     * Notes where the contributions lie.
     *
     * @param at position in the file of the packet's body
     * @param end position behind the last byte there is: what lies behind is left out
     */
    void place(BlockTable blocks, long at, long end) {
        long position = at;
        for (int i = 0; i < count && (position < end || position == end && lengths[i] == 0); i++) {
            place(blocks, i, position, (int) Math.min(lengths[i], end - position));
            position += lengths[i];
        }
    }

    private void place(BlockTable blocks, int i, long position, int length) {
        PrecinctBand band = bands[i];
        int cell = cells[i];
        int last = band.last(cell);
        if (last == 0) {
            band.last(cell, blocks.first(band.block(cell), band.zeroPlanes(cell), position, length, passes[i]));
        } else if (!continued[i] || !blocks.extend(last, position, length, passes[i])) {
            band.last(cell, blocks.after(last, position, length, passes[i]));
        }
    }
}
