package org.lectern.source;

import java.util.Objects;
import java.util.Optional;

/**
 * A file of an item that readers may have.
 *
 * @param name its path below the item, segments joined by {@code /}; empty when the item is the file itself
 * @param label what it is, in words: {@code Text PDF}, {@code Scandata}
 * @param mediaType what it is, for programs
 * @param use what a manifest links it as
 * @param profile URI of the schema it follows
 * @param length in bytes
 */
public record ItemFile(
        String name, String label, String mediaType, Use use, Optional<String> profile, long length) {

    /** Nothing is null. */
    public ItemFile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(label);
        Objects.requireNonNull(mediaType);
        Objects.requireNonNull(use);
        Objects.requireNonNull(profile);
    }

    /** How a manifest links a file. */
    public enum Use {
        /** The item in another form, for people: PDF, EPUB, plain text. */
        RENDERING,
        /** Tells of the item, for programs: MARC, METS, scandata. */
        SEE_ALSO,
        /** Not linked, but given to who asks: page images, recordings. */
        NONE
    }
}
