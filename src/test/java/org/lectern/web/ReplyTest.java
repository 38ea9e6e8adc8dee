package org.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.IiifException;
import org.lectern.service.Answer;

class ReplyTest {

    private static final Instant CHANGED = Instant.parse("2024-02-03T04:05:06.789Z");
    private static final Supplier<byte[]> NOT_TO_BE_MADE = () -> {
        throw new AssertionError("the picture was made");
    };
    private static final Supplier<byte[]> PICTURE = () -> new byte[] {1, 2, 3};

    private final CachePolicy policy = new CachePolicy(Duration.ofDays(1), Duration.ZERO, Duration.ofHours(1));
    private final Reply reply = new Reply(new Pages(ReplyTest::resource), policy, true, new Outbox(1 << 20));
    private final StubResponse response = new StubResponse();

    @Test
    void aPictureIsSentWithItsValidators() throws IOException {
        send(new StubRequest(), image(PICTURE, "a.jpg"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.bytes()).containsExactly(1, 2, 3);
        assertThat(response.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(response.header("Content-Length")).isEqualTo("3");
        assertThat(response.header("ETag")).isEqualTo("\"abc\"");
        assertThat(response.header("Last-Modified")).isEqualTo("Sat, 03 Feb 2024 04:05:06 GMT");
        assertThat(response.header("Cache-Control")).isEqualTo("public, max-age=86400");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void whereAccessIsRestrictedNothingIsForProxiesToKeep() throws IOException {
        Reply restricted = new Reply(new Pages(ReplyTest::resource), policy, false, new Outbox(1 << 20));
        restricted.send(delivery(new StubRequest()), image(PICTURE, "a.jpg"));
        assertThat(response.header("Cache-Control")).isEqualTo("private, max-age=86400");
        assertThat(response.header("Vary")).isEqualTo("Authorization, Cookie");
    }

    @Test
    @Holds({"IMG-170", "IMG-171", "IMG-172"})
    void allLinksAreOneField() throws IOException {
        send(new StubRequest(), image(PICTURE, "a.jpg"));

        assertThat(response.header("Link"))
                .isEqualTo("<http://x/a>;rel=\"canonical\", <http://iiif.io/api/image/3/level2.json>;rel=\"profile\"");
    }

    @Holds("IMG-190")
    @ParameterizedTest(name = "If-None-Match: {0}")
    @ValueSource(strings = {"\"abc\"", "W/\"abc\"", "*", "\"x\", \"abc\"", "\"x,y\",W/\"abc\" ,\"z\""})
    void aKnownTagIs304AndNothingIsMade(String field) throws IOException {
        send(new StubRequest().header("If-None-Match", field), image(NOT_TO_BE_MADE, "a.jpg"));

        assertThat(response.status()).isEqualTo(304);
        assertThat(response.bytes()).isEmpty();
        assertThat(response.header("ETag")).isEqualTo("\"abc\"");
        assertThat(response.header("Cache-Control")).isEqualTo("public, max-age=86400");
        assertThat(response.header("Link")).contains("canonical");
    }

    @ParameterizedTest(name = "If-None-Match: {0}")
    @ValueSource(strings = {"\"abd\"", "abc", "\"\"", "W/abc", "", "\"a bc\"", "\"abc"})
    void anotherTagIsAnsweredInFull(String field) throws IOException {
        send(new StubRequest().header("If-None-Match", field), image(PICTURE, "a.jpg"));

        assertThat(response.status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "If-Modified-Since: {0} → {1}")
    @CsvSource(quoteCharacter = '"', value = {
        "\"Sat, 03 Feb 2024 04:05:06 GMT\", 304",
        "\"Sun, 04 Feb 2024 04:05:06 GMT\", 304",
        "\"Sat, 03 Feb 2024 04:05:05 GMT\", 200",
        "\"Saturday, 03-Feb-24 04:05:06 GMT\", 304",
        "\"Saturday, 03-Feb-24 04:05:05 GMT\", 200",
        "Sat Feb  3 04:05:06 2024, 304",
        "Sat Feb  3 04:05:05 2024, 200",
        "yesterday, 200"
    })
    void theDateDecidesWhereNoTagIsGiven(String field, int status) throws IOException {
        send(new StubRequest().header("If-Modified-Since", field), image(PICTURE, "a.jpg"));

        assertThat(response.status()).isEqualTo(status);
    }

    @Test
    void aTagGoesBeforeADate() throws IOException {
        send(new StubRequest()
                .header("If-None-Match", "\"old\"")
                .header("If-Modified-Since", "Sun, 04 Feb 2024 04:05:06 GMT"), image(PICTURE, "a.jpg"));

        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void HEAD_makesNoPictureAndTellsNoLength() throws IOException {
        send(new StubRequest().method("HEAD"), image(NOT_TO_BE_MADE, "a.jpg"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(response.header("ETag")).isEqualTo("\"abc\"");
        assertThat(response.header("Content-Length")).isNull();
        assertThat(response.committed()).isTrue();
    }

    @Test
    void aPictureThatFailsLeavesNoHeaderBehind() {
        Answer failing = image(() -> {
            throw new IiifException.Broken("The file ends too early.");
        }, "a.jpg");

        assertThatThrownBy(() -> send(new StubRequest(), failing)).isInstanceOf(IiifException.Broken.class);
        assertThat(response.header("ETag")).isNull();
        assertThat(response.header("Content-Disposition")).isNull();
    }

    @Holds("IMG-155")
    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "a_full_max.jpg | inline; filename=\"a_full_max.jpg\"; filename*=UTF-8''a_full_max.jpg",
        "bücher \"1\".jpg | inline; filename=\"b_cher _1_.jpg\"; filename*=UTF-8''b%C3%BCcher%20%221%22.jpg",
        "a/b\\c%20.jpg | inline; filename=\"a_b_c_20.jpg\"; filename*=UTF-8''a%2Fb%5Cc%2520.jpg",
        "📖;x=1 | inline; filename=\"_;x=1\"; filename*=UTF-8''%F0%9F%93%96%3Bx%3D1"
    })
    void aPictureIsSavedUnderItsName(String name, String expected) throws IOException {
        send(new StubRequest(), image(PICTURE, name));

        assertThat(response.header("Content-Disposition")).isEqualTo(expected);
    }

    @Test
    @Holds("IMG-155")
    void aNameCannotBreakTheField() {
        assertThat(Disposition.of(new StubRequest().stub(), "a\r\nSet-Cookie: x\u010d\u0085"))
                .isEqualTo("inline; filename=\"a__Set-Cookie_ x__\"; filename*=UTF-8''a__Set-Cookie%3A%20x%C4%8D_");
    }

    @ParameterizedTest(name = "?{0} → {1}")
    @CsvSource({"download, attachment", "download=, attachment", "x=1&download=1, attachment", "'', inline", "downloads, inline",
        "Download, inline", "x=download, inline"})
    @Holds("IMG-155")
    void aPictureIsSavedWhenItIsAskedForSo(String query, String kind) throws IOException {
        send(new StubRequest().query(query), image(PICTURE, "a.jpg"));

        assertThat(response.header("Content-Disposition")).isEqualTo(kind + "; filename=\"a.jpg\"; filename*=UTF-8''a.jpg");
    }

    @Test
    @Holds("IMG-155")
    void theEndOfANameCannotBeTurnedRound() {
        assertThat(Disposition.of(new StubRequest().stub(), "\u202egpj.exe\u2066\u200f.jpg"))
                .endsWith("filename*=UTF-8''_gpj.exe__.jpg");
        assertThat(Disposition.of(new StubRequest().stub(), "\u0645\u06cc\u200c\u0634.jpg"))
                .as("what spells a word is kept").endsWith("filename*=UTF-8''%D9%85%DB%8C%E2%80%8C%D8%B4.jpg");
        assertThat(Disposition.of(new StubRequest().stub(), "\ud83d.jpg")).endsWith("filename*=UTF-8''_.jpg");
    }

    @Test
    void aDocumentIsSentAsItIs() throws IOException {
        send(new StubRequest(), document(10, Map.of("X-Total-Count", "7")));

        assertThat(response.bytes()).hasSize(10);
        assertThat(response.header("Content-Type")).isEqualTo("application/json");
        assertThat(response.header("Content-Encoding")).isNull();
        assertThat(response.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(response.header("Vary")).isEqualTo("Accept, Accept-Encoding");
        assertThat(response.header("X-Total-Count")).isEqualTo("7");
    }

    @ParameterizedTest(name = "Accept-Encoding: {0} → {1}")
    @CsvSource(quoteCharacter = '"', value = {
        "gzip, true",
        "\"deflate, gzip;q=0.5, br\", true",
        "*, true",
        "GZIP, true",
        "identity, false",
        "gzip;q=0, false",
        "\"gzip;q=0, *\", false"
    })
    void aLongDocumentIsCompressedForWhoTakesIt(String field, boolean zipped) throws IOException {
        send(new StubRequest().header("Accept-Encoding", field), document(5000, Map.of()));

        assertThat(response.header("Content-Encoding")).isEqualTo(zipped ? "gzip" : null);
        assertThat(response.header("ETag")).isEqualTo(zipped ? "\"abc-gzip\"" : "\"abc\"");
        assertThat(response.header("Content-Length")).isEqualTo(Integer.toString(response.bytes().length));
        assertThat(zipped ? Gzip.expand(response.bytes()) : response.bytes()).isEqualTo("x".repeat(5000).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"abc-gzip,304", "abc,200"})
    void theTagOfTheCompressedFormIsItsOwn(String tag, int status) throws IOException {
        send(new StubRequest()
                .header("Accept-Encoding", "gzip")
                .header("If-None-Match", '"' + tag + '"'), document(5000, Map.of()));

        assertThat(response.status()).isEqualTo(status);
    }

    @Test
    void HEAD_ofADocumentTellsItsLength() throws IOException {
        send(new StubRequest().method("HEAD"), document(5000, Map.of()));

        assertThat(response.header("Content-Length")).isEqualTo("5000");
        assertThat(response.bytes()).isEmpty();
    }

    @Test
    void aPageIsFilledAndEscapedAndRunsNoForeignScript() throws IOException {
        send(new StubRequest(), new Answer.Page("image.html", Map.of("label", "<script>'\"&$1\\")));

        assertThat(response.text()).isEqualTo("<b title=\"&lt;script&gt;&#39;&quot;&amp;$1\\\">é</b>");
        assertThat(response.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(response.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self';")
                .doesNotContain("unsafe");
        assertThat(response.header("Vary")).startsWith("Accept,");
    }

    @Test
    void onlyTheBookViewerMayWriteStylesIntoThePage() throws IOException {
        send(new StubRequest(), new Answer.Page("book.html", Map.of("label", "x")));

        assertThat(response.header("Content-Security-Policy")).endsWith("style-src 'self' 'unsafe-inline'");
    }

    @Test
    void aPageThatLacksAValueIsADefect() {
        assertThatThrownBy(() -> send(new StubRequest(), new Answer.Page("image.html", Map.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("{{label}}");
        assertThatThrownBy(() -> send(new StubRequest(), new Answer.Page("../web.xml", Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAnswerWithoutABodyIsNeverSentAsOne() {
        assertThatThrownBy(() -> send(new StubRequest(), image(() -> new byte[0], "a.jpg")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(response.header("ETag")).isNull();
        assertThat(response.committed()).isFalse();
    }

    @Test
    @Holds("IMG-152")
    void aRedirectNamesItsTarget() throws IOException {
        send(new StubRequest(), new Answer.Redirect(303, URI.create("http://x/iiif/3/a%2Fb/info.json")));

        assertThat(response.status()).isEqualTo(303);
        assertThat(response.header("Location")).isEqualTo("http://x/iiif/3/a%2Fb/info.json");
        assertThat(response.header("Content-Length")).isEqualTo("0");
        assertThat(response.header("Vary")).isEqualTo("Accept");
        assertThat(response.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(response.bytes()).isEmpty();
    }

    private void send(StubRequest request, Answer answer) throws IOException {
        reply.send(delivery(request), answer);
    }

    private Delivery delivery(StubRequest request) {
        Pages none = new Pages(path -> null);
        Problems problems = new Problems(none, new Cors(true), new PublicUrl(Optional.empty(), Proxies.NONE));
        return new Delivery(request.stub(), response.stub(), problems);
    }

    private static Answer image(Supplier<byte[]> body, String name) {
        return new Answer.Image(
                "image/jpeg",
                name,
                new Answer.Validity("abc", Optional.of(CHANGED)),
                List.of(
                        new Answer.Link("http://x/a", "canonical"),
                        new Answer.Link("http://iiif.io/api/image/3/level2.json", "profile")),
                body);
    }

    private static Answer document(int length, Map<String, String> headers) {
        return new Answer.Document(
                "application/json",
                new Answer.Validity("abc", Optional.empty()),
                List.of(),
                headers,
                "x".repeat(length).getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream resource(String path) {
        String page = "<b title=\"{{label}}\">é</b>";
        return path.equals("/WEB-INF/pages/image.html") || path.equals("/WEB-INF/pages/book.html")
                ? new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))
                : null;
    }
}
