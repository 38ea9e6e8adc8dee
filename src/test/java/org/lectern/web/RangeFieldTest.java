package org.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeFieldTest {

    @ParameterizedTest(name = "{0} of 100 bytes → {1}")
    @CsvSource(delimiter = '|', value = {
        "bytes=0-0                                  | 0-0",
        "bytes=0-99                                 | 0-99",
        "bytes=10-                                  | 10-99",
        "bytes=10-19                                | 10-19",
        "bytes=99-                                  | 99-99",
        "bytes=50-1000                              | 50-99",
        "bytes=50-99999999999999999999999999        | 50-99",
        "bytes=-1                                   | 99-99",
        "bytes=-100                                 | 0-99",
        "bytes=-99999999999999999999999999          | 0-99",
        "bytes=00000000000000000000000000000005-006 | 5-6",
        "BYTES=1-2                                  | 1-2",
        "bytes=0-1,10-11                            | 0-1 10-11",
        "bytes=90-,0-9                              | 90-99 0-9",
        "bytes= 0-1 , ,, 5-6 ,                      | 0-1 5-6",
        "bytes=0-1,200-                             | 0-1",
        "bytes=-0,3-3                               | 3-3",
        "bytes=0-1,2-3                              | 0-1 2-3"
    })
    void partsAreThoseThatThereAre(String field, String parts) {
        assertThat(RangeField.parse(field, 100)).isEqualTo(new Ranges.Parts(Arrays.stream(parts.split(" "))
                .map(part -> part.split("-"))
                .map(ends -> new ByteRange(Long.parseLong(ends[0]), Long.parseLong(ends[1])))
                .toList()));
    }

    @ParameterizedTest(name = "{0} of 100 bytes")
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999-", "bytes=100-,200-201,-0"})
    void whatLiesBehindTheEndIsNotThere(String field) {
        assertThat(RangeField.parse(field, 100)).isEqualTo(new Ranges.Beyond());
    }

    @ParameterizedTest(name = "{0} of 100 bytes")
    @ValueSource(strings = {
        "", "bytes", "bytes=", "bytes=-", "bytes=,", "bytes=2-1", "bytes=0-1,2-1", "bytes=a-b", "bytes=0-1;2-3", "bytes=1",
        "bytes=--1", "bytes=1--2", "bytes=1-2-3", "bytes 0-1", "bytes=0x1-2", "bytes=1 -2", "bytes=+1-2", "items=0-1", "lines=1-",
        "bytes=0-,0-", "bytes=0-10,5-20", "bytes=-10,95-99", "bytes=0-49,50-99", "bytes=0-1,0-1", "bytes=٠-١"
    })
    void whatIsMalformedOverlappingOrOfAnotherUnitIsNotLookedAt(String field) {
        assertThat(RangeField.parse(field, 100)).isEqualTo(new Ranges.Whole());
    }

    @Test
    void moreThanSixteenPartsAreTheWhole() {
        assertThat(RangeField.parse(parts(RangeField.MOST), 1000)).isInstanceOf(Ranges.Parts.class);
        assertThat(RangeField.parse(parts(RangeField.MOST + 1), 1000)).isEqualTo(new Ranges.Whole());
        assertThat(RangeField.parse(parts(100_000), 1L << 40)).isEqualTo(new Ranges.Whole());
    }

    private static String parts(int count) {
        return IntStream.range(0, count).mapToObj(i -> 10 * i + "-" + 10 * i).collect(Collectors.joining(",", "bytes=", ""));
    }

    @Test
    void partsAlwaysLieWithinTheBodyAndNeverOverlap() {
        long seed = 20_240_203;
        Random random = new Random(seed);
        for (int round = 0; round < 100_000; round++) {
            long length = 1 + random.nextInt(50);
            String field = "bytes=" + IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(i -> spec(random))
                    .collect(Collectors.joining(","));
            String what = "seed " + seed + ": " + field + " of " + length;
            if (RangeField.parse(field, length) instanceof Ranges.Parts some) {
                List<ByteRange> parts = some.parts();
                assertThat(parts).as(what).isNotEmpty().allSatisfy(part -> {
                    assertThat(part.first()).as(what).isBetween(0L, part.last());
                    assertThat(part.last()).as(what).isLessThan(length);
                });
                assertThat(parts.stream().mapToLong(ByteRange::length).sum()).as(what).isLessThanOrEqualTo(length);
            }
        }
    }

    private static String spec(Random random) {
        String first = random.nextInt(4) == 0 ? "" : Integer.toString(random.nextInt(60));
        String last = random.nextInt(4) == 0 ? "" : Integer.toString(random.nextInt(60));
        return first + "-" + last;
    }
}
