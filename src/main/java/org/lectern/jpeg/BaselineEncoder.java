package org.lectern.jpeg;

import java.util.Objects;
import org.lectern.core.IiifException;

/**
 * Writes grey and RGB pictures of 8 bits as baseline JPEG in a JFIF file: one scan, the Huffman and quantisation tables
 * of Annex K, these scaled by the quality as all common encoders do.
 *
 * <p>Holds no state but its settings: any number of threads may use it at once. A call takes about 0.3 MB besides the
 * answer, whatever the size of the picture, and time in proportion to its pixels.
 *
 * @see "T.81"
 */
public final class BaselineEncoder {

    private static final int SIDE_AT_MOST = 65_500; // more than this common readers refuse, though the format holds 65535

    private final Quantization luma;
    private final Quantization chroma;
    private final ChromaSampling sampling;

    /**
     * With a quality from 1 to 100.
     *
     * @throws IllegalArgumentException when the quality is another
     */
    public BaselineEncoder(int quality, ChromaSampling sampling) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("JPEG quality " + quality + " is not from 1 to 100");
        }
        this.luma = Quantization.luma(quality);
        this.chroma = Quantization.chroma(quality);
        this.sampling = Objects.requireNonNull(sampling);
    }

    /**
     * A JPEG file: start of image, the JFIF segment of 18 bytes without density or thumbnail, and so on. Equal pixels
     * give equal bytes.
     *
     * @param pixels grey or R, G, B in turns, row by row without gaps; only read
     * @param bands 1 or 3
     * @throws IiifException.TooLarge when a side is longer than 65500 pixels, the most that common readers take
     * @throws IllegalArgumentException when there are fewer samples than told
     */
    public byte[] encode(byte[] pixels, int width, int height, int bands) {
        require(pixels, width, height, bands);
        McuShape shape = shape(bands);
        byte[] headers = Headers.of(shape, width, height, luma, chroma);
        var loader = new SampleLoader(pixels, width, height, shape);
        int[][] samples = new int[64][McuShape.LANES];
        int[][] loaded = bands == 1 ? samples : new int[64][McuShape.LANES];
        var dct = new ForwardDct(samples);
        int[][] coefficients = dct.coefficients();
        var coder = new EntropyCoder(coefficients, headers, pixels.length / 8);
        int mcus = loader.mcus();
        for (int first = 0; first < mcus; first += shape.group()) {
            int count = Math.min(shape.group(), mcus - first);
            loader.load(first, count, loaded);
            ColourTransform.apply(shape, loaded, samples, count);
            dct.apply(McuShape.LANES);
            code(shape, coefficients, count, coder);
        }
        return coder.finish();
    }

    private void code(McuShape shape, int[][] coefficients, int count, EntropyCoder coder) {
        int[] low = new int[McuShape.LANES];
        int[] high = new int[McuShape.LANES];
        int group = shape.group();
        int lumas = shape.lumaBlocks() * group;
        luma.apply(coefficients, low, high, 0, lumas);
        chroma.apply(coefficients, low, high, lumas, McuShape.LANES);
        for (int mcu = 0; mcu < count; mcu++) {
            for (int block = 0; block < shape.blocks(); block++) {
                int lane = block * group + mcu;
                coder.write(lane, (long) high[lane] << 32 | low[lane] & 0xffffffffL, shape.component(block));
            }
        }
    }

    private McuShape shape(int bands) {
        if (bands == 1) {
            return McuShape.GREY;
        }
        return sampling == ChromaSampling.FULL ? McuShape.COLOUR : McuShape.HALVED_COLOUR;
    }

    private static void require(byte[] pixels, int width, int height, int bands) {
        if (bands != 1 && bands != 3) {
            throw new IllegalArgumentException(bands + " bands; JPEG takes 1 or 3");
        }
        if (width > SIDE_AT_MOST || height > SIDE_AT_MOST) {
            throw new IiifException.TooLarge("A JPEG of " + width + "x" + height + " pixels cannot be written; "
                    + "a side may have " + SIDE_AT_MOST + " at most.");
        }
        if (width < 1 || height < 1 || (long) width * height * bands > pixels.length) {
            throw new IllegalArgumentException(
                    pixels.length + " samples are too few for " + width + "x" + height + "x" + bands);
        }
    }
}
