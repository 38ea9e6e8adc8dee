package org.lectern.blob;

import java.util.Optional;

/** Decides which names of archive members may be served, and tidies those. */
final class MemberName {

    /** Longer than any path that is unpacked anywhere, and short enough for an identifier. */
    private static final int MAX_LENGTH = 1024;

    private MemberName() {}

    /**
     * The name as it is served: with {@code /} between segments and without a leading {@code ./}.
     * Empty for what is never served: folders, absolute names, drive letters, {@code ..}, control characters.
     */
    static Optional<String> of(String raw) {
        String name = raw.indexOf('/') < 0 ? raw.replace('\\', '/') : raw;
        while (name.startsWith("./")) {
            name = name.substring(2);
        }
        return isSafe(name) ? Optional.of(name) : Optional.empty();
    }

    private static boolean isSafe(String name) {
        if (name.isEmpty() || name.length() > MAX_LENGTH || hasDrive(name)) {
            return false;
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        for (String segment : name.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasDrive(String name) {
        return name.length() > 2 && name.charAt(1) == ':' && name.charAt(2) == '/';
    }
}
