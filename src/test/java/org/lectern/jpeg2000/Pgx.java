package org.lectern.jpeg2000;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reference samples of one component, as PGX, PGM or PPM files hold them.
 *
 * @param first place of the first sample in {@code bytes}
 * @param step bytes from one sample to the next
 */
record Pgx(int width, int height, int bits, boolean signed, byte[] bytes, int first, int step) {

    private static final Pattern PGX = Pattern.compile("PG (ML|LM) *([+-]?) *(\\d+) +(\\d+) +(\\d+)\\s");
    private static final Pattern PNM = Pattern.compile("P[56]\\s(?:#[^\\n]*\\n)*(\\d+)\\s+(\\d+)\\s+(\\d+)\\s");

    /** Of a PGX file with the most significant byte first. */
    static Pgx of(byte[] file) {
        Matcher head = head(PGX, file);
        int bits = Integer.parseInt(head.group(3));
        if (bits > 8 && !head.group(1).equals("ML")) {
            throw new IllegalArgumentException("least significant byte first: " + head.group());
        }
        return new Pgx(Integer.parseInt(head.group(4)), Integer.parseInt(head.group(5)), bits,
                head.group(2).equals("-"), file, head.end(), bits <= 8 ? 1 : bits <= 16 ? 2 : 4);
    }

    /** One component of a PGM or PPM file with 8 bits. */
    static Pgx ofPnm(byte[] file, int component) {
        Matcher head = head(PNM, file);
        if (!head.group(3).equals("255")) {
            throw new IllegalArgumentException("not of 8 bits: " + head.group());
        }
        return new Pgx(Integer.parseInt(head.group(1)), Integer.parseInt(head.group(2)), 8, false, file,
                head.end() + component, file[1] == '6' ? 3 : 1);
    }

    private static Matcher head(Pattern pattern, byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 1000), StandardCharsets.ISO_8859_1);
        Matcher head = pattern.matcher(start);
        if (!head.lookingAt()) {
            throw new IllegalArgumentException("no such header: " + start.substring(0, Math.min(20, start.length())));
        }
        return head;
    }

    /** A sample, lifted to begin at 0. */
    int sample(int x, int y) {
        int at = first + (y * width + x) * step;
        int sample = bits <= 8 ? bytes[at] & 255 : (bytes[at] & 255) << 8 | bytes[at + 1] & 255;
        int mask = (1 << bits) - 1;
        return signed ? (sample & mask) + (1 << bits - 1) & mask : sample;
    }
}
