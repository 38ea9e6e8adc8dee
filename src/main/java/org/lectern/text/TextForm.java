package org.lectern.text;

/** The forms that text with places on the page is written in. */
public enum TextForm {
    /** The Internet Archive's {@code _djvu.xml}: one {@code OBJECT} a page. */
    DJVU_XML,
    /** HTML with {@code ocr_page} and {@code ocrx_word}; one page or many. */
    HOCR,
    /** The Library of Congress's ALTO, of any version: one page a file, seldom more. */
    ALTO,
    /** PRImA's PAGE: one page a file. */
    PAGE_XML,
    /** The text layer of a PDF, which the room of PDFs reads. */
    PDF
}
