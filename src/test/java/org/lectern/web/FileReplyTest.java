package org.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;
import org.lectern.service.Answer;

/** Files on their way, larger ones than any array. */
class FileReplyTest {

    private static final long HUGE = 5_000_000_000L;

    private final Reply reply = new Reply(
            new Pages(path -> null), new CachePolicy(Duration.ofDays(1), Duration.ZERO, Duration.ofHours(1)), true, new Outbox(1));
    private final StubResponse response = new StubResponse();

    /** The byte at a place is the sum of the place's digits of base 256. */
    private static final class Counting implements Blob {
        private final long length;
        private final long end;
        private boolean open;
        private int reads;
        private int longest;

        Counting(long length, long end) {
            this.length = length;
            this.end = end;
        }

        static byte at(long place) {
            byte sum = 0;
            for (long left = place; left > 0; left >>= 8) {
                sum += (byte) left;
            }
            return sum;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public int read(long at, byte[] into, int from, int count) {
            open = true;
            reads++;
            longest = Math.max(longest, count);
            int most = (int) Math.min(Math.min(count, 1000), end - at);
            for (int i = 0; i < most; i++) {
                into[from + i] = at(at + i);
            }
            return most < 1 ? -1 : most;
        }

        @Override
        public String validator() {
            return "v";
        }

        @Override
        public Instant modified() {
            return Instant.EPOCH;
        }

        @Override
        public String name() {
            return "huge.bin";
        }

        @Override
        public void close() {
            open = false;
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "bytes=2147483646-2147483650, 2147483646, 5", "bytes=4294967295-4294967297, 4294967295, 3",
        "bytes=4999999997-, 4999999997, 3", "bytes=-4, 4999999996, 4", "bytes=0-2500, 0, 2501",
        "bytes=4999990000-99999999999, 4999990000, 10000"})
    void aPartBeyondTwoGigabytesIsThatVeryPart(String range, long first, int length) throws IOException {
        Counting blob = new Counting(HUGE, HUGE);
        send(new StubRequest().header("Range", range), blob, "video/mp4");

        assertThat(response.status()).isEqualTo(206);
        assertThat(response.header("Content-Range")).isEqualTo("bytes " + first + "-" + (first + length - 1) + "/" + HUGE);
        assertThat(response.header("Content-Length")).isEqualTo(Integer.toString(length));
        assertThat(response.bytes()).isEqualTo(bytes(first, length));
        assertThat(blob.open).isFalse();
        assertThat(blob.longest).isLessThanOrEqualTo(64 << 10);
    }

    private static byte[] bytes(long first, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = Counting.at(first + i);
        }
        return bytes;
    }

    @Test
    void severalPartsAreOneMessageWhoseLengthIsTold() throws IOException {
        send(new StubRequest().header("Range", "bytes=0-1,3000000000-3000000002,-1"), new Counting(HUGE, HUGE), "video/mp4");

        assertThat(response.status()).isEqualTo(206);
        assertThat(response.header("Content-Type")).startsWith("multipart/byteranges; boundary=");
        assertThat(response.header("Content-Length")).isEqualTo(Integer.toString(response.bytes().length));
        String text = new String(response.bytes(), StandardCharsets.ISO_8859_1);
        assertThat(text).contains("Content-Type: video/mp4\r\nContent-Range: bytes 3000000000-3000000002/" + HUGE + "\r\n\r\n"
                + new String(bytes(3_000_000_000L, 3), StandardCharsets.ISO_8859_1));
    }

