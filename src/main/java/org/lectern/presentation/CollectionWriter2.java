package org.lectern.presentation;

import java.util.List;
import java.util.Optional;

/** Writes collections of version 2. */
final class CollectionWriter2 {

    private final Pen pen;
    private final Words2 words;

    CollectionWriter2(Pen pen) {
        this.pen = pen;
        this.words = new Words2(pen);
    }

    void write(Collection collection) {
        pen.object(() -> {
            words.head(collection.id(), "sc:Collection");
            words.label(collection.label());
            words.description(collection.summary());
            words.thumbnail(collection.thumbnail());
            words.attribution(Optional.empty(), collection.provider());
            words.within(collection.partOf());
            if (collection.paging().orElse(null) instanceof Collection.Whole whole) {
                pages(collection.items(), whole);
                return;
            }
            if (collection.paging().orElse(null) instanceof Collection.Page page) {
                place(page);
            }
            lists(collection.items());
        });
    }

    /** A collection that is cut lists nothing itself. */
    private void pages(List<Reference> pages, Collection.Whole whole) {
        pen.number("total", whole.total());
        pen.text("first", pages.get(0).uri().v2());
        pen.text("last", pages.get(pages.size() - 1).uri().v2());
    }

    private void place(Collection.Page page) {
        pen.number("startIndex", page.start());
        pen.text("next", page.next().map(VersionedUri::v2));
        pen.text("prev", page.previous().map(VersionedUri::v2));
    }

    /** One list of each kind; where that loses the order, a third list tells it. */
    private void lists(List<Reference> items) {
        List<Reference> collections = of(items, Reference.Type.COLLECTION);
        List<Reference> manifests = of(items, Reference.Type.MANIFEST);
        pen.some("collections", collections, reference -> pen.object(() -> member(reference)));
        pen.some("manifests", manifests, reference -> pen.object(() -> member(reference)));
        if (!items.subList(0, collections.size()).equals(collections)) {
            pen.array("members", items, reference -> pen.object(() -> {
                member(reference);
                if (reference.type() == Reference.Type.COLLECTION) {
                    pen.text("viewingHint", "individuals"); // must be there, and this is the default
                }
            }));
        }
    }

    private static List<Reference> of(List<Reference> items, Reference.Type type) {
        return items.stream().filter(reference -> reference.type() == type).toList();
    }

    private void member(Reference reference) {
        words.identity(reference.uri().v2(), "sc:" + reference.type());
        words.label(reference.label());
        words.thumbnail(reference.thumbnail());
    }
}
