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
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.presentation.Manifest.ViewingDirection;

class DocumentsGoldenTest {

    private static final String BASE = "https://iiif.example.org/lectern";

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("manifest-book", (Pen) version -> Documents.bytes(book(version), version)),
                Arguments.of("manifest-image", (Pen) version -> Documents.bytes(image(version), version)),
                Arguments.of("collection", (Pen) version -> Documents.bytes(collection(version), version)));
    }

    /** Writes one of the documents. */
    interface Pen {
        byte[] write(ApiVersion version);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void version3IsWrittenAsReviewed(String name, Pen pen) {
        Golden.check(name + "-3.json", pen.write(ApiVersion.V3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void version2IsWrittenAsReviewed(String name, Pen pen) {
        Golden.check(name + "-2.json", pen.write(ApiVersion.V2));
    }

    @ParameterizedTest(name = "PRE-120 {0}")
    @MethodSource("documents")
    void version3KeepsWhatTheSchemaDoesNotLookAt(String name, Pen pen) {
        PresentationRules.check3(pen.write(ApiVersion.V3));
    }

    @ParameterizedTest(name = "PRE-117 {0}")
    @MethodSource("documents")
    void version2KeepsWhatTheOfficialLoaderInsistsOn(String name, Pen pen) {
        PresentationRules.check2(pen.write(ApiVersion.V2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void version3PassesTheOfficialSchema(String name, Pen pen) {
        PresentationRules.checkSchema(pen.write(ApiVersion.V3));
    }

    @Test
    void PRE_034_scriptsLeaveNoTraceInEitherVersion() {
        for (ApiVersion version : ApiVersion.values()) {
            String text = new String(Documents.bytes(book(version), version), StandardCharsets.UTF_8);
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
