package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tile-parts of a codestream as far as it has been gone through from SOT to SOT, eleven bytes of heap for each.
 * Not thread-safe.
 */
final class TileParts {

    private static final int SHORTEST = StartOfTilePart.BYTES + 2; // with SOD

    private final int tiles;
    private final long end;
    private long next; // where the next SOT ought to be: behind the last tile-part
    private boolean complete;
    private int count;
    private long[] at = new long[4];
    private char[] tile = new char[4];
    private byte[] told = new byte[4]; // how many tile-parts its tile has

    /**
     * None yet.
     *
     * @param tiles there are
     * @param first position of the first SOT
     * @param end position behind the codestream
     */
    TileParts(int tiles, long first, long end) {
        this.tiles = tiles;
        this.next = first;
        this.end = end;
    }

    /**
     * The numbers in the codestream of the tile-parts of one tile. Goes on in the codestream until as many are found
     * as they tell, and one more is not of the tile: some writers tell one too few. Where the parts of tiles are mixed,
     * that one may lie anywhere.
     */
    List<Integer> of(int wanted, BlobBytes in) {
        List<Integer> found = new ArrayList<>();
        int expected = 0;
        boolean mixed = false;
        for (int i = 0; i < count || next(in); i++) {
            if (tile[i] == wanted) {
                mixed |= !found.isEmpty() && found.get(found.size() - 1) < i - 1;
                found.add(i);
                expected = Math.max(expected, told[i] & 0xff);
            } else if (!mixed && expected > 0 && found.size() >= expected) {
                return found;
            }
        }
        return found;
    }

    /** The tile-part of a number. */
    TilePart part(int number) {
        return new TilePart(tile[number], at[number] + StartOfTilePart.BYTES,
                number + 1 < count ? at[number + 1] : next);
    }

    /** Goes to the next tile-part; whether there is one. What is no SOT, or of a tile there is not, ends them all. */
    private boolean next(BlobBytes in) {
        if (complete) {
            return false;
        }
        var start = StartOfTilePart.read(in, next).filter(sot -> sot.tile() < tiles);
        if (start.isEmpty()) {
            complete = true;
            return false;
        }
        add(start.get());
        next = end(in, start.get().length());
        return true;
    }

    private void add(StartOfTilePart start) {
        if (count == at.length) {
            at = Arrays.copyOf(at, 2 * count);
            tile = Arrays.copyOf(tile, 2 * count);
            told = Arrays.copyOf(told, 2 * count);
        }
        at[count] = next;
        tile[count] = (char) start.tile();
        told[count++] = (byte) start.parts();
    }

    /** One that tells no sensible length goes to the end of the codestream; EOC is not of it. */
    private long end(BlobBytes in, long length) {
        boolean empty = length == StartOfTilePart.BYTES; // some writers leave SOD out
        if ((length >= SHORTEST || empty) && length <= end - next) {
            return next + length;
        }
        long beforeEnd = end - 2;
        if (beforeEnd < next + StartOfTilePart.BYTES) {
            return end;
        }
        in.seek(beforeEnd);
        return in.u16() == Markers.EOC ? beforeEnd : end;
    }

    /** Bytes of heap. */
    long weight() {
        return (long) (Long.BYTES + Character.BYTES + Byte.BYTES) * at.length;
    }
}
