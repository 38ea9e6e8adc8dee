package org.lectern.jpeg2000;

import java.util.Arrays;

/** The content of one marker segment or box, read field by field, big-endian. For one thread. */
final class Content {

    private final String name;
    private final byte[] bytes;
    private int at;

    /**
     * Over bytes that are kept, not copied.
     *
     * @param name of the segment or box, for messages: "COD"
     */
    Content(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    String name() {
        return name;
    }

    int remaining() {
        return bytes.length - at;
    }

    int u8() {
        if (at == bytes.length) {
            throw Faults.broken("its " + name + " ends early, after " + bytes.length + " bytes");
        }
        return bytes[at++] & 0xff;
    }

    int u16() {
        return u8() << 8 | u8();
    }

    long u32() {
        return (long) u16() << 16 | u16();
    }

    /** All that has not been read yet. */
    byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
        at = bytes.length;
        return rest;
    }
}
