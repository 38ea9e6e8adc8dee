package org.lectern.codec;

import org.lectern.jpeg2000.CieLab;

/**
 * CIE L*a*b* to sRGB. Values are relative to their illuminant, and what is as white as that becomes the white of the
 * display: grey stays grey under any illuminant. Immutable.
 *
 * @param axes of L*, a* and b*, for samples of 0 to 1
 * @param space that their illuminant makes
 */
record LabConversion(Axis[] axes, Lab space) implements Jp2Conversion {

    /** The value of a sample is {@code range * sample + least}. */
    record Axis(double range, double least) {

        double value(double sample) {
            return range * sample + least;
        }
    }

    /**
     * As a file tells.
     *
     * @param bits of the samples of L*, a* and b*
     */
    static LabConversion of(CieLab told, int... bits) {
        Axis[] axes = new Axis[bits.length];
        for (int colour = 0; colour < bits.length; colour++) {
            CieLab.Axis axis = told.axis(colour, bits[colour]);
            axes[colour] = new Axis(axis.range(), -axis.range() * axis.offset() / ((1L << bits[colour]) - 1));
        }
        return new LabConversion(axes, told.d65() ? Lab.D65 : Lab.D50);
    }

    @Override
    public void apply(int[][] rows, int count, int full) {
        double unit = full;
        for (int i = 0; i < count; i++) {
            int[] rgb = space.toRgb(axes[0].value(rows[0][i] / unit), axes[1].value(rows[1][i] / unit),
                    axes[2].value(rows[2][i] / unit), full);
            rows[0][i] = rgb[0];
            rows[1][i] = rgb[1];
            rows[2][i] = rgb[2];
        }
    }
}
