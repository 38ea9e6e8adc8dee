package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Wire.Reply;

/** HTTP as a running server speaks it: validators, conditions, compression, methods, origins, proxies. */
class HttpIT {

    private static final String PICTURE = "/iiif/3/good.png/full/max/0/default.jpg";

    @TempDir
    private static Path folder;

    private static Scans scans;
    private static Launched lectern;
    private static Wire wire;

    @BeforeAll
    static void serve() {
        scans = new Scans(folder.resolve("library"))
                .picture("good.png", 300, 200)
                .picture("changing.png", 30, 20)
                .picture("large.png", 1000, 1000)
                .damagedPicture("damaged.png", 300, 200)
                .book("volume", 12);
        lectern = Launched.start(folder, "--port", "0", "--library", scans.root().toString());
        wire = lectern.wire();
    }

    @AfterAll
    static void stop() {
        lectern.close();
        assertThat(lectern.err()).as("what it logged").doesNotContain("SEVERE", "ERROR", "\tat ");
    }

    @Holds("IMG-190")
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {PICTURE, "/good.png/full/full/0/default.png", "/good.png/info.json", "/iiif/3/good.png/info.json",
        "/volume/manifest.json", "/iiif/2/volume/manifest.json", "/iiif/collection.json", "/", "/?page=2&limit=1", "/volume",
        "/_/static/site.css", "/_/static/viewers/book.js", "/robots.txt", "/favicon.ico"})
    void whatAClientHoldsIsNotSentAgain(String path) {
        Reply whole = wire.get(path);
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.header("Content-Length")).isEqualTo(Integer.toString(whole.body().length));
        String tag = whole.header("ETag");
        assertThat(tag).matches("\"[^\"]+\"");
        for (String known : List.of(tag, "W/" + tag, "*", "\"other\", " + tag, "W/\"other\",W/" + tag)) {
            Reply same = wire.get(path, "If-None-Match: " + known);
            assertThat(same.status()).as(known).isEqualTo(304);
            assertThat(same.header("ETag")).as(known).isEqualTo(tag);
            assertThat(same.header("Cache-Control")).as(known).isEqualTo(whole.header("Cache-Control"));
            assertThat(same.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(wire.head(path, "If-None-Match: " + known).status()).as(known).isEqualTo(304);
        }
        Reply other = wire.get(path, "If-None-Match: \"other\"", "If-Modified-Since: Sat, 01 Jan 2050 00:00:00 GMT");
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(whole.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {PICTURE, PICTURE + "?download", "/good.png/info.json", "/volume/manifest.json", "/", "/volume",
        "/_/static/site.css", "/robots.txt", "/iiif/3/good.png", "/good.png", "/nothing", "//", "/_/health/live"})
    @Holds("IMG-153")
    void aHeadTellsWhatAGetWould(String path) {
        for (String header : List.of("Accept: */*", "Accept-Encoding: gzip", "Accept: text/html", "Accept: application/ld+json")) {
            Reply get = wire.get(path, header);
            Reply head = wire.head(path, header);
            assertThat(head.status()).isEqualTo(get.status());
            assertThat(undated(head)).as(header).isEqualTo(undated(get));
            assertThat(head.header("Content-Length")).isIn("", get.header("Content-Length"));
        }
    }

    private static Map<String, String> undated(Reply reply) {
        Map<String, String> headers = new TreeMap<>(reply.headers());
        headers.keySet().removeAll(List.of("date", "content-length", "transfer-encoding", "connection", "keep-alive"));
        return headers;
    }

    @Test
    @Holds("IMG-190")
    void aHeadOrAConditionDecodesNothing() {
        String path = "/iiif/3/damaged.png/full/max/0/default.jpg";
        Reply head = wire.head(path);
        assertThat(head.status()).isEqualTo(200);
        assertThat(wire.get(path, "If-None-Match: " + head.header("ETag")).status()).isEqualTo(304);
        assertThat(wire.get(path, "If-Modified-Since: " + head.header("Last-Modified")).status()).isEqualTo(304);
        assertThat(wire.get(path, "If-Match: \"other\"").status()).isEqualTo(412);
        Reply get = wire.get(path);
        assertThat(get.status()).isEqualTo(422);
        assertThat(get.mediaType()).isEqualTo("application/problem+json");
        assertThat(get.header("Cache-Control")).isEqualTo("no-store");
        assertThat(get.headers()).doesNotContainKeys("etag", "last-modified", "content-disposition");
    }

    @ParameterizedTest
    @ValueSource(strings = {PICTURE, "/good.png/info.json", "/volume/manifest.json", "/volume"})
    void theTimeOfTheSourceIsACondition(String path) {
        Reply whole = wire.get(path);
        Instant modified = DateTimeFormatter.RFC_1123_DATE_TIME.parse(whole.header("Last-Modified"), Instant::from);
        assertThat(modified).isBetween(Instant.now().minus(Duration.ofHours(1)), Instant.now());
        assertThat(wire.get(path, "If-Modified-Since: " + whole.header("Last-Modified")).status()).isEqualTo(304);
        assertThat(wire.get(path, "If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT").status()).isEqualTo(200);
        assertThat(wire.get(path, "If-Modified-Since: yesterday").status()).isEqualTo(200);
    }

    @Test
    void aChangedSourceHasAnotherTag() throws InterruptedException {
        String path = "/iiif/3/changing.png/full/max/0/default.png";
        String before = wire.get(path).header("ETag");
        scans.picture("changing.png", 31, 20);
        Thread.sleep(2_500); // a folder is believed for two seconds
        Reply after = wire.get(path, "If-None-Match: " + before);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.header("ETag")).isNotEqualTo(before);
        assertThat(wire.get("/changing.png/info.json").json().get("width").intValue()).isEqualTo(31);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/volume/manifest.json", "/", "/iiif/collection.json", "/_/static/site.css", "/_/static/viewers/book.js"})
    void textsAreCompressedForThoseWhoTakeIt(String path) throws IOException {
        Reply plain = wire.get(path);
        Reply zipped = wire.get(path, "Accept-Encoding: br, gzip;q=0.5");
        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.header("Vary")).contains("Accept-Encoding");
        assertThat(plain.header("Vary")).contains("Accept-Encoding");
        assertThat(zipped.header("ETag")).isNotEqualTo(plain.header("ETag"));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes()).isEqualTo(plain.body());
        assertThat(wire.get(path, "Accept-Encoding: gzip", "If-None-Match: " + zipped.header("ETag")).status()).isEqualTo(304);
        assertThat(wire.get(path, "Accept-Encoding: gzip;q=0").header("Content-Encoding")).isEmpty();
    }

    @Test
    void picturesAreNotCompressedTwice() {
        assertThat(wire.get(PICTURE, "Accept-Encoding: gzip").header("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} {2} → {3}")
    @CsvSource({"GET, /good.png/info.json, X: y, 200", "GET, " + PICTURE + ", X: y, 200", "GET, /volume/manifest.json, X: y, 200",
        "GET, /robots.txt, X: y, 200", "GET, /_/health/live, X: y, 200",
        "GET, " + PICTURE + ", Range: bytes=0-1, 206", "GET, /iiif/3/good.png, X: y, 303", "GET, /iiif, X: y, 308",
        "GET, /good.png/info.json, If-None-Match: *, 304", "GET, " + PICTURE + ", If-None-Match: *, 304",
        "GET, '/iiif/3/good.png/full/9999,/0/default.jpg', X: y, 400", "GET, //, X: y, 400", "GET, /good.png/info.json, Host: a@b, 400",
        "GET, /good.png/info.json, Host: a b, 400", "GET, /%zz, X: y, 400",
        "GET, /nothing/info.json, X: y, 404", "PUT, /good.png/info.json, X: y, 405", "TRACE, /, X: y, 405",
        "GET, " + PICTURE + ", If-Match: \"x\", 412", "GET, " + PICTURE + ", Range: bytes=9999999-, 416",
        "GET, /iiif/3/damaged.png/full/max/0/default.jpg, X: y, 422"})
    @Holds({"IMG-180", "IMG-181", "IMG-182", "IMG-183"})
    void scriptsOfAllOriginsMayReadEveryAnswer(String method, String path, String header, int status) {
        Reply reply = wire.send(method, path, "Origin: https://viewer.example", header);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(reply.header("Vary")).doesNotContain("Origin");
        if (status >= 400) {
            assertThat(reply.mediaType()).isEqualTo("application/problem+json");
            assertThat(reply.json().get("status").intValue()).isEqualTo(status);
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"default.jpg", "default.png", "gray.png", "default.jpg?x=y"})
    @Holds({"IMG-170", "IMG-171", "IMG-172", "IMG-173"})
    void everyPictureNamesItsCanonicalFormAndProfileInOneField(String end) {
        String path = "/iiif/3/good.png/full/max/0/" + end;
        for (int round = 0; round < 2; round++) {
            Reply reply = wire.get(path);
            String canonical = wire.base() + path.replaceAll("\\?.*", "");
            String link = "<" + canonical + ">;rel=\"canonical\", <http://iiif.io/api/image/3/level2.json>;rel=\"profile\"";
            assertThat(reply.header("Link")).isEqualTo(link);
            assertThat(wire.head(path).header("Link")).isEqualTo(link);
            assertThat(wire.get(path, "If-None-Match: *").header("Link")).isEqualTo(link);
            assertThat(wire.get(path, "Range: bytes=0-9").header("Link")).isEqualTo(link);
        }
    }

    @ParameterizedTest
    @CsvSource({PICTURE + ", ''", "/good.png/info.json, 'Accept, Accept-Encoding'", "/volume/manifest.json, 'Accept, Accept-Encoding'",
        "/, 'Accept, Accept-Encoding'", "/good.png, Accept", "/_/static/site.css, Accept-Encoding", "/favicon.ico, ''", "/nothing, Accept"})
    @Holds("IMG-163")
    void anAnswerVariesByWhatItDependsOnAndNothingElse(String path, String vary) {
        assertThat(wire.get(path).header("Vary")).isEqualTo(vary);
        assertThat(wire.get(path, "If-None-Match: *").header("Vary")).isEqualTo(vary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/iiif/3/large.png/full/max/0/default.tif", "/iiif/3/large.png/full/max/0/default.pdf", "/iiif/3/large.png/full/max/0/default.png",
        "/_/static/viewers/book.js"})
    void aDownloadThatBrokeOffGoesOnWhereItEnded(String path) {
        Reply whole = wire.get(path);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        int step = whole.body().length / 3 + 1;
        while (joined.size() < whole.body().length) {
            Reply part = wire.get(path, "Range: bytes=" + joined.size() + "-" + (joined.size() + step - 1),
                    "If-Range: " + whole.header("ETag"), "Accept-Encoding: gzip");
            assertThat(part.status()).isEqualTo(206);
            assertThat(part.header("Content-Encoding")).isEmpty();
            assertThat(part.header("Content-Range")).endsWith("/" + whole.body().length);
            joined.writeBytes(part.body());
        }
        assertThat(joined.toByteArray()).isEqualTo(whole.body());
    }

    @Test
    void theTagOfTheCompressedFormIsNoneToGoOnFrom() {
        String path = "/_/static/site.css";
        String zipped = wire.get(path, "Accept-Encoding: gzip").header("ETag");
        assertThat(wire.get(path, "Range: bytes=0-9", "If-Range: " + zipped, "Accept-Encoding: gzip").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/good.png/info.json", PICTURE, "/volume/manifest.json", "/", "/nothing"})
    @Holds({"IMG-153", "IMG-181"})
    void aPreflightIsAnsweredForEveryPath(String path) {
        Reply preflight = wire.send("OPTIONS", path, "Origin: https://viewer.example",
                "Access-Control-Request-Method: GET", "Access-Control-Request-Headers: authorization");
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("GET", "HEAD");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Authorization", "Range", "If-Range");
    }

    @ParameterizedTest
    @CsvSource({"POST, /", "PUT, /good.png/info.json", "DELETE, /good.png", "PATCH, /volume/manifest.json", "BREW, /nothing"})
    @Holds({"IMG-150", "IMG-153"})
    void otherMethodsAreRefusedAndTheRightOnesNamed(String method, String path) {
        Reply reply = wire.send(method, path, "Content-Length: 0");
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(reply.mediaType()).isEqualTo("application/problem+json");
        assertThat(reply.json().get("status").intValue()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "X-Forwarded-Prefix: /evil",
        "X-Forwarded-Port: 666", "Forwarded: host=evil.example;proto=https", "X-Forwarded-For: 10.0.0.1"})
    @Holds("IMG-024")
    void nobodyIsBelievedWhatOnlyAProxyMaySay(String header) {
        for (String path : List.of("/good.png/info.json", "/iiif/3/volume/manifest.json", "/", "/iiif/collection.json", PICTURE)) {
            Reply told = wire.get(path, header);
            assertThat(told.body()).as(path).isEqualTo(wire.get(path).body());
            assertThat(told.header("Link")).as(path).isEqualTo(wire.get(path).header("Link"));
        }
    }

    @Test
    void aClientThatGoesAwayIsNoError() throws IOException {
        URI base = URI.create(wire.base());
        for (int i = 0; i < 5; i++) {
            try (Socket socket = new Socket(base.getHost(), base.getPort())) {
                socket.setOption(StandardSocketOptions.SO_LINGER, 0); // closed by a reset
                socket.getOutputStream().write(("GET /iiif/3/large.png/" + i + ",0,900,900/max/0/default.png HTTP/1.1\r\nHost: "
                        + base.getAuthority() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
        assertThat(wire.get("/iiif/3/large.png/full/max/0/default.png").status()).isEqualTo(200);
    }

    @Test
    void oneConnectionCarriesManyAnswers() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String tag = wire.get(PICTURE).header("ETag");
        for (int round = 0; round < 3; round++) {
            assertThat(sent(client, "HEAD", PICTURE, "").body()).isEmpty();
            assertThat(sent(client, "GET", PICTURE, "").body()).isEqualTo(wire.get(PICTURE).body());
            assertThat(sent(client, "HEAD", "/nothing", "").statusCode()).isEqualTo(404);
            assertThat(sent(client, "GET", PICTURE, tag).statusCode()).isEqualTo(304);
            assertThat(sent(client, "GET", "/volume/manifest.json", "\"x\"").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<byte[]> sent(HttpClient client, String method, String path, String tag)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(wire.base() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (tag.startsWith("\"")) {
            request.header("If-None-Match", tag);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void aHostThatIsNoneIsRefused() {
        Reply reply = wire.get("/good.png/info.json", "Host: a b\"c");
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    @Holds({"IMG-150", "IMG-151"})
    void errorsTellABrowserInAPageAndAProgramInAProblem() {
        Reply page = wire.get("/<nothing>", "Accept: text/html,*/*;q=0.8");
        assertThat(page.status()).isEqualTo(400); // a raw < is no path
        Reply missing = wire.get("/%3Cnothing%3E", "Accept: text/html,*/*;q=0.8");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.mediaType()).isEqualTo("text/html");
        assertThat(missing.text()).contains("&lt;nothing&gt;").doesNotContain("<nothing>");
        Reply problem = wire.get("/%3Cnothing%3E");
        assertThat(problem.mediaType()).isEqualTo("application/problem+json");
        assertThat(problem.json().get("detail").asString()).contains("<nothing>");
    }
}
