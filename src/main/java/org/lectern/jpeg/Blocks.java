package org.lectern.jpeg;

import org.lectern.core.IiifException;

/**
 * The quantised blocks of a picture, made many at a time and handed out MCU by MCU, as T.81 A.2.3 orders them.
 */
final class Blocks {

    private static final int SIDE_AT_MOST = 65_500; // more than this common readers refuse, though the format holds 65535

    private final McuShape shape;
    private final SampleLoader loader;
    private final Quantization luma;
    private final Quantization chroma;
    private final int[][] samples = new int[64][McuShape.LANES];
    private final int[][] loaded;
    private final ForwardDct dct = new ForwardDct(samples);

    /** Takes one block after the other. */
    interface Taker {
        /**
         * One block.
         *
         * @param lane where in {@link Blocks#scan()} it lies, until this returns
         * @param mask bit k tells that coefficient k of the scan is not 0
         * @param mcu which MCU it belongs to
         * @param block which of the MCU's blocks it is
         */
        void take(int lane, long mask, int mcu, int block);
    }

    /**
     * Of interleaved rows without padding, only read.
     *
     * @throws IiifException.TooLarge when a side is longer than common readers take
     * @throws IllegalArgumentException when there are fewer samples than told
     */
    Blocks(byte[] pixels, int width, int height, McuShape shape, Quantization luma, Quantization chroma) {
        if (width > SIDE_AT_MOST || height > SIDE_AT_MOST) {
            throw new IiifException.TooLarge("A JPEG of " + width + "x" + height + " pixels cannot be written; "
                    + "a side may have " + SIDE_AT_MOST + " at most.");
        }
        if (width < 1 || height < 1 || (long) width * height * shape.components() > pixels.length) {
            throw new IllegalArgumentException(
                    pixels.length + " samples are too few for " + width + "x" + height + "x" + shape.components());
        }
        this.shape = shape;
        this.luma = luma;
        this.chroma = chroma;
        loader = new SampleLoader(pixels, width, height, shape);
        loaded = shape == McuShape.GREY ? samples : new int[64][McuShape.LANES];
    }

    /** How many MCUs there are. */
    int mcus() {
        return loader.mcus();
    }

    /** The coefficients in the order of the scan, each with a lane for each block. */
    int[][] scan() {
        int[][] places = dct.coefficients();
        int[][] scan = new int[64][];
        for (int k = 0; k < 64; k++) {
            scan[k] = places[Quantization.place(k)];
        }
        return scan;
    }

    /** Makes all of them. */
    void each(Taker taker) {
        int[][] coefficients = dct.coefficients();
        int mcus = loader.mcus();
        for (int first = 0; first < mcus; first += shape.group()) {
            int count = Math.min(shape.group(), mcus - first);
            loader.load(first, count, loaded);
            ColourTransform.apply(shape, loaded, samples, count);
            dct.apply(McuShape.LANES);
            handOut(coefficients, first, count, taker);
        }
    }

    private void handOut(int[][] coefficients, int first, int count, Taker taker) {
        int[] low = new int[McuShape.LANES];
        int[] high = new int[McuShape.LANES];
        int group = shape.group();
        int lumas = shape.lumaBlocks() * group;
        luma.apply(coefficients, low, high, 0, lumas);
        chroma.apply(coefficients, low, high, lumas, McuShape.LANES);
        for (int mcu = 0; mcu < count; mcu++) {
            for (int block = 0; block < shape.blocks(); block++) {
                int lane = block * group + mcu;
                taker.take(lane, (long) high[lane] << 32 | low[lane] & 0xffffffffL, first + mcu, block);
            }
        }
    }
}
