package org.lectern.jpeg2000;

import java.io.ByteArrayOutputStream;

/** Bytes of markers and boxes, written field by field. */
final class Bytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Bytes u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    Bytes u16(int... values) {
        for (int value : values) {
            u8(value >> 8, value);
        }
        return this;
    }

    Bytes u32(long... values) {
        for (long value : values) {
            u16((int) (value >> 16), (int) value);
        }
        return this;
    }

    Bytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** A marker segment with its marker and length. */
    Bytes segment(int marker, Bytes content) {
        byte[] bytes = content.array();
        return u16(marker, bytes.length + 2).raw(bytes);
    }

    /** A box with its length and type. */
    Bytes box(String type, Bytes content) {
        byte[] bytes = content.array();
        return u32(8 + bytes.length).text(type).raw(bytes);
    }

    Bytes text(String ascii) {
        ascii.chars().forEach(this::u8);
        return this;
    }

    int size() {
        return out.size();
    }

    byte[] array() {
        return out.toByteArray();
    }
}
