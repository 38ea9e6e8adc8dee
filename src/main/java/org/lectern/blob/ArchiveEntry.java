package org.lectern.blob;

import java.util.Objects;

/**
 * A file in a zip or tar archive. Immutable.
 *
 * @param name its path in the archive, segments joined by {@code /}: relative, none of them {@code .} or {@code ..}
 * @param method how it is kept
 * @param at position in the archive of its local header (zip) or of its first byte (tar)
 * @param packed how many bytes it takes in the archive
 * @param length how many bytes it has
 * @param check its CRC-32 as the archive tells it; 0 in a tar
 */
public record ArchiveEntry(String name, Method method, long at, long packed, long length, int check) {

    /** How the bytes of a member are kept. */
    public enum Method {
        /** In a tar: as they are, at {@link ArchiveEntry#at()}. */
        PLAIN,
        /** In a zip: as they are, behind the local header. */
        STORED,
        /** In a zip: by the deflate method, behind the local header. */
        DEFLATED,
        /** In a zip: in a way that is not read here. */
        OTHER,
        /** In a zip: under a password. */
        ENCRYPTED
    }

    /** Nothing is null or negative. */
    public ArchiveEntry {
        Objects.requireNonNull(name);
        Objects.requireNonNull(method);
        if (at < 0 || packed < 0 || length < 0) {
            throw new IllegalArgumentException("member at " + at + " of " + packed + "/" + length + " bytes");
        }
    }

    /** The last segment of its name. */
    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    String validator(Blob archive) {
        return Validators.of(archive.validator(), name, at + "," + packed + "," + length + "," + check);
    }
}
