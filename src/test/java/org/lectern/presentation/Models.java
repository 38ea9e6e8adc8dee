package org.lectern.presentation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.presentation.Manifest.ViewingDirection;

/** One of each thing the model can say. */
final class Models {

    static final String BASE = "https://iiif.example.org/lectern";
    private static final Agent LIBRARY = new Agent(
            "https://library.example.org/", LanguageMap.in("en", "Example Library"),
            Optional.of("https://library.example.org/about"), Optional.of("https://library.example.org/logo.svg"));

    private Models() {}

    static VersionedUri uri(String path) {
        return new VersionedUri(BASE + "/iiif/2/" + path, BASE + "/iiif/3/" + path);
    }

    private static LanguageMap inTwoLanguages() {
        Map<String, List<String>> title = new LinkedHashMap<>();
        title.put("de", List.of("Die Bibel"));
        title.put("es-419", List.of("La <i>Biblia</i>"));
        title.put("English", List.of("The Bible"));
        return new LanguageMap(title);
    }

    /** A book with everything that a book has. */
    static Manifest bible(ApiVersion version) {
        return new Manifest(
                uri("bible/manifest.json").in(version),
                inTwoLanguages(),
                List.of(
                        new Metadata(LanguageMap.in("en", "Author"), LanguageMap.of(List.of("<b>One</b> & two", "A < B"))),
                        new Metadata(LanguageMap.in("en", "Nothing"), LanguageMap.EMPTY)),
                Optional.of(LanguageMap.in("en", "<p onclick='alert(1)'>Printed in <small>1534</small></p><script>alert(1)</script>")),
                Optional.of(new Metadata(LanguageMap.in("en", "Courtesy"), LanguageMap.in("en", "Of the <b>owner</b>"))),
                Rights.uri("https://rightsstatements.org/page/NoC-US/1.0/?language=en"),
                ViewingDirection.LEFT_TO_RIGHT,
                Behavior.ofManifest(List.of("paged", "no-auto-advance")),
                Optional.of(canvas("bible", 1)),
                Optional.of(thumbnail("bible$1")),
                List.of(LIBRARY),
                List.of(
                        link("https://catalogue.example.org/bible", "Text", "In the catalogue", "text/html"),
                        link(BASE + "/bible", "Text", "Here", "text/html")),
                List.of(
                        new Link("https://catalogue.example.org/bible.xml", "Dataset", LanguageMap.of("MARC"),
                                Optional.of("application/xml"), Optional.of("http://www.loc.gov/standards/marcxml")),
                        link("https://catalogue.example.org/bible.rdf", "Dataset", "RDF", "application/rdf+xml")),
                List.of(
                        link(BASE + "/iiif/pdf/bible", "Text", "PDF", "application/pdf"),
                        new Link(BASE + "/iiif/resource/bible/bible.epub", "Dataset", LanguageMap.of("EPUB"),
                                Optional.empty(), Optional.empty())),
                Optional.of(Instant.parse("1534-01-01T00:00:00.250Z")),
                Optional.of(search("bible")),
                List.of(reference("shelf/collection.json", Reference.Type.COLLECTION, "Shelf")),
                List.of(
                        range("bible", 1, "Cover", part("bible", 0)),
                        range("bible", 2, "Old Testament", part("bible", 1),
                                range("bible", 3, "Genesis", part("bible", 1), part("bible", 2)),
                                range("bible", 4, "Exodus", part("bible", 2)))),
                List.of(
                        page("bible", 0, "Cover", List.of("non-paged")),
                        page("bible", 1, "1", List.of()),
                        page("bible", 2, "2", List.of("facing-pages", "auto-advance"))));
    }

    private static Canvas page(String item, int leaf, String label, List<String> behavior) {
        Dimensions size = new Dimensions(2000, 3000 + leaf);
        VersionedUri service = uri(item + "$" + leaf);
        return new Canvas(
                canvas(item, leaf),
                LanguageMap.of(label),
                Optional.of(size),
                Optional.empty(),
                Optional.of(new Canvas.Painting(service, size, leaf == 2)),
                Optional.of(thumbnail(item + "$" + leaf)),
                Behavior.ofCanvas(behavior),
                List.of(link(BASE + "/iiif/pdf/" + item + "$" + leaf, "Text", "This page as PDF", "application/pdf")),
                List.of(new Link(BASE + "/iiif/resource/" + item + "/" + leaf + ".xml", "Dataset", LanguageMap.of("ALTO"),
                        Optional.of("application/xml"), Optional.of("http://www.loc.gov/standards/alto/ns-v4#"))),
                List.of(
                        new AnnotationPage.Link(uri("annotations/" + item + "$" + leaf + "/lines.json"), LanguageMap.in("en", "Lines")),
                        new AnnotationPage.Link(uri("annotations/" + item + "$" + leaf + "/words.json"), LanguageMap.in("en", "Words"))),
                List.of(),
                Optional.of(25.4 / 300),
                Optional.empty());
    }

