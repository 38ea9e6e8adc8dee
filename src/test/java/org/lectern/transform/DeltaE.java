package org.lectern.transform;

/** How different two colours look: CIEDE2000, by the formulas that Sharma, Wu and Dalal published in 2005. */
public final class DeltaE {

    private static final double[] D50 = {0.96422, 1, 0.82521};
    /** From the light of sRGB to XYZ. */
    static final double[][] FROM_SRGB = {
        {0.4360747, 0.3850649, 0.1430804}, {0.2225045, 0.7168786, 0.0606169}, {0.0139322, 0.0971045, 0.7141733}
    };

    private static final double DARK = 216.0 / 24389;
    private static final double SLOPE = 24389.0 / 27;

    private DeltaE() {}

    /** Between two colours of CIE L*a*b*. */
    public static double of(double[] one, double[] other) {
        double chroma = (Math.hypot(one[1], one[2]) + Math.hypot(other[1], other[2])) / 2;
        double stretch = 1.5 - 0.5 * saturating(chroma);
        double a1 = one[1] * stretch;
        double a2 = other[1] * stretch;
        double c1 = Math.hypot(a1, one[2]);
        double c2 = Math.hypot(a2, other[2]);
        double h1 = hue(a1, one[2]);
        double h2 = hue(a2, other[2]);
        double turn = c1 * c2 == 0 ? 0 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1;
        double lightness = (one[0] + other[0]) / 2 - 50;
        double c = (c1 + c2) / 2;
        double h = c1 * c2 == 0 ? h1 + h2 : meanHue(h1, h2);
        double t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.20 * cos(4 * h - 63);
        double l = (other[0] - one[0]) / (1 + 0.015 * lightness * lightness / Math.sqrt(20 + lightness * lightness));
        double dc = (c2 - c1) / (1 + 0.045 * c);
        double dh = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn / 2)) / (1 + 0.015 * c * t);
        double blue = 60 * Math.exp(-Math.pow((h - 275) / 25, 2));
        double rotation = -2 * saturating(c) * Math.sin(Math.toRadians(blue));
        return Math.sqrt(l * l + dc * dc + dh * dh + rotation * dc * dh);
    }

    private static double saturating(double chroma) {
        double power = Math.pow(chroma, 7);
        return Math.sqrt(power / (power + Math.pow(25, 7)));
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double meanHue(double h1, double h2) {
        double sum = h1 + h2;
        return Math.abs(h1 - h2) <= 180 ? sum / 2 : sum < 360 ? sum / 2 + 180 : sum / 2 - 180;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }

    /** XYZ under D50, Y of white being 1, to L*a*b*. */
    static double[] lab(double... xyz) {
        double[] f = new double[3];
        for (int i = 0; i < 3; i++) {
            double share = xyz[i] / D50[i];
            f[i] = share > DARK ? Math.cbrt(share) : (SLOPE * share + 16) / 116;
        }
        return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
    }

    /** L*a*b* under D50 of samples of sRGB from 0 to 1, adapted by Bradford. */
    public static double[] ofSrgb(double... rgb) {
        double[] xyz = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int band = 0; band < 3; band++) {
                xyz[row] += FROM_SRGB[row][band] * light(rgb[band]);
            }
        }
        return lab(xyz);
    }

    /** The light of a sample of sRGB, both from 0 to 1. */
    static double light(double sample) {
        return sample <= 0.04045 ? sample / 12.92 : Math.pow((sample + 0.055) / 1.055, 2.4);
    }

    /** L*a*b* to XYZ under D50. */
    static double[] xyz(double... lab) {
        double y = (lab[0] + 16) / 116;
        double[] f = {y + lab[1] / 500, y, y - lab[2] / 200};
        double[] xyz = new double[3];
        for (int i = 0; i < 3; i++) {
            double cube = f[i] * f[i] * f[i];
            xyz[i] = D50[i] * (cube > DARK ? cube : (116 * f[i] - 16) / SLOPE);
        }
        return xyz;
    }
}
