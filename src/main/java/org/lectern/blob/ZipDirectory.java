package org.lectern.blob;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.lectern.blob.ArchiveEntry.Method;
import org.lectern.core.IiifException;

/**
 * The central directory of a zip file, with or without the zip64 extension, read by position from
 * the end of the file. Only what it lists is a member; local headers are looked at for their length alone.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, 4.3</a>
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int END64_LOCATOR = 0x07064b50;
    private static final int END64_LOCATOR_BYTES = 20;
    private static final int END64 = 0x06064b50;
    private static final int END64_BYTES = 56;
    private static final int MEMBER = 0x02014b50;
    private static final int MEMBER_BYTES = 46;
    private static final int SIGNATURE = 0x05054b50; // may end the directory
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final long IN_ZIP64 = 0xffffffffL;

    private final Blob blob;
    private final EntryTable table;

    ZipDirectory(Blob blob) {
        this.blob = blob;
        this.table = new EntryTable(blob.name());
    }

    /** Where the directory is said to lie, and where the record that says so begins. */
    private record Place(long at, long length, long end) {}

    EntryTable read() {
        Place place = place();
        if (place.length() < 0 || place.length() > place.end()) {
            throw broken("its directory is said to be longer than the file");
        }
        if (place.length() > EntryTable.MAX_BYTES) {
            throw new IiifException.TooLarge("The directory of '" + blob.name() + "' takes " + place.length()
                    + " bytes; at most " + EntryTable.MAX_BYTES + " are read.");
        }
        if (place.length() == 0) {
            return table;
        }
        // What stands in front of the archive (a self-extractor) moves the directory and all its members.
        long directoryAt = isAt(place.at(), MEMBER) ? place.at() : place.end() - place.length();
        long shift = directoryAt - place.at();
        if (place.at() < 0 || shift < 0) {
            throw broken("its directory does not lie where it says");
        }
        readMembers(little(blob.bytes(directoryAt, (int) place.length())), shift);
        return table;
    }

    private Place place() {
        long length = blob.length();
        int tailLength = (int) Math.min(length, END_BYTES + MAX_COMMENT);
        long tailAt = length - tailLength;
        ByteBuffer tail = little(blob.bytes(tailAt, tailLength));
        for (int at = tailLength - END_BYTES; at >= 0; at--) {
            // A comment may hold the signature too: the record is the one whose comment ends with the file.
            if (tail.getInt(at) == END && at + END_BYTES + unsigned(tail, at + 20) <= tailLength) {
                return place(tail, at, tailAt + at);
            }
        }
        throw broken("it has no end record");
    }

    private Place place(ByteBuffer tail, int at, long endAt) {
        long length = tail.getInt(at + 12) & IN_ZIP64;
        long start = tail.getInt(at + 16) & IN_ZIP64;
        boolean mayBe64 = start == IN_ZIP64 || length == IN_ZIP64 || unsigned(tail, at + 10) == 0xffff;
        if (!mayBe64 || endAt < END64_LOCATOR_BYTES) {
            return new Place(start, length, endAt);
        }
        long locatorAt = endAt - END64_LOCATOR_BYTES;
        ByteBuffer locator = little(blob.bytes(locatorAt, END64_LOCATOR_BYTES));
        if (locator.getInt(0) != END64_LOCATOR) {
            return new Place(start, length, endAt);
        }
        return place64(locator.getLong(8), locatorAt);
    }

    private Place place64(long said, long locatorAt) {
        long at = isAt(said, END64) ? said : locatorAt - END64_BYTES; // the latter behind a self-extractor
        if (!isAt(at, END64)) {
            throw broken("its zip64 end record is missing");
        }
        ByteBuffer end = little(blob.bytes(at, END64_BYTES));
        return new Place(end.getLong(48), end.getLong(40), at);
    }

    private boolean isAt(long at, int signature) {
        return at >= 0 && at <= blob.length() - 4 && little(blob.bytes(at, 4)).getInt(0) == signature;
    }

    private void readMembers(ByteBuffer directory, long shift) {
        while (directory.remaining() >= MEMBER_BYTES && directory.getInt(directory.position()) == MEMBER) {
            int at = directory.position();
            int name = unsigned(directory, at + 28);
            int extra = unsigned(directory, at + 30);
            int whole = MEMBER_BYTES + name + extra + unsigned(directory, at + 32);
            if (whole > directory.remaining()) {
                throw broken("its directory is cut short");
            }
            table.count();
            readMember(new ZipHeader(directory.slice(at, whole).order(ByteOrder.LITTLE_ENDIAN), name, extra), shift);
            directory.position(at + whole);
        }
        if (directory.remaining() >= 4 && directory.getInt(directory.position()) != SIGNATURE) {
            throw broken("its directory holds what is no member");
        }
    }

    private void readMember(ZipHeader header, long shift) {
        if (header.isLink() || header.isFolder()) {
            return;
        }
        MemberName.of(header.name()).ifPresent(name -> {
            long packed = header.packed();
            long length = header.length();
            long at = header.localAt() + shift;
            if (packed < 0 || length < 0 || at < 0) {
                throw broken("'" + name + "' has an impossible length or place");
            }
            table.add(new ArchiveEntry(name, method(header), at, packed, length, header.check()));
        });
    }

    private static Method method(ZipHeader header) {
        if (header.isEncrypted()) {
            return Method.ENCRYPTED;
        }
        return switch (header.method()) {
            case 0 -> Method.STORED;
            case 8 -> Method.DEFLATED;
            default -> Method.OTHER;
        };
    }

    /** Where the bytes of the member begin whose local header lies there. */
    static long dataAt(Blob blob, long localAt) {
        ByteBuffer local = little(blob.bytes(localAt, LOCAL_BYTES));
        if (local.getInt(0) != LOCAL) {
            throw new IiifException.Broken("'" + blob.name() + "' has no member where its directory says.");
        }
        return localAt + LOCAL_BYTES + unsigned(local, 26) + unsigned(local, 28);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }

    private IiifException.Broken broken(String what) {
        return new IiifException.Broken("'" + blob.name() + "' cannot be read as a zip file: " + what + ".");
    }
}
