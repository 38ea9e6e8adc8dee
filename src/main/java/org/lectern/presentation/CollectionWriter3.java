package org.lectern.presentation;

import java.util.List;

/** Writes collections of version 3, which knows no pages: they are collections like any other. */
final class CollectionWriter3 {

    private final Pen pen;
    private final Words3 words;

    CollectionWriter3(Pen pen) {
        this.pen = pen;
        this.words = new Words3(pen);
    }

    void write(Collection collection) {
        pen.object(() -> {
            words.head(collection.id(), "Collection", List.of());
            words.label(collection.label());
            words.summary(collection.summary());
            words.provider(collection.provider());
            words.thumbnail(collection.thumbnail());
            words.references("partOf", collection.partOf());
            pen.array("items", collection.items(), words::reference);
        });
    }
}
