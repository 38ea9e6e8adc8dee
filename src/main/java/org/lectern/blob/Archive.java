package org.lectern.blob;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.cache.Cache;
import org.lectern.core.IiifException;

/**
 * A zip or tar file whose members are read in place, never unpacked.
 *
 * <p>Its directory is read once and kept in the cache of documents under the archive's validator.
 * Members that are stored are windows on the archive; deflated ones are inflated in order into the
 * cache of blocks. Symbolic links, absolute names and names with {@code ..} are no members. Of two
 * members of one name the last one counts.
 *
 * <p>Immutable and thread-safe: it knows where the members lie and holds no file open.
 */
public final class Archive {

    private static final String KEY = "archive1."; // another number when the bytes' form changes

    private final Cache blocks;
    private final List<ArchiveEntry> entries;
    private final Map<String, ArchiveEntry> names = new HashMap<>();

    private Archive(Cache blocks, List<ArchiveEntry> entries) {
        this.blocks = blocks;
        this.entries = entries;
        entries.forEach(entry -> names.putIfAbsent(entry.name(), entry));
    }

    /**
     * Reads the directory, or finds it in the cache.
     *
     * @param blob a zip or a tar, its first bytes tell which; closed again when this returns
     * @param documents where directories are kept
     * @param blocks where inflated bytes are kept
     * @throws IiifException.Broken when it is neither, or its directory cannot be read
     * @throws IiifException.TooLarge when it has more members than any sane archive
     */
    public static Archive open(Blob blob, Cache documents, Cache blocks) {
        try (blob) {
            byte[] table = documents.get(KEY + blob.validator(), () -> read(blob).toBytes());
            return new Archive(blocks, List.copyOf(EntryTable.fromBytes(table)));
        }
    }

    private static EntryTable read(Blob blob) {
        return TarDirectory.recognises(blob.head(TarDirectory.BLOCK))
                ? new TarDirectory(blob).read()
                : new ZipDirectory(blob).read();
    }

    /** All files in it, in the order of its directory. */
    public List<ArchiveEntry> entries() {
        return entries;
    }

    /** The member of exactly this name. */
    public Optional<ArchiveEntry> find(String name) {
        return Optional.ofNullable(names.get(name));
    }

    /**
     * The bytes of a member.
     *
     * @param archive a handle on the file that the directory was read from; the member closes it with itself
     * @param entry one of {@link #entries()}
     * @return a light handle; whoever reads it closes it
     * @throws IiifException.Unsupported when it is encrypted or packed in a way that is not read here
     * @throws IiifException.Broken when its header is not where the directory says
     */
    public Blob member(Blob archive, ArchiveEntry entry) {
        return switch (entry.method()) {
            case PLAIN -> window(archive, entry, entry.at());
            case STORED -> window(archive, entry, dataAt(archive, entry));
            case DEFLATED -> new InflatedBlob(archive, entry, dataAt(archive, entry), blocks);
            case ENCRYPTED -> throw new IiifException.Unsupported("'" + entry.name() + "' in '" + archive.name()
                    + "' is encrypted; pack it again without a password.");
            case OTHER -> throw new IiifException.Unsupported("'" + entry.name() + "' in '" + archive.name()
                    + "' is packed by a method that is not read here; store or deflate it.");
        };
    }

    private static Blob window(Blob archive, ArchiveEntry entry, long at) {
        if (entry.packed() != entry.length()) {
            throw broken(archive, entry, "has two different lengths in");
        }
        requireInside(archive, entry, at);
        return new MemberBlob(archive, entry, at);
    }

    private static long dataAt(Blob archive, ArchiveEntry entry) {
        try (archive) {
            long at = ZipDirectory.dataAt(archive, entry.at());
            requireInside(archive, entry, at);
            return at;
        }
    }

    private static void requireInside(Blob archive, ArchiveEntry entry, long at) {
        if (at > archive.length() - entry.packed()) {
            throw broken(archive, entry, "reaches behind the end of");
        }
    }

    private static IiifException.Broken broken(Blob archive, ArchiveEntry entry, String what) {
        return new IiifException.Broken("'" + entry.name() + "' " + what + " '" + archive.name() + "'.");
    }
}