    @Test
    void aHeadTellsTheLengthAndReadsNothing() throws IOException {
        Counting blob = new Counting(HUGE, HUGE);
        send(new StubRequest().method("HEAD"), blob, "video/mp4");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Length")).isEqualTo(Long.toString(HUGE));
        assertThat(response.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(response.header("Content-Disposition")).startsWith("inline; filename=\"huge.bin\"");
        assertThat(response.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(blob.reads).isZero();
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource({"If-None-Match, '\"abc\"', 304", "If-Modified-Since, 'Fri, 02 Jan 1970 00:00:00 GMT', 304", "If-Match, '\"x\"', 412",
        "Range, bytes=5000000000-, 416", "Range, bytes=-0, 416"})
    void whatNeedsNoByteReadsNone(String field, String value, int status) throws IOException {
        Counting blob = new Counting(HUGE, HUGE);
        send(new StubRequest().header(field, value), blob, "video/mp4");

        assertThat(response.status()).isEqualTo(status);
        assertThat(blob.reads).isZero();
        assertThat(response.header("Content-Range")).isEqualTo(status == 416 ? "bytes */" + HUGE : null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void anEmptyFileIsWholeAndHasNoParts(String method) throws IOException {
        send(new StubRequest().method(method).header("Range", "bytes=0-"), new Counting(0, 0), "text/plain");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Length")).isEqualTo("0");
        assertThat(response.bytes()).isEmpty();
    }

    @Test
    void whatCannotBeReadFromTheStartHasNoHeaderOfAnAnswer() {
        Counting blob = new Counting(5000, 0);
        assertThatThrownBy(() -> send(new StubRequest(), blob, "text/plain")).isInstanceOf(IiifException.Broken.class);
        assertThat(response.header("ETag")).isNull();
        assertThat(response.header("Content-Disposition")).isNull();
        assertThat(blob.open).isFalse();
    }

    @Test
    void whatEndsTooEarlyFailsAfterLessThanWasTold() {
        Counting blob = new Counting(5000, 3000);
        assertThatThrownBy(() -> send(new StubRequest(), blob, "text/plain"))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining("became shorter");
        assertThat(response.header("Content-Length")).isEqualTo("5000");
        assertThat(response.bytes()).hasSize(3000);
        assertThat(blob.open).isFalse();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "text/plain, text/plain;charset=utf-8, false", "text/vtt, text/vtt;charset=utf-8, false",
        "text/plain;charset=iso-8859-1, text/plain;charset=iso-8859-1, false", "application/pdf, application/pdf, false",
        "application/json, application/json, false", "image/jp2, image/jp2, false", "audio/mpeg, audio/mpeg, false",
        "application/gzip, application/gzip, false", "text/html, text/html, true", "TEXT/HTML; charset=x, TEXT/HTML; charset=x, true",
        "application/xhtml+xml, application/xhtml+xml, true", "image/svg+xml, image/svg+xml, true",
        "IMAGE/SVG+XML, IMAGE/SVG+XML, true", "application/xml, application/xml, true", "text/xml, text/xml, true",
        "text/javascript, text/plain;charset=utf-8, true", "application/javascript, text/plain;charset=utf-8, true",
        "application/x-new, application/x-new, true", "multipart/x-mixed-replace, multipart/x-mixed-replace, true"})
    void whatABrowserCouldRunIsShutIn(String mediaType, String sent, boolean shutIn) throws IOException {
        send(new StubRequest(), new Counting(3, 3), mediaType);

        assertThat(response.header("Content-Type")).isEqualTo(sent);
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        String policy = response.header("Content-Security-Policy");
        if (shutIn) {
            assertThat(policy).startsWith("sandbox; default-src 'none';").doesNotContain("allow-", "script", "*");
        } else {
            assertThat(policy).isNull();
        }
    }

    private void send(StubRequest request, Blob blob, String mediaType) throws IOException {
        Problems problems = new Problems(
                new Pages(path -> null), new Cors(true), new PublicUrl(Optional.empty(), Proxies.NONE));
        reply.send(new Delivery(request.stub(), response.stub(), problems), new Answer.File(mediaType, "huge.bin",
                new Answer.Validity("abc", Optional.of(Instant.EPOCH)), List.of(), blob));
    }
}
