package org.lectern.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.lectern.core.IiifException;

/**
 * The objects of a PDF, written one after the other and forgotten: only where each began is kept, for the table at
 * the end. For one thread.
 *
 * @see <a href="https://pdfa.org/resource/iso-32000-2/">ISO 32000-2, 7.5</a>
 */
final class PdfObjects {

    private static final byte[] HEADER = ascii("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    private static final long FURTHEST = 9_999_999_999L; // ten digits of a table

    private final OutputStream out;
    private long[] places = new long[64];
    private int last;
    private long at;

    /** Begins a file. */
    PdfObjects(OutputStream out) throws IOException {
        this.out = out;
        write(HEADER);
    }

    /** The number of an object to come, from 1. */
    int reserve() {
        last++;
        if (last == places.length) {
            places = Arrays.copyOf(places, 2 * last);
        }
        return last;
    }

    /** Writes an object. */
    void put(int number, String object) throws IOException {
        begin(number);
        write(ascii(object + "\nendobj\n"));
    }

    /**
     * Writes a stream.
     *
     * @param entries of its dictionary, the length left out
     */
    void put(int number, String entries, BookPicture.Data data) throws IOException {
        begin(number);
        write(ascii("<<" + entries + "/Length " + data.length() + ">>\nstream\n"));
        data.writeTo(out);
        at += data.length();
        write(ascii("\nendstream\nendobj\n"));
    }

    private void begin(int number) throws IOException {
        if (at > FURTHEST) {
            throw new IiifException.TooLarge("The PDF becomes larger than 10 GB; ask for it in parts.");
        }
        places[number] = at;
        write(ascii(number + " 0 obj\n"));
    }

    /**
     * Writes the table of all objects. Every number that was reserved has been written.
     *
     * @param root the catalog
     * @param info the information dictionary
     * @param id of the contents: letters and digits
     */
    void end(int root, int info, String id) throws IOException {
        long table = at;
        write(ascii("xref\n0 " + (last + 1) + "\n0000000000 65535 f \n"));
        for (int number = 1; number <= last; number++) {
            if (places[number] == 0) {
                throw new IllegalStateException("object " + number + " was never written");
            }
            write(ascii(String.format(Locale.ROOT, "%010d 00000 n \n", places[number])));
        }
        String hex = HexFormat.of().formatHex(ascii(id));
        write(ascii("trailer\n<</Size " + (last + 1) + "/Root " + root + " 0 R/Info " + info + " 0 R/ID[<" + hex + "><"
                + hex + ">]>>\nstartxref\n" + table + "\n%%EOF\n"));
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        at += bytes.length;
    }

    /** A text string. */
    static String text(String text) {
        byte[] utf16 = text.getBytes(StandardCharsets.UTF_16BE);
        return "<FEFF" + HexFormat.of().withUpperCase().formatHex(utf16) + ">";
    }

    /** A number in units. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
