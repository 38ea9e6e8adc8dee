/**
 * Search inside: which words stand where in a book, and which of them a query means. All that knows Lucene.
 * Entry types: {@link org.lectern.search.TextIndexes}, {@link org.lectern.search.TextQuery}.
 *
 * <p>Lucene finds the pages on which all words of a query stand; where on the page they stand is found
 * by the words themselves, which lie in the index with their boxes. So what is counted, shown and marked is the same.
 *
 * <p>Imports: core, text.
 */
package org.lectern.search;
