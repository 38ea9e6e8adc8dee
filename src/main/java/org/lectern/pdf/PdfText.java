package org.lectern.pdf;

/** Text of a PDF, made fit to be shown. */
final class PdfText {

    private PdfText() {}

    /** Without control characters and surrounding space, cut to a length. */
    static String clean(String text, int atMost) {
        String cut = text.length() > atMost ? text.substring(0, atMost) : text;
        var clean = new StringBuilder(cut.length());
        cut.codePoints()
                .map(point -> point == '\n' || point == '\r' || point == '\t' ? ' ' : point)
                .filter(point -> !Character.isISOControl(point) && !(point >= 0xd800 && point <= 0xdfff))
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }
}
