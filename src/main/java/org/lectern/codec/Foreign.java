package org.lectern.codec;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/** Pictures as ImageIO readers make them, brought to the normal form. */
final class Foreign {

    private Foreign() {}

    /** A copy in the normal form, colour values unchanged; packed and indexed pixels become 8-bit sRGB. */
    static BufferedImage normal(BufferedImage image) {
        ColorModel model = image.getColorModel();
        return model instanceof ComponentColorModel && depth(image) > 0 ? components(image) : packed(image);
    }

    private static int depth(BufferedImage image) {
        return switch (image.getRaster().getTransferType()) {
            case DataBuffer.TYPE_BYTE -> 8;
            case DataBuffer.TYPE_USHORT -> 16;
            default -> 0;
        };
    }

    private static BufferedImage components(BufferedImage image) {
        ColorModel model = image.getColorModel();
        ColorSpace space = model.getColorSpace();
        BufferedImage normal = Pixels.create(
                new Dimensions(image.getWidth(), image.getHeight()), space, model.hasAlpha(), depth(image));
        int width = image.getWidth();
        int[] row = new int[width * Pixels.bands(normal)];
        Raster raster = image.getRaster();
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            normal.getRaster().setPixels(0, y, width, 1, row);
        }
        return normal;
    }

    private static BufferedImage packed(BufferedImage image) {
        ColorModel model = image.getColorModel();
        BufferedImage normal = Pixels.create(
                new Dimensions(image.getWidth(), image.getHeight()),
                ColorSpace.getInstance(ColorSpace.CS_sRGB), model.hasAlpha(), 8);
        byte[] bytes = Pixels.bytes(normal);
        int bands = Pixels.bands(normal);
        int[] row = new int[image.getWidth()];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int argb : row) {
                bytes[at] = (byte) (argb >> 16);
                bytes[at + 1] = (byte) (argb >> 8);
                bytes[at + 2] = (byte) argb;
                if (bands == 4) {
                    bytes[at + 3] = (byte) (argb >> 24);
                }
                at += bands;
            }
        }
        return normal;
    }
}
