/**
 * Search inside: which words stand where in a book, and which of them a query means. All that knows Lucene.
 * Entry types: {@link org.lectern.search.TextIndexes}, {@link org.lectern.search.TextQuery}.
 *
 * <p>Imports: core, text.
 */
package org.lectern.search;
