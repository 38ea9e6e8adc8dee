package org.lectern.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;
import org.lectern.blob.Blob;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

/**
 * An encoded picture that a PDF can hold as it is.
 *
 * @param stored its size as it is stored
 * @param orientation how it becomes upright, as EXIF counts: 1 to 8
 * @param coding how it is encoded
 * @param bands colours a pixel: 1 grey, 3 RGB, 4 CMYK
 * @param profile of its colours; device colours without
 * @param inverted whether its samples mean the opposite: CMYK as Adobe stores it, a fax whose black is white
 * @param data its bytes
 */
public record BookPicture(
        Dimensions stored,
        int orientation,
        Coding coding,
        int bands,
        Optional<byte[]> profile,
        boolean inverted,
        Data data) {

    private static final int BLOCK = 64 << 10;

    /** Nothing is null. */
    public BookPicture {
        Objects.requireNonNull(stored);
        Objects.requireNonNull(coding);
        Objects.requireNonNull(profile);
        Objects.requireNonNull(data);
        if (orientation < 1 || orientation > 8 || bands != 1 && bands != 3 && bands != 4) {
            throw new IllegalArgumentException("orientation " + orientation + ", " + bands + " bands");
        }
    }

    /** How a picture is encoded. */
    public enum Coding {
        /** JPEG, whose three bands are luminance and differences of colour, or what its Adobe segment says. */
        JPEG,
        /** JPEG, whose three bands are red, green and blue without saying so. */
        JPEG_RGB,
        /** JP2. */
        JP2,
        /** CCITT group 4. */
        FAX
    }

    /** Bytes to be written once. */
    public interface Data {
        /** How many. */
        long length();

        /**
         * Writes all of them.
         *
         * @throws IOException when {@code out} fails
         * @throws IiifException.Broken when they cannot be read; some may have been written
         */
        void writeTo(OutputStream out) throws IOException;

        /** Bytes in memory; not copied. */
        static Data of(byte[] bytes) {
            return new Data() {
                @Override
                public long length() {
                    return bytes.length;
                }

                @Override
                public void writeTo(OutputStream out) throws IOException {
                    out.write(bytes);
                }
            };
        }

        /** The bytes of a file, read block by block; the blob is left open. */
        static Data of(Blob blob) {
            return new Data() {
                @Override
                public long length() {
                    return blob.length();
                }

                @Override
                public void writeTo(OutputStream out) throws IOException {
                    copy(blob, out);
                }
            };
        }
    }

    private static void copy(Blob blob, OutputStream out) throws IOException {
        byte[] block = new byte[(int) Math.min(BLOCK, blob.length())];
        long at = 0;
        while (at < blob.length()) {
            int count = blob.read(at, block, 0, (int) Math.min(block.length, blob.length() - at));
            if (count < 1) {
                throw new IiifException.Broken("'" + blob.name() + "' became shorter while it was read.");
            }
            out.write(block, 0, count);
            at += count;
        }
    }

    /** The size as it is shown. */
    Dimensions upright() {
        return orientation < 5 ? stored : stored.turned();
    }

    /**
     * The entries of its image dictionary.
     *
     * @param space its colour space as it stands there
     */
    String entries(String space) {
        String common = "/Type/XObject/Subtype/Image/Width " + stored.width() + "/Height " + stored.height()
                + "/ColorSpace " + space + "/BitsPerComponent " + (coding == Coding.FAX ? 1 : 8);
        return common + switch (coding) {
            case JPEG -> "/Filter/DCTDecode" + decode();
            case JPEG_RGB -> "/Filter/DCTDecode/DecodeParms<</ColorTransform 0>>" + decode();
            case JP2 -> "/Filter/JPXDecode";
            case FAX -> "/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns " + stored.width() + "/Rows " + stored.height()
                    + (inverted ? "/BlackIs1 true" : "") + ">>";
        };
    }

    private String decode() {
        return inverted ? "/Decode[" + "1 0 ".repeat(bands).strip() + "]" : "";
    }

    /** The matrix that brings its unit square upright onto a page. */
    String matrix(double width, double height) {
        double[] m = switch (orientation) {
            case 2 -> new double[] {-width, 0, 0, height, width, 0};
            case 3 -> new double[] {-width, 0, 0, -height, width, height};
            case 4 -> new double[] {width, 0, 0, -height, 0, height};
            case 5 -> new double[] {0, -height, -width, 0, width, height};
            case 6 -> new double[] {0, -height, width, 0, 0, height};
            case 7 -> new double[] {0, height, width, 0, 0, 0};
            case 8 -> new double[] {0, height, -width, 0, width, 0};
            default -> new double[] {width, 0, 0, height, 0, 0};
        };
        StringBuilder matrix = new StringBuilder();
        for (double value : m) {
            matrix.append(PdfObjects.number(value)).append(' ');
        }
        return matrix.toString();
    }
}
