package org.lectern.service;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.text.Line;
import org.lectern.text.PageText;
import org.lectern.text.Word;

/** The words of a page as the bytes that a cache keeps. */
final class PageTextBytes {

    private PageTextBytes() {}

    static byte[] write(PageText page) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(page.space().width());
            out.writeInt(page.space().height());
            out.writeInt(page.lines().size());
            for (Line line : page.lines()) {
                write(line, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    static PageText read(byte[] bytes) {
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            Dimensions space = new Dimensions(in.readInt(), in.readInt());
            List<Line> lines = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                lines.add(line(in));
            }
            return new PageText(space, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Line line, DataOutputStream out) throws IOException {
        box(line.box(), out);
        out.writeInt(line.block());
        out.writeInt(line.paragraph());
        text(line.language().orElse(""), out);
        out.writeInt(line.words().size());
        for (Word word : line.words()) {
            text(word.text(), out);
            box(word.box(), out);
            out.writeByte(word.part().ordinal());
            text(word.whole(), out);
        }
    }

    private static Line line(DataInputStream in) throws IOException {
        Rect box = box(in);
        int block = in.readInt();
        int paragraph = in.readInt();
        Optional<String> language = Optional.of(text(in)).filter(tag -> !tag.isEmpty());
        List<Word> words = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            words.add(new Word(text(in), box(in), Word.Part.values()[in.readByte()], text(in)));
        }
        return new Line(box, block, paragraph, language, words);
    }

    private static void box(Rect box, DataOutputStream out) throws IOException {
        out.writeInt(box.x());
        out.writeInt(box.y());
        out.writeInt(box.width());
        out.writeInt(box.height());
    }

    private static Rect box(DataInputStream in) throws IOException {
        return new Rect(in.readInt(), in.readInt(), in.readInt(), in.readInt());
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
