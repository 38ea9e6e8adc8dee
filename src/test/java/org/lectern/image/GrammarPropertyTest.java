package org.lectern.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.core.IiifException;

/** Whatever stands in the place of a parameter is read or refused, at once. */
class GrammarPropertyTest {

    private static final long SEED = 20261123;
    private static final int TEXTS = 1_000_000;
    private static final int LONGEST = 8192;

    private static final String WORDS = "0123456789,,,,...!^%:;<=>@[]\\_`+-eE xpctfulmaxsqre\u0000\uFF11";
    private static final List<String> VALID = List.of("full", "square", "max", "^max", "pct:41.6,7.5,66.6,100", "pct:50",
            "0,0,10,10", "^!225,100", "!225,100", "!22.5", "360", "125,15,200,200", ",100", "100,", "^pct:120",
            "999999999999999999");
    private static final List<String> REQUESTS = List.of("full/max/0/default.jpg", "square/^!225,100/!22.5/gray.png",
            "125,15,120,140/90,/!345/bitonal.gif", "pct:41.6,7.5,66.6,100/pct:50/360/color.tif", "full/full/0/default.jp2",
            "0,0,1,1/,100/.5/default.webp");

    private static final List<Function<String, Object>> PIECES = List.of(Region::parse, Rotation::parse,
            text -> Size.parse(text, ApiVersion.V2), text -> Size.parse(text, ApiVersion.V3), Quality::parse, Format::parse);
    private static final List<Function<String, Object>> WHOLE = List.of(
            text -> ImageRequest.parse(List.of(text.split("/", -1)), ApiVersion.V2),
            text -> ImageRequest.parse(List.of(text.split("/", -1)), ApiVersion.V3));

    private final Random random = new Random(SEED);

    @Holds({"IMG-030", "IMG-031", "IMG-091", "IMG-220"})
    @Test
    @Timeout(120)
    void aMillionTextsAreEachAValueThatPrintsItselfOrMalformed() {
        // On a thread of its own, whose stack is short: traces are what a million refusals cost most.
        assertThat(CompletableFuture.supplyAsync(this::understood).join()).isBetween(TEXTS / 20, TEXTS / 2);
    }

    private int understood() {
        int understood = 0;
        for (int round = 0; round < TEXTS; round++) {
            boolean whole = random.nextInt(4) == 0;
            String text = whole ? mutated(pick(REQUESTS)) : piece();
            understood += roundTrip(text, pick(whole ? WHOLE : PIECES)) ? 1 : 0;
        }
        return understood;
    }

    /** A million characters take milliseconds when reading is linear, and hours when it is not. */
    @Holds({"IMG-033", "IMG-035", "IMG-089"})
    @Test
    @Timeout(60)
    void veryLongTextsAreRefusedAtOnce() {
        for (String part : List.of("9", ",", ".", "!", "^", "1,", "pct:", "0.", "x", "0", "\uD83D\uDCD6")) {
            String text = part.repeat(1_000_000 / part.length());
            for (Function<String, Object> parse : PIECES) {
                assertThat(roundTrip(text, parse)).as(part).isFalse();
                assertThat(roundTrip("pct:" + text, parse)).as(part).isFalse();
                assertThat(roundTrip("pct:" + text + ",0,1,1", parse)).as(part).isFalse();
                assertThat(roundTrip("^!" + text + "," + text, parse)).as(part).isFalse();
            }
        }
    }

    @Holds({"IMG-033", "IMG-035"})
    @Test
    void aNumberHasUpTo32CharactersAndPixelsGoUpToTenToThe18th() {
        String nines = "9".repeat(32);
        assertThat(Region.parse("pct:0,0," + nines + ",0." + "0".repeat(29) + "1")).isInstanceOf(Region.Percent.class);
        assertThatThrownBy(() -> Region.parse("pct:0,0," + nines + "9,1")).isInstanceOf(IiifException.Malformed.class)
                .hasMessageContaining("33 characters").hasMessageContaining("at most 32");
        assertThat(Region.parse("0,0,1" + "0".repeat(18) + ",1")).hasToString("0,0,1" + "0".repeat(18) + ",1");
        assertThatThrownBy(() -> Region.parse("0,0,1" + "0".repeat(17) + "1,1"))
                .isInstanceOf(IiifException.Malformed.class);
        assertThat(Size.parse("0".repeat(31) + "1,", ApiVersion.V3)).hasToString("1,");
    }

    private static boolean roundTrip(String text, Function<String, Object> parse) {
        Object value;
        try {
            value = parse.apply(text);
        } catch (IiifException.Malformed refused) {
            return told(text, refused.getMessage());
        } catch (RuntimeException bug) {
            return fail("seed " + SEED + ", text '" + text + "'", bug);
        }
        if (!parse.apply(value.toString()).equals(value)) {
            fail("seed %d: '%s' prints as '%s', which is not equal", SEED, text, value);
        }
        return true;
    }

    /** What is refused may be anything: it must not make the answer long, or break its lines or its encoding. */
    private static boolean told(String text, String message) {
        if (message.length() > 400 || message.chars().anyMatch(Character::isISOControl)
                || !text.isEmpty() && isHalved(message) && !isHalved(text)) {
            fail("seed %d: '%s' is refused with '%s'", SEED, text, message);
        }
        return false;
    }

    private static boolean isHalved(String text) {
        return text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private String piece() {
        return switch (random.nextInt(500)) {
            case 0 -> "9".repeat(1 + random.nextInt(LONGEST)) + pick(List.of("", ",", ".5", ",10"));
            case 1 -> noise(random.nextInt(LONGEST));
            case 2 -> pick(VALID).repeat(1 + random.nextInt(LONGEST / 20));
            case 3 -> "pct:" + "0".repeat(random.nextInt(LONGEST)) + "." + "0".repeat(random.nextInt(40)) + "1";
            default -> random.nextInt(3) == 0 ? noise(random.nextInt(16)) : mutated(pick(VALID));
        };
    }

    /** Of the grammar's characters, of printable ASCII, or of all of Unicode. */
    private String noise(int length) {
        int kind = random.nextInt(3);
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(character(kind));
        }
        return text.toString();
    }

    private int character(int kind) {
        return switch (kind) {
            case 0 -> WORDS.charAt(random.nextInt(WORDS.length()));
            case 1 -> 33 + random.nextInt(94);
            default -> random.nextInt(Character.MAX_CODE_POINT + 1);
        };
    }

    /** Up to three characters replaced, put in, left out or doubled. */
    private String mutated(String text) {
        var mutant = new StringBuilder(text);
        for (int changes = random.nextInt(4); changes > 0 && mutant.length() > 0; changes--) {
            int at = random.nextInt(mutant.length());
            String other = Character.toString(character(random.nextInt(8) < 6 ? 0 : 1 + random.nextInt(2)));
            switch (random.nextInt(4)) {
                case 0 -> mutant.replace(at, at + 1, other);
                case 1 -> mutant.insert(at, other);
                case 2 -> mutant.deleteCharAt(at);
                default -> mutant.insert(at, mutant.substring(at));
            }
        }
        return mutant.toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
