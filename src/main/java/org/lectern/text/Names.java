package org.lectern.text;

/** The few names of tags and attributes that a file repeats, each made into a string once. For one thread. */
final class Names {

    private static final int PLACES = 256; // a power of two

    private final String[] known = new String[PLACES];
    private final boolean lowerCase;

    /** Of XML as they are; of HTML in small letters. */
    Names(boolean lowerCase) {
        this.lowerCase = lowerCase;
    }

    /** The name without its prefix. */
    String of(char[] chars, int from, int to) {
        int start = from;
        int hash = 0;
        for (int i = from; i < to; i++) {
            if (chars[i] == ':' && i + 1 < to) {
                start = i + 1;
                hash = 0;
            } else {
                hash = 31 * hash + small(chars[i]);
            }
        }
        int place = (hash ^ hash >>> 8) & PLACES - 1;
        String there = known[place];
        if (there == null || !isSame(there, chars, start, to)) {
            there = made(chars, start, to);
            known[place] = there;
        }
        return there;
    }

    private boolean isSame(String name, char[] chars, int from, int to) {
        if (name.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (name.charAt(i - from) != small(chars[i])) {
                return false;
            }
        }
        return true;
    }

    private String made(char[] chars, int from, int to) {
        var name = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            name.append(small(chars[i]));
        }
        return name.toString();
    }

    private char small(char c) {
        return lowerCase && c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }
}
