package org.lectern.presentation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;

/** Models of every shape, with the texts that sources hold. */
final class RandomModels {

    private static final String[] TEXTS = {
        "plain", " spaced ", "<b>bold</b>", "<script>alert(1)</script>x", "a < b", "<untitled>", "é & ü", "מגילה", "\uD83D\uDE00",
        "\uD800 lonely", "line\nbreak \u0000", "\"quoted\" \\", "</script>", "<p>one</p><p>two"};
    private static final String[] LANGUAGES = {"none", "en", "de-1996", "zh-Hant", "es-419", "English", "", "pt_BR", "x", "he"};
    private static final List<String> BEHAVIORS = List.of(
            "paged", "individuals", "continuous", "unordered", "auto-advance", "no-auto-advance", "repeat", "facing-pages",
            "non-paged", "together", "http://example.org/x");

    private final Random random;
    private int ranges;

    RandomModels(int seed) {
        this.random = new Random(seed);
    }

    Manifest manifest(ApiVersion version) {
        List<Canvas> canvases = IntStream.range(0, 1 + random.nextInt(6)).mapToObj(this::canvas).toList();
        return new Manifest(
                Models.uri("item/manifest.json").in(version),
                label(),
                some(3, i -> new Metadata(texts(), texts())),
                maybe(this::texts),
                maybe(() -> new Metadata(texts(), texts())),
                maybe(() -> "http://rightsstatements.org/vocab/InC/1.0/"),
                Manifest.ViewingDirection.values()[random.nextInt(4)],
                Behavior.ofManifest(behaviors()),
                maybe(() -> canvases.get(random.nextInt(canvases.size())).id()),
                maybe(this::thumbnail),
                some(2, this::agent),
                some(3, this::link),
                some(3, this::link),
                some(3, this::link),
                maybe(() -> Instant.ofEpochSecond(random.nextLong(400_000_000_000L) - 100_000_000_000L, random.nextInt(1_000_000_000))),
                maybe(() -> Models.search("item")),
                some(2, this::reference),
                some(3, i -> range(canvases, 0)),
                canvases);
    }

    Collection collection(ApiVersion version) {
        String id = Models.uri("folder/collection.json?page=1").in(version);
        List<Reference> parent = List.of(reference(99));
        return switch (random.nextInt(3)) {
            case 0 -> new Collection(id, label(), some(5, this::reference), some(1, this::reference));
            case 1 -> new Collection(id, label(), maybe(this::texts), maybe(this::thumbnail), some(2, this::agent),
                    some(5, this::reference), parent,
                    Optional.of(new Collection.Page(random.nextInt(9), maybe(() -> Models.uri("next")), maybe(() -> Models.uri("prev")))));
            default -> new Collection(id, label(), maybe(this::texts), maybe(this::thumbnail), some(2, this::agent),
                    List.of(new Reference(Models.uri("page"), Reference.Type.COLLECTION, label(), Optional.empty())), parent,
                    Optional.of(new Collection.Whole(random.nextInt(9))));
        };
    }

    AnnotationPage text(ApiVersion version, Dimensions canvas) {
        return new AnnotationPage(Models.uri("annotations/item/lines.json").in(version), label(), some(5, i -> new Annotation(
                Models.canvas("item", 0) + "/line/" + i, text(), maybe(this::language),
                Annotation.Granularity.values()[random.nextInt(2)], Models.canvas("item", 0), box(canvas))));
    }

    SearchResponse found(Dimensions canvas) {
        String query = Models.BASE + "/iiif/search/item?q=x";
        List<SearchResponse.Hit> hits = some(4, hit -> new SearchResponse.Hit(
                Models.BASE + "/hit/" + hit, text(), text(), text(),
                IntStream.range(0, 1 + random.nextInt(3)).mapToObj(word -> new SearchResponse.Word(
                        Models.BASE + "/word/" + (hit + word), text(), Models.canvas("item", 0), box(canvas))).toList()));
        return new SearchResponse(
                query, query, hits.size() + 3, random.nextInt(3), query, query, maybe(() -> query), maybe(() -> query),
                some(3, i -> "user" + i), reference(0), hits);
    }

