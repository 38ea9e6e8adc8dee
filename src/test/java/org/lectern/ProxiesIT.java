package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.Wire.Reply;

/** Who we are: one server that trusts this machine's word in either family of headers, and one that trusts nobody. */
class ProxiesIT {

    private static final String PICTURE = "/iiif/3/good.png/full/max/0/default.jpg";
    private static final String PORT = "X-Forwarded-Host: good.example\r\nX-Forwarded-Port: "; // read where the host has none
    private static final List<String> PATHS = List.of(
            "/good.png/info.json", "/iiif/3/good.png/info.json", PICTURE, "/iiif/3/good.png", "/iiif/3/volume/manifest.json",
            "/iiif/collection.json", "/", "/volume", "/good.png/");

    @TempDir
    private static Path folder;

    private static Launched trustful;
    private static Launched standard;
    private static Launched wary;

    @BeforeAll
    static void serve() throws IOException {
        Path library = new Scans(folder.resolve("library")).picture("good.png", 60, 40).book("volume", 3).root();
        trustful = launch("trustful", "web.trusted-proxies = 127.0.0.1, ::1\n", library);
        standard = launch("standard", "web.trusted-proxies = 127.0.0.1, ::1\nweb.proxy-headers = forwarded\n", library);
        wary = launch("wary", "", library);
    }

