package org.lectern.blob;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.lectern.blob.ArchiveEntry.Method;
import org.lectern.core.IiifException;

/**
 * The members of a tar file: ustar, GNU's long names, pax paths and sizes. Reads one header of 512
 * bytes for each member and skips what lies between. Links, devices and sparse files are no members.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html">POSIX, pax: formats</a>
 */
final class TarDirectory {

    /** Bytes of a header; contents are padded to multiples of it. */
    static final int BLOCK = 512;

    private static final int MAX_NAME = 1 << 16; // of a long name or of pax records: they are only names

    private final Blob blob;
    private final EntryTable table;
    private long at;
    private String longName = "";
    private PaxRecords pax = PaxRecords.NONE;
    private int names; // bytes of names so far

    TarDirectory(Blob blob) {
        this.blob = blob;
        this.table = new EntryTable(blob.name());
    }

    /** Whether this is a tar's first header. */
    static boolean recognises(byte[] head) {
        return head.length == BLOCK && head[0] != 0 && checks(head);
    }

    EntryTable read() {
        while (at <= blob.length() - BLOCK) {
            byte[] header = blob.bytes(at, BLOCK);
            if (header[0] == 0 && isZero(header)) {
                return table; // two zero blocks end the archive; one is enough for us
            }
            if (!checks(header)) {
                throw broken("the header at byte " + at + " has a wrong check sum");
            }
            table.count();
            readMember(header);
        }
        return table;
    }

    private void readMember(byte[] header) {
        char type = (char) header[156];
        boolean describes = type == 'L' || type == 'K' || type == 'x' || type == 'g';
        long length = number(header, 124, 12);
        if (!describes) {
            length = pax.size().orElse(length);
        }
        long start = at + BLOCK;
        if (length < 0 || length > blob.length() - start) {
            throw broken("the member at byte " + at + " reaches behind the end");
        }
        if (describes) {
            describe(type, start, length);
        } else {
            addFile(header, type, start, length);
        }
        at = start + (length + BLOCK - 1) / BLOCK * BLOCK;
    }

    private void describe(char type, long start, long length) {
        names += (int) Math.min(length, EntryTable.MAX_BYTES);
        if (length > MAX_NAME || names > EntryTable.MAX_BYTES) {
            throw new IiifException.TooLarge("The archive '" + blob.name() + "' has a name of " + length
                    + " bytes; at most " + MAX_NAME + " are read.");
        }
        byte[] text = blob.bytes(start, (int) length);
        if (type == 'L') {
            longName = text(text, 0, text.length);
        } else if (type == 'x') {
            pax = PaxRecords.parse(text);
        }
    }

    private void addFile(byte[] header, char type, long start, long length) {
        boolean isFile = type == '0' || type == 0 || type == '7';
        String raw = pax.path().orElse(longName.isEmpty() ? name(header) : longName);
        if (isFile && !pax.isSparse() && !raw.endsWith("/")) {
            MemberName.of(raw).ifPresent(
                    name -> table.add(new ArchiveEntry(name, Method.PLAIN, start, length, length, 0)));
        }
        longName = "";
        pax = PaxRecords.NONE;
    }

    private static String name(byte[] header) {
        String name = text(header, 0, 100);
        // GNU's own header has a blank behind the word, and times where the prefix would be.
        boolean posix = header[262] == 0 && text(header, 257, 5).equals("ustar");
        String prefix = posix ? text(header, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    /** Text up to a NUL: UTF-8, or one byte a character where it is not. */
    private static String text(byte[] bytes, int from, int count) {
        int end = from;
        while (end < from + count && bytes[end] != 0) {
            end++;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, end - from)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
        }
    }

    /** An octal number, or GNU's base 256 when the highest bit is set. Negative when it is no number. */
    private static long number(byte[] bytes, int from, int count) {
        if ((bytes[from] & 0x80) != 0) {
            ByteBuffer wide = ByteBuffer.wrap(bytes, from, count);
            return (wide.get() & 0x7f) == 0 && wide.getShort() == 0 && wide.get() == 0 ? wide.getLong() : -1;
        }
        long value = 0;
        for (byte b : text(bytes, from, count).strip().getBytes(StandardCharsets.ISO_8859_1)) {
            if (b < '0' || b > '7') {
                return -1;
            }
            value = value << 3 | b - '0';
        }
        return value;
    }

    private static boolean checks(byte[] header) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        return number(header, 148, 8) == sum;
    }

    private static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private IiifException.Broken broken(String what) {
        return new IiifException.Broken("'" + blob.name() + "' cannot be read as a tar file: " + what + ".");
    }
}
