package org.lectern.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the bytes of small files for tests. */
final class Octets {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Octets text(String latin) {
        out.writeBytes(latin.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Octets bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Octets zeros(int count) {
        return bytes(new byte[count]);
    }

    /** The most significant byte first. */
    Octets big(long value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            out.write((int) (value >>> 8 * i));
        }
        return this;
    }

    /** The least significant byte first. */
    Octets little(long value, int count) {
        for (int i = 0; i < count; i++) {
            out.write((int) (value >>> 8 * i));
        }
        return this;
    }

    byte[] done() {
        return out.toByteArray();
    }

    /** A box of MPEG-4 or JP2. */
    static byte[] box(String type, byte[] content) {
        return new Octets().big(8L + content.length, 4).text(type).bytes(content).done();
    }

    /** A segment of JPEG. */
    static byte[] segment(int marker, String mark, byte[] content) {
        return new Octets().big(0xff00 | marker, 2).big(2L + mark.length() + content.length, 2).text(mark)
                .bytes(content).done();
    }

    /** A JPEG of headers alone. */
    static byte[] jpeg(byte[]... segments) {
        Octets jpeg = new Octets().big(0xffd8, 2);
        for (byte[] segment : segments) {
            jpeg.bytes(segment);
        }
        return jpeg.big(0xffda, 2).big(2, 2).big(0xffd9, 2).done();
    }

    /** An Exif block of texts by tag, in one directory. */
    static byte[] exif(Object... tagsAndTexts) {
        int count = tagsAndTexts.length / 2;
        Octets head = new Octets().text("II").little(42, 2).little(8, 4).little(count, 2);
        Octets values = new Octets();
        int at = 8 + 2 + 12 * count + 4;
        for (int i = 0; i < count; i++) {
            byte[] text = ((String) tagsAndTexts[2 * i + 1] + "\0").getBytes(StandardCharsets.UTF_8);
            head.little((Integer) tagsAndTexts[2 * i], 2).little(2, 2).little(text.length, 4);
            if (text.length <= 4) {
                head.bytes(text).zeros(4 - text.length);
            } else {
                head.little(at, 4);
                values.bytes(text);
                at += text.length;
            }
        }
        return head.zeros(4).bytes(values.done()).done();
    }

    /** A data set of IPTC. */
    static byte[] iptc(int record, int number, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return new Octets().big(0x1c, 1).big(record, 1).big(number, 1).big(bytes.length, 2).bytes(bytes).done();
    }

    /** Photoshop's image resource that holds IPTC. */
    static byte[] resource(byte[] iptc) {
        return new Octets().text("8BIM").big(0x0404, 2).zeros(2).big(iptc.length, 4).bytes(iptc)
                .zeros(iptc.length & 1).done();
    }
}
