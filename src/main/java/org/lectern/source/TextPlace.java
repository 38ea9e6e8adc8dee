package org.lectern.source;

import java.util.Objects;
import org.lectern.text.TextForm;

/**
 * Where the words of a page stand.
 *
 * @param form what the file is written in
 * @param file where it lies: known to the source alone
 * @param place which of its pages, from 0
 */
public record TextPlace(TextForm form, String file, int place) {
    /** Nothing is null. */
    public TextPlace {
        Objects.requireNonNull(form);
        Objects.requireNonNull(file);
    }
}
