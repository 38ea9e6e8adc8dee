package org.lectern.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;

/**
 * A line while its page is read.
 *
 * @param box as the file tells it
 * @param language as the file names it
 * @param region the file's name for the block it stands in, or the empty string
 * @param block counts from 0
 * @param paragraph counts from 0
 * @param words grows
 */
record DraftLine(Optional<Edges> box, Optional<String> language, String region, int block, int paragraph,
        List<DraftWord> words) {

    /** What all that the line tells of boxes covers; a word without one stands somewhere in it. */
    Optional<Edges> extent() {
        return box.or(() -> words.stream().flatMap(word -> word.box().stream()).reduce(Edges::with));
    }

    DraftLine renumbered(int newBlock, int newParagraph) {
        return new DraftLine(box, language, region, newBlock, newParagraph, words);
    }

    /** The line as it is handed on. */
    Line finish(Dimensions space) {
        Rect around = extent().map(edges -> edges.within(space)).orElse(space.bounds());
        List<Word> finished = new ArrayList<>(words.size());
        Rect all = null;
        for (DraftWord word : words) {
            Rect place = word.box().map(edges -> edges.within(space)).orElse(around);
            finished.add(new Word(word.text(), place, word.part(), word.whole()));
            all = all == null ? place : union(all, place);
        }
        return new Line(all, block, paragraph, language.flatMap(Languages::tag), finished);
    }

    private static Rect union(Rect a, Rect b) {
        int x = Math.min(a.x(), b.x());
        int y = Math.min(a.y(), b.y());
        return new Rect(x, y, Math.max(a.right(), b.right()) - x, Math.max(a.bottom(), b.bottom()) - y);
    }
}
