package org.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lectern.Holds;
import org.lectern.core.IiifException;

class PercentCodePropertyTest {

    private static final int ROUNDS = 20_000;

    @Holds("IMG-015")
    @Test
    void whatIsEncodedDecodesToItselfAndIsPlainAscii() {
        long seed = 15;
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            String text = text(random);
            String encoded = PercentCode.encode(text);
            assertThat(PercentCode.decode(encoded)).as("seed %d, round %d", seed, i).isEqualTo(text);
            assertThat(encoded).matches("[A-Za-z0-9._~!$&'()*+,;=:%-]*");
        }
    }

    @Holds({"IMG-013", "IMG-014"})
    @Test
    void anyPieceEitherDecodesOrIsMalformed() {
        long seed = 14;
        Random random = new Random(seed);
        String alphabet = "%%%%0123456789abcdefABCDEFgz/.+$^\u00e9\u0000 ";
        int decoded = 0;
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder piece = new StringBuilder();
            random.ints(random.nextInt(8), 0, alphabet.length()).forEach(at -> piece.append(alphabet.charAt(at)));
            decoded += decodes(piece.toString(), "seed " + seed + ", round " + i) ? 1 : 0;
        }
        assertThat(decoded).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    private static boolean decodes(String piece, String round) {
        try {
            String text = PercentCode.decode(piece);
            assertThat(text).as(round).doesNotMatch(".*\\p{Cntrl}.*");
            assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).as(round).isEqualTo(text);
            assertThat(PercentCode.decode(PercentCode.encode(text))).as(round).isEqualTo(text);
            return true;
        } catch (IiifException.Malformed e) {
            return false;
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(12); left > 0; left--) {
            int c = random.nextInt(4) == 0 ? random.nextInt(0x110000) : ' ' + random.nextInt(95);
            if (Character.isDefined(c) && !Character.isISOControl(c) && (c < 0xD800 || c > 0xDFFF)) {
                text.appendCodePoint(c);
            }
        }
        return text.toString();
    }
}
