package org.lectern.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lectern.blob.Blob;
import org.lectern.blob.BytesBlob;

/** What tests read, and how they write it down. */
final class Reading {

    private Reading() {}

    static List<PageText> pages(TextForm form, Blob blob) {
        List<PageText> pages = new ArrayList<>();
        TextReaders.read(form, blob, (place, text) -> {
            if (place != pages.size()) {
                throw new AssertionError("page " + place + " came as number " + pages.size());
            }
            return pages.add(text);
        });
        return pages;
    }

    static List<PageText> pages(TextForm form, String text) {
        return pages(form, blob(text, StandardCharsets.UTF_8));
    }

    /** The only page. */
    static PageText page(TextForm form, String text) {
        List<PageText> pages = pages(form, text);
        if (pages.size() != 1) {
            throw new AssertionError(pages.size() + " pages");
        }
        return pages.get(0);
    }

    static Blob blob(String text, Charset charset) {
        return new BytesBlob("page.xml", text.getBytes(charset));
    }

    /** As in {@code Alice@10,20,30,40}; a head as {@code ad-@…(adventure}, a tail as {@code venture@…)adventure}. */
    static List<String> words(PageText page) {
        return page.lines().stream().flatMap(line -> line.words().stream()).map(Reading::written).toList();
    }

    private static String written(Word word) {
        return word.text() + "@" + word.box() + switch (word.part()) {
            case WHOLE -> word.whole().equals(word.text()) ? "" : "=" + word.whole();
            case HEAD -> "(" + word.whole();
            case TAIL -> ")" + word.whole();
        };
    }

    /** The texts of the words, and of divided ones what to search for; without boxes. */
    static List<String> texts(PageText page) {
        return words(page).stream().map(word -> word.replaceFirst("@[0-9,]+", "")).toList();
    }

    /** Of each line its block and its paragraph, as in {@code 0.1}. */
    static List<String> parts(PageText page) {
        return page.lines().stream().map(line -> line.block() + "." + line.paragraph()).toList();
    }
}