    private static Launched launch(String name, String settings, Path library) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        Path file = Files.writeString(own.resolve("lectern.properties"), settings);
        return Launched.start(own, List.of("-Xmx256m"), Map.of(), "--port", "0", "--library", library.toString(), "--config", file.toString());
    }

    @AfterAll
    static void stop() {
        for (Launched lectern : List.of(trustful, standard, wary)) {
            lectern.close();
            assertThat(lectern.err()).as("what it logged").doesNotContain("SEVERE", "ERROR", "\tat ");
        }
    }

    static Stream<String> hostileFamily() {
        return Stream.of(
                "X-Forwarded-Host: evil\"onload=x", "X-Forwarded-Host: evil.example/x", "X-Forwarded-Host: user@evil.example",
                "X-Forwarded-Host: evil.example evil", "X-Forwarded-Host: evil.example:0", "X-Forwarded-Host: evil.example:99999",
                "X-Forwarded-Host: évil.example", "X-Forwarded-Host: [::evil]", "X-Forwarded-Host: [::1", "X-Forwarded-Host: evil%0d%0aX-Evil: 1",
                "X-Forwarded-Host: javascript:alert('evil')", "X-Forwarded-Host: <evil>", "X-Forwarded-Host: evil" + "l".repeat(4000),
                "X-Forwarded-Host: good.example, evil/x", "X-Forwarded-Host: evil\\x", "X-Forwarded-Host: evil?x", "X-Forwarded-Host: evil#x",
                "X-Forwarded-Proto: javascript", "X-Forwarded-Proto: evil", "X-Forwarded-Proto: http://evil.example/",
                PORT + "0", PORT + "99999", PORT + "evil", PORT + "80@evil.example",
                "X-Forwarded-Prefix: //evil.example", "X-Forwarded-Prefix: /evil/../..", "X-Forwarded-Prefix: /%2e%2e/evil",
                "X-Forwarded-Prefix: /%2F/evil.example", "X-Forwarded-Prefix: /evil%0d%0aX-Evil:1", "X-Forwarded-Prefix: /evil%zz",
                "X-Forwarded-Prefix: https://evil.example", "X-Forwarded-Prefix: /\\evil.example", "X-Forwarded-Prefix: /<evil>",
                "X-Forwarded-Prefix: evil", "X-Forwarded-Prefix: /evil?x", "X-Forwarded-Prefix: /evil\"");
    }

    static Stream<String> hostileStandard() {
        return Stream.of(
                "Forwarded: host=evil.example/x", "Forwarded: host=\"evil.example/x\"", "Forwarded: host=\"user@evil.example\"",
                "Forwarded: host=\"evil\\\"x\"", "Forwarded: host=\"evil, for=10.0.0.1;host=good.example", "Forwarded: host=\"evil.example:0\"",
                "Forwarded: proto=javascript", "Forwarded: proto=\"http://evil.example\"", "Forwarded: for=_x;host=\"<evil>\"",
                "Forwarded: host=\"a,evil\"", "Forwarded: host=evil;host=evil", "Forwarded: host=\"evil.example\"x", "Forwarded: evil");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileFamily")
    @Holds("IMG-024")
    void whatAProxyShouldNeverSayReachesNothing(String header) {
        refusedAndForgotten(trustful.wire(), header);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileStandard")
    @Holds("IMG-024")
    void whatAProxyShouldNeverSayInTheStandardsFieldReachesNothing(String header) {
        refusedAndForgotten(standard.wire(), header);
    }

    private static void refusedAndForgotten(Wire wire, String header) {
        for (String path : PATHS) {
            Reply before = wire.get(path);
            for (String accept : List.of("Accept: */*", "Accept: text/html")) {
                Reply refused = wire.get(path, header, accept);
                assertThat(refused.status()).as(path).isEqualTo(400);
                assertThat(refused.header("Access-Control-Allow-Origin")).as(path).isEqualTo("*");
                assertThat(refused.header("Cache-Control")).as(path).isEqualTo("no-store");
                nothingEvil(refused, path);
            }
            nothingEvil(wire.send("PUT", path, header, "Accept: text/html"), path);
            same(wire.get(path), before, path);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"hostileFamily", "hostileStandard"})
    @Holds("IMG-024")
    void whoTrustsNobodyDoesNotReadIt(String header) {
        Wire wire = wary.wire();
        for (String path : PATHS) {
            same(wire.get(path, header), wire.get(path), path);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileStandard")
    @Holds("IMG-024")
    void whoReadsOneFamilyDoesNotReadTheOther(String header) {
        for (String path : PATHS) {
            same(trustful.wire().get(path, header), trustful.wire().get(path), path);
        }
    }

    @Test
    @Holds("IMG-024")
    void aLineBreakInAValueIsRefusedOrEndsNothing() {
        for (Launched lectern : List.of(trustful, wary)) {
            Reply reply = lectern.wire().get("/good.png/info.json", "X-Forwarded-Host: evil\rX-Evil: 1");
            assertThat(reply.status()).isIn(200, 400);
            nothingEvil(reply, "a bare CR");
        }
    }

    @Test
    @Holds("IMG-024")
    void whatATrustedProxySaysStandsInEveryUrl() {
        String url = "https://iiif.example:8443/b%C3%BCcher";
        String[] family = {"X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: https", "X-Forwarded-Host: iiif.example",
            "X-Forwarded-Port: 8443", "X-Forwarded-Prefix: /b%c3%bccher/"};
        Wire wire = trustful.wire();
        assertThat(wire.get("/iiif/3/good.png/info.json", family).json().get("id").asString()).isEqualTo(url + "/iiif/3/good.png");
        assertThat(wire.get(PICTURE, family).header("Link")).startsWith("<" + url + PICTURE + ">");
        assertThat(wire.get("/iiif/3/good.png", family).header("Location")).isEqualTo(url + "/iiif/3/good.png/info.json");
        assertThat(wire.get("/iiif/3/volume/manifest.json", family).text()).contains(url).doesNotContain("localhost");
        Reply page = wire.get("/nothing", Stream.concat(Stream.of(family), Stream.of("Accept: text/html")).toArray(String[]::new));
        assertThat(page.text()).contains(url);
        assertThat(wire.get("/iiif/3/good.png/info.json").text()).as("to the next who asks").contains(wire.base()).doesNotContain("iiif.example");
    }

    @Test
    @Holds("IMG-024")
    void whatAStandardProxySaysStandsInEveryUrl() {
        Wire wire = standard.wire();
        for (String header : List.of("Forwarded: for=203.0.113.9;proto=https;host=\"iiif.example:8443\"",
                "Forwarded: for=\"[::1]:1,2\";host=\"evil,b\", for=\"[2001:db8::7]:47\" ;Host=\"iiif.example:8443\"; Proto=https")) {
            assertThat(wire.get("/iiif/3/good.png/info.json", header).json().get("id").asString())
                    .isEqualTo("https://iiif.example:8443/iiif/3/good.png");
        }
    }

    private static void nothingEvil(Reply reply, String path) {
        assertThat(reply.text()).as(path).doesNotContainIgnoringCase("evil", "vil.example", "javascript");
        assertThat(reply.headers().toString()).as(path).doesNotContainIgnoringCase("evil", "vil.example", "javascript");
    }

    private static void same(Reply reply, Reply expected, String path) {
        assertThat(reply.status()).as(path).isEqualTo(expected.status());
        assertThat(new String(reply.body(), StandardCharsets.ISO_8859_1)).as(path)
                .isEqualTo(new String(expected.body(), StandardCharsets.ISO_8859_1));
        assertThat(undated(reply)).as(path).isEqualTo(undated(expected));
    }

    private static Map<String, String> undated(Reply reply) {
        Map<String, String> headers = new TreeMap<>(reply.headers());
        headers.remove("date");
        return headers;
    }
}
