package org.lectern.jpeg2000;

import java.util.Arrays;

/**
 * Where the pieces of code-blocks lie: a chain of pieces for each code-block that has some, in plain arrays. Takes about
 * 24 bytes for a code-block of one piece, nothing for the others. For one thread.
 */
final class BlockTable {

    private static final int PAGE = 8;
    private static final int FREE_PAGES = 1 << 14;
    private static final int LEAST_PAGES = 64;

    private final int blocks;
    private final long mostPages;
    private int[][] pages = {}; // first piece of each code-block, 0 for none
    private int pagesUsed;
    private int count = 1;
    private long[] at = new long[16];
    private int[] length = new int[16];
    private int[] next = new int[16];
    private char[] passes = new char[16];
    private char[] zeroPlanes = new char[16];

    /**
     * With nothing in it.
     *
     * @param blocks code-blocks of the tile
     * @param share bounds the memory
     */
    BlockTable(int blocks, TileShare share) {
        this.blocks = blocks;
        mostPages = share.most(FREE_PAGES, LEAST_PAGES, 0) + share.bytes() / 4;
    }

    /** Adds the first piece of a code-block; the answer names it. */
    int first(int block, int zeroes, long position, int bytes, int codingPasses) {
        if (pages.length == 0) {
            pages = new int[(blocks >> PAGE) + 1][];
        }
        int[] page = pages[block >> PAGE];
        if (page == null) {
            page = newPage();
            pages[block >> PAGE] = page;
        }
        int piece = add(position, bytes, codingPasses);
        zeroPlanes[piece] = (char) zeroes;
        page[block & (1 << PAGE) - 1] = piece;
        return piece;
    }

    private int[] newPage() {
        if (++pagesUsed > mostPages) {
            throw Faults.tooLarge("a tile of few bytes has code-blocks in " + pagesUsed + " places");
        }
        return new int[1 << PAGE];
    }

    /** Adds a piece behind the last of a code-block; the answer names it. */
    int after(int last, long position, int bytes, int codingPasses) {
        int piece = add(position, bytes, codingPasses);
        next[last] = piece;
        return piece;
    }

    /** Lets the last piece of a code-block go on; false when the bytes do not follow it in the file. */
    boolean extend(int last, long position, int bytes, int codingPasses) {
        if (at[last] + length[last] != position || bytes > Integer.MAX_VALUE - length[last]) {
            return false;
        }
        length[last] += bytes;
        passes[last] += (char) codingPasses;
        return true;
    }

    private int add(long position, int bytes, int codingPasses) {
        if (count == at.length) {
            resize(count + (count >> 1) + 16);
        }
        at[count] = position;
        length[count] = bytes;
        passes[count] = (char) codingPasses;
        next[count] = 0;
        return count++;
    }

    private void resize(int size) {
        at = Arrays.copyOf(at, size);
        length = Arrays.copyOf(length, size);
        next = Arrays.copyOf(next, size);
        passes = Arrays.copyOf(passes, size);
        zeroPlanes = Arrays.copyOf(zeroPlanes, size);
    }

    /** Gives back what nothing will be added to. */
    void trim() {
        resize(count);
    }

    /** A mark for {@link #forget}. */
    int mark() {
        return count;
    }

    /** Forgets all code-blocks that came after a mark. */
    void forget(int mark) {
        count = mark;
        for (int[] page : pages) {
            for (int i = 0; page != null && i < page.length; i++) {
                page[i] = page[i] < mark ? page[i] : 0;
            }
        }
    }

    void block(int block, BlockBytes into) {
        into.clear();
        int[] page = pages.length == 0 ? null : pages[block >> PAGE];
        int piece = page == null ? 0 : page[block & (1 << PAGE) - 1];
        into.zeroPlanes = zeroPlanes[piece];
        while (piece != 0) {
            into.add(at[piece], length[piece], passes[piece]);
            piece = next[piece];
        }
    }

    /** Bytes of heap. */
    long weight() {
        return 200 + 8L * pages.length + pagesUsed * (16 + (4L << PAGE)) + 20L * at.length;
    }
}