    /** Two volumes in one item, with parts that lie in parts; a single range stands above all. */
    static Manifest volumes(ApiVersion version) {
        Range one = range("set", 2, "Volume one", range("set", 3, "Part A", part("set", 0), part("set", 1)));
        Range two = range("set", 4, "Volume two", part("set", 2), part("set", 3));
        return new Manifest(
                uri("set/manifest.json").in(version), LanguageMap.of("A set"), List.of(), Optional.empty(), Optional.empty(),
                Optional.empty(), ViewingDirection.RIGHT_TO_LEFT, List.of("continuous"), Optional.empty(), Optional.empty(),
                List.of(LIBRARY), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(),
                List.of(range("set", 1, "Contents", one, two)),
                IntStream.range(0, 4).mapToObj(leaf -> page("set", leaf, "" + leaf, List.of("non-paged"))).toList());
    }

    /** Two songs: the one in several forms with a waveform, the other in one and without a picture. */
    static Manifest concert(ApiVersion version) {
        return recordings("concert", version, List.of(
                new Canvas(
                        BASE + "/iiif/concert/first%20song/canvas", LanguageMap.of("First song"), Optional.empty(),
                        Optional.of(237.5),
                        Optional.of(new Canvas.Recording(List.of(
                                file("concert/first%20song.mp3", false, "audio/mpeg", "MP3"),
                                file("concert/first%20song.flac", false, "audio/flac", "FLAC")))),
                        Optional.empty(), List.of("auto-advance"), List.of(), List.of(), List.of(), List.of(),
                        Optional.empty(), Optional.of(waveform())),
                new Canvas(
                        BASE + "/iiif/concert/second/canvas", LanguageMap.of("Second song"), Optional.empty(),
                        Optional.of(60.0),
                        Optional.of(new Canvas.Recording(List.of(file("concert/2.ogg", false, "audio/ogg", "Ogg")))),
                        Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty(),
                        Optional.empty())));
    }

    private static Canvas waveform() {
        return new Canvas(
                BASE + "/iiif/concert/first%20song/canvas/accompanying", LanguageMap.of("Waveform"), new Dimensions(800, 200),
                Optional.of(new Canvas.Painting(uri("concert%2Ffirst.png"), new Dimensions(800, 200), false)),
                Optional.empty());
    }

    /** A film with subtitles in two languages. */
    static Manifest film(ApiVersion version) {
        return recordings("film", version, List.of(new Canvas(
                BASE + "/iiif/film/film/canvas", LanguageMap.of("Film"), Optional.of(new Dimensions(640, 480)),
                Optional.of(3600.25),
                Optional.of(new Canvas.Recording(List.of(
                        file("film/film.mp4", true, "video/mp4", "MPEG4"), file("film/film.ogv", true, "video/ogg", "Ogg")))),
                Optional.of(thumbnail("film$0")), List.of(),
                List.of(link(BASE + "/iiif/resource/film/film.txt", "Text", "Transcript", "text/plain")), List.of(), List.of(),
                List.of(
                        new Canvas.Caption(BASE + "/iiif/resource/film/film.en.vtt", LanguageMap.of("English"), Optional.of("en")),
                        new Canvas.Caption(BASE + "/iiif/resource/film/film.x.vtt", LanguageMap.of("Unknown"), Optional.of("?"))),
                Optional.empty(), Optional.empty())));
    }

    private static Manifest recordings(String item, ApiVersion version, List<Canvas> canvases) {
        return new Manifest(
                uri(item + "/manifest.json").in(version), LanguageMap.of("Recordings"), List.of(), Optional.empty(),
                Optional.empty(), Optional.empty(), ViewingDirection.LEFT_TO_RIGHT, List.of("auto-advance"), Optional.empty(),
                Optional.empty(), List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(),
                IntStream.range(0, canvases.size())
                        .mapToObj(i -> range(item, i + 1, "Track " + (i + 1), new Range.Part(canvases.get(i).id())))
                        .toList(),
                canvases);
    }

    private static Canvas.MediaFile file(String path, boolean isVideo, String format, String label) {
        return new Canvas.MediaFile(BASE + "/iiif/resource/" + path, isVideo, format, LanguageMap.of(label));
    }

    /** 2500 manifests on three pages. */
    static Collection whole(ApiVersion version) {
        return new Collection(
                uri("shelf/collection.json").in(version), LanguageMap.of("Shelf"), Optional.of(LanguageMap.of("All <b>books</b>")),
                Optional.of(thumbnail("bible$1")), List.of(LIBRARY),
                List.of(shelfPage(1, "1–1000"), shelfPage(2, "1001–2000"), shelfPage(3, "2001–2500")),
                List.of(reference("collection.json", Reference.Type.COLLECTION, "Library")),
                Optional.of(new Collection.Whole(2500)));
    }

