package org.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;
import org.lectern.service.Asked;

class RouteTest {

    private static final List<String> WHOLE = List.of("full", "max", "0", "default.jpg");

    @Holds({"IMG-001", "IMG-002", "IMG-006", "IMG-008", "IMG-010"})
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyFormOfPathLeadsToItsRoute(String path, Route expected) {
        assertThat(route(path)).isEqualTo(expected);
    }

    static Stream<Arguments> everyFormOfPathLeadsToItsRoute() {
        return Stream.of(
                arguments("/", new Route.Listing("/")),
                arguments("/iiif/", new Route.Listing("/iiif/")),
                arguments("/iiif", new Route.Moved(308, "/iiif/")),
                arguments("/iiif/2", new Route.Moved(303, "/iiif/2/collection.json")),
                arguments("/iiif/3/", new Route.Moved(303, "/iiif/3/collection.json")),
                arguments("/image/iiif/3", new Route.Moved(303, "/image/iiif/3/collection.json")),
                arguments("/a", new Route.Item(asked("a", ""))),
                arguments("/a/b", new Route.Item(raw("a/b", ""))),
                arguments("/a%2Fb", new Route.Item(asked("a/b", ""))),
                arguments("/iiif/a", new Route.Item(asked("a", "/iiif"))),
                arguments("/iiif/2/a", new Route.Base(asked("a", "/iiif/2"))),
                arguments("/iiif/3/a", new Route.Base(asked("a", "/iiif/3"))),
                arguments("/image/iiif/2/a", new Route.Base(asked("a", "/image/iiif/2"))),
                arguments("/iiif/3/a/", new Route.Base(asked("a", "/iiif/3"))),
                arguments("/iiif/a/", new Route.Slashed(asked("a", "/iiif"))),
                arguments("/a%2Fb/", new Route.Slashed(asked("a/b", ""))),
                arguments("/a/b%3f/", new Route.Slashed(raw("a/b?", ""))),
                arguments("/a/info.json", info("a", "", ApiVersion.V2)),
                arguments("/iiif/a/info.json", info("a", "/iiif", ApiVersion.V2)),
                arguments("/iiif/2/a/info.json", info("a", "/iiif/2", ApiVersion.V2)),
                arguments("/iiif/3/a/info.json", info("a", "/iiif/3", ApiVersion.V3)),
                arguments("/image/iiif/3/a/info.json", info("a", "/image/iiif/3", ApiVersion.V3)),
                arguments("/a/manifest.json", new Route.Manifest(asked("a", ""), Optional.empty())),
                arguments("/iiif/a/manifest.json", new Route.Manifest(asked("a", "/iiif"), Optional.empty())),
                arguments(
                        "/iiif/2/a/b/manifest.json",
                        new Route.Manifest(raw("a/b", "/iiif/2"), Optional.of(ApiVersion.V2))),
                arguments(
                        "/iiif/3/a/collection.json",
                        new Route.Collection(asked("a", "/iiif/3"), Optional.of(ApiVersion.V3))),
                arguments(
                        "/iiif/collection.json",
                        new Route.Collection(new Asked(Identifier.ROOT, "/iiif", false), Optional.empty())),
                arguments("/a/full/max/0/default.jpg", image("a", "", ApiVersion.V2)),
                arguments("/iiif/a/full/max/0/default.jpg", image("a", "/iiif", ApiVersion.V2)),
                arguments("/iiif/2/a/full/max/0/default.jpg", image("a", "/iiif/2", ApiVersion.V2)),
                arguments("/iiif/3/a/full/max/0/default.jpg", image("a", "/iiif/3", ApiVersion.V3)),
                arguments("/image/iiif/2/a/full/max/0/default.jpg", image("a", "/image/iiif/2", ApiVersion.V2)),
                arguments("/iiif/search/a/", new Route.Search(asked("a", "/iiif/search"), 1, false)),
                arguments("/iiif/search/2/a%2Fb", new Route.Search(asked("a/b", "/iiif/search/2"), 2, false)),
                arguments("/iiif/search/2", new Route.Search(asked("2", "/iiif/search"), 1, false)),
                arguments("/iiif/search/1/a/b", new Route.Search(raw("a/b", "/iiif/search/1"), 1, false)),
                arguments("/iiif/search/info.json", info("search", "/iiif", ApiVersion.V2)),
                arguments("/iiif/autocomplete/2/a", new Route.Search(asked("a", "/iiif/autocomplete/2"), 2, true)),
                arguments("/iiif/3/annotations/a$7/lines.json",
                        new Route.PageTexts(asked("a$7", "/iiif/3/annotations"), ApiVersion.V3, false)),
                arguments("/iiif/2/annotations/a/b/words.json",
                        new Route.PageTexts(raw("a/b", "/iiif/2/annotations"), ApiVersion.V2, true)),
                arguments("/iiif/3/annotations/a/b_djvu.xml/12.json",
                        new Route.CanvasWords(asked("a", "/iiif/3/annotations"), ApiVersion.V3, "b_djvu.xml", 12)),
                arguments("/iiif/3/annotations/lines.json", new Route.Base(raw("annotations/lines.json", "/iiif/3"))),
                arguments("/iiif/resource/a/b.pdf", new Route.Resource(List.of("a", "b.pdf"))),
                arguments("/iiif/resource/a%2Fb/c/d%20e.txt", new Route.Resource(List.of("a/b", "c", "d e.txt"))),
                arguments("/iiif/resource/a/info.json", new Route.Resource(List.of("a", "info.json"))),
                arguments("/iiif/resource/info.json", info("resource", "/iiif", ApiVersion.V2)),
                arguments("/iiif/resource", new Route.Item(asked("resource", "/iiif"))),
                arguments("/iiif/3/resource/a/b", new Route.Base(raw("resource/a/b", "/iiif/3"))),
                arguments("/iiif/pdf/a", new Route.BookPdf(asked("a", "/iiif/pdf"))),
                arguments("/iiif/pdf/a/b", new Route.BookPdf(raw("a/b", "/iiif/pdf"))),
                arguments("/iiif/pdf", new Route.Item(asked("pdf", "/iiif"))),
                arguments("/iiif/pdf/manifest.json", new Route.Manifest(asked("pdf", "/iiif"), Optional.empty())),
                arguments("/pdf/a", new Route.Item(raw("pdf/a", ""))),
                arguments("/_/health/live", new Route.Health(false)),
                arguments("/_/health/ready", new Route.Health(true)),
                arguments("/_/static/viewers/book.js", new Route.Static("viewers/book.js")),
                arguments("/robots.txt", new Route.Static("robots.txt")),
                arguments("/favicon.ico", new Route.Static("favicon.ico")));
    }

