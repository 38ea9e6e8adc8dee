package org.lectern.text;

import java.util.Optional;
import org.lectern.text.Word.Part;

/** A word while its page is read: its other half may still come. */
final class DraftWord {

    /** What the file says of a divided word. */
    enum Half { NONE, HEAD, TAIL }

    private final Optional<Edges> box;
    private final Half half;
    private final Optional<String> subject;
    private Part part = Part.WHOLE;
    private String text;
    private String whole;

    /**
     * A word with what the file says of it.
     *
     * @param text clean and not empty
     * @param subject the undivided word, when the file tells it
     */
    DraftWord(String text, Optional<Edges> box, Half half, Optional<String> subject) {
        this.text = text;
        this.box = box;
        this.half = half;
        this.subject = subject;
        this.whole = half == Half.HEAD ? subject.orElse(text) : text;
    }

    Optional<Edges> box() {
        return box;
    }

    Half half() {
        return half;
    }

    Optional<String> subject() {
        return subject;
    }

    Part part() {
        return part;
    }

    String text() {
        return text;
    }

    String whole() {
        return whole;
    }

    /** What it turned out to be. */
    void become(Part nowPart, String nowText, String nowWhole) {
        part = nowPart;
        text = nowText;
        whole = nowWhole;
    }
}
