package org.lectern.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lectern.core.Dimensions;
import org.lectern.core.Identifier;
import org.lectern.source.Apparatus;
import org.lectern.source.Item;
import org.lectern.source.ItemFile;
import org.lectern.source.Kind;
import org.lectern.source.Page;
import org.lectern.source.Section;
import org.lectern.source.TextPlace;
import org.lectern.source.Track;
import org.lectern.source.ViewingDirection;
import org.lectern.text.TextForm;

/** Items of every sort, with all that items can have. */
final class Treasures {

    static final ItemFile PLAIN_TEXT =
            new ItemFile("atlas_djvu.txt", "Full text", "text/plain", ItemFile.Use.RENDERING, Optional.empty(), 12);
    static final ItemFile MARC = new ItemFile("atlas marc.xml", "MARC", "application/xml", ItemFile.Use.SEE_ALSO,
            Optional.of("http://www.loc.gov/MARC21/slim"), 34);
    static final ItemFile STACK =
            new ItemFile("atlas_jp2.zip", "Page images", "application/zip", ItemFile.Use.NONE, Optional.empty(), 56);

    private Treasures() {}

    /** Six pages with words, two of them a sheet that folds out, in two chapters of which one has a part. */
    static Item atlas() {
        List<Page> pages = new ArrayList<>();
        List<String> types = List.of("Cover", "Title", "Foldout", "foldout", "Normal", "Cover");
        for (int i = 0; i < types.size(); i++) {
            Optional<TextPlace> words = i == 5 ? Optional.empty() : Optional.of(words(i));
            pages.add(new Page(i, i + 1, "$" + (i + 1), i == 0 ? "Cover" : "p. " + i, Optional.of(types.get(i)),
                    Optional.of(new Dimensions(1000 + i, 1500)), Optional.of(300), words, "member " + i));
        }
        Section map = new Section("The <b>map</b>", List.of(2, 3), List.of());
        Section first = new Section("Chapter 1", List.of(1, 2, 3, 4), List.of(map));
        Section last = new Section("Binding", List.of(5), List.of());
        Apparatus apparatus = new Apparatus(List.of("de", "la"), Optional.of("https://example.org/atlas"),
                Optional.of(Instant.parse("1623-01-01T00:00:00Z")), List.of(first, last), List.of(),
                List.of(STACK, PLAIN_TEXT, MARC));
        return item("maps/atlas", Kind.TEXTS, List.of("paged"), pages, 1, apparatus);
    }

    /** Two books in one item, of which the first pages have the same number. */
    static Item volumes() {
        List<Page> pages = List.of(
                page(0, 1, "$1"), page(1, 2, "$2"), page(2, 1, ":Volume 2$1"), page(3, 2, ":Volume 2$2"),
                page(4, 2, ":Volume 2$n4"));
        Apparatus apparatus = new Apparatus(List.of(), Optional.empty(), Optional.empty(),
                List.of(new Section("One", List.of(0, 1), List.of()), new Section("Two", List.of(2, 3, 4), List.of())),
                List.of(), List.of());
        return item("volumes", Kind.TEXTS, List.of("paged"), pages, 0, apparatus);
    }

    /** Two recordings to be heard, one of them in two forms and with a picture, and a scan of the cover. */
    static Item concert() {
        Track overture = new Track("01 overture", "Overture", 61.5, Optional.empty(),
                List.of(media("01 overture.mp3", "VBR MP3", "audio/mpeg"), media("01 overture.flac", "Flac", "audio/flac")),
                List.of(), Optional.of(media("01 overture.png", "Waveform", "image/png")));
        Track finale = new Track("02", "", 0.25, Optional.of(new Dimensions(9, 9)),
                List.of(media("02.mp3", "", "audio/mpeg")), List.of(), Optional.of(media("broken.png", "", "image/png")));
        return item("concert", Kind.AUDIO, List.of(), List.of(page(0, 0, "$0")), 0, tracks(overture, finale));
    }

    /** One recording to be seen, with subtitles and a picture. */
    static Item film() {
        Track film = new Track("film", "A film", 60, Optional.of(new Dimensions(640, 480)),
                List.of(media("film.mp4", "MPEG4", "video/mp4")),
                List.of(new Track.Caption(media("film.vtt", "", "text/vtt"), Optional.of("en"), "English"),
                        new Track.Caption(media("more.vtt", "", "text/vtt"), Optional.empty(), "")),
                Optional.of(media("film.jpg", "Poster", "image/jpeg")));
        return item("film", Kind.MOVIES, List.of(), List.of(), 0, tracks(film));
    }

    static Apparatus tracks(Track... tracks) {
        return new Apparatus(List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(tracks), List.of());
    }

    static ItemFile media(String name, String label, String type) {
        return new ItemFile(name, label, type, ItemFile.Use.NONE, Optional.empty(), 1000);
    }

    static TextPlace words(int place) {
        return new TextPlace(TextForm.DJVU_XML, "words", place);
    }

    static Page page(int index, int number, String name) {
        return new Page(index, number, name, "p. " + (index + 1), Optional.empty(), Optional.of(new Dimensions(100, 200)),
                "member " + index);
    }

    static Item item(String id, Kind kind, List<String> behavior, List<Page> pages, int start, Apparatus apparatus) {
        return new Item(new Identifier(id), kind, "The " + id, List.of(), Optional.empty(), Optional.empty(),
                Optional.empty(), List.of(), ViewingDirection.LEFT_TO_RIGHT, behavior, pages, start, apparatus,
                "validator of " + id, Shelves.MODIFIED);
    }
}
