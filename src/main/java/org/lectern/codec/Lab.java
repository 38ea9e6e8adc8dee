package org.lectern.codec;

/** CIE L*a*b* under D50 to sRGB. */
final class Lab {

    private static final double[] WHITE = {0.9642, 1.0, 0.8249}; // D50

    /** XYZ under D50 to linear sRGB, adapted by Bradford. */
    private static final double[][] TO_RGB = {
        {3.1338561, -1.6168667, -0.4906146},
        {-0.9787684, 1.9161415, 0.0334540},
        {0.0719453, -0.2289914, 1.4052427}
    };

    private Lab() {}

    /**
     * One colour.
     *
     * @param lightness 0 to 100
     * @param a green to red, about -128 to 127
     * @param b blue to yellow
     * @param full value of a full sample: 255 or 65535
     * @return red, green and blue
     */
    static int[] toRgb(double lightness, double a, double b, int full) {
        double y = (lightness + 16) / 116;
        double[] xyz = {
            WHITE[0] * cubed(y + a / 500), WHITE[1] * cubed(y), WHITE[2] * cubed(y - b / 200)
        };
        int[] rgb = new int[3];
        for (int band = 0; band < 3; band++) {
            double linear = TO_RGB[band][0] * xyz[0] + TO_RGB[band][1] * xyz[1] + TO_RGB[band][2] * xyz[2];
            rgb[band] = (int) Math.round(curve(Math.min(1, Math.max(0, linear))) * full);
        }
        return rgb;
    }

    private static double cubed(double f) {
        double cube = f * f * f;
        return cube > 216.0 / 24389 ? cube : (116 * f - 16) * 27 / 24389;
    }

    private static double curve(double linear) {
        return linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }
}
