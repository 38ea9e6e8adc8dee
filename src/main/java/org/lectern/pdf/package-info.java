/**
 * All that knows PDFBox: opening, page sizes, labels, rendering, writing.
 *
 * <p>Imports: core, blob, pixels.
 */
package org.lectern.pdf;
