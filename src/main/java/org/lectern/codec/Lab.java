package org.lectern.codec;

/** CIE L*a*b* under an illuminant to sRGB, whose white is the illuminant's. */
enum Lab {

    /** Adapted by Bradford. */
    D50(new double[] {0.96422, 1.0, 0.82521}, new double[][] {
        {3.1338561, -1.6168667, -0.4906146},
        {-0.9787684, 1.9161415, 0.0334540},
        {0.0719453, -0.2289914, 1.4052427}
    }),

    /** The illuminant of sRGB itself. */
    D65(new double[] {0.95047, 1.0, 1.08883}, new double[][] {
        {3.2404542, -1.5371385, -0.4985314},
        {-0.9692660, 1.8760108, 0.0415560},
        {0.0556434, -0.2040259, 1.0572252}
    });

    private final double[] white; // XYZ
    private final double[][] toRgb; // from XYZ to linear sRGB

    Lab(double[] white, double[][] toRgb) {
        this.white = white;
        this.toRgb = toRgb;
    }

    /**
     * One colour.
     *
     * @param lightness 0 to 100
     * @param a green to red, about -128 to 127
     * @param b blue to yellow
     * @param full value of a full sample: 255 or 65535
     * @return red, green and blue
     */
    int[] toRgb(double lightness, double a, double b, int full) {
        double y = (lightness + 16) / 116;
        double[] xyz = {
            white[0] * cubed(y + a / 500), white[1] * cubed(y), white[2] * cubed(y - b / 200)
        };
        int[] rgb = new int[3];
        for (int band = 0; band < 3; band++) {
            double linear = toRgb[band][0] * xyz[0] + toRgb[band][1] * xyz[1] + toRgb[band][2] * xyz[2];
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
