package org.lectern.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the pages of an item in order, and gives each a form that no file's name takes away from it. */
final class PageList {

    private final Set<String> taken; // forms that name a file
    private final List<Page> pages = new ArrayList<>();

    PageList(Set<String> taken) {
        this.taken = taken;
    }

    /** For an item: {@code $7} is taken by a file {@code 7} in it, and by a file {@code item$7} beside it. */
    static PageList of(Node item, FolderTree tree) {
        Set<String> taken = new HashSet<>();
        tree.names(item).ifPresent(names -> names.all().forEach(name -> taken.add("$" + name)));
        beside(item, tree).forEach(name -> taken.add(name.substring(item.name().length())));
        return new PageList(taken);
    }

    /** Names beside an item that a page form could be mistaken for. */
    static List<String> beside(Node item, FolderTree tree) {
        return item.parent().flatMap(tree::names)
                .map(names -> names.beginningWith(item.name() + "$")).orElse(List.of());
    }

    /** The only picture of an item, which the item's own identifier names. */
    static List<Page> single(String label, Member member) {
        return List.of(new Page(0, 0, "", label, Optional.empty(), Optional.empty(), member.toString()));
    }

    void add(int number, String label, Optional<String> type, Member member) {
        add(number, label, type, Optional.empty(), member);
    }

    void add(int number, String label, Optional<String> type, Optional<TextPlace> text, Member member) {
        String plain = "$" + number;
        String name = taken.contains(plain) ? "$leaf" + number : plain;
        pages.add(new Page(pages.size(), number, name, label, type, Optional.empty(), Optional.empty(), text,
                member.toString()));
    }

    List<Page> pages() {
        return pages;
    }
}
