/**
 * Bytes to pixels and back: one class a format. Entry type: {@link org.lectern.codec.Codecs}.
 *
 * <p>Imports: core, image, blob, pixels, pdf, tiff.
 */
package org.lectern.codec;
