package org.lectern.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Collects the pages of an item in order, and gives each a form that no file's name takes away from it. */
final class PageList {

    private final Set<String> taken; // forms that name a file
    private final List<String> books; // those of them that begin as the form of a further book
    private final Set<String> given = new HashSet<>();
    private final List<Page> pages = new ArrayList<>();

    PageList(Set<String> taken) {
        this.taken = taken;
        this.books = taken.stream().filter(form -> form.startsWith(":")).toList();
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
        return item.parent().flatMap(tree::names).map(names -> Stream.of("$", ":")
                .flatMap(separator -> names.beginningWith(item.name() + separator).stream()).toList()).orElse(List.of());
    }

    /** The only picture of an item, which the item's own identifier names. */
    static List<Page> single(String label, Member member) {
        return List.of(new Page(0, 0, "", label, Optional.empty(), Optional.empty(), member.toString()));
    }

    void add(int number, String label, Optional<String> type, Member member) {
        add(number, label, type, Optional.empty(), member);
    }

    void add(int number, String label, Optional<String> type, Optional<TextPlace> text, Member member) {
        add("", number, label, type, Optional.empty(), text, member);
    }

    /**
     * Adds a page.
     *
     * @param document the book it belongs to, when there are several and this is not the first; else empty
     */
    void add(
            String document, int number, String label, Optional<String> type, Optional<Integer> dpi,
            Optional<TextPlace> text, Member member) {
        String book = document.isEmpty() ? "" : ":" + document.replace('/', '$');
        String name = Stream.of(book + "$" + number, book + "$leaf" + number).filter(form -> !isTaken(form)).findFirst()
                .orElse("$n" + pages.size());
        given.add(name);
        pages.add(new Page(pages.size(), number, name, label, type, Optional.empty(), dpi, text, member.toString()));
    }

    /** By a page before, or by a file: also one that the form begins with, whose page the rest would be read as. */
    private boolean isTaken(String form) {
        return given.contains(form) || taken.contains(form)
                || books.stream().anyMatch(form::startsWith);
    }

    List<Page> pages() {
        return pages;
    }
}
