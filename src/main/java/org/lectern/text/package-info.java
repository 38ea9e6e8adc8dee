/**
 * What stands on a page, word by word: the readers of djvu.xml, hOCR, ALTO and PAGE. Entry types:
 * {@link org.lectern.text.TextReaders}, {@link org.lectern.text.PageText}.
 *
 * <p>To add a format: a constant in {@code TextForm}, a reader, a case in {@code TextReaders}, a class of tests.
 *
 * <p>Imports: core, blob.
 */
package org.lectern.text;
