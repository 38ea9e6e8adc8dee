package org.lectern.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    PDF;

    private static final Pattern MARK = Pattern.compile(
            "<(?:[\\w.-]+:)?(DjVuXML|alto|PcGts|html|body|div)[\\s>]|(%PDF-)|<!DOCTYPE\\s+(html)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HOCR_MARK =
            Pattern.compile("\\bocr-(system|capabilities)\\b|class\\s*=\\s*[\"']?ocrx?_", Pattern.CASE_INSENSITIVE);

    /**
     * The form of a file by its first bytes; of HTML only when they say that it is hOCR.
     *
     * @param head a few thousand bytes, in any encoding
     */
    public static Optional<TextForm> of(byte[] head) {
        String text = new String(head, Characters.charset(head));
        Matcher mark = MARK.matcher(text);
        if (!mark.find()) {
            return Optional.empty();
        }
        if (mark.group(2) != null) {
            boolean isFirst = new String(head, StandardCharsets.ISO_8859_1).startsWith("%PDF-");
            return isFirst ? Optional.of(PDF) : Optional.empty();
        }
        String root = mark.group(1) == null ? mark.group(3) : mark.group(1);
        return switch (root.toLowerCase(Locale.ROOT)) {
            case "djvuxml" -> Optional.of(DJVU_XML);
            case "alto" -> Optional.of(ALTO);
            case "pcgts" -> Optional.of(PAGE_XML);
            default -> HOCR_MARK.matcher(text).find() ? Optional.of(HOCR) : Optional.empty();
        };
    }
}
