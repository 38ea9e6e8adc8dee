package org.lectern.blob;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * One header of a zip's central directory. The extra fields that matter: zip64 sizes (0x0001) and
 * Info-ZIP's Unicode path (0x7075).
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, 4.3.12, 4.5.3, 4.6.9</a>
 */
final class ZipHeader {

    private static final int FIXED = 46;
    private static final int ZIP64 = 0x0001;
    private static final int UNICODE_PATH = 0x7075;
    private static final long IN_ZIP64 = 0xffffffffL;
    private static final int UNIX = 3;
    private static final int DARWIN = 19;

    private final ByteBuffer bytes; // from the header's first byte, little-endian
    private final int nameLength;
    private final int extraLength;

    ZipHeader(ByteBuffer bytes, int nameLength, int extraLength) {
        this.bytes = bytes;
        this.nameLength = nameLength;
        this.extraLength = extraLength;
    }

    boolean isEncrypted() {
        return (flags() & 1) != 0;
    }

    boolean isFolder() {
        return nameLength > 0 && bytes.get(FIXED + nameLength - 1) == '/';
    }

    boolean isLink() {
        int madeBy = unsigned(4) >> 8;
        int mode = bytes.getInt(38) >>> 16;
        return (madeBy == UNIX || madeBy == DARWIN) && (mode & 0xf000) == 0xa000;
    }

    int method() {
        return unsigned(10);
    }

    int check() {
        return bytes.getInt(16);
    }

    long length() {
        return wide(24, 0);
    }

    long packed() {
        return wide(20, saturated(24));
    }

    long localAt() {
        return wide(42, saturated(24) + saturated(20));
    }

    /** A 32-bit field, or its 64-bit value: the extra field holds only those that are saturated, in order. */
    private long wide(int at, int place) {
        long value = bytes.getInt(at) & IN_ZIP64;
        if (value != IN_ZIP64) {
            return value;
        }
        int extra = extra(ZIP64);
        int offset = extra + 4 + place * 8;
        if (extra < 0 || (place + 1) * 8 > unsigned(extra + 2)) {
            return value;
        }
        return bytes.getLong(offset);
    }

    private int saturated(int at) {
        return (bytes.getInt(at) & IN_ZIP64) == IN_ZIP64 ? 1 : 0;
    }

    String name() {
        byte[] raw = raw(FIXED, nameLength);
        int extra = extra(UNICODE_PATH);
        if (extra >= 0 && isUnicodePathOf(raw, extra)) {
            return new String(raw(extra + 9, unsigned(extra + 2) - 5), StandardCharsets.UTF_8);
        }
        return (flags() & 0x800) != 0 ? new String(raw, StandardCharsets.UTF_8) : ZipName.of(raw);
    }

    /** The field holds the check sum of the plain name that it was written beside: a renamed member has another. */
    private boolean isUnicodePathOf(byte[] raw, int extra) {
        if (unsigned(extra + 2) < 5 || bytes.get(extra + 4) != 1) {
            return false;
        }
        CRC32 check = new CRC32();
        check.update(raw);
        return bytes.getInt(extra + 5) == (int) check.getValue();
    }

    /** Where the extra field of this kind begins; -1 when there is none. */
    private int extra(int kind) {
        int at = FIXED + nameLength;
        int end = at + extraLength;
        while (at + 4 <= end && at + 4 + unsigned(at + 2) <= end) {
            if (unsigned(at) == kind) {
                return at;
            }
            at += 4 + unsigned(at + 2);
        }
        return -1;
    }

    private int flags() {
        return unsigned(8);
    }

    private byte[] raw(int at, int count) {
        byte[] raw = new byte[count];
        bytes.get(at, raw);
        return raw;
    }

    private int unsigned(int at) {
        return bytes.getShort(at) & 0xffff;
    }
}
