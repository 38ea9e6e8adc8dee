package org.lectern.codec;

/**
 * What is done to a row of samples before it becomes a part of the picture. Rows are the colours in their order, then
 * alpha if there is one; they are changed in place.
 */
@FunctionalInterface
interface Jp2Conversion {

    /** Colours that were multiplied by their opacity. */
    Jp2Conversion DIVISION = Jp2Conversion::divideAll;

    /** Ink to light: four rows to three, the rows behind stay where they are. */
    Jp2Conversion CMYK = Jp2Conversion::inkToLight;

    /** Luminance and two differences, as in JFIF. */
    Jp2Conversion SYCC = Jp2Conversion::differencesToRgb;

    /**
     * Changes a row of each channel.
     *
     * @param count how many of their samples
     * @param full value of a full sample: 255 or 65535
     */
    void apply(int[][] rows, int count, int full);

    private static void divideAll(int[][] rows, int count, int full) {
        int[] opacity = rows[rows.length - 1];
        for (int colour = 0; colour < rows.length - 1; colour++) {
            divide(rows[colour], opacity, count, full);
        }
    }

    private static void divide(int[] colour, int[] opacity, int count, int full) {
        for (int i = 0; i < count; i++) {
            if (opacity[i] > 0) {
                colour[i] = (int) Math.min(full, (long) colour[i] * full / opacity[i]);
            }
        }
    }

    private static void inkToLight(int[][] rows, int count, int full) {
        int[] black = rows[3];
        for (int colour = 0; colour < 3; colour++) {
            int[] ink = rows[colour];
            for (int i = 0; i < count; i++) {
                ink[i] = (int) ((long) (full - ink[i]) * (full - black[i]) / full);
            }
        }
    }

    private static void differencesToRgb(int[][] rows, int count, int full) {
        int middle = (full + 1) / 2;
        for (int i = 0; i < count; i++) {
            double y = rows[0][i];
            double cb = rows[1][i] - middle;
            double cr = rows[2][i] - middle;
            rows[0][i] = clamp(y + 1.402 * cr, full);
            rows[1][i] = clamp(y - 0.344136 * cb - 0.714136 * cr, full);
            rows[2][i] = clamp(y + 1.772 * cb, full);
        }
    }

    private static int clamp(double value, int full) {
        return (int) (Math.min(full, Math.max(0, value)) + 0.5);
    }
}
