package org.lectern.transform;

import java.util.OptionalInt;

/**
 * The threshold that parts greys into two classes whose means are furthest apart, weighed by how many each has.
 *
 * <p>Equally good thresholds, as between the two greys of a picture that has no others, are met in their middle. Paper
 * alone has no threshold: it would part its grain.
 *
 * @see "N. Otsu, A threshold selection method from gray-level histograms, IEEE SMC 9 (1979)"
 */
final class Otsu {

    private static final int GREYS = 256;
    private static final int LEAST_CONTRAST = 32; // between the means of paper and ink

    private Otsu() {}

    /** The first grey of the lighter class; none when all are of about one grey. */
    static OptionalInt threshold(byte[] greys) {
        long[] histogram = histogram(greys);
        long sum = 0;
        for (int grey = 0; grey < GREYS; grey++) {
            sum += grey * histogram[grey];
        }
        return best(histogram, greys.length, sum);
    }

    private static OptionalInt best(long[] histogram, long count, long sum) {
        double best = 0;
        int first = 0;
        int last = 0;
        long darker = 0;
        long darkerSum = 0;
        for (int threshold = 1; threshold < GREYS; threshold++) {
            darker += histogram[threshold - 1];
            darkerSum += (threshold - 1) * histogram[threshold - 1];
            if (darker == 0 || darker == count) {
                continue;
            }
            double apart = (double) (sum - darkerSum) / (count - darker) - (double) darkerSum / darker;
            double variance = apart * apart * darker * (count - darker);
            if (apart < LEAST_CONTRAST || variance < best) {
                continue;
            }
            first = variance > best ? threshold : first;
            last = threshold;
            best = variance;
        }
        return last == 0 ? OptionalInt.empty() : OptionalInt.of((first + last + 1) / 2);
    }

    private static long[] histogram(byte[] greys) {
        long[] histogram = new long[GREYS];
        for (byte grey : greys) {
            histogram[grey & 0xff]++;
        }
        return histogram;
    }
}
