package org.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;

/** Conditions and ranges: the table of RFC 9110, 13.2.2, row by row. */
class DeliveryTest {

    private static final byte[] BODY = "0123456789".getBytes(StandardCharsets.US_ASCII);
    private static final String CHANGED = "Sat, 03 Feb 2024 04:05:06 GMT";
    private static final String BEFORE = "Fri, 02 Feb 2024 04:05:06 GMT";
    private static final String AFTER = "Sun, 04 Feb 2024 04:05:06 GMT";

    private final StubResponse response = new StubResponse();

    @ParameterizedTest(name = "{0}: {1}; {2}: {3} → {4}")
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "If-Match            | \"abc\"          | -                 | -       | 200",
        "If-Match            | *                | -                 | -       | 200",
        "If-Match            | \"x\", \"abc\"   | -                 | -       | 200",
        "If-Match            | \"x\"            | -                 | -       | 412",
        "If-Match            | W/\"abc\"        | -                 | -       | 412",
        "If-Match            | abc              | -                 | -       | 412",
        "If-Match            | W/\"abc\",\"abc\"| -                 | -       | 200",
        "If-Match            | \"abc\"          | If-None-Match     | \"abc\" | 304",
        "If-Match            | \"abc\"          | If-Modified-Since | " + CHANGED + " | 304",
        "If-Match            | \"x\"            | If-None-Match     | \"abc\" | 412",
        "If-Match            | \"abc\"          | If-Unmodified-Since | " + BEFORE + " | 200",
        "If-Match            | \"x\"            | If-Unmodified-Since | " + AFTER + " | 412",
        "If-Unmodified-Since | " + CHANGED + "  | -                 | -       | 200",
        "If-Unmodified-Since | " + AFTER + "    | -                 | -       | 200",
        "If-Unmodified-Since | " + BEFORE + "   | -                 | -       | 412",
        "If-Unmodified-Since | never            | -                 | -       | 200",
        "If-Unmodified-Since | " + BEFORE + "   | If-None-Match     | \"abc\" | 412",
        "If-Unmodified-Since | " + AFTER + "    | If-None-Match     | \"abc\" | 304",
        "If-None-Match       | \"x\"            | If-Modified-Since | " + AFTER + " | 200",
        "If-None-Match       | W/\"abc\"        | -                 | -       | 304",
        "If-Modified-Since   | " + CHANGED + "  | -                 | -       | 304",
        "If-Modified-Since   | " + BEFORE + "   | -                 | -       | 200"
    })
    @Holds("IMG-190")
    void conditionsAreWeighedInTheirOrder(String one, String first, String two, String second, int status) throws IOException {
        StubRequest request = new StubRequest().header(one, first);
        if (two != null) {
            request.header(two, second);
        }
        send(request);

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("ETag")).isEqualTo(status == 412 ? null : "\"abc\"");
        assertThat(response.header("Cache-Control")).isEqualTo(status == 412 ? "no-store" : "public");
        assertThat(response.header("Content-Type"))
                .isEqualTo(status == 412 ? "application/problem+json" : status == 304 ? null : "image/x");
        assertThat(response.text().equals("0123456789")).isEqualTo(status == 200);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', value = {
        "bytes=0-0 | bytes 0-0/10 | 0", "bytes=3-5 | bytes 3-5/10 | 345", "bytes=7- | bytes 7-9/10 | 789",
        "bytes=-2 | bytes 8-9/10 | 89", "bytes=0-99 | bytes 0-9/10 | 0123456789"})
    void aRangeIsAPartOfTheSameBytes(String range, String told, String bytes) throws IOException {
        send(new StubRequest().header("Range", range));

        assertThat(response.status()).isEqualTo(206);
        assertThat(response.header("Content-Range")).isEqualTo(told);
        assertThat(response.header("Content-Length")).isEqualTo(Integer.toString(bytes.length()));
        assertThat(response.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(response.header("ETag")).isEqualTo("\"abc\"");
        assertThat(response.text()).isEqualTo(bytes);
    }

    @Test
    void severalRangesAreOneMessageOfManyParts() throws IOException {
        send(new StubRequest().header("Range", "bytes=0-1,-1"));

        assertThat(response.status()).isEqualTo(206);
        assertThat(response.header("Content-Range")).isNull();
        assertThat(response.header("Content-Type")).matches("multipart/byteranges; boundary=[0-9a-f-]{36}");
        String boundary = response.header("Content-Type").split("=")[1];
        assertThat(response.text()).isEqualTo("\r\n--" + boundary + "\r\nContent-Type: image/x\r\nContent-Range: bytes 0-1/10\r\n\r\n01"
                + "\r\n--" + boundary + "\r\nContent-Type: image/x\r\nContent-Range: bytes 9-9/10\r\n\r\n9"
                + "\r\n--" + boundary + "--\r\n");
        assertThat(response.header("Content-Length")).isEqualTo(Integer.toString(response.bytes().length));
    }

    @Test
    void aRangeBehindTheEndIsRefusedWithTheLength() throws IOException {
        send(new StubRequest().header("Range", "bytes=10-"));

        assertThat(response.status()).isEqualTo(416);
        assertThat(response.header("Content-Range")).isEqualTo("bytes */10");
        assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(response.header("ETag")).isNull();
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.text()).contains("\"status\":416", "There are 10 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-1", "lines=0-1", "nonsense", "bytes=0-5,3-8"})
    void whatIsNoProperRangeIsAnsweredInFull(String range) throws IOException {
        send(new StubRequest().header("Range", range));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("0123456789");
        assertThat(response.header("Content-Range")).isNull();
    }

    @Test
    void onlyAGetHasParts() throws IOException {
        send(new StubRequest().method("HEAD").header("Range", "bytes=10-"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Length")).isEqualTo("10");
        assertThat(response.header("Accept-Ranges")).isEqualTo("bytes");
    }

    @Test
    void whatHasNoPartsIsSentWhole() throws IOException {
        send(new StubRequest().header("Range", "bytes=0-1"), representation(CHANGED, false));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Accept-Ranges")).isNull();
    }

    @ParameterizedTest(name = "If-Range: {0} → {1}")
    @CsvSource(delimiter = '|', value = {
        "\"abc\" | 206", "W/\"abc\" | 200", "\"x\" | 200", "abc | 200", "* | 200", CHANGED + " | 206", BEFORE + " | 200",
        AFTER + " | 200", "Sat Feb  3 04:05:06 2024 | 206", "\"abc\", \"x\" | 200"})
    void partsOfAnotherStateAreNotSent(String condition, int status) throws IOException {
        send(new StubRequest().header("Range", "bytes=0-1").header("If-Range", condition));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.text()).isEqualTo(status == 206 ? "01" : "0123456789");
    }

    @Test
    void aSecondThatIsNotOverIsNoStateToGoOnFrom() throws IOException {
        String now = HttpDate.format(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60));
        send(new StubRequest().header("Range", "bytes=0-1").header("If-Range", now), representation(now, true));

        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void conditionsComeBeforeRanges() throws IOException {
        send(new StubRequest().header("Range", "bytes=10-").header("If-None-Match", "\"abc\""));

        assertThat(response.status()).isEqualTo(304);
        assertThat(response.header("Content-Range")).isNull();
    }

    private void send(StubRequest request) throws IOException {
        send(request, representation(CHANGED, true));
    }

    private void send(StubRequest request, Representation representation) throws IOException {
        Problems problems = new Problems(
                new Pages(path -> null), new Cors(true), new PublicUrl(Optional.empty(), Proxies.NONE));
        Delivery delivery = new Delivery(request.stub(), response.stub(), problems);
        if (!delivery.settles(representation)) {
            delivery.send(representation, BODY);
        }
    }

    private static Representation representation(String modified, boolean ranged) {
        return new Representation(
                "\"abc\"", HttpDate.parse(modified), "public", Map.of(), Map.of("Content-Type", "image/x"), ranged);
    }
}
