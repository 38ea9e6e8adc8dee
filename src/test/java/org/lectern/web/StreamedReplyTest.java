package org.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.core.IiifException;
import org.lectern.service.Answer;

/** Bodies that are written while they are made. */
class StreamedReplyTest {

    private static final Answer.Writing NOT_TO_BE_MADE = out -> {
        throw new AssertionError("the body was made");
    };

    private final Reply reply = new Reply(
            new Pages(path -> null), new CachePolicy(Duration.ofDays(1), Duration.ZERO, Duration.ofHours(1)), true, new Outbox(1));
    private final StubResponse response = new StubResponse();

    @Test
    void aShortBodyHasALength() throws IOException {
        send(new StubRequest(), "application/pdf", out -> {
            out.write('a');
            out.flush();
            out.write("bc".getBytes(StandardCharsets.US_ASCII));
        });

        assertThat(response.text()).isEqualTo("abc");
        assertThat(response.header("Content-Length")).isEqualTo("3");
        assertThat(response.header("ETag")).isEqualTo("\"abc\"");
        assertThat(response.header("Accept-Ranges")).isNull();
        assertThat(response.header("Vary")).isNull();
        assertThat(response.header("Content-Disposition")).startsWith("inline; filename=\"book.pdf\"");
    }

    @Test
    void aLongBodyIsOnItsWayBeforeItIsWhole() throws IOException {
        boolean[] early = new boolean[2];
        send(new StubRequest(), "application/pdf", out -> {
            out.write(new byte[Withheld.BYTES]);
            early[0] = response.committed();
            out.write(1);
            early[1] = response.committed();
        });

        assertThat(early).containsExactly(false, true);
        assertThat(response.bytes()).hasSize(Withheld.BYTES + 1).endsWith((byte) 1);
        assertThat(response.header("Content-Length")).isNull();
    }

    @Test
    void textsAreCompressedUnderATagOfTheirOwn() throws IOException {
        String text = "{\"a\":\"" + "b".repeat(200_000) + "\"}";
        send(new StubRequest().header("Accept-Encoding", "gzip"), "application/ld+json",
                out -> out.write(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.header("ETag")).isEqualTo("\"abc-gzip\"");
        assertThat(response.header("Vary")).isEqualTo("Accept, Accept-Encoding");
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(response.bytes())).readAllBytes();
        assertThat(new String(plain, StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} to {1} → {2}")
    @CsvSource({"application/pdf, gzip, false", "application/json, identity, false", "application/json, gzip;q=0, false",
        "text/plain, gzip, true", "image/svg+xml, gzip, true", "application/json;charset=utf-8, gzip, true"})
    void onlyTextsForThoseWhoTakeIt(String type, String accepted, boolean zipped) throws IOException {
        send(new StubRequest().header("Accept-Encoding", accepted), type, out -> out.write(1));

        assertThat(response.header("Content-Encoding")).isEqualTo(zipped ? "gzip" : null);
        assertThat(response.header("Vary")).isEqualTo(type.equals("application/pdf") ? null : "Accept, Accept-Encoding");
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource({"If-None-Match, '\"abc\"', 304", "If-None-Match, '\"abc-gzip\"', 200", "If-Modified-Since, 'Fri, 02 Jan 1970 00:00:00 GMT', 304",
        "If-Match, '\"x\"', 412"})
    void conditionsAndHeadsMakeNothing(String field, String value, int status) throws IOException {
        send(new StubRequest().method("HEAD").header(field, value), "application/json", NOT_TO_BE_MADE);

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Content-Length")).isEqualTo(status == 412 ? response.header("Content-Length") : null);
    }

    @Test
    void aRangeIsNotLookedAt() throws IOException {
        send(new StubRequest().header("Range", "bytes=0-0"), "application/pdf", out -> out.write(new byte[9]));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.bytes()).hasSize(9);
    }

    @ParameterizedTest(name = "{0} bytes, {1}")
    @CsvSource({"0, identity", "1, identity", "65536, identity", "10, gzip"})
    void whatFailsAmongTheFirstBytesLeavesNoTrace(int bytes, String accepted) {
        assertThatThrownBy(() -> send(new StubRequest().header("Accept-Encoding", accepted), "application/json", out -> {
            out.write(new byte[bytes]);
            throw new IiifException.Broken("of a test");
        })).isInstanceOf(IiifException.Broken.class);

        assertThat(response.committed()).isFalse();
        assertThat(response.bytes()).isEmpty();
        assertThat(response.header("ETag")).isNull();
        assertThat(response.header("Content-Encoding")).isNull();
    }

    @Test
    void whatFailsLaterFailsWithTheAnswerOut() {
        assertThatThrownBy(() -> send(new StubRequest(), "application/pdf", out -> {
            out.write(new byte[Withheld.BYTES + 1]);
            throw new IiifException.Broken("of a test");
        })).isInstanceOf(IiifException.Broken.class);

        assertThat(response.committed()).isTrue();
        assertThat(response.header("Content-Length")).isNull();
    }

    @Test
    void nothingAtAllIsABug() {
        assertThatThrownBy(() -> send(new StubRequest(), "application/pdf", out -> out.flush()))
                .isInstanceOf(IllegalStateException.class);
    }

    private void send(StubRequest request, String type, Answer.Writing body) throws IOException {
        Problems problems = new Problems(
                new Pages(path -> null), new Cors(true), new PublicUrl(Optional.empty(), Proxies.NONE));
        reply.send(new Delivery(request.stub(), response.stub(), problems), new Answer.Streamed(type, Optional.of("book.pdf"),
                new Answer.Validity("abc", Optional.of(Instant.EPOCH)), List.of(), Map.of(), body));
    }
}
