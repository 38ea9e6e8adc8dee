package org.lectern.tiff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lectern.core.IiifException;

/** Walks the chain of directories of one file, each at most once. */
final class DirectoryChain {

    private static final int MAX_DIRECTORIES = 10_000;
    private static final int MAX_ENTRIES = 4096;
    private static final int MAX_SUB_DIRECTORIES = 64;

    private final TiffInput in;
    private final boolean big;
    private final Set<Long> seen = new HashSet<>();

    DirectoryChain(TiffInput in, boolean big) {
        this.in = in;
        this.big = big;
    }

    /** A directory of the chain, with those hanging off it. */
    record Link(TiffDirectory directory, List<TiffDirectory> below) {}

    List<Link> read() {
        List<Link> links = new ArrayList<>();
        long at = big ? in.number(8, 8) : in.number(4, 4);
        while (at != 0) {
            TiffDirectory directory = directory(at);
            links.add(new Link(directory, below(directory)));
            at = next(at);
        }
        if (links.isEmpty()) {
            throw new IiifException.Broken("The TIFF file is broken: it has no directory.");
        }
        return links;
    }

    private List<TiffDirectory> below(TiffDirectory directory) {
        long count = Math.min(directory.count(TiffTag.SUB_DIRECTORIES), MAX_SUB_DIRECTORIES);
        List<TiffDirectory> below = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long at = directory.number(TiffTag.SUB_DIRECTORIES, i, 0);
            if (at != 0) {
                below.add(directory(at));
            }
        }
        return below;
    }

    private TiffDirectory directory(long at) {
        if (!seen.add(at)) {
            throw new IiifException.Broken("The TIFF file is broken: its directories run in a circle.");
        }
        if (seen.size() > MAX_DIRECTORIES) {
            throw new IiifException.TooLarge(
                    "The TIFF file has more than " + MAX_DIRECTORIES + " directories; that many are not read.");
        }
        Map<Integer, TiffField> fields = new HashMap<>();
        int entries = entries(at);
        for (int i = 0; i < entries; i++) {
            field(entriesAt(at) + (long) i * entryBytes(), fields);
        }
        return new TiffDirectory(in, fields);
    }

    private void field(long at, Map<Integer, TiffField> fields) {
        int tag = (int) in.number(at, 2);
        int type = (int) in.number(at + 2, 2);
        long count = in.number(at + 4, wordBytes());
        int each = TiffField.bytes(type);
        if (each == 0 || count < 1 || count > in.length() / each) {
            return; // an unknown type, or a value that cannot be in this file: as if it were not there
        }
        long valueAt = at + 4 + wordBytes();
        long from = count * each <= wordBytes() ? valueAt : in.number(valueAt, wordBytes());
        if (from >= 0 && from <= in.length() - count * each) {
            fields.putIfAbsent(tag, new TiffField(type, count, from));
        }
    }

    private int entries(long at) {
        long entries = in.number(at, big ? 8 : 2);
        if (entries < 1 || entries > MAX_ENTRIES) {
            throw new IiifException.Broken(
                    "The TIFF file is broken: a directory of " + Long.toUnsignedString(entries) + " entries.");
        }
        return (int) entries;
    }

    private long next(long at) {
        long pointer = entriesAt(at) + (long) entries(at) * entryBytes();
        // Writers that leave out the last pointer end the file with the last entry.
        return pointer > in.length() - wordBytes() ? 0 : in.number(pointer, wordBytes());
    }

    private long entriesAt(long at) {
        return at + (big ? 8 : 2);
    }

    private int entryBytes() {
        return big ? 20 : 12;
    }

    private int wordBytes() {
        return big ? 8 : 4;
    }
}
