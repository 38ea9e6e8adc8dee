package org.lectern.text;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.lectern.core.IiifException;

/**
 * The characters of a file, of which a stretch lies in memory: as much as one tag needs, never more than
 * {@value #MOST}. For one thread.
 */
final class CharWindow {

    static final int MOST = 1 << 20;
    private static final int FIRST = 1 << 15;

    private final Reader in;
    private final String file;
    private char[] chars = new char[FIRST];
    private int start;
    private int end;
    private boolean isAllRead;

    CharWindow(Reader in, String file) {
        this.in = in;
        this.file = file;
    }

    /** The stretch in memory; what it holds changes with {@link #more}. */
    char[] chars() {
        return chars;
    }

    /** Index of the first character that is not taken. */
    int start() {
        return start;
    }

    /** Index behind the last character in memory. */
    int end() {
        return end;
    }

    /** Everything before an index is taken. */
    void take(int to) {
        start = to;
    }

    /** Whether a character is left. */
    boolean hasMore() {
        return start < end || more();
    }

    /** Whether so many are left; they lie in memory then. */
    boolean has(int count) {
        while (end - start < count) {
            if (!more()) {
                return false;
            }
        }
        return true;
    }

    /** Whether these come next. */
    boolean startsWith(String text) {
        if (!has(text.length())) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (chars[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * How far behind the start a text begins.
     *
     * @param from where to begin looking, behind the start
     * @param within how far to look
     * @return the distance from the start, or -1 when it does not come so soon
     */
    int find(String text, int from, int within) {
        char first = text.charAt(0);
        for (int i = from; i < within && has(i + text.length()); ) {
            int last = Math.min(within, end - start - text.length() + 1);
            for (; i < last; i++) {
                if (chars[start + i] == first && isAt(text, start + i)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private boolean isAt(String text, int at) {
        for (int i = 1; i < text.length(); i++) {
            if (chars[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Takes everything up to and with a text; false when it never comes, and all is taken. */
    boolean skipPast(String text) {
        while (true) {
            int near = end - start;
            int at = find(text, 0, near - text.length() + 1);
            if (at >= 0) {
                start += at + text.length();
                return true;
            }
            start = Math.max(start, end - text.length() + 1);
            if (!more()) {
                start = end;
                return false;
            }
        }
    }

    /**
     * Brings more characters into memory; indices move, distances from the start do not.
     *
     * @return false at the end of the file
     */
    boolean more() {
        if (isAllRead) {
            return false;
        }
        makeRoom();
        try {
            int n = in.read(chars, end, chars.length - end);
            isAllRead = n < 0;
            end += Math.max(0, n);
            return n > 0;
        } catch (IOException e) {
            throw new IiifException.Broken("'" + file + "' cannot be read.", e);
        }
    }

    private void makeRoom() {
        if (start > 0) {
            System.arraycopy(chars, start, chars, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == chars.length) {
            if (chars.length >= MOST) {
                throw new IiifException.Broken("'" + file + "' has a tag of more than " + MOST + " characters.");
            }
            chars = Arrays.copyOf(chars, chars.length * 2);
        }
    }
}
