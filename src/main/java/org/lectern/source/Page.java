package org.lectern.source;

import java.util.Objects;
import java.util.Optional;
import org.lectern.core.Dimensions;

/**
 * One page of an item, without its bytes.
 *
 * @param index its place in reading order, from 0
 * @param number what {@code $N} calls it: the archive's leaf number where there is one, else the index
 * @param name the page form that links use: {@code $N}, or {@code $leafN} where a file's name
 *     collides; empty for the only picture of a single-image item, which the item's identifier names
 * @param label what a reader calls it: the printed number, or its place, or a file's name
 * @param type what kind of page, in the archive's words ({@code Cover}, {@code Title} …), when known
 * @param size in pixels of the upright page, when a description tells it; else the image's header does
 * @param dpi dots an inch, when a description tells it
 * @param text where its words stand, when they are known
 * @param member where its bytes lie: known to the source alone
 */
public record Page(
        int index,
        int number,
        String name,
        String label,
        Optional<String> type,
        Optional<Dimensions> size,
        Optional<Integer> dpi,
        Optional<TextPlace> text,
        String member) {

    /** Nothing is null. */
    public Page {
        Objects.requireNonNull(name);
        Objects.requireNonNull(label);
        Objects.requireNonNull(type);
        Objects.requireNonNull(size);
        Objects.requireNonNull(dpi);
        Objects.requireNonNull(text);
        Objects.requireNonNull(member);
    }

    /** One of which no description tells more. */
    public Page(
            int index, int number, String name, String label, Optional<String> type, Optional<Dimensions> size,
            String member) {
        this(index, number, name, label, type, size, Optional.empty(), Optional.empty(), member);
    }
}
