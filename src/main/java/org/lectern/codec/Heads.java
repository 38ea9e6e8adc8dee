package org.lectern.codec;

import java.nio.charset.StandardCharsets;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

/** What the headers of all formats have in common. */
final class Heads {

    private Heads() {}

    /** Whether the bytes at a position are these characters of ISO 8859-1. */
    static boolean has(byte[] head, int at, String signature) {
        byte[] wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
        if (head.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (head[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The size that a header claims, once it is one. */
    static Dimensions size(String format, long width, long height) {
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new IiifException.Broken("The " + format + " file is broken: it claims to be "
                    + Long.toUnsignedString(width) + " by " + Long.toUnsignedString(height) + " pixels.");
        }
        return new Dimensions((int) width, (int) height);
    }

    /** Refuses every page but the first. */
    static void onlyPage(String format, int page) {
        if (page > 0) {
            throw new IiifException.Missing(
                    "There is no page " + page + ": a " + format + " file has one picture, page 0.");
        }
    }
}
