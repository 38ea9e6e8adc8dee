/**
 * Bytes to pixels and back: one class a format. Entry type: {@link org.lectern.codec.Codecs}.
 *
 * <p>Imports: core, cache, image, blob, pixels, pdf, tiff, jpeg2000, jpeg.
 */
package org.lectern.codec;
