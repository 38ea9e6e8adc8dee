package org.lectern.jpeg;

/**
 * What a minimum coded unit consists of.
 *
 * @see "T.81 A.2"
 */
enum McuShape {
    /** One block of grey. */
    GREY(1, 8),
    /** One block each of Y, Cb and Cr. */
    COLOUR(3, 8),
    /** Four blocks of Y, one of Cb, one of Cr. */
    HALVED_COLOUR(6, 16);

    /**
     * Lanes of a batch: divides by 1, 3 and 6 into groups of whole vectors, and a batch still fits the cache of a core.
     */
    static final int LANES = 384;

    private final int blocks;
    private final int side;

    McuShape(int blocks, int side) {
        this.blocks = blocks;
        this.side = side;
    }

    /**
     * Of a picture of 1 or 3 bands.
     *
     * @throws IllegalArgumentException when it has another number
     */
    static McuShape of(int bands, ChromaSampling sampling) {
        return switch (bands) {
            case 1 -> GREY;
            case 3 -> sampling == ChromaSampling.FULL ? COLOUR : HALVED_COLOUR;
            default -> throw new IllegalArgumentException(bands + " bands; JPEG takes 1 or 3");
        };
    }

    /** How many blocks an MCU has. */
    int blocks() {
        return blocks;
    }

    /** Pixels from one edge of an MCU to the other. */
    int side() {
        return side;
    }

    /** How many MCUs a batch has room for: block i of MCU m is lane i × {@code group()} + m. */
    int group() {
        return LANES / blocks;
    }

    /** How many of an MCU's blocks are luma; they come first. */
    int lumaBlocks() {
        return this == HALVED_COLOUR ? 4 : 1;
    }

    /** The component that a block belongs to: 0 is luma or grey, 1 is Cb, 2 is Cr. */
    int component(int block) {
        return Math.max(0, block - lumaBlocks() + 1);
    }

    int components() {
        return this == GREY ? 1 : 3;
    }
}
