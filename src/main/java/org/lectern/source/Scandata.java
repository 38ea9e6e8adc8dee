package org.lectern.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/** The Internet Archive's {@code <prefix>_scandata.xml}: what the people at the scanner knew of each leaf. */
final class Scandata implements Xml.Visitor {

    private final Map<Integer, Leaf> leaves = new HashMap<>();
    private final Map<String, String> fields = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private int pageDepth = Integer.MAX_VALUE; // of the element that is being read
    private String leafNumber = "";

    /**
     * One leaf.
     *
     * @param type {@code Normal}, {@code Cover}, {@code Title} …
     * @param printed the number printed on it
     * @param isAccessible whether readers are meant to see it: not a colour card
     */
    record Leaf(Optional<String> type, Optional<String> printed, boolean isAccessible) {
        static final Leaf UNKNOWN = new Leaf(Optional.empty(), Optional.empty(), true);
    }

    private Scandata() {}

    /**
     * Reads it.
     *
     * @return leaf number → leaf
     * @throws IiifException.Broken when it cannot be read
     */
    static Map<Integer, Leaf> read(Blob blob) {
        Scandata scandata = new Scandata();
        Xml.read(blob, scandata);
        return scandata.leaves;
    }

    @Override
    public void start(int depth, String name, Map<String, String> attributes) {
        text.setLength(0);
        if (name.equals("page") && depth < pageDepth) {
            pageDepth = depth;
            leafNumber = attributes.getOrDefault("leafNum", "");
            fields.clear();
        }
    }

    @Override
    public void text(String piece) {
        text.append(piece);
    }

    @Override
    public void end(int depth, String name) {
        if (depth == pageDepth + 1) {
            fields.putIfAbsent(name, text.toString().strip());
        } else if (depth == pageDepth) {
            pageDepth = Integer.MAX_VALUE;
            PageNumbers.number(leafNumber).ifPresent(number -> leaves.put(number, leaf()));
        }
    }

    private Leaf leaf() {
        return new Leaf(field("pageType"), field("pageNumber"),
                !"false".equalsIgnoreCase(fields.get("addToAccessFormats")));
    }

    private Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }
}