    /** The second of them. */
    static Collection shelf(ApiVersion version) {
        return new Collection(
                uri("shelf/collection.json?page=2").in(version), LanguageMap.of("1001–2000"), Optional.empty(), Optional.empty(),
                List.of(),
                List.of(
                        reference("bible/manifest.json", Reference.Type.MANIFEST, "Bible"),
                        reference("shelf$inner/collection.json", Reference.Type.COLLECTION, "Inner"),
                        reference("set/manifest.json", Reference.Type.MANIFEST, "A set")),
                List.of(reference("shelf/collection.json", Reference.Type.COLLECTION, "Shelf")),
                Optional.of(new Collection.Page(1000, Optional.of(uri("shelf/collection.json?page=3")),
                        Optional.of(uri("shelf/collection.json?page=1")))));
    }

    private static Reference shelfPage(int number, String label) {
        return reference("shelf/collection.json?page=" + number, Reference.Type.COLLECTION, label);
    }

    /** Two lines and a word, one of them from right to left, one of hostile characters. */
    static AnnotationPage lines(ApiVersion version) {
        return new AnnotationPage(
                uri("annotations/bible$1/lines.json").in(version),
                LanguageMap.in("en", "Lines"),
                List.of(
                        annotation(1, "A bird in the \"hand\" <script>", Optional.of("en"), Annotation.Granularity.LINE),
                        annotation(2, "בראשית ברא", Optional.of("he"), Annotation.Granularity.LINE),
                        annotation(3, "half \uD800 of a pair \uD83D\uDE00 \u0000", Optional.of("es-419"), Annotation.Granularity.WORD)));
    }

    private static Annotation annotation(
            int line, String text, Optional<String> language, Annotation.Granularity granularity) {
        return new Annotation(
                canvas("bible", 1) + "/line/" + line, text, language, granularity, canvas("bible", 1),
                new Rect(100, 100 * line, 1900, 60));
    }

    /** The middle of three pages: one word, and a phrase that goes over to another line and shares the word. */
    static SearchResponse found(int searchVersion) {
        SearchResponse.Word hand = word(7, "hand", new Rect(700, 100, 90, 40));
        SearchResponse.Word is = word(8, "is", new Rect(100, 160, 30, 40));
        String query = BASE + "/iiif/search/" + searchVersion + "/bible?q=hand";
        return new SearchResponse(
                query + "&page=2", query, 5, 2, query, query + "&page=3",
                Optional.of(query + "&page=3"), Optional.of(query), List.of("user", "date"),
                reference("bible/manifest.json", Reference.Type.MANIFEST, "The Bible"),
                List.of(
                        new SearchResponse.Hit(BASE + "/hit/2", "hand", "A bird in the ", " is worth two", List.of(hand)),
                        new SearchResponse.Hit(BASE + "/hit/3", "hand is", "A bird in the ", " worth \"two\"", List.of(hand, is))));
    }

    /** Nothing at all. */
    static SearchResponse nothing(int searchVersion) {
        String query = BASE + "/iiif/search/" + searchVersion + "/bible?q=zebra";
        return new SearchResponse(
                query, query, 0, 0, query, query, Optional.empty(), Optional.empty(), List.of(),
                reference("bible/manifest.json", Reference.Type.MANIFEST, "The Bible"), List.of());
    }

    private static SearchResponse.Word word(int offset, String text, Rect box) {
        return new SearchResponse.Word(canvas("bible", 1) + "/word/" + offset, text, canvas("bible", 1), box);
    }

    static Terms terms(int searchVersion) {
        String base = BASE + "/iiif/search/" + searchVersion + "/bible?q=";
        return new Terms(
                BASE + "/iiif/autocomplete/" + searchVersion + "/bible?q=b&user=x", List.of("user"),
                List.of(new Terms.Term("bird", 12, base + "bird"), new Terms.Term("bush", 1, base + "bush")));
    }

    static String canvas(String item, int leaf) {
        return BASE + "/iiif/" + item + "$leaf" + leaf + "/canvas";
    }

    static Range range(String item, int number, String label, RangeMember... members) {
        return new Range(BASE + "/iiif/" + item + "/range/" + number, LanguageMap.of(label), List.of(members));
    }

    static Range.Part part(String item, int leaf) {
        return new Range.Part(canvas(item, leaf));
    }

    static Link link(String id, String type, String label, String format) {
        return new Link(id, type, LanguageMap.of(label), Optional.of(format), Optional.empty());
    }

    static Thumbnail thumbnail(String image) {
        return new Thumbnail(uri(image), "full/200,300/0/default.jpg", Optional.of(new Dimensions(200, 300)));
    }

    static Reference reference(String path, Reference.Type type, String label) {
        return new Reference(uri(path), type, LanguageMap.of(label), Optional.empty());
    }

    static SearchService search(String item) {
        return new SearchService(
                BASE + "/iiif/search/1/" + item, BASE + "/iiif/autocomplete/1/" + item,
                BASE + "/iiif/search/2/" + item, BASE + "/iiif/autocomplete/2/" + item);
    }
}
