package org.lectern.presentation;

import java.util.Set;
import org.lectern.core.ApiVersion;

/**
 * The little HTML that IIIF allows in descriptions, made from whatever a source holds.
 *
 * <p>A text counts as HTML when it holds at least one tag that HTML knows; {@code a < b} and
 * {@code <unknown>} are plain text and stay as they are. HTML comes out as well-formed XML in one
 * element, with the tags and attributes of the specification only; everything else loses its tags,
 * and scripts, styles and the like their content too.
 *
 * <p>Cost: one pass; the result is at most six times as long.
 *
 * @see <a href="https://iiif.io/api/presentation/3.0/#45-html-markup-in-property-values">Presentation API 3.0, 4.5</a>
 */
public final class Markup {

    private static final Set<String> ALLOWED_2 = Set.of("a", "b", "br", "i", "img", "p", "span");
    private static final Set<String> ALLOWED_3 =
            Set.of("a", "b", "br", "i", "img", "p", "span", "small", "sub", "sup");

    private Markup() {}

    /** The text as it may stand where the specification allows HTML; blank when nothing is left. */
    static String rich(String text, ApiVersion version) {
        Set<String> allowed = version == ApiVersion.V2 ? ALLOWED_2 : ALLOWED_3;
        return isHtml(text) ? new MarkupFilter(text, allowed).filtered() : guarded(text);
    }

    /**
     * The text as it may stand where the specification allows no HTML: tags are dropped, entities
     * decoded. Blank only when the text is.
     */
    public static String plain(String text) {
        String bare = isHtml(text) ? new MarkupFilter(text, Set.of()).text() : text;
        return guarded(bare.isBlank() ? text : bare);
    }

    /** A plain text that looks like one element gets a space behind it, or clients would take it for HTML. */
    private static String guarded(String text) {
        return text.startsWith("<") && text.endsWith(">") ? text + " " : text;
    }

    private static boolean isHtml(String text) {
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            Tag tag = Tag.at(text, at);
            if (tag.end() == Tag.UNFINISHED) {
                return false;
            }
            if (tag.isKnown()) {
                return true;
            }
        }
        return false;
    }
}
