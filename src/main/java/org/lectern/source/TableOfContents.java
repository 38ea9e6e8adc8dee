package org.lectern.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/*
 * Chapters are what a table of contents is for, so a plate or a fold-out in the middle of one does not end it. A cover,
 * a title page, the page of contents: they are just what they are, and the text that follows is not part of them.
 */
/**
 * Makes a table of contents of what is known of the leaves of a book.
 *
 * <p>A leaf with a heading of its own begins a section of its level. So does one of another type than the leaf
 * before, and each of type {@code Chapter}; but {@code Normal}, blank leaves, colour cards, illustrations and
 * fold-outs begin nothing. Covers, title, copyright and contents pages end with the last leaf of their type, all other
 * sections where the next of the same level or a higher one begins.
 */
final class TableOfContents {

    private static final Set<String> TEXT = Set.of("", "normal", "blank", "blank page", "tissue", "delete", "color card",
            "white card", "illustration", "illustrations", "foldout", "fold out");

    /** Types that end with their own leaves, and what readers call them. */
    private static final Map<String, String> SHORT = Map.of("cover", "Cover", "cover page", "Cover",
            "title", "Title page", "title page", "Title page", "copyright", "Copyright", "copyright page", "Copyright",
            "contents", "Contents", "table of contents", "Contents");

    private static final String CHAPTER = "chapter";
    private static final int LONGEST = 300;

    private final List<Page> pages;
    private final Map<Integer, Scandata.Heading> headings;

    private TableOfContents(List<Page> pages, Map<Integer, Scandata.Heading> headings) {
        this.pages = pages;
        this.headings = headings;
    }

    /** Where a section begins, and how far it goes. Places count in the book; the end is not part of it. */
    private record Entry(String label, int level, int from, int to) {}

    /**
     * The sections of a book.
     *
     * @param pages of this book alone, with the indexes they have in the item
     * @param headings by the page's number
     * @return none when nothing but text is known
     */
    static List<Section> of(List<Page> pages, Map<Integer, Scandata.Heading> headings) {
        TableOfContents contents = new TableOfContents(pages, headings);
        return contents.sections(contents.told(contents.entries()));
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        String before = "";
        for (int i = 0; i < pages.size(); i++) {
            String type = type(pages.get(i));
            Optional<Scandata.Heading> heading = Optional.ofNullable(headings.get(pages.get(i).number()));
            boolean isNew = !TEXT.contains(type) && (!type.equals(before) || type.equals(CHAPTER));
            if (heading.isPresent() || isNew) {
                String label = heading.map(Scandata.Heading::text).orElseGet(() -> label(type));
                int end = heading.isEmpty() && SHORT.containsKey(type) ? endOfRun(i) : pages.size();
                entries.add(new Entry(shortened(label), heading.map(Scandata.Heading::level).orElse(1), i, end));
            }
            before = type;
        }
        return entries;
    }

    private static String type(Page page) {
        return page.type().orElse("").strip().toLowerCase(Locale.ROOT);
    }

    private static String label(String type) {
        return SHORT.getOrDefault(type, type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1));
    }

    private static String shortened(String label) {
        int end = Character.isHighSurrogate(label.charAt(Math.min(label.length(), LONGEST) - 1)) ? LONGEST - 1 : LONGEST;
        return label.length() > LONGEST ? label.substring(0, end) + "…" : label;
    }

    private int endOfRun(int from) {
        int to = from + 1;
        while (to < pages.size() && type(pages.get(to)).equals(type(pages.get(from)))) {
            to++;
        }
        return to;
    }

    /** The last of two covers is the back; others of the same label are told apart by their printed page. */
    private List<Entry> told(List<Entry> entries) {
        Map<String, Integer> counts = new HashMap<>();
        entries.forEach(entry -> counts.merge(entry.label(), 1, Integer::sum));
        List<Entry> told = new ArrayList<>();
        for (Entry entry : entries) {
            boolean isCover = entry.label().equals("Cover");
            boolean isBack = isCover && entry.from() > 0 && entry.to() == pages.size();
            String label = isBack ? "Back cover" : entry.label();
            boolean repeats = counts.get(entry.label()) > 1 && !isCover;
            told.add(new Entry(repeats ? label + place(entry.from()) : label, entry.level(), entry.from(), entry.to()));
        }
        return told;
    }

    private String place(int page) {
        String label = pages.get(page).label();
        return label.startsWith("[") || label.equals(pages.get(page).type().orElse("")) ? "" : ", p. " + label;
    }

    private List<Section> sections(List<Entry> entries) {
        List<Section> sections = new ArrayList<>();
        int at = 0;
        while (at < entries.size()) {
            int next = endOfParts(entries, at);
            int end = next < entries.size() ? entries.get(next).from() : pages.size();
            sections.add(section(entries.subList(at, next), end));
            at = next;
        }
        return sections;
    }

    /** The first entry after this one that is not a part of it. */
    private static int endOfParts(List<Entry> entries, int at) {
        int next = at + 1;
        while (next < entries.size() && entries.get(next).level() > entries.get(at).level()) {
            next++;
        }
        return next;
    }

    /** The first entry with all others as its parts; it ends before this page. */
    private Section section(List<Entry> entries, int end) {
        Entry first = entries.get(0);
        List<Section> parts = new ArrayList<>();
        int at = 1;
        while (at < entries.size()) {
            int next = endOfParts(entries, at);
            parts.add(section(entries.subList(at, next), next < entries.size() ? entries.get(next).from() : end));
            at = next;
        }
        int to = parts.isEmpty() ? Math.min(end, first.to()) : end;
        List<Integer> indexes = IntStream.range(first.from(), to).mapToObj(i -> pages.get(i).index()).toList();
        return new Section(first.label(), indexes, parts);
    }
}
