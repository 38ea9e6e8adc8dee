package org.lectern.jpeg;

import java.util.List;
import java.util.Objects;
import org.lectern.core.IiifException;

/**
 * Writes grey and RGB pictures of 8 bits as progressive JPEG in a JFIF file, by spectral selection: first the mean of
 * each block, then the broad strokes of luma, then colour, then the fine detail. Each scan has Huffman codes made for it.
 * The coefficients are those of {@link BaselineEncoder}: both files decode to the same pixels.
 *
 * <p>Holds no state but its settings: any number of threads may use it at once. A call keeps the symbols of all scans,
 * about three times as many bytes as the answer has.
 *
 * @see "T.81 G"
 */
public final class ProgressiveEncoder {

    private static final int BROAD = 5; // the last coefficient of the first scan of luma

    private final Quantization luma;
    private final Quantization chroma;
    private final ChromaSampling sampling;

    /**
     * With a quality from 1 to 100.
     *
     * @throws IllegalArgumentException when the quality is another
     */
    public ProgressiveEncoder(int quality, ChromaSampling sampling) {
        this.luma = Quantization.luma(quality);
        this.chroma = Quantization.chroma(quality);
        this.sampling = Objects.requireNonNull(sampling);
    }

    /**
     * A JPEG file that begins as that of {@link BaselineEncoder#encode}. Equal pixels give equal bytes.
     *
     * @param pixels grey or R, G, B in turns, row by row without gaps; only read
     * @param bands 1 or 3
     * @throws IiifException.TooLarge when a side is longer than 65500 pixels, the most that common readers take
     * @throws IllegalArgumentException when there are fewer samples than told
     */
    public byte[] encode(byte[] pixels, int width, int height, int bands) {
        McuShape shape = McuShape.of(bands, sampling);
        var blocks = new Blocks(pixels, width, height, shape, luma, chroma);
        var means = new MeanScan(blocks.scan()[0], shape, blocks.mcus());
        List<SpectralBand> spectrum = spectrum(shape, blocks.scan());
        int across = (width + shape.side() - 1) / shape.side();
        blocks.each((lane, mask, mcu, block) -> {
            means.take(lane, mcu, block);
            int component = shape.component(block);
            if (component > 0 || inside(shape, mcu % across, mcu / across, block, width, height)) {
                take(spectrum, component, lane, mask, component == 0 && block >> 1 > 0);
            }
            if (block == shape.blocks() - 1 && mcu % across == across - 1) {
                spectrum.forEach(SpectralBand::endRow);
            }
        });
        var out = new BitWriter(Headers.ofProgressive(shape, width, height, luma, chroma), pixels.length / 8);
        means.write(out);
        spectrum.forEach(band -> band.write(out));
        out.end(Headers.END);
        return out.bytes();
    }

    private static List<SpectralBand> spectrum(McuShape shape, int[][] scan) {
        var broad = new SpectralBand(scan, 0, 1, BROAD);
        var fine = new SpectralBand(scan, 0, BROAD + 1, 63);
        return shape.components() == 1
                ? List.of(broad, fine)
                : List.of(broad, new SpectralBand(scan, 1, 1, 63), new SpectralBand(scan, 2, 1, 63), fine);
    }

    private static void take(List<SpectralBand> spectrum, int component, int lane, long mask, boolean inLowerRow) {
        for (SpectralBand band : spectrum) {
            if (band.component() == component) {
                band.take(lane, mask, inLowerRow);
            }
        }
    }

    /** A scan of luma alone has no blocks that only fill up an MCU. */
    private static boolean inside(McuShape shape, int column, int row, int block, int width, int height) {
        return column * shape.side() + (block & 1) * 8 < width && row * shape.side() + (block >> 1) * 8 < height;
    }
}
