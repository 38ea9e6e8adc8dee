package org.lectern.transform;

import java.awt.image.BufferedImage;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/** Conversion of grey by a profile: every value there is, converted once. */
final class GrayTable implements Conversion {

    private static final int VALUES = 1 << 16;

    private final short[] table; // 16 bits to 16 bits

    private GrayTable(short[] table) {
        this.table = table;
    }

    static GrayTable of(IccTransforms transforms) {
        short[] values = new short[VALUES];
        for (int i = 0; i < VALUES; i++) {
            values[i] = (short) i;
        }
        short[] converted = new short[VALUES * 3];
        transforms.convert(values, converted, VALUES);
        short[] table = new short[VALUES];
        for (int i = 0; i < VALUES; i++) {
            table[i] = converted[3 * i + 1];
        }
        return new GrayTable(table);
    }

    @Override
    public BufferedImage apply(BufferedImage image) {
        boolean alpha = image.getColorModel().hasAlpha();
        BufferedImage result = Pixels.create(
                new Dimensions(image.getWidth(), image.getHeight()), Profiles.GRAY, alpha, Pixels.bits(image));
        Samples source = Samples.of(image);
        Samples samples = Samples.of(result);
        int bands = Pixels.bands(image);
        int factor = VALUES / (source.full + 1) == 1 ? 1 : 257;
        int pixels = image.getWidth() * image.getHeight();
        for (int i = 0; i < pixels; i++) {
            int value = table[source.get(i * bands) * factor] & 0xffff;
            samples.set(i * bands, (value + factor / 2) / factor);
            if (alpha) {
                samples.set(i * bands + 1, source.get(i * bands + 1));
            }
        }
        return result;
    }
}
