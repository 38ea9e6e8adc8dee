package org.lectern.blob;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lectern.blob.ArchiveEntry.Method;
import org.lectern.core.IiifException;

/**
 * An archive's directory while it is read, and as the bytes that a cache keeps.
 *
 * <p>Of two members of one name the last wins, as with every tool that appends a newer one.
 */
final class EntryTable {

    /** More members than any book has pages. */
    static final int MAX_ENTRIES = 100_000;

    /** Bytes of a directory: {@value #MAX_ENTRIES} members with names of 100 characters and then some. */
    static final int MAX_BYTES = 16 << 20;

    private static final int FORM = 1; // of the bytes; the first of them

    private final String archive;
    private final Map<String, ArchiveEntry> entries = new LinkedHashMap<>();
    private int count;

    EntryTable(String archive) {
        this.archive = archive;
    }

    /** Counts one more member, whether it is served or not. */
    void count() {
        if (++count > MAX_ENTRIES) {
            throw new IiifException.TooLarge(
                    "The archive '" + archive + "' holds more than " + MAX_ENTRIES + " members; split it.");
        }
    }

    void add(ArchiveEntry entry) {
        entries.put(entry.name(), entry);
    }

    Collection<ArchiveEntry> entries() {
        return entries.values();
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeInt(entries.size());
            for (ArchiveEntry entry : entries.values()) {
                write(entry, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    private static void write(ArchiveEntry entry, DataOutputStream out) throws IOException {
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        out.writeShort(name.length);
        out.write(name);
        out.writeByte(entry.method().ordinal());
        out.writeLong(entry.at());
        out.writeLong(entry.packed());
        out.writeLong(entry.length());
        out.writeInt(entry.check());
    }

    static List<ArchiveEntry> fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORM) {
                throw new IllegalStateException("not an entry table of this build");
            }
            int size = in.readInt();
            List<ArchiveEntry> entries = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                entries.add(read(in));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArchiveEntry read(DataInputStream in) throws IOException {
        byte[] name = in.readNBytes(in.readUnsignedShort());
        Method method = Method.values()[in.readByte()];
        return new ArchiveEntry(new String(name, StandardCharsets.UTF_8),
                method, in.readLong(), in.readLong(), in.readLong(), in.readInt());
    }
}