    @Holds("IMG-013")
    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource(quoteCharacter = '"', value = {
        "ark:%2F12025%2F654xz321, ark:/12025/654xz321",
        "ark:%2f12025%2f654xz321, ark:/12025/654xz321",
        "urn:sici:1046-8188(199501)13:1%253C69:FTTHBI%253E2.0.TX;2-4, urn:sici:1046-8188(199501)13:1%3C69:FTTHBI%3E2.0.TX;2-4",
        "http:%2F%2Fexample.com, refused",
        "a%2Db, a-b",
        "a+b, a+b",
        "a%20b, a b",
        "a;b=c, a;b=c",
        "a%3Bjsessionid=1, a;jsessionid=1",
        "b%C3%BCcher, bücher",
        "%E6%9C%AC, 本",
        "%F0%9F%93%96, 📖",
        "100%25, 100%",
        "%2525, %25",
        "book$7, book$7",
        "a$b$c.jpg, a$b$c.jpg",
        "it's, it's",
        "%5Ba%5D, [a]",
        "[a], [a]",
        "a%3Fb%23c, a?b#c",
        "a%5Cb, a\\b",
        ".hidden, .hidden",
        "..., ..."
    })
    void eachPieceIsDecodedExactlyOnce(String piece, String id) {
        if (id.equals("refused")) {
            assertThatThrownBy(() -> route("/iiif/3/" + piece + "/info.json")).isInstanceOf(IiifException.Malformed.class);
        } else {
            assertThat(route("/iiif/3/" + piece + "/info.json")).isEqualTo(info(id, "/iiif/3", ApiVersion.V3));
        }
    }

