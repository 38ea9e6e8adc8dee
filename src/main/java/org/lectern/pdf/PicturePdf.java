package org.lectern.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lectern.core.Dimensions;

/**
 * Writes a PDF of one page that is one picture, at its physical size. Equal pictures give equal bytes:
 * no dates, and an {@code /ID} made of the contents.
 */
public final class PicturePdf {

    private static final double POINTS = 72; // an inch
    private static final double PAGE_AT_MOST = 14_400; // units a side: 200 inches when a unit is a point

    private PicturePdf() {}

    /**
     * Samples as they are stored.
     *
     * @param data encoded by {@code filter}; not copied
     * @param filter {@code DCTDecode} or {@code FlateDecode}
     * @param bands samples a pixel: 1 grey, 3 RGB
     * @param bits a sample
     * @param profile the ICC profile of the samples, when they are not sRGB
     */
    public record Samples(byte[] data, String filter, int bands, int bits, Optional<byte[]> profile) {}

    /**
     * Writes it.
     *
     * @param size of the picture in pixels
     * @param dpi dots an inch; of a page longer than {@code 14400} points, a unit is more than a point
     * @param picture its colours
     * @param alpha its opacity, one band, when it is not opaque
     * @param out where to; not closed
     * @throws UncheckedIOException when {@code out} fails, which memory does not
     */
    public static void write(Dimensions size, double dpi, Samples picture, Optional<Samples> alpha, OutputStream out) {
        double points = POINTS / dpi;
        int unit = (int) Math.max(1, Math.ceil(Math.max(size.width(), size.height()) * points / PAGE_AT_MOST));
        var file = new File();
        String width = units(size.width() * points / unit);
        String height = units(size.height() * points / unit);
        file.add("<</Type/Catalog/Pages 2 0 R>>");
        file.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        file.add("<</Type/Page/Parent 2 0 R" + (unit > 1 ? "/UserUnit " + unit : "")
                + "/MediaBox[0 0 " + width + " " + height + "]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>");
        file.add("", ("q " + width + " 0 0 " + height + " 0 0 cm /P Do Q").getBytes(StandardCharsets.US_ASCII));
        int next = 6;
        String space = picture.profile().isPresent() ? "[/ICCBased " + next++ + " 0 R]" : device(picture.bands());
        String mask = alpha.isPresent() ? "/SMask " + next + " 0 R" : "";
        file.add(image(size, picture, space) + mask, picture.data());
        picture.profile().ifPresent(profile -> file.add("/N " + picture.bands(), profile));
        alpha.ifPresent(samples -> file.add(image(size, samples, device(1)), samples.data()));
        try {
            file.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String device(int bands) {
        return bands == 1 ? "/DeviceGray" : "/DeviceRGB";
    }

    private static String image(Dimensions size, Samples samples, String space) {
        return "/Type/XObject/Subtype/Image/Width " + size.width() + "/Height " + size.height()
                + "/BitsPerComponent " + samples.bits() + "/ColorSpace " + space + "/Filter/" + samples.filter();
    }

    private static String units(double length) {
        return String.format(Locale.ROOT, "%.4f", Math.max(length, 0.01));
    }

    /** Objects numbered from 1, the first of them the catalog. */
    private static final class File {
        private static final byte[] HEADER = ascii("%PDF-1.6\n%\u00e2\u00e3\u00cf\u00d3\n");
        private static final byte[] STREAM_END = ascii("\nendstream\nendobj\n");

        private final List<List<byte[]>> objects = new ArrayList<>();

        void add(String dictionary) {
            objects.add(List.of(ascii((objects.size() + 1) + " 0 obj\n" + dictionary + "\nendobj\n")));
        }

        void add(String entries, byte[] stream) {
            String head = (objects.size() + 1) + " 0 obj\n<<" + entries + "/Length " + stream.length + ">>\nstream\n";
            objects.add(List.of(ascii(head), stream, STREAM_END));
        }

        void write(OutputStream out) throws IOException {
            MessageDigest digest = sha256();
            out.write(HEADER);
            long at = HEADER.length;
            var table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
            for (List<byte[]> object : objects) {
                table.append(String.format(Locale.ROOT, "%010d 00000 n \n", at));
                for (byte[] part : object) {
                    digest.update(part);
                    out.write(part);
                    at += part.length;
                }
            }
            String id = "<" + HexFormat.of().formatHex(digest.digest(), 0, 16) + ">";
            table.append("trailer\n<</Size ").append(objects.size() + 1).append("/Root 1 0 R/ID[").append(id)
                    .append(id).append("]>>\nstartxref\n").append(at).append("\n%%EOF\n");
            out.write(ascii(table.toString()));
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
