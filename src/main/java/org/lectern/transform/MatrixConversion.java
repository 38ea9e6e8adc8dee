package org.lectern.transform;

import java.awt.color.CMMException;
import java.awt.color.ICC_Profile;
import java.awt.color.ICC_ProfileRGB;
import java.awt.color.ProfileDataException;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.util.Optional;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/**
 * Conversion of RGB by a profile that is three curves and a matrix, as those of cameras, scanners and wide-gamut
 * screens are: several times faster than Java's colour management, which would be a sixth of the cost of a tile. Used
 * for samples of 8 bits, and only where a trial showed no colour more than one level off. Immutable, thread-safe.
 *
 * @see <a href="https://www.color.org/specification/ICC1v43_2010-12.pdf">ICC.1:2010, F.3</a>
 */
final class MatrixConversion implements Conversion {

    private static final int LIGHT_BITS = 15; // of linear light
    private static final int MATRIX_BITS = 13; // behind the point of a factor
    private static final int MOST_LIGHT = (1 << LIGHT_BITS) - 1;
    private static final double MOST_FACTOR = 8.0 / 3; // three of them, times light, in 31 bits
    private static final int COLOURS = 3;
    private static final int STEPS = 13;
    private static final int[] CURVES = {
        ICC_Profile.icSigRedTRCTag, ICC_Profile.icSigGreenTRCTag, ICC_Profile.icSigBlueTRCTag
    };

    private final int[][] curves; // of each colour, from its samples to linear light
    private final int[] matrix; // row by row, from the profile's linear light to that of sRGB
    private final byte[] samples; // from linear light to samples of sRGB
    private final Conversion deep; // for 16 bits

    private MatrixConversion(int[][] curves, int[] matrix, byte[] samples, Conversion deep) {
        this.curves = curves;
        this.matrix = matrix;
        this.samples = samples;
        this.deep = deep;
    }

