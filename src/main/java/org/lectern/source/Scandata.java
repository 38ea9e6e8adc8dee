package org.lectern.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/**
 * The Internet Archive's {@code <prefix>_scandata.xml}: what the people at the scanner knew of each leaf.
 *
 * <p>Sizes are not taken from it: it tells of the picture before it was cropped and turned, and of what was then
 * asked for; the page image itself is what is served.
 *
 * @param leaves by leaf number
 * @param dpi dots an inch of all leaves
 */
record Scandata(Map<Integer, Leaf> leaves, Optional<Integer> dpi) {

    /** Of a book of which nothing is known. */
    static final Scandata NONE = new Scandata(Map.of(), Optional.empty());

    private static final int MAX_DPI = 20_000;
    private static final int DEEPEST = 6; // level of a heading, as in HTML

    /**
     * One leaf.
     *
     * @param type {@code Normal}, {@code Cover}, {@code Title} …
     * @param printed the number printed on it
     * @param isAccessible whether readers are meant to see it: not a colour card
     * @param dpi dots an inch of this leaf
     * @param heading of what begins on it, when it is told
     */
    record Leaf(
            Optional<String> type, Optional<String> printed, boolean isAccessible, Optional<Integer> dpi,
            Optional<Heading> heading) {
        static final Leaf UNKNOWN =
                new Leaf(Optional.empty(), Optional.empty(), true, Optional.empty(), Optional.empty());
    }

    /**
     * What begins on a leaf.
     *
     * @param text its label and title
     * @param level 1 for the uppermost
     */
    record Heading(String text, int level) {}

    Leaf leaf(int number) {
        return leaves.getOrDefault(number, Leaf.UNKNOWN);
    }

    /** Dots an inch: of the leaf, else of the book. */
    Optional<Integer> dpi(int number) {
        return leaf(number).dpi().or(() -> dpi);
    }

    /**
     * Reads it.
     *
     * @throws IiifException.Broken when it cannot be read
     */
    static Scandata read(Blob blob) {
        Reader reader = new Reader();
        Xml.read(blob, reader);
        return reader.scandata();
    }

    /** Dots an inch as somebody wrote it; empty when that makes no sense. */
    static Optional<Integer> dots(String text) {
        return PageNumbers.number(text.strip()).filter(dots -> dots > 0 && dots <= MAX_DPI);
    }

    private static final class Reader implements Xml.Visitor {
        private final Map<Integer, Leaf> leaves = new HashMap<>();
        private final Map<Integer, String> assertions = new HashMap<>();
        private final Map<String, String> fields = new HashMap<>(); // of a page, or of an assertion
        private final StringBuilder text = new StringBuilder();
        private Optional<Integer> dpi = Optional.empty();
        private int groupDepth = Integer.MAX_VALUE; // of the page or assertion that is being read

        @Override
        public void start(int depth, String name, Map<String, String> attributes) {
            text.setLength(0);
            if ((name.equals("page") || name.equals("assertion")) && depth < groupDepth) {
                groupDepth = depth;
                fields.clear();
                fields.putAll(attributes);
            }
        }

        @Override
        public void text(String piece) {
            text.append(piece);
        }

        @Override
        public void end(int depth, String name) {
            if (depth == groupDepth + 1) {
                fields.putIfAbsent(name, text.toString().strip());
            } else if (depth == groupDepth) {
                groupDepth = Integer.MAX_VALUE;
                group(name);
            } else if (name.equals("dpi") && depth < groupDepth) {
                dpi = dpi.or(() -> dots(text.toString()));
            }
        }

        private void group(String name) {
            Optional<Integer> number = field("leafNum").flatMap(PageNumbers::number);
            if (name.equals("page")) {
                number.ifPresent(leaf -> leaves.put(leaf, leaf()));
            } else {
                number.ifPresent(leaf -> field("pageNum").ifPresent(printed -> assertions.put(leaf, printed)));
            }
        }

        private Leaf leaf() {
            return new Leaf(field("pageType"), field("pageNumber"),
                    !"false".equalsIgnoreCase(fields.get("addToAccessFormats")),
                    field("ppi").flatMap(Scandata::dots), heading());
        }

        private Optional<Heading> heading() {
            String words = (fields.getOrDefault("label", "") + " " + fields.getOrDefault("title", "")).strip();
            int level = field("level").flatMap(PageNumbers::number).filter(told -> told > 0)
                    .map(told -> Math.min(told, DEEPEST)).orElse(1);
            return words.isEmpty() ? Optional.empty() : Optional.of(new Heading(words, level));
        }

        private Optional<String> field(String name) {
            return Optional.ofNullable(fields.get(name)).map(String::strip).filter(value -> !value.isEmpty());
        }

        /** A number that somebody asserted of a leaf holds where the leaf itself has none. */
        Scandata scandata() {
            leaves.replaceAll((number, leaf) -> new Leaf(leaf.type(),
                    leaf.printed().or(() -> Optional.ofNullable(assertions.get(number))), leaf.isAccessible(),
                    leaf.dpi(), leaf.heading()));
            return new Scandata(leaves, dpi);
        }
    }
}
