package org.lectern.core;

import java.util.List;
import java.util.Objects;

/**
 * The {identifier} of a IIIF URI, percent-decoded exactly once.
 *
 * <p>It names something below the root of a library: segments joined by {@code /}, and possibly a
 * page form at its end ({@code book$7}). Whether {@code $} in it stands for a slash, begins a page
 * or is part of a file's name is decided by who looks it up, never here.
 *
 * <p>No segment is empty, {@code .} or {@code ..}; no character is a control; at most
 * {@value #MAX_LENGTH} characters. Immutable.
 *
 * @param text the decoded text; empty only for {@link #ROOT}
 */
public record Identifier(String text) {

    /** More than any file system allows for a path that people make, and short enough to log. */
    public static final int MAX_LENGTH = 2048;

    /** The library itself: the collection of everything. */
    public static final Identifier ROOT = new Identifier("");

    /**
     * Checks the text.
     *
     * @throws IiifException.Malformed when the text is not an identifier
     */
    public Identifier {
        Objects.requireNonNull(text);
        if (text.length() > MAX_LENGTH) {
            throw new IiifException.Malformed(
                    "The identifier has " + text.length() + " characters; at most " + MAX_LENGTH + " are allowed.");
        }
        if (!text.isEmpty()) {
            check(text);
        }
    }

    private static void check(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IiifException.Malformed("The identifier holds a control character.");
        }
        for (String segment : text.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw new IiifException.Malformed("The identifier '" + text
                        + "' has an empty, '.' or '..' segment; name the item by its path below the library.");
            }
        }
    }

    /** Whether this is {@link #ROOT}. */
    public boolean isRoot() {
        return text.isEmpty();
    }

    /** The segments between slashes; none for {@link #ROOT}. */
    public List<String> segments() {
        return isRoot() ? List.of() : List.of(text.split("/", -1));
    }

    /**
     * The identifier one level below.
     *
     * @param segment its last segment
     * @throws IiifException.Malformed when the segment is not one
     */
    public Identifier child(String segment) {
        return new Identifier(isRoot() ? segment : text + "/" + segment);
    }

    @Override
    public String toString() {
        return text;
    }
}
