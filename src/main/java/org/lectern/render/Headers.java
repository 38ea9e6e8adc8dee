package org.lectern.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.cache.Cache;
import org.lectern.codec.Codecs;
import org.lectern.codec.Decoder;
import org.lectern.codec.Pyramid;
import org.lectern.core.Dimensions;
import org.lectern.image.Quality;

/**
 * What the headers of files tell, remembered in the documents cache as one line of text: a warm request opens
 * no file. Thread-safe; leaves blobs open.
 */
final class Headers {

    private final Codecs codecs;
    private final Cache documents;
    private final String build;

    Headers(Codecs codecs, Cache documents, String build) {
        this.codecs = codecs;
        this.documents = documents;
        this.build = build;
    }

    Pyramid pyramid(Picture picture) {
        return parse(text(documents.get(key(picture), () -> bytes(print(read(picture))))));
    }

    private String key(Picture picture) {
        return picture.validator() + ":pyramid:" + build;
    }

    /** Who has just seen the page before may be leafing through the file: then what comes next is read along. */
    private Pyramid read(Picture picture) {
        Decoder decoder = decoder(picture.blob());
        if (picture.page() == 0 || documents.find(key(new Picture(picture.blob(), picture.page() - 1))).isEmpty()) {
            return decoder.pyramid(picture);
        }
        List<Pyramid> run = decoder.pyramids(picture);
        for (int i = 1; i < run.size(); i++) {
            documents.put(key(new Picture(picture.blob(), picture.page() + i)), bytes(print(run.get(i))));
        }
        return run.get(0);
    }

    int pages(Blob blob) {
        String key = blob.validator() + ":pages:" + build;
        return Integer.parseInt(text(documents.get(key, () -> bytes(Integer.toString(decoder(blob).pages(blob))))));
    }

    /** The decoder that made the pyramid; when it is gone, the one that knows the file now. */
    Decoder decoder(Pyramid pyramid, Blob blob) {
        return codecs.named(pyramid.format()).orElseGet(() -> decoder(blob));
    }

    private Decoder decoder(Blob blob) {
        return codecs.decoder(blob);
    }

    static String print(Pyramid pyramid) {
        var line = new StringJoiner(" ");
        line.add(pyramid.format()).add(pyramid.nature().name());
        line.add(Integer.toString(pyramid.bands())).add(Integer.toString(pyramid.bits()));
        line.add(pyramid.dpi().isPresent() ? Double.toString(pyramid.dpi().getAsDouble()) : "-");
        for (Pyramid.Level level : pyramid.levels()) {
            line.add(level.size() + "x" + level.tile());
        }
        return line.toString();
    }

    static Pyramid parse(String line) {
        String[] words = line.split(" ");
        List<Pyramid.Level> levels = new ArrayList<>();
        for (int i = 5; i < words.length; i++) {
            levels.add(level(words[i].split("x")));
        }
        OptionalDouble dpi =
                words[4].equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(words[4]));
        return new Pyramid(levels, Quality.valueOf(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]),
                dpi, words[0]);
    }

    private static Pyramid.Level level(String[] sides) {
        return new Pyramid.Level(
                new Dimensions(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])),
                new Dimensions(Integer.parseInt(sides[2]), Integer.parseInt(sides[3])));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
