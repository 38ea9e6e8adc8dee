package org.lectern.transform;

import java.nio.ByteBuffer;

/**
 * A curve of a profile, from a sample to light, both 0 to 1: a power, a table or a formula.
 *
 * @see <a href="https://www.color.org/specification/ICC1v43_2010-12.pdf">ICC.1:2010, 10.5 and 10.15</a>
 */
@FunctionalInterface
interface ToneCurve {

    /** The name of a power or a table. */
    int CURV = 0x63757276;

    /** The name of a formula. */
    int PARA = 0x70617261;

    /** Below 0 or above 1 where the formula leads there. */
    double light(double sample);

    /**
     * Reads the content of a tag.
     *
     * @throws IllegalArgumentException when it is no curve
     * @throws java.nio.BufferUnderflowException when it is longer than it is
     */
    static ToneCurve of(byte[] tag) {
        ByteBuffer content = ByteBuffer.wrap(tag);
        int type = content.getInt();
        content.getInt(); // reserved
        return switch (type) {
            case CURV -> curve(content);
            case PARA -> formula(content);
            default -> throw new IllegalArgumentException("a curve of another kind: " + Integer.toHexString(type));
        };
    }

    private static ToneCurve curve(ByteBuffer content) {
        int count = content.getInt();
        if (count == 0) {
            return sample -> sample;
        }
        if (count == 1) {
            double gamma = (content.getShort() & 0xffff) / 256.0;
            return sample -> Math.pow(sample, gamma);
        }
        if (count < 0 || count > content.remaining() / 2) {
            throw new IllegalArgumentException("a curve of " + count + " values in " + content.remaining() + " bytes");
        }
        short[] table = new short[count];
        content.asShortBuffer().get(table);
        return sample -> between(table, sample * (count - 1));
    }

    private static double between(short[] table, double at) {
        int before = (int) Math.min(at, table.length - 2.0);
        double low = table[before] & 0xffff;
        double high = table[before + 1] & 0xffff;
        return (low + (high - low) * (at - before)) / 65_535;
    }

    /** {@code (ax + b)^g + e} from d on, {@code cx + f} below; the first kinds leave out the last of these. */
    private static ToneCurve formula(ByteBuffer content) {
        int kind = content.getShort();
        content.getShort(); // reserved
        double g = number(content);
        if (kind == 0) {
            return sample -> Math.pow(sample, g);
        }
        double a = number(content);
        double b = number(content);
        if (kind == 1 || kind == 2) {
            double below = kind == 2 ? number(content) : 0;
            return sample -> a * sample + b >= 0 ? Math.pow(a * sample + b, g) + below : below;
        }
        if (kind != 3 && kind != 4) {
            throw new IllegalArgumentException("a formula of kind " + kind);
        }
        double c = number(content);
        double d = number(content);
        double e = kind == 4 ? number(content) : 0;
        double f = kind == 4 ? number(content) : 0;
        return sample -> sample >= d ? Math.pow(Math.max(0, a * sample + b), g) + e : c * sample + f;
    }

    private static double number(ByteBuffer content) {
        return content.getInt() / 65_536.0;
    }
}
