package org.lectern.source;

import java.util.Comparator;

/**
 * The order in which people sort names: runs of digits by their value, letters without regard to
 * case; in paths segment by segment, so that a folder's contents stay together. A total order:
 * names that differ at all are never equal.
 */
final class NaturalOrder implements Comparator<String> {

    /** Of names and paths as a whole. */
    static final Comparator<String> NAMES = new NaturalOrder();

    /** Of file names: without the extension first, so that {@code p.jpg} stands before {@code p-1.jpg}. */
    static final Comparator<String> FILES =
            Comparator.<String, String>comparing(FileType::stem, NAMES).thenComparing(NAMES);

    private NaturalOrder() {}

    @Override
    public int compare(String one, String other) {
        String[] left = one.split("/", -1);
        String[] right = other.split("/", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = compareSegments(left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        return left.length != right.length ? left.length - right.length : one.compareTo(other);
    }

    private static int compareSegments(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int iEnd = endOfRun(one, i);
            int jEnd = endOfRun(other, j);
            boolean numbers = isDigit(one.charAt(i)) && isDigit(other.charAt(j));
            int order = numbers
                    ? compareNumbers(one.substring(i, iEnd), other.substring(j, jEnd))
                    : Character.compare(folded(one.charAt(i)), folded(other.charAt(j)));
            if (order != 0) {
                return order;
            }
            i = numbers ? iEnd : i + 1;
            j = numbers ? jEnd : j + 1;
        }
        return (one.length() - i) - (other.length() - j);
    }

    private static int endOfRun(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String one, String other) {
        String left = withoutZeros(one);
        String right = withoutZeros(other);
        return left.length() != right.length() ? left.length() - right.length() : left.compareTo(right);
    }

    private static String withoutZeros(String digits) {
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return digits.substring(zeros);
    }

    private static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
