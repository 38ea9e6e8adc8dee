package org.lectern.source;

import java.nio.charset.StandardCharsets;
import org.lectern.blob.Blob;

/** Numbers and texts of a recording by position; behind the end there are zeros. For one thread. */
final class RecordingInput {

    private final Blob blob;

    RecordingInput(Blob blob) {
        this.blob = blob;
    }

    long length() {
        return blob.length();
    }

    byte[] bytes(long at, int count) {
        byte[] bytes = new byte[count];
        if (at >= 0 && at < blob.length()) {
            byte[] there = blob.bytes(at, (int) Math.min(count, blob.length() - at));
            System.arraycopy(there, 0, bytes, 0, there.length);
        }
        return bytes;
    }

    /** The most significant byte first. */
    long big(long at, int count) {
        return big(bytes(at, count), 0, count);
    }

    /** The least significant byte first. */
    long little(long at, int count) {
        return little(bytes(at, count), 0, count);
    }

    String text(long at, int count) {
        return new String(bytes(at, count), StandardCharsets.ISO_8859_1);
    }

    static long big(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }

    static long little(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }
}
