package org.lectern.text;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;

/**
 * The words of one page, in reading order. Immutable.
 *
 * @param space width and height that the boxes are measured in: the page as the recognition saw it, top left first
 * @param lines in reading order; none for a blank page
 */
public record PageText(Dimensions space, List<Line> lines) {

    /** Keeps its own copy. */
    public PageText {
        Objects.requireNonNull(space);
        lines = List.copyOf(lines);
    }

    /**
     * The same words where they stand on a canvas that shows all of the page: boxes are rounded outward and lie inside
     * of it. Cost: a copy of all boxes, unless the canvas is of the page's own size.
     *
     * @param canvas of any size
     */
    public PageText scaledTo(Dimensions canvas) {
        return canvas.equals(space)
                ? this
                : new PageText(canvas, lines.stream().map(line -> scaled(line, canvas)).toList());
    }

    private Line scaled(Line line, Dimensions canvas) {
        List<Word> words = line.words().stream()
                .map(word -> new Word(word.text(), scaled(word.box(), canvas), word.part(), word.whole()))
                .toList();
        return new Line(scaled(line.box(), canvas), line.block(), line.paragraph(), line.language(), words);
    }

    private Rect scaled(Rect box, Dimensions canvas) {
        int x = start(box.x(), space.width(), canvas.width());
        int y = start(box.y(), space.height(), canvas.height());
        int right = end(box.right(), space.width(), canvas.width(), x);
        int bottom = end(box.bottom(), space.height(), canvas.height(), y);
        return new Rect(x, y, right - x, bottom - y);
    }

    private static int start(int at, int from, int to) {
        return (int) Math.min((long) at * to / from, to - 1);
    }

    private static int end(int at, int from, int to, int start) {
        return (int) Math.max(start + 1, Math.min(((long) at * to + from - 1) / from, to));
    }

    /** The text as it stands there: a row for each line, an empty one between paragraphs. */
    public String text() {
        var text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                text.append(lines.get(i).paragraph() == lines.get(i - 1).paragraph() ? "\n" : "\n\n");
            }
            text.append(lines.get(i).words().stream().map(Word::text).collect(Collectors.joining(" ")));
        }
        return text.toString();
    }
}
