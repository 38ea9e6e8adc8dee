package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/**
 * The enumerated colour space CIELab with the EP fields of its colour specification box: how samples become L*, a*
 * and b*, and under which illuminant. Immutable.
 *
 * @param axes of L*, a* and b* as told; empty when not told, for the defaults
 * @param d65 whether the illuminant is D65; any other, also one that is not told, counts as the default, D50
 * @see <a href="https://www.itu.int/rec/T-REC-T.801">ITU-T T.801, M.11.7.4.1</a>
 */
public record CieLab(List<Axis> axes, boolean d65) implements Jp2File.Colour {

    /** Its number among the enumerated colour spaces. */
    static final int SPACE = 14;

    private static final int COLOURS = 3;
    private static final int FIELDS_BYTES = 4 * (2 * COLOURS + 1);
    private static final long D65 = 0x0044_3635;

    /** Keeps a copy. */
    public CieLab {
        axes = List.copyOf(axes);
    }

    /**
     * A value is {@code range * (sample - offset) / (2^bits - 1)}.
     *
     * @param range between the values of the least and of the greatest sample
     * @param offset the sample whose value is 0
     */
    public record Axis(double range, double offset) {}

    /** Reads the EP fields; fewer bytes than they have tell nothing. */
    static CieLab read(Content in) {
        if (in.remaining() < FIELDS_BYTES) {
            return new CieLab(List.of(), false);
        }
        List<Axis> axes = new ArrayList<>();
        for (int colour = 0; colour < COLOURS; colour++) {
            axes.add(new Axis(in.u32(), in.u32()));
        }
        return new CieLab(axes, isD65(in.u32()));
    }

    /** There are files whose three letters stand before the zero byte, not behind it. */
    private static boolean isD65(long illuminant) {
        return illuminant == D65 || illuminant == D65 << 8;
    }

    /**
     * How samples become values: as told, else by default.
     *
     * @param colour 0 L*, 1 a*, 2 b*
     * @param bits of its samples
     */
    public Axis axis(int colour, int bits) {
        if (!axes.isEmpty()) {
            return axes.get(colour);
        }
        return switch (colour) {
            case 0 -> new Axis(100, 0);
            case 1 -> new Axis(170, Math.scalb(1.0, bits - 1));
            default -> new Axis(200, Math.scalb(1.0, bits - 2) + Math.scalb(1.0, bits - 3));
        };
    }
}
