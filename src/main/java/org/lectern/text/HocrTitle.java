package org.lectern.text;

import java.util.Optional;

/** The properties in hOCR's {@code title}, as in {@code image "a; b.jp2"; bbox 0 0 1650 2550; ppageno 1}. */
final class HocrTitle {

    private static final String BOX = "bbox";

    private HocrTitle() {}

    /** Left, top, right and bottom. */
    static Optional<Edges> box(String title) {
        int from = 0;
        while (from < title.length()) {
            int to = end(title, from);
            String property = title.substring(from, to).strip();
            if (property.startsWith(BOX) && property.length() > BOX.length()) {
                double[] at = Numbers.list(property.substring(BOX.length()).strip().replaceAll("\\s+", " "), 4);
                return Edges.between(at[0], at[1], at[2], at[3]);
            }
            from = to + 1;
        }
        return Optional.empty();
    }

    private static int end(String title, int from) {
        boolean isQuoted = false;
        for (int i = from; i < title.length(); i++) {
            if (title.charAt(i) == '"') {
                isQuoted = !isQuoted;
            } else if (title.charAt(i) == ';' && !isQuoted) {
                return i;
            }
        }
        return title.length();
    }
}
