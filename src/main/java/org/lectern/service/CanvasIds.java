package org.lectern.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lectern.source.Item;
import org.lectern.source.Page;

/** The URIs of an item's canvases: by the pages' numbers; by place where a page before has the same number. */
final class CanvasIds {

    private CanvasIds() {}

    /** One for each page, in reading order, the same in every version. */
    static List<String> of(Item item, Links links, String base) {
        if (item.isSingleImage()) {
            return List.of(links.canvas(base, item.id(), ""));
        }
        Set<Integer> taken = new HashSet<>();
        List<String> ids = new ArrayList<>();
        for (Page page : item.pages()) {
            String name = taken.add(page.number()) ? "$leaf" + page.number() : "$n" + ids.size();
            ids.add(links.canvas(base, item.id(), name));
        }
        return ids;
    }
}
