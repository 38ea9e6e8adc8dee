package org.lectern.pdf;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.lectern.core.IiifException;

/**
 * How many pixels a picture of a PDF makes its decoder allocate: by its dictionary, and by the header
 * of its own format, which the decoders believe more.
 */
final class ImageHeader {

    private static final int SEARCHED = 1 << 20; // bytes in which a header must show itself
    private static final int SIZ = 0xff51;
    private static final Set<Integer> SIZED_SEGMENTS = Set.of(4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43, 48);

    private ImageHeader() {}

    /** The largest number of pixels that any of the picture's own headers claims. */
    static long pixels(COSStream image, long streamLimit) throws IOException {
        long stated = area(image.getInt(COSName.WIDTH, COSName.W), image.getInt(COSName.HEIGHT, COSName.H));
        return switch (StreamGuard.pictureFilter(image)) {
            case "CCITTFaxDecode" -> Math.max(stated, fax(image));
            case "JPXDecode" -> Math.max(stated, read(image, streamLimit, ImageHeader::jpeg2000));
            case "DCTDecode" -> Math.max(stated, read(image, streamLimit, ImageHeader::jpeg));
            case "JBIG2Decode" -> Math.max(stated, read(image, streamLimit, ImageHeader::jbig2));
            default -> stated;
        };
    }

    private static long area(long width, long height) {
        return Math.max(0, width) * Math.max(0, height);
    }

    private static long fax(COSStream image) {
        COSBase parameters = image.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        if (parameters instanceof COSArray array && array.size() > 0) {
            parameters = array.getObject(array.size() - 1);
        }
        if (!(parameters instanceof COSDictionary dictionary)) {
            return 0;
        }
        int rows = Math.max(dictionary.getInt(COSName.ROWS, 0), image.getInt(COSName.HEIGHT, COSName.H));
        return area(dictionary.getInt(COSName.COLUMNS, 1728), rows);
    }

    @FunctionalInterface
    private interface Format {
        long pixels(DataInputStream in) throws IOException;
    }

    /** A header that ends early promises nothing: its decoder will find the same end. */
    private static long read(COSStream image, long limit, Format format) throws IOException {
        try (InputStream in = StreamGuard.beforePictureFilter(image, limit)) {
            return format.pixels(new DataInputStream(new BufferedInputStream(in)));
        } catch (EOFException e) {
            return 0;
        }
    }

    private static long jpeg2000(DataInputStream in) throws IOException {
        int seen = 0;
        for (int i = 0; i < SEARCHED; i++) {
            seen = (seen << 8 | in.readUnsignedByte()) & 0xffff;
            if (seen == SIZ) {
                in.skipNBytes(4); // Lsiz, Rsiz
                long width = in.readInt() & 0xffffffffL;
                long height = in.readInt() & 0xffffffffL;
                long left = in.readInt() & 0xffffffffL;
                long top = in.readInt() & 0xffffffffL;
                return Math.multiplyExact(Math.max(0, width - left), Math.max(0, height - top));
            }
        }
        throw new IiifException.Broken("A JPEG 2000 picture of the PDF has no size.");
    }

    /** The largest of its frames; the decoder takes the first, but repairs what it finds. */
    private static long jpeg(DataInputStream in) throws IOException {
        for (int i = 0; i < SEARCHED; i++) {
            if (in.readUnsignedByte() != 0xff) {
                continue;
            }
            int marker = in.readUnsignedByte();
            while (marker == 0xff) {
                marker = in.readUnsignedByte();
            }
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                in.skipNBytes(3); // length, precision
                int height = in.readUnsignedShort();
                return area(in.readUnsignedShort(), height);
            }
            if (marker >= 0xc0 && (marker < 0xd0 || marker > 0xd8)) {
                in.skipNBytes(Math.max(0, in.readUnsignedShort() - 2));
            }
        }
        return 0;
    }

    private static long jbig2(DataInputStream in) throws IOException {
        long largest = 0;
        for (int i = 0; i < SEARCHED; i++) {
            try {
                largest = Math.max(largest, segment(in));
            } catch (EOFException e) {
                return largest;
            }
        }
        return largest;
    }

    private static long segment(DataInputStream in) throws IOException {
        long number = in.readInt() & 0xffffffffL;
        int flags = in.readUnsignedByte();
        skipReferences(in, number);
        in.skipNBytes((flags & 0x40) != 0 ? 4 : 1);
        long length = in.readInt() & 0xffffffffL;
        if (!SIZED_SEGMENTS.contains(flags & 0x3f) || length < 8) {
            in.skipNBytes(length == 0xffffffffL ? Long.MAX_VALUE : length);
            return 0;
        }
        long width = in.readInt() & 0xffffffffL;
        long height = in.readInt() & 0xffffffffL;
        in.skipNBytes(length - 8);
        boolean unknownHeight = height == 0xffffffffL; // striped: grows with what comes
        return unknownHeight ? 0 : Math.multiplyExact(width, height);
    }

    private static void skipReferences(DataInputStream in, long number) throws IOException {
        int first = in.readUnsignedByte();
        long count = first >> 5;
        if (count == 7) {
            count = (first & 0x1fL) << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
            in.skipNBytes((count + 8) / 8);
        }
        int size = number <= 256 ? 1 : number <= 65536 ? 2 : 4;
        in.skipNBytes(count * size);
    }
}
