/**
 * The structure of TIFF files: directories, pages, pyramid levels; no pixels.
 * Entry type: {@link org.lectern.tiff.TiffFile}.
 *
 * <p>Imports: core, blob.
 */
package org.lectern.tiff;
