package org.lectern.text;

import java.util.List;
import java.util.Optional;
import org.lectern.text.DraftWord.Half;
import org.lectern.text.Word.Part;

/**
 * Puts divided words together: where the file says so (a soft hyphen, {@code HYP}, {@code HypPart1}), and where a
 * line ends in letters and a hyphen and the next of its paragraph begins with a small letter.
 */
final class Hyphens {

    private static final String HARD = "-\u2010\u2e17\u00ac"; // also of blackletter; a not-sign is written for one
    private static final String SOFT = "\u00ad";

    private Hyphens() {}

    /** Tells each word of a page which part of a word it is. */
    static void join(List<DraftLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            insideOf(lines.get(i).words());
            atTheEnd(lines, i);
        }
        lines.forEach(line -> line.words().forEach(Hyphens::withoutSoft));
    }

    private static void insideOf(List<DraftWord> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            DraftWord head = words.get(i);
            if (head.half() == Half.HEAD && words.get(i + 1).half() == Half.TAIL) {
                divide(head, words.get(i + 1));
            }
        }
    }

    private static void atTheEnd(List<DraftLine> lines, int at) {
        List<DraftWord> words = lines.get(at).words();
        DraftWord last = words.get(words.size() - 1);
        if (last.part() == Part.TAIL) {
            return;
        }
        if (at + 1 < lines.size()) {
            DraftWord first = lines.get(at + 1).words().get(0);
            if (belongTogether(lines.get(at), last, lines.get(at + 1), first)) {
                divide(last, first);
            }
        } else if (last.half() == Half.HEAD && last.subject().isPresent()) {
            last.become(Part.HEAD, last.text(), last.subject().get());
        }
        DraftWord opening = words.get(0);
        if (at == 0 && opening.half() == Half.TAIL && opening.part() == Part.WHOLE && opening.subject().isPresent()) {
            opening.become(Part.TAIL, opening.text(), opening.subject().get());
        }
    }

    private static boolean belongTogether(DraftLine line, DraftWord last, DraftLine next, DraftWord first) {
        if (stem(last.text()).isEmpty()) {
            return false;
        }
        if (last.half() == Half.HEAD && (last.subject().isPresent() || first.half() == Half.TAIL)) {
            return first.half() == Half.TAIL;
        }
        boolean isSmall = Character.isLowerCase(first.text().codePointAt(0));
        boolean saysSo = last.half() == Half.HEAD || endsIn(SOFT, last.text());
        return saysSo ? line.block() == next.block() || isSmall
                : line.paragraph() == next.paragraph() && isSmall && endsInLettersAndHyphen(last.text());
    }

    private static void divide(DraftWord head, DraftWord tail) {
        String whole = head.subject().or(tail::subject).orElseGet(() -> stem(head.text()) + plain(tail.text()));
        head.become(Part.HEAD, endsIn(SOFT, head.text()) ? stem(head.text()) + "-" : head.text(), whole);
        tail.become(Part.TAIL, tail.text(), whole);
    }

    private static boolean endsInLettersAndHyphen(String text) {
        String stem = stem(text);
        return endsIn(HARD, text) && Character.isLetter(stem.codePointBefore(stem.length()));
    }

    private static boolean endsIn(String hyphens, String text) {
        return hyphens.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static String stem(String text) {
        return plain(endsIn(HARD, text) || endsIn(SOFT, text) ? text.substring(0, text.length() - 1) : text);
    }

    private static String plain(String text) {
        return text.indexOf('\u00ad') < 0 ? text : text.replace("\u00ad", "");
    }

    /** A soft hyphen is not seen but where it divides. */
    private static void withoutSoft(DraftWord word) {
        word.become(word.part(), plain(word.text()), plain(word.whole()));
    }

    /** The text of a word behind which the file puts a hyphen of its own. */
    static String withHyphen(String text) {
        return endsIn(HARD, text) || endsIn(SOFT, text) ? text : text + "-";
    }

    /** What a file says the whole word is, when it says something. */
    static Optional<String> subject(Optional<String> content) {
        return content.map(Wording::clean).map(Hyphens::plain).filter(text -> !text.isEmpty());
    }
}
