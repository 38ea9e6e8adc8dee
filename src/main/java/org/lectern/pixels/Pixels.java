package org.lectern.pixels;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.lectern.core.Dimensions;

/**
 * Makes and describes pictures of the <em>normal form</em>, in which decoders hand out pixels,
 * steps of a chain take and return them, and encoders receive them:
 *
 * <ul>
 *   <li>8 bits ({@code DataBuffer.TYPE_BYTE}) or 16 bits ({@code TYPE_USHORT}) a sample, full range:
 *       0 is none, 255 or 65535 is all of it (other depths are scaled by the decoder);
 *   <li>pixel-interleaved, one data bank, band offsets 0, 1, 2 …, pixel stride = number of bands,
 *       scanline stride = width × bands, data offset 0, no translation;
 *   <li>the colour bands of {@link ColorModel#getColorSpace()} in its order, then alpha if there is
 *       one: never premultiplied;
 *   <li>grey without a profile has {@link ColorSpace#CS_GRAY} as a mere name: its values are meant
 *       with the curve of sRGB, grey g is RGB (g, g, g). Colour without a profile has
 *       {@link ColorSpace#CS_sRGB}. Anything else is an {@code ICC_ColorSpace} of the file's profile,
 *       {@link ProfileSpace} where its bytes shall outlive Java's colour management.
 *       CMYK has 4 colour bands, 0 = no ink, and always an {@code ICC_ColorSpace};
 *   <li>no palette, no packed pixels, no sub-byte samples: a 1-bit picture is grey with 0 and 255.
 * </ul>
 *
 * <p>Pictures are shared between threads by the tile cache: who receives one never writes into it.
 */
public final class Pixels {

    private Pixels() {}

    /**
     * A new picture of the normal form, all samples 0.
     *
     * @param size its size in pixels
     * @param space colour space of the colour bands
     * @param alpha whether a band of alpha follows them
     * @param bits 8 or 16
     */
    public static BufferedImage create(Dimensions size, ColorSpace space, boolean alpha, int bits) {
        int bands = space.getNumComponents() + (alpha ? 1 : 0);
        int type = type(bits);
        int[] offsets = new int[bands];
        for (int band = 0; band < bands; band++) {
            offsets[band] = band;
        }
        var samples = new PixelInterleavedSampleModel(
                type, size.width(), size.height(), bands, Math.multiplyExact(size.width(), bands), offsets);
        WritableRaster raster = Raster.createWritableRaster(samples, new Point(0, 0));
        return new BufferedImage(colorModel(space, alpha, bits), raster, false, null);
    }

    /** The colour model of the normal form. */
    public static ColorModel colorModel(ColorSpace space, boolean alpha, int bits) {
        return new ComponentColorModel(
                space, alpha, false, alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, type(bits));
    }

    /** Whether the picture has the normal form. */
    public static boolean isNormal(BufferedImage image) {
        if (!(image.getRaster().getSampleModel() instanceof PixelInterleavedSampleModel samples)
                || !(image.getColorModel() instanceof ComponentColorModel)
                || image.isAlphaPremultiplied()) {
            return false;
        }
        int bands = samples.getNumBands();
        int[] offsets = samples.getBandOffsets();
        for (int band = 0; band < bands; band++) {
            if (offsets[band] != band) {
                return false;
            }
        }
        DataBuffer data = image.getRaster().getDataBuffer();
        return samples.getPixelStride() == bands
                && samples.getScanlineStride() == image.getWidth() * bands
                && data.getNumBanks() == 1
                && data.getOffset() == 0
                && image.getRaster().getSampleModelTranslateX() == 0
                && image.getRaster().getSampleModelTranslateY() == 0
                && (data.getDataType() == DataBuffer.TYPE_BYTE || data.getDataType() == DataBuffer.TYPE_USHORT);
    }

    /** 8 or 16. */
    public static int bits(BufferedImage image) {
        return image.getRaster().getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT ? 16 : 8;
    }

    /** All bands, alpha included. */
    public static int bands(BufferedImage image) {
        return image.getRaster().getNumBands();
    }

    /** Whether it is grey, with a profile or without. */
    public static boolean isGray(BufferedImage image) {
        return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    /** The samples themselves of an 8-bit picture, row by row; not a copy. */
    public static byte[] bytes(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    /** The samples themselves of a 16-bit picture, row by row; not a copy. */
    public static short[] shorts(BufferedImage image) {
        return ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
    }

    private static int type(int bits) {
        return switch (bits) {
            case 8 -> DataBuffer.TYPE_BYTE;
            case 16 -> DataBuffer.TYPE_USHORT;
            default -> throw new IllegalArgumentException(bits + " bits a sample");
        };
    }
}
