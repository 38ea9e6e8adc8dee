package org.lectern.jpeg2000;

import java.io.ByteArrayOutputStream;

/** Numbers and marker segments written one after the other, big end first. */
final class Segments {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Segments number(long value, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) {
            out.write((int) (value >> 8 * i));
        }
        return this;
    }

    Segments bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** A marker without a segment. */
    Segments marker(int marker) {
        return number(marker, 2);
    }

    /** A marker, the length of its segment, and its parameters. */
    Segments segment(int marker, Segments parameters) {
        if (parameters.size() > 65_533) {
            throw new IllegalArgumentException("a marker segment of " + parameters.size() + " bytes");
        }
        return number(marker, 2).number(parameters.size() + 2, 2).bytes(parameters.all());
    }

    int size() {
        return out.size();
    }

    byte[] all() {
        return out.toByteArray();
    }
}
