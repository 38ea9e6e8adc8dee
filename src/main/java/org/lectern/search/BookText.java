package org.lectern.search;

import java.util.Objects;
import org.lectern.text.PageText;

/** The text of a book, as an index wants it. */
public interface BookText {

    /** Changes when any of its words or their places change: the name of its index. */
    String validator();

    /** How many pages have a text that can be read. */
    int pages();

    /**
     * Hands over all pages, in reading order. A page that cannot be read is left out.
     *
     * @param sink is called on this thread; what it throws passes through
     */
    void read(Sink sink);

    /** Takes pages. */
    @FunctionalInterface
    interface Sink {
        /**
         * One page.
         *
         * @param index of the page in the item
         * @param text its boxes are measured in pixels of the canvas
         */
        void page(int index, PageText text);
    }

    /** One that is made of parts. */
    static BookText of(String validator, int pages, java.util.function.Consumer<Sink> reader) {
        Objects.requireNonNull(validator);
        return new BookText() {
            @Override
            public String validator() {
                return validator;
            }

            @Override
            public int pages() {
                return pages;
            }

            @Override
            public void read(Sink sink) {
                reader.accept(sink);
            }
        };
    }
}
