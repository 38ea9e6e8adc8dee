package org.lectern.source;

/**
 * Which stretch of the list is wanted.
 *
 * @param start index of the first, from 0
 * @param limit how many at most, 1 or more
 */
public record ItemQuery(int start, int limit) {}
