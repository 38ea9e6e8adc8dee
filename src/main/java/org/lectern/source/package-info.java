/**
 * Where things lie and what there is: an identifier leads to an item, a page or a folder.
 * Entry types: {@link org.lectern.source.Source}, {@link org.lectern.source.Resource}.
 *
 * <p>Imports: core, blob, cache, text, pdf, tiff.
 */
package org.lectern.source;
