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

    private final Quantization luma;
    private final Quantization chroma;
    private final ChromaSampling sampling;

    /**
     * With a quality from 1 to 100.
     *
     * @throws IllegalArgumentException when the quality is another
     */
    public BaselineEncoder(int quality, ChromaSampling sampling) {
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
        McuShape shape = McuShape.of(bands, sampling);
        var blocks = new Blocks(pixels, width, height, shape, luma, chroma);
        byte[] headers = Headers.of(shape, width, height, luma, chroma);
        var coder = new EntropyCoder(blocks.scan(), headers, pixels.length / 8);
        blocks.each((lane, mask, mcu, block) -> coder.write(lane, mask, shape.component(block)));
        return coder.finish();
    }
}
