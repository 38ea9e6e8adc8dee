package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The tile-parts of a codestream as far as it has been gone through from SOT to SOT, fifteen bytes of heap for each and
 * four for each tile. A tile's own are found without going through those of the others.
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
    private int[] older = new int[4]; // of each tile-part the one before it of the same tile plus one, 0 for none
    private int[] newest = {}; // of each tile its last one plus one, 0 for none
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
        var own = new Own();
        for (int number : known(wanted)) {
            if (own.endsBefore(number)) {
                return own.numbers;
            }
            own.add(number, told[number] & 0xff);
        }
        if (own.endsBefore(count)) {
            return own.numbers;
        }
        while (next(in)) {
            if (tile[count - 1] == wanted) {
                own.add(count - 1, told[count - 1] & 0xff);
            } else if (own.isWhole()) {
                return own.numbers;
            }
        }
        return own.numbers;
    }

    /** Those of a tile that were found before, in their order. */
    private List<Integer> known(int wanted) {
        List<Integer> known = new ArrayList<>();
        for (int part = wanted < newest.length ? newest[wanted] : 0; part > 0; part = older[part - 1]) {
            known.add(part - 1);
        }
        Collections.reverse(known);
        return known;
    }

    /** The tile-parts of one tile while they are gathered. */
    private static final class Own {
        private final List<Integer> numbers = new ArrayList<>();
        private int expected;
        private boolean mixed;

        void add(int number, int parts) {
            mixed |= hasOthersBefore(number);
            numbers.add(number);
            expected = Math.max(expected, parts);
        }

        private boolean hasOthersBefore(int number) {
            return !numbers.isEmpty() && numbers.get(numbers.size() - 1) < number - 1;
        }

        boolean endsBefore(int number) {
            return hasOthersBefore(number) && isWhole();
        }

        boolean isWhole() {
            return !mixed && expected > 0 && numbers.size() >= expected;
        }
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
            older = Arrays.copyOf(older, 2 * count);
        }
        if (start.tile() >= newest.length) {
            newest = Arrays.copyOf(newest, Math.min(tiles, Math.max(start.tile() + 1, 2 * newest.length)));
        }
        at[count] = next;
        tile[count] = (char) start.tile();
        told[count] = (byte) start.parts();
        older[count++] = newest[start.tile()];
        newest[start.tile()] = count;
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
        return (long) (Long.BYTES + Character.BYTES + Byte.BYTES + Integer.BYTES) * at.length
                + (long) Integer.BYTES * newest.length;
    }
}
