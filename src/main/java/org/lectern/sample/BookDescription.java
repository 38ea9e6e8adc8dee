package org.lectern.sample;

import java.util.List;

/**
 * What a book's catalogue card says.
 *
 * @param identifier names the item and its files
 * @param creators in the order of the title page
 * @param date of first print
 */
record BookDescription(
        String identifier, String title, List<String> creators, String date, List<String> subjects,
        String description) {}
