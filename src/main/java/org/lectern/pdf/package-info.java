/**
 * All that knows PDFBox: opening, page sizes, labels, rendering; and the writing of one-page files.
 * Entry types: {@link org.lectern.pdf.PdfPages} and {@link org.lectern.pdf.PdfOutline}.
 *
 * <p>PDFBox believes what a file says of its own sizes. What it would allocate is therefore checked
 * here first: streams that inflate, pictures by the header of their own format, pages by their count.
 *
 * <p>Imports: core, blob, pixels, text.
 */
package org.lectern.pdf;