    /**
     * For a profile that is of this kind and does as colour management does.
     *
     * @param managed colour management of the profile
     * @param deep what converts samples of 16 bits
     */
    static Optional<Conversion> of(ICC_Profile profile, IccTransforms managed, Conversion deep) {
        if (!(profile instanceof ICC_ProfileRGB rgb)
                || !(ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_sRGB) instanceof ICC_ProfileRGB srgb)) {
            return Optional.empty();
        }
        try {
            var conversion = new MatrixConversion(curves(rgb), matrix(rgb, srgb), samples(), deep);
            return conversion.agrees(managed) ? Optional.of(conversion) : Optional.empty();
        } catch (ProfileDataException | CMMException | IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty(); // curves of another kind, or longer than they are
        } catch (ArithmeticException e) {
            return Optional.empty(); // a matrix that cannot be inverted
        }
    }

    private static int[][] curves(ICC_ProfileRGB profile) {
        int[][] curves = new int[COLOURS][256];
        for (int colour = 0; colour < COLOURS; colour++) {
            ToneCurve curve = ToneCurve.of(profile.getData(CURVES[colour]));
            for (int sample = 0; sample < 256; sample++) {
                double light = Math.max(0, Math.min(1, curve.light(sample / 255.0)));
                curves[colour][sample] = (int) Math.round(light * MOST_LIGHT);
            }
        }
        return curves;
    }

    private static int[] matrix(ICC_ProfileRGB from, ICC_ProfileRGB to) {
        float[][] colours = from.getMatrix();
        double[][] back = inverse(to.getMatrix());
        int[] matrix = new int[COLOURS * COLOURS];
        for (int row = 0; row < COLOURS; row++) {
            for (int column = 0; column < COLOURS; column++) {
                double sum = 0;
                for (int i = 0; i < COLOURS; i++) {
                    sum += back[row][i] * colours[i][column];
                }
                if (Math.abs(sum) > MOST_FACTOR) {
                    throw new ArithmeticException("the colours of a profile are too close together");
                }
                matrix[row * COLOURS + column] = (int) Math.round(sum * (1 << MATRIX_BITS));
            }
        }
        return matrix;
    }

    private static double[][] inverse(float[][] m) {
        double[][] inverse = new double[COLOURS][COLOURS];
        double determinant = 0;
        for (int i = 0; i < COLOURS; i++) {
            for (int j = 0; j < COLOURS; j++) {
                inverse[j][i] = (double) m[(i + 1) % 3][(j + 1) % 3] * m[(i + 2) % 3][(j + 2) % 3]
                        - (double) m[(i + 1) % 3][(j + 2) % 3] * m[(i + 2) % 3][(j + 1) % 3];
            }
        }
        for (int j = 0; j < COLOURS; j++) {
            determinant += m[0][j] * inverse[j][0];
        }
        if (determinant == 0) {
            throw new ArithmeticException("the colours of a profile lie in a plane");
        }
        for (double[] row : inverse) {
            for (int j = 0; j < COLOURS; j++) {
                row[j] /= determinant;
            }
        }
        return inverse;
    }

    /** IEC 61966-2-1. */
    private static byte[] samples() {
        byte[] samples = new byte[MOST_LIGHT + 1];
        for (int i = 0; i <= MOST_LIGHT; i++) {
            double light = (double) i / MOST_LIGHT;
            double sample = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
            samples[i] = (byte) Math.round(255 * sample);
        }
        return samples;
    }

    private boolean agrees(IccTransforms managed) {
        int pixels = STEPS * STEPS * STEPS;
        byte[] probe = new byte[pixels * COLOURS];
        for (int i = 0, rest = 0; i < pixels; i++, rest = i) {
            for (int colour = 0; colour < COLOURS; colour++, rest /= STEPS) {
                probe[i * COLOURS + colour] = (byte) (rest % STEPS * 255 / (STEPS - 1));
            }
        }
        byte[] theirs = new byte[probe.length];
        managed.convert(probe, theirs, pixels);
        byte[] ours = new byte[probe.length];
        convert(probe, ours, COLOURS, pixels);
        for (int i = 0; i < ours.length; i++) {
            if (Math.abs((ours[i] & 0xff) - (theirs[i] & 0xff)) > 1) {
                return false;
            }
        }
        return true;
    }

    @Override
    public BufferedImage apply(BufferedImage image) {
        if (Pixels.bits(image) != 8) {
            return deep.apply(image);
        }
        boolean alpha = image.getColorModel().hasAlpha();
        BufferedImage result = Pixels.create(
                new Dimensions(image.getWidth(), image.getHeight()), Profiles.SRGB, alpha, 8);
        convert(Pixels.bytes(image), Pixels.bytes(result), Pixels.bands(image), image.getWidth() * image.getHeight());
        return result;
    }

    /** Converts the first three bands and copies a fourth. */
    private void convert(byte[] from, byte[] to, int bands, int pixels) {
        int[] reds = curves[0];
        int[] greens = curves[1];
        int[] blues = curves[2];
        for (int i = 0, at = 0; i < pixels; i++, at += bands) {
            int red = reds[from[at] & 0xff];
            int green = greens[from[at + 1] & 0xff];
            int blue = blues[from[at + 2] & 0xff];
            to[at] = sample(matrix[0] * red + matrix[1] * green + matrix[2] * blue);
            to[at + 1] = sample(matrix[3] * red + matrix[4] * green + matrix[5] * blue);
            to[at + 2] = sample(matrix[6] * red + matrix[7] * green + matrix[8] * blue);
        }
        for (int at = COLOURS; bands > COLOURS && at < pixels * bands; at += bands) {
            to[at] = from[at];
        }
    }

    private byte sample(int light) {
        int rounded = light + (1 << MATRIX_BITS - 1) >> MATRIX_BITS;
        return samples[Math.max(0, Math.min(MOST_LIGHT, rounded))];
    }
}