    @Holds("IMG-011")
    @Test
    void anEncodedSlashSeparatesNothing() {
        assertThat(route("/a/full%2Fmax%2F0%2Fdefault.jpg")).isEqualTo(new Route.Item(raw("a/full/max/0/default.jpg", "")));
    }

    @Holds("IMG-017")
    @Test
    void rawSlashesAreReadFromTheRight() {
        assertThat(route("/iiif/3/a/b/c.jpg/0,0,9,9/9,/!90/gray.png"))
                .isEqualTo(new Route.Image(
                        raw("a/b/c.jpg", "/iiif/3"), List.of("0,0,9,9", "9,", "!90", "gray.png"), ApiVersion.V3));
    }

    @Holds("IMG-019")
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"%5Emax", "^max", "%5emax"})
    void aCaretComesThroughInEverySpelling(String size) {
        assertThat(((Route.Image) route("/iiif/3/a/full/" + size + "/0/default.jpg")).pieces().get(1)).isEqualTo("^max");
    }

    @Holds("IMG-007")
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/a/xyz/max/0/default.jpg",
                "/a/ab;c/max/!12.5/default.jpg",
                "/a/full/xyz/abc/default.jpg",
                "/a/pct:1,2,3.5,4/x/y/z",
                "/a/square/x/y/z",
                "/a/1,2,3,4/x/y/z",
                "/a/x/y/360/gray.xyz",
                "/a/x/y/!0/default",
                "/a/full/max/0/default"
            })
    void whatHasTheShapeOfAnImageRequestIsOne(String path) {
        assertThat(route(path)).isInstanceOf(Route.Image.class);
    }

    @Holds("IMG-007")
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/a/b/c/d/e.jpg",
                "/full/max/0/default.jpg",
                "/maps/county/north/1848/sheet.tif",
                "/maps/county/north/12/sheet.tif",
                "/maps/county/north/1848/default.tif",
                "/a/1,2,3/x/361/z",
                "/a/pct:1,2,3/x/0x10/z",
                "/a/FULL/x/-1/z",
                "/search",
                "/annotations",
                "/documentation",
                "/image/iiif/a",
                "/image",
                "/robots.txt/x",
                "/__/health/live"
            })
    void whatHasNotIsTheNameOfAnItem(String path) {
        assertThat(route(path)).isInstanceOf(Route.Item.class);
    }

    @Holds({"IMG-014", "IMG-156"})
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "//",
                "//a",
                "/a//b",
                "/a/../b",
                "/a/./b",
                "/..",
                "/../etc/passwd",
                "/a/..%2Fb",
                "/a%2F..%2F..%2Fetc%2Fpasswd",
                "/%2e%2e/b",
                "/%2E%2E%2Fb",
                "/%2Fetc%2Fpasswd",
                "/a%2F",
                "/a%2F%2Fb/info.json",
                "/iiif/3/..%2f..%2fa/full/max/0/default.jpg",
                "/a%00.jpg",
                "/a%0d%0aSet-Cookie:x",
                "/a%7F",
                "/a%C2%85",
                "/a%",
                "/a%4",
                "/a%zz",
                "/a%+1",
                "/a%C3",
                "/a%C0%AF",
                "/%C0%AE%C0%AE/",
                "/a%ED%A0%80",
                "/a%F8%88%80%80%80",
                "/a%FF",
                "/ü",
                "/a b",
                "/a\tb",
                "a",
                "",
                "*",
                "http://other/a"
            })
    void attacksAndAccidentsAreMalformed(String path) {
        assertThatThrownBy(() -> route(path)).isInstanceOf(IiifException.Malformed.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/_",
                "/_/",
                "/_/x",
                "/_/static",
                "/_/static/",
                "/_/health",
                "/_/health/live/",
                "/_/health/live/x",
                "/_/error",
                "/_/static/a%2Fb",
                "/_/static/a%5Cb.js",
                "/a/info.json/",
                "/a/full/max/0/default.jpg/",
                "/robots.txt/"
            })
    void whatIsServedNowhereIsMissing(String path) {
        assertThatThrownBy(() -> route(path)).isInstanceOf(IiifException.Missing.class);
    }

    @Holds("IMG-022")
    @ParameterizedTest(name = "{0} below {1}")
    @CsvSource({
        "/lectern/a/info.json, /lectern",
        "/lecter%6E/a/info.json, /lectern",
        "/a%20b/c/a/info.json, /a%20b/c",
    })
    void theContextPathIsCutHoweverItIsSpelled(String uri, String context) {
        assertThat(Route.of(uri, context, ApiVersion.V2)).isEqualTo(info("a", "", ApiVersion.V2));
    }

    @Test
    void theContextPathAloneIsTheListing() {
        assertThat(Route.of("/lectern", "/lectern", ApiVersion.V2)).isEqualTo(new Route.Listing("/"));
        assertThat(Route.of("/lectern/", "/lectern", ApiVersion.V2)).isEqualTo(new Route.Listing("/"));
    }

    @Test
    void aPathThatIsNotBelowTheContextIsMalformed() {
        assertThatThrownBy(() -> Route.of("/other/a", "/lectern", ApiVersion.V2))
                .isInstanceOf(IiifException.Malformed.class);
    }

    @Test
    void theUnversionedImageVersionIsASetting() {
        assertThat(Route.of("/a/info.json", "", ApiVersion.V3)).isEqualTo(info("a", "", ApiVersion.V3));
    }

    @Test
    @Timeout(5)
    void hostileLengthsAreReadInLinearTime() {
        assertThat(ImageShape.region("1,".repeat(500_000))).isFalse();
        assertThat(ImageShape.region("pct:" + "1".repeat(500_000))).isFalse();
        assertThat(ImageShape.rotation("!".repeat(500_000))).isFalse();
        assertThat(ImageShape.rotation("0." + "0".repeat(500_000) + "x")).isFalse();
        assertThatThrownBy(() -> route("/" + "a/".repeat(100_000) + "info.json"))
                .isInstanceOf(IiifException.Malformed.class)
                .hasMessageContaining("at most 2048");
    }

    /** As the official validator makes them: of ASCII 48 to 122. They are to be refused as image requests, with 400. */
    @Holds({"IMG-018", "IMG-220"})
    @Test
    void junkInThePlaceOfAParameterIsStillAnImageRequest() {
        long seed = 220;
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder junk = new StringBuilder();
            random.ints(3 + random.nextInt(4), 48, 123).map(c -> c == '?' ? '$' : c).forEach(c -> junk.append((char) c));
            List<String> pieces = new ArrayList<>(WHOLE);
            pieces.set(round % 4, round % 4 == 3 ? junk + ".jpg" : junk.toString());
            assertThat(route("/iiif/3/a/" + String.join("/", pieces)))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(new Route.Image(asked("a", "/iiif/3"), pieces, ApiVersion.V3));
        }
    }

    private static Route route(String path) {
        return Route.of(path, "", ApiVersion.V2);
    }

    private static Asked asked(String id, String prefix) {
        return new Asked(new Identifier(id), prefix, false);
    }

    private static Asked raw(String id, String prefix) {
        return new Asked(new Identifier(id), prefix, true);
    }

    private static Route info(String id, String prefix, ApiVersion version) {
        return new Route.Info(asked(id, prefix), version);
    }

    private static Route image(String id, String prefix, ApiVersion version) {
        return new Route.Image(asked(id, prefix), WHOLE, version);
    }
}
