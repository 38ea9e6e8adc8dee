package org.lectern.source;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that {@code item.json} tells.
 *
 * @param description of the item
 * @param sections table of contents; takes the place of one that is found elsewhere
 * @param renderings files of the item in other forms
 */
record ToldItem(Description description, List<Part> sections, List<Rendering> renderings) {

    static final ToldItem NOTHING = new ToldItem(Description.NONE, List.of(), List.of());

    /**
     * A part of the item.
     *
     * @param from its first page: a place from 1, or a label
     * @param to its last
     */
    record Part(String label, Optional<String> from, Optional<String> to, List<Part> parts) {}

    /** A file of the item in words of its own. */
    record Rendering(String file, Optional<String> label, Optional<String> format) {}

    /** Its sections of these pages. */
    List<Section> sections(List<Page> pages) {
        return Contents.sections(entries(sections, pages), pages.size());
    }

    private static List<Contents.Entry> entries(List<Part> parts, List<Page> pages) {
        return parts.stream().map(part -> new Contents.Entry(part.label(), place(part.from(), pages),
                place(part.to(), pages), entries(part.parts(), pages))).toList();
    }

    /** What is a label is meant as one, so that printed numbers are what they say. */
    private static OptionalInt place(Optional<String> told, List<Page> pages) {
        if (told.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt labelled = pages.stream().filter(page -> page.label().equals(told.get()))
                .mapToInt(Page::index).findFirst();
        return labelled.isPresent() ? labelled : counted(told.get(), pages);
    }

    private static OptionalInt counted(String place, List<Page> pages) {
        int number = place.matches("\\d{1,9}") ? Integer.parseInt(place) : 0;
        return number >= 1 && number <= pages.size() ? OptionalInt.of(number - 1) : OptionalInt.empty();
    }

    /** The files, those that are told of as it is told. */
    List<ItemFile> files(List<ItemFile> found) {
        return found.stream().map(file -> renderings.stream().filter(told -> told.file().equals(file.name())).findFirst()
                .map(told -> new ItemFile(file.name(), told.label().orElse(file.label()),
                        told.format().orElse(file.mediaType()), ItemFile.Use.RENDERING, file.profile(), file.length()))
                .orElse(file)).toList();
    }
}
