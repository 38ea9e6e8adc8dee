/**
 * What stands on a page, word by word: the readers of djvu.xml, hOCR, ALTO and PAGE. Entry types:
 * {@link org.lectern.text.TextReaders}, {@link org.lectern.text.PageText}; {@link org.lectern.text.PageDraft} for who
 * finds words elsewhere.
 *
 * <p>All forms go through one reader of tags, {@code Markup}, and not through that of the JDK: no token and no page
 * can take more memory than its bound, a DOCTYPE is passed over unread, and hOCR as it is met is no XML.
 *
 * <p>To add a format: a constant in {@code TextForm}, a reader, a case in {@code TextReaders}, a class of tests.
 *
 * <p>Imports: core, blob.
 */
package org.lectern.text;
