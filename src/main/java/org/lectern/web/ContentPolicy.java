package org.lectern.web;

/**
 * The Content-Security-Policy of our pages: scripts from here alone; pictures and documents from
 * anywhere, since a viewer opens what a manifest names. They may be framed: a viewer is embedded, and
 * no page of these changes anything by a click.
 */
final class ContentPolicy {

    private static final String BOOK_PAGE = "book.html";
    private static final String COMMON = "default-src 'none'; script-src 'self'; connect-src *; img-src * data: blob:; "
            + "media-src * blob:; font-src 'self' data:; base-uri 'none'; form-action 'self'; style-src 'self'";

    private ContentPolicy() {}

    /** For a page by its name. The book viewer's components write their styles into the page. */
    static String of(String page) {
        return page.equals(BOOK_PAGE) ? COMMON + " 'unsafe-inline'" : COMMON;
    }
}
