package org.lectern.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.lectern.core.Rect;
import org.lectern.text.Line;
import org.lectern.text.PageText;
import org.lectern.text.Word;

/**
 * A page as the index keeps it: all of its words with their boxes, and the tokens that they are found by. A divided
 * word is found once, by the whole of it, and has two boxes.
 *
 * @param words in reading order
 * @param tokens in reading order
 */
record IndexedPage(List<Word> words, List<IndexedPage.Token> tokens) {

    private static final int CONTEXT = 8; // words before and behind a hit

    /**
     * What a word is found by.
     *
     * @param text folded
     * @param first offset of its word
     * @param last offset of its last part: the same for a word that is not divided
     */
    record Token(String text, int first, int last) {}

    static IndexedPage of(PageText page) {
        return of(page.lines().stream().map(Line::words).flatMap(List::stream).toList());
    }

    private static IndexedPage of(List<Word> words) {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.part() == Word.Part.TAIL && i > 0 && words.get(i - 1).part() == Word.Part.HEAD) {
                continue;
            }
            int last = word.part() == Word.Part.HEAD && i + 1 < words.size()
                    && words.get(i + 1).part() == Word.Part.TAIL ? i + 1 : i;
            for (String text : Folding.tokens(word.whole())) {
                tokens.add(new Token(text, i, last));
            }
        }
        return new IndexedPage(words, tokens);
    }

    /** The places where a query's phrases stand, in reading order; none unless all of them stand here. */
    List<Span> find(TextQuery query) {
        List<Span> found = new ArrayList<>();
        for (TextQuery.Phrase phrase : query.phrases()) {
            int before = found.size();
            for (int at = 0; at + phrase.words().size() <= tokens.size(); at++) {
                if (stands(phrase, at)) {
                    found.add(new Span(tokens.get(at).first(), tokens.get(at + phrase.words().size() - 1).last()));
                }
            }
            if (found.size() == before) {
                return List.of();
            }
        }
        return found.stream().distinct().sorted().toList();
    }

    private boolean stands(TextQuery.Phrase phrase, int at) {
        int last = phrase.words().size() - 1;
        for (int i = 0; i <= last; i++) {
            String token = tokens.get(at + i).text();
            String word = phrase.words().get(i);
            if (!(i == last && phrase.open() ? token.startsWith(word) : token.equals(word))) {
                return false;
            }
        }
        return true;
    }

    Found.Hit hit(int page, Span span) {
        List<Found.Word> matched = new ArrayList<>();
        for (int i = span.first(); i <= span.last(); i++) {
            matched.add(new Found.Word(i, words.get(i).text(), words.get(i).box()));
        }
        return new Found.Hit(
                page,
                text(Math.max(0, span.first() - CONTEXT), span.first()),
                text(span.last() + 1, Math.min(words.size(), span.last() + 1 + CONTEXT)),
                matched);
    }

    private String text(int from, int to) {
        return words.subList(Math.min(from, to), to).stream().map(Word::text).collect(Collectors.joining(" "));
    }

    /**
     * Words that stand one behind the other.
     *
     * @param first offset of the first
     * @param last offset of the last
     */
    record Span(int first, int last) implements Comparable<Span> {
        @Override
        public int compareTo(Span other) {
            return first != other.first ? Integer.compare(first, other.first) : Integer.compare(last, other.last);
        }
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(words.size());
            for (Word word : words) {
                out.writeUTF(short16(word.text()));
                out.writeByte(word.part().ordinal());
                boolean isDivided = !word.whole().equals(word.text());
                out.writeBoolean(isDivided);
                if (isDivided) {
                    out.writeUTF(short16(word.whole()));
                }
                out.writeInt(word.box().x());
                out.writeInt(word.box().y());
                out.writeInt(word.box().width());
                out.writeInt(word.box().height());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    /** What {@code writeUTF} takes; no word of a language is as long. */
    private static String short16(String text) {
        return text.length() > 10_000 ? text.substring(0, 10_000) : text;
    }

    static IndexedPage read(byte[] bytes, int offset, int length) throws IOException {
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes, offset, length)))) {
            int count = in.readInt();
            List<Word> words = new ArrayList<>(Math.max(0, Math.min(count, 1 << 16)));
            for (int i = 0; i < count; i++) {
                String text = in.readUTF();
                Word.Part part = Word.Part.values()[in.readByte()];
                String whole = in.readBoolean() ? in.readUTF() : text;
                words.add(new Word(text, new Rect(in.readInt(), in.readInt(), in.readInt(), in.readInt()), part, whole));
            }
            return of(words);
        }
    }
}
