package org.lectern.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    private static final List<String> ORDERED = List.of("1", "01", "2", "9", "10", "10/2", "10/10", "10 b", "100", "a", "a/1", "a1", "a1b",
            "a01c", "a2", "a10", "A10b", "B", "b2/x", "b10", "ä", "99999999999999999999999");

    @Test
    void digitsCountByValueAndFoldersStayTogether() {
        List<String> expected = List.of("01", "1", "2", "9", "10", "10/2", "10/10", "10 b", "100", "99999999999999999999999",
                "a", "a/1", "a1", "a1b", "a01c", "a2", "a10", "A10b", "B", "b2/x", "b10", "ä");
        for (int seed = 0; seed < 50; seed++) {
            List<String> names = new ArrayList<>(ORDERED);
            Collections.shuffle(names, new Random(seed));
            names.sort(NaturalOrder.NAMES);
            assertThat(names).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void itIsATotalOrder() {
        String alphabet = "a1A0/.-$é";
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            String a = text(random, alphabet);
            String b = text(random, alphabet);
            String c = text(random, alphabet);
            int ab = Integer.signum(NaturalOrder.FILES.compare(a, b));
            int bc = Integer.signum(NaturalOrder.FILES.compare(b, c));
            assertThat(Integer.signum(NaturalOrder.FILES.compare(b, a))).as("seed %d", seed).isEqualTo(-ab);
            assertThat(ab == 0).as("seed %d: %s %s", seed, a, b).isEqualTo(a.equals(b));
            if (ab == bc) {
                assertThat(Integer.signum(NaturalOrder.FILES.compare(a, c))).as("seed %d: %s %s %s", seed, a, b, c).isEqualTo(ab);
            }
        }
    }

    private static String text(Random random, String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
