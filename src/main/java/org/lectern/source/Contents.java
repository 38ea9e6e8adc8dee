package org.lectern.source;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.lectern.pdf.Bookmark;

/**
 * A table of contents that tells where parts begin, as sections: a part goes on until the next one begins. All sections
 * together name a bounded number of pages; behind that, a section is its first page.
 */
final class Contents {

    private static final int PAGES_AT_MOST = 200_000;

    private int left = PAGES_AT_MOST;

    private Contents() {}

    /**
     * One entry.
     *
     * @param from index of its first page, when it is told
     * @param to index of its last, when it is told
     */
    record Entry(String label, OptionalInt from, OptionalInt to, List<Entry> parts) {}

    /** Of a document of so many pages. */
    static List<Section> sections(List<Entry> entries, int pages) {
        return new Contents().until(entries, pages - 1);
    }

    static List<Section> ofBookmarks(List<Bookmark> bookmarks, int pages) {
        return sections(entries(bookmarks), pages);
    }

    private static List<Entry> entries(List<Bookmark> bookmarks) {
        return bookmarks.stream().map(mark ->
                new Entry(mark.title(), mark.page(), OptionalInt.empty(), entries(mark.children()))).toList();
    }

    private List<Section> until(List<Entry> entries, int last) {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            OptionalInt next = i + 1 < entries.size() ? begin(entries.get(i + 1)) : OptionalInt.of(last + 1);
            OptionalInt from = begin(entry);
            if (from.isPresent()) {
                int end = entry.to().orElse(Math.min(last, next.orElse(last + 1) - 1));
                sections.add(section(entry, from.getAsInt(), Math.max(from.getAsInt(), end)));
            }
        }
        return sections;
    }

    private Section section(Entry entry, int from, int to) {
        List<Section> parts = until(entry.parts(), to);
        Set<Integer> pages = new TreeSet<>();
        IntStream.rangeClosed(from, to - from < left ? to : from).forEach(pages::add);
        parts.forEach(part -> pages.addAll(part.pages()));
        left -= pages.size();
        return new Section(entry.label(), List.copyOf(pages), parts);
    }

    /** Where it begins, or the first of its parts that tells. */
    private static OptionalInt begin(Entry entry) {
        return entry.from().isPresent() ? entry.from() : entry.parts().stream()
                .flatMapToInt(part -> begin(part).stream()).findFirst();
    }
}
