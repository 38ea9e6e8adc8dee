package org.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.Holds;
import org.lectern.core.Fault;
import org.lectern.core.IiifException;
import tools.jackson.databind.json.JsonMapper;

class ProblemTest {

    private final StubResponse response = new StubResponse();
    private final Problems problems = problems(path -> null);

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource
    @Holds({"IMG-150", "IMG-151"})
    void everyFaultHasItsStatus(IiifException failure, int status, String title) throws IOException {
        problems.send(new StubRequest().uri("/a%22b").stub(), response.stub(), failure);

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat((Object) JsonMapper.builder().build().readValue(response.bytes(), Map.class))
                .isEqualTo(Map.of(
                        "type", "about:blank",
                        "title", title,
                        "status", status,
                        "detail", failure.getMessage(),
                        "instance", "/a%22b"));
    }

    static Stream<Arguments> everyFaultHasItsStatus() {
        return Stream.of(
                arguments(new IiifException.Malformed("\"<é>\n"), 400, "Bad Request"),
                arguments(new IiifException.Denied(Fault.UNAUTHENTICATED, "x"), 401, "Unauthorized"),
                arguments(new IiifException.Denied(Fault.FORBIDDEN, "x"), 403, "Forbidden"),
                arguments(new IiifException.Missing("x"), 404, "Not Found"),
                arguments(new IiifException.TooLarge("x"), 413, "Content Too Large"),
                arguments(new IiifException.Broken("x"), 422, "Unprocessable Content"),
                arguments(new IiifException.Unsupported("x"), 501, "Not Implemented"),
                arguments(new IiifException.Unreachable(Fault.UPSTREAM, "x", null), 502, "Bad Gateway"),
                arguments(new IiifException.Busy("x", Duration.ofSeconds(3)), 503, "Service Unavailable"),
                arguments(new IiifException.Unreachable(Fault.UPSTREAM_TIMEOUT, "x", null), 504, "Gateway Timeout"));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void noFaultIsLeftOutOfTheTable(Fault fault) {
        assertThat(everyFaultHasItsStatus().map(row -> ((IiifException) row.get()[0]).fault())).contains(fault);
    }

    @Test
    @Holds("IMG-183")
    void errorsAreReadableAcrossOriginsAndNeverKept() throws IOException {
        problems.send(new StubRequest().stub(), response.stub(), new IiifException.Missing("x"));

        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void busyTellsWhenToComeBack() throws IOException {
        problems.send(new StubRequest().stub(), response.stub(), new IiifException.Busy("x", Duration.ofMillis(2100)));

        assertThat(response.header("Retry-After")).isEqualTo("3");
    }

    @Test
    @Holds("IMG-151")
    void aBugTellsNothingOfItselfButANumber() throws IOException {
        RuntimeException bug = new IllegalStateException("/srv/secret/path");

        problems.send(new StubRequest().uri("/a").stub(), response.stub(), bug);

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(response.text()).doesNotContain("secret", "Exception", "at org").containsPattern("under [0-9a-f-]{36}\\.");
    }

    @Test
    void aFailureBehindHalfAnAnswerBreaksTheConnectionOff() {
        IllegalStateException bug = new IllegalStateException("late");

        assertThatThrownBy(() -> problems.send(new StubRequest().stub(), response.commit().stub(), bug)).isSameAs(bug);
        assertThat(response.bytes()).isEmpty();
    }

    @Test
    void aBrowserGetsAPageWithTheMessageEscaped() throws IOException {
        Problems withPage = problems(path -> "{{base}}|{{status}}|{{title}}|{{detail}}");

        withPage.send(
                new StubRequest().header("Accept", "text/html,*/*;q=0.8").header("Host", "x").stub(),
                response.stub(),
                new IiifException.Missing("<b>"));

        assertThat(response.text()).isEqualTo("http://x|404|Not Found|&lt;b&gt;");
        assertThat(response.header("Content-Type")).startsWith("text/html");
        assertThat(response.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void aBrowserWithAnUnreadableHostGetsAPageToo() throws IOException {
        Problems withPage = problems(path -> "{{base}}|{{status}}");

        withPage.send(
                new StubRequest().header("Accept", "text/html").header("Host", "a b").contextPath("/lectern").stub(),
                response.stub(),
                new IiifException.Malformed("x"));

        assertThat(response.text()).isEqualTo("/lectern|400");
    }

    @Test
    void HEAD_getsTheHeadersAlone() throws IOException {
        problems.send(new StubRequest().method("HEAD").stub(), response.stub(), new IiifException.Missing("x"));

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.bytes()).isEmpty();
    }

    @Test
    void whatTheContainerRefusesIsAProblemInOurWords() throws Exception {
        new ErrorServlet(problems).service(
                new StubRequest()
                        .attribute("jakarta.servlet.error.status_code", 405)
                        .attribute("jakarta.servlet.error.request_uri", "/x")
                        .attribute("jakarta.servlet.error.message", "at org.apache.Secret")
                        .stub(),
                response.stub());

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(response.text()).contains("\"instance\":\"/x\"").doesNotContain("Secret");
    }

    @Test
    void everyStatusOfATableHasWordsOfItsOwn() {
        assertThat(Arrays.stream(Fault.values()).map(fault -> new Problem(Problem.status(fault), "", "").title()))
                .doesNotHaveDuplicates()
                .doesNotContain("Refused", "Failed");
    }

    private static Problems problems(UnaryOperator<String> pages) {
        return new Problems(
                new Pages(path -> open(pages.apply(path))),
                new Cors(true),
                new PublicUrl(Optional.empty(), Proxies.NONE));
    }

    private static InputStream open(String text) {
        return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
