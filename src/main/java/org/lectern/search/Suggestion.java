package org.lectern.search;

/**
 * A word of a book that begins as asked.
 *
 * @param word as it is most often written
 * @param count how often it stands in the book
 */
public record Suggestion(String word, int count) {}