    private Rect box(Dimensions canvas) {
        int x = random.nextInt(canvas.width());
        int y = random.nextInt(canvas.height());
        return new Rect(x, y, 1 + random.nextInt(canvas.width() - x), 1 + random.nextInt(canvas.height() - y));
    }

    private Canvas canvas(int leaf) {
        Dimensions size = new Dimensions(1 + random.nextInt(9000), 1 + random.nextInt(9000));
        boolean isRecording = random.nextInt(4) == 0;
        Canvas.Content painting = new Canvas.Painting(Models.uri("item$" + leaf), size, random.nextBoolean());
        Canvas.Content recording = new Canvas.Recording(IntStream.range(0, 1 + random.nextInt(3)).mapToObj(this::file).toList());
        return new Canvas(
                Models.canvas("item", leaf), label(),
                isRecording && random.nextBoolean() ? Optional.empty() : Optional.of(size),
                isRecording ? Optional.of(0.001 + random.nextDouble() * 9000) : Optional.empty(),
                isRecording ? Optional.of(recording) : maybe(() -> painting),
                maybe(this::thumbnail), Behavior.ofCanvas(behaviors()), some(2, this::link), some(2, this::link),
                some(2, i -> new AnnotationPage.Link(Models.uri("annotations/item$" + leaf + "/" + i), label())),
                isRecording ? some(2, i -> new Canvas.Caption(Models.BASE + "/c" + i, label(), maybe(this::language))) : List.of(),
                maybe(() -> 25.4 / (1 + random.nextInt(600))),
                isRecording ? maybe(() -> accompanying(leaf)) : Optional.empty());
    }

    private Canvas accompanying(int leaf) {
        Dimensions size = new Dimensions(1 + random.nextInt(900), 1 + random.nextInt(900));
        return new Canvas(Models.canvas("item", leaf) + "/accompanying", label(), size,
                Optional.of(new Canvas.Painting(Models.uri("picture"), size, false)), Optional.empty());
    }

    private Canvas.MediaFile file(int number) {
        return new Canvas.MediaFile(Models.BASE + "/file" + number, false, "audio/mpeg", label());
    }

    private Range range(List<Canvas> canvases, int depth) {
        int number = ++ranges;
        List<RangeMember> members = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            members.add(depth < 4 && random.nextBoolean()
                    ? range(canvases, depth + 1)
                    : new Range.Part(canvases.get(random.nextInt(canvases.size())).id()));
        }
        return new Range(Models.BASE + "/iiif/item/range/" + number, label(), members);
    }

    private Agent agent(int number) {
        return new Agent(Models.BASE + "/agent" + number, label(), maybe(() -> Models.BASE + "/home"),
                maybe(() -> Models.BASE + "/logo" + (random.nextBoolean() ? ".PNG?x" : "")));
    }

    private Link link(int number) {
        return new Link(Models.BASE + "/link" + number, random.nextBoolean() ? "Text" : "Dataset", label(),
                maybe(() -> random.nextBoolean() ? "text/plain" : "Strange"), maybe(() -> "http://example.org/profile"));
    }

    private Reference reference(int number) {
        return new Reference(Models.uri("member" + number), Reference.Type.values()[random.nextInt(2)], label(), maybe(this::thumbnail));
    }

    private Thumbnail thumbnail() {
        return new Thumbnail(Models.uri("item$0"), "full/!200,200/0/default.jpg", maybe(() -> new Dimensions(200, 100)));
    }

    private LanguageMap label() {
        LanguageMap texts = texts();
        return texts.isEmpty() ? LanguageMap.of("label") : texts;
    }

    private LanguageMap texts() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            texts.put(language(), some(3, number -> text()));
        }
        return new LanguageMap(texts);
    }

    private String language() {
        return LANGUAGES[random.nextInt(LANGUAGES.length)];
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private List<String> behaviors() {
        return some(4, i -> BEHAVIORS.get(random.nextInt(BEHAVIORS.size())));
    }

    private <T> Optional<T> maybe(Supplier<T> thing) {
        return random.nextBoolean() ? Optional.of(thing.get()) : Optional.empty();
    }

    private <T> List<T> some(int most, IntFunction<T> thing) {
        return IntStream.range(0, random.nextInt(most + 1)).mapToObj(thing).toList();
    }
}
