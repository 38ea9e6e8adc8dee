package org.lectern.service;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import org.lectern.source.Item;
import org.lectern.source.Page;
import org.lectern.source.Track;

/**
 * The URIs of an item's canvases: by the pages' numbers, behind the name of the book where there are several; by place
 * where a page before has the same number.
 */
final class CanvasIds {

    private CanvasIds() {}

    /** One for each page, in reading order, the same in every version; each is made when it is asked for. */
    static List<String> of(Item item, Links links, String base) {
        return item.isSingleImage() ? List.of(links.canvas(base, item.id(), "")) : new ByName(item, links, base);
    }

    /** One for each recording, in order: by its name, or by its place where a recording before has the same. */
    static List<String> ofTracks(Item item, Links links, String base) {
        Set<String> taken = new HashSet<>();
        List<String> ids = new ArrayList<>();
        for (Track track : item.apparatus().tracks()) {
            String name = taken.add(track.name()) ? track.name() : track.name() + "$n" + ids.size();
            ids.add(links.track(base, item.id(), name));
        }
        return ids;
    }

    private static final class ByName extends AbstractList<String> implements RandomAccess {

        private final Item item;
        private final Links links;
        private final String base;
        private final BitSet twins = new BitSet();

        ByName(Item item, Links links, String base) {
            this.item = item;
            this.links = links;
            this.base = base;
            Set<String> taken = new HashSet<>();
            for (int i = 0; i < item.pages().size(); i++) {
                twins.set(i, !taken.add(name(item.pages().get(i))));
            }
        }

        @Override
        public String get(int index) {
            return links.canvas(base, item.id(), twins.get(index) ? "$n" + index : name(item.pages().get(index)));
        }

        @Override
        public int size() {
            return item.pages().size();
        }
    }

    /** {@code $leaf7}, or {@code :document$leaf7} of a further book. */
    private static String name(Page page) {
        int book = page.name().startsWith(":") ? Math.max(0, page.name().lastIndexOf('$')) : 0;
        return page.name().substring(0, book) + "$leaf" + page.number();
    }
}
