package org.lectern.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.presentation.Manifest.ViewingDirection;

class DocumentsGoldenTest {

    private static final String BASE = "https://iiif.example.org/lectern";

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("manifest-book", (Writing) version -> Documents.bytes(book(version), version)),
                Arguments.of("manifest-image", (Writing) version -> Documents.bytes(image(version), version)),
                Arguments.of("collection", (Writing) version -> Documents.bytes(collection(version), version)),
                Arguments.of("manifest-bible", (Writing) version -> Documents.bytes(Models.bible(version), version)),
                Arguments.of("manifest-volumes", (Writing) version -> Documents.bytes(Models.volumes(version), version)),
                Arguments.of("manifest-concert", (Writing) version -> Documents.bytes(Models.concert(version), version)),
                Arguments.of("manifest-film", (Writing) version -> Documents.bytes(Models.film(version), version)),
                Arguments.of("collection-whole", (Writing) version -> Documents.bytes(Models.whole(version), version)),
                Arguments.of("collection-page", (Writing) version -> Documents.bytes(Models.shelf(version), version)));
    }

    /** Writes one of the documents. */
    interface Writing {
        byte[] write(ApiVersion version);
    }

    @Holds({"PRE-106", "PRE-107"})
    @Test
    void textsAreWrittenAsReviewed() {
        Map<String, Dimensions> canvases = Map.of(Models.canvas("bible", 1), new Dimensions(2000, 3001));
        for (ApiVersion version : ApiVersion.values()) {
            Golden.check("annotations-" + version.number() + ".json", Documents.bytes(Models.lines(version), version));
        }
        PresentationRules.checkText3(Documents.bytes(Models.lines(ApiVersion.V3), ApiVersion.V3), canvases);
        PresentationRules.checkText2(Documents.bytes(Models.lines(ApiVersion.V2), ApiVersion.V2), canvases);
    }

    @Test
    void textsPassTheOfficialSchema() {
        PresentationRules.checkSchema(Documents.bytes(Models.lines(ApiVersion.V3), ApiVersion.V3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void searchResponsesAreWrittenAsReviewed(int version) {
        Map<String, Dimensions> canvases = Map.of(Models.canvas("bible", 1), new Dimensions(2000, 3001));
        Golden.check("search-found-" + version + ".json", Documents.bytes(Models.found(version), version));
        Golden.check("search-nothing-" + version + ".json", Documents.bytes(Models.nothing(version), version));
        PresentationRules.checkSearch(Documents.bytes(Models.found(version), version), version, canvases);
        PresentationRules.checkSearch(Documents.bytes(Models.nothing(version), version), version, canvases);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void termsAreWrittenAsReviewed(int version) {
        Golden.check("search-terms-" + version + ".json", Documents.bytes(Models.terms(version), version));
        PresentationRules.checkTerms(Documents.bytes(Models.terms(version), version), version);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void version3IsWrittenAsReviewed(String name, Writing writing) {
        Golden.check(name + "-3.json", writing.write(ApiVersion.V3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void version2IsWrittenAsReviewed(String name, Writing writing) {
        Golden.check(name + "-2.json", writing.write(ApiVersion.V2));
    }

    @Holds("PRE-120")
    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void version3KeepsWhatTheSchemaDoesNotLookAt(String name, Writing writing) {
        PresentationRules.check3(writing.write(ApiVersion.V3));
    }

    @Holds("PRE-117")
    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void version2KeepsWhatTheOfficialLoaderInsistsOn(String name, Writing writing) {
        PresentationRules.check2(writing.write(ApiVersion.V2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void version3PassesTheOfficialSchema(String name, Writing writing) {
        PresentationRules.checkSchema(writing.write(ApiVersion.V3));
    }

    @Holds({"PRE-034", "PRE-036"})
    @Test
    void scriptsLeaveNoTraceInEitherVersion() {
        for (ApiVersion version : ApiVersion.values()) {
            String text = new String(Documents.bytes(book(version), version), StandardCharsets.UTF_8)
                    + new String(Documents.bytes(Models.bible(version), version), StandardCharsets.UTF_8);
            assertThat(text).doesNotContain("alert(").doesNotContain("javascript:");
        }
    }

    private static String prefix(ApiVersion version) {
        return BASE + "/iiif/" + version.number() + "/";
    }

    private static VersionedUri uri(String path) {
        return new VersionedUri(BASE + "/iiif/2/" + path, BASE + "/iiif/3/" + path);
    }

    private static Manifest book(ApiVersion version) {
        Map<String, List<String>> title = new LinkedHashMap<>();
        title.put("he", List.of("מגילה"));
        title.put("en", List.of("A scroll & <b>more</b>", "Another title"));
        return new Manifest(
                prefix(version) + "scrolls$megillah/manifest.json",
                new LanguageMap(title),
                List.of(
                        new Metadata(LanguageMap.of("Creator"), LanguageMap.of(List.of("A. Scribe", "B. <unknown>"))),
                        new Metadata(LanguageMap.of("Note"), LanguageMap.of("<i>small</i> <script>alert(1)</script>print")),
                        new Metadata(LanguageMap.of("Empty"), LanguageMap.of(" "))),
                Optional.of(LanguageMap.of("Of <sup>1</sup> <a href='javascript:alert(1)'>hand</a> & <b>pen")),
                Optional.of(new Metadata(LanguageMap.in("en", "Attribution"), LanguageMap.of("Example Library"))),
                Rights.uri("https://creativecommons.org/licenses/by/4.0/deed.en"),
                ViewingDirection.RIGHT_TO_LEFT,
                Behavior.ofManifest(List.of("paged", "individuals", "nonsense")),
                Optional.of(BASE + "/iiif/scrolls$megillah$leaf1/canvas"),
                Optional.of(new Thumbnail(uri("scrolls$megillah$1"), "full/200,300/0/default.jpg",
                        Optional.of(new Dimensions(200, 300)))),
                List.of(),
                List.of(new Link(BASE + "/scrolls$megillah", "Text", LanguageMap.of("A scroll"), Optional.of("text/html"),
                        Optional.empty())),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Reference(uri("scrolls/collection.json"), Reference.Type.COLLECTION,
                        LanguageMap.of("Scrolls"), Optional.empty())),
                List.of(),
                List.of(page(0, "Cover", true), page(1, "i", true), page(2, "ii (cannot be read)", false)));
    }

    private static Canvas page(int leaf, String label, boolean readable) {
        VersionedUri service = uri("scrolls$megillah$" + leaf);
        Dimensions size = new Dimensions(800 + leaf, 1200);
        return new Canvas(
                BASE + "/iiif/scrolls$megillah$leaf" + leaf + "/canvas",
                LanguageMap.of(label),
                size,
                readable ? Optional.of(new Canvas.Painting(service, size, false)) : Optional.empty(),
                readable
                        ? Optional.of(new Thumbnail(service, "full/200,300/0/default.jpg",
                                Optional.of(new Dimensions(200, 300))))
                        : Optional.empty());
    }

    private static Manifest image(ApiVersion version) {
        VersionedUri service = uri("caf%C3%A9%20%231.tif");
        return new Manifest(
                prefix(version) + "caf%C3%A9%20%231.tif/manifest.json",
                LanguageMap.of("café #1"),
                List.of(),
                Optional.empty(),
                Optional.of(new Metadata(LanguageMap.of("Credit"), LanguageMap.of("<p>Ann</p><p>Ben</p>"))),
                Optional.empty(),
                ViewingDirection.LEFT_TO_RIGHT,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new Canvas(
                        BASE + "/iiif/caf%C3%A9%20%231.tif/canvas",
                        LanguageMap.of("café #1"),
                        new Dimensions(6000, 4000),
                        Optional.of(new Canvas.Painting(service, new Dimensions(3000, 2000), true)),
                        Optional.empty())));
    }

    private static Collection collection(ApiVersion version) {
        return new Collection(
                prefix(version) + "scrolls/collection.json",
                LanguageMap.of("Scrolls"),
                List.of(
                        new Reference(uri("scrolls$old/collection.json"), Reference.Type.COLLECTION,
                                LanguageMap.of("Old ones"), Optional.empty()),
                        new Reference(uri("scrolls$megillah/manifest.json"), Reference.Type.MANIFEST,
                                LanguageMap.of("<A scroll>"),
                                Optional.of(new Thumbnail(uri("scrolls$megillah$1"), "full/!200,200/0/default.jpg",
                                        Optional.empty())))),
                List.of(new Reference(uri("collection.json"), Reference.Type.COLLECTION,
                        LanguageMap.of("Library"), Optional.empty())));
    }
}
