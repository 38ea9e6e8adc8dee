package org.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Sun, 06 Nov 1994 08:49:37 GMT    | 1994-11-06T08:49:37Z",
        "Sunday, 06-Nov-94 08:49:37 GMT   | 1994-11-06T08:49:37Z",
        "Sun Nov  6 08:49:37 1994         | 1994-11-06T08:49:37Z",
        "Wed Nov 16 08:49:37 1994         | 1994-11-16T08:49:37Z",
        "Thu, 29 Feb 2024 00:00:00 GMT    | 2024-02-29T00:00:00Z",
        "Sat, 31 Dec 2016 23:59:60 GMT    | 2016-12-31T23:59:59Z",
        "Mon, 06 Nov 1994 08:49:37 GMT    | 1994-11-06T08:49:37Z"
    })
    void theThreeFormsAreRead(String field, Instant time) {
        assertThat(HttpDate.parse(field)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "yesterday", "0", "-1", "1994-11-06T08:49:37Z", "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 94 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 +0100", "Sun, 06 Nov 1994 24:00:00 GMT",
        "Wed, 30 Feb 2024 00:00:00 GMT", "sun, 06 nov 1994 08:49:37 gmt", "Sun, 06-Nov-94 08:49:37 GMT",
        "Sun Nov 6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:61 GMT", "Sun, 00 Nov 1994 08:49:37 GMT"
    })
    void whatIsNoDateIsNone(String field) {
        assertThat(HttpDate.parse(field)).isEmpty();
    }

    @Test
    void aYearOfTwoDigitsIsAtMostFiftyYearsAhead() {
        int now = Year.now(ZoneOffset.UTC).getValue();
        assertThat(year(now + 49)).isEqualTo(now + 49);
        assertThat(year(now + 51)).isEqualTo(now + 51 - 100);
    }

    private static int year(int year) {
        return HttpDate.parse(String.format("Monday, 06-Jul-%02d 08:49:37 GMT", year % 100))
                .orElseThrow().atOffset(ZoneOffset.UTC).getYear();
    }

    @Test
    void whatIsWrittenIsRead() {
        long seed = 4711;
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE));
            assertThat(HttpDate.parse(HttpDate.format(time))).as("seed %d, round %d", seed, i).contains(time);
        }
    }
}
