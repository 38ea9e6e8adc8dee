package org.lectern.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.service.House.BASE;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.Holds;
import org.lectern.core.Identifier;

class LinksTest {

    private final Links links = new Links(Links.Slash.DOLLAR);

    @Holds({"IMG-012", "IMG-015", "IMG-023"})
    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            a-b._~!$&'()*+,;=:z   | a-b._~!$&'()*+,;=:z
            a b                   | a%20b
            50%                   | 50%25
            a?b#c[d]@e            | a%3Fb%23c%5Bd%5D%40e
            "<>\\^{}`             | %22%3C%3E%5C%5E%7B%7D%60
            é                     | %C3%A9
            日本                   | %E6%97%A5%E6%9C%AC
            ark:/12025/654        | ark:$12025$654
            x/a$b                 | x%2Fa$b
            """)
    void identifiersAreEncodedAlike(String id, String encoded) {
        assertThat(links.encode(new Identifier(id.strip()))).isEqualTo(encoded.strip());
    }

    @Test
    void everyEncodedIdentifierIsAUriThatDecodesToIt() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder("x");
            for (int i = random.nextInt(12); i > 0; i--) {
                int point = random.nextBoolean() ? 0x20 + random.nextInt(0x5F) : 0xA0 + random.nextInt(0xD000);
                text.appendCodePoint(point == '/' ? 'y' : point);
            }
            String encoded = new Links(Links.Slash.ENCODED).encode(new Identifier(text.toString()));
            URI uri = URI.create(BASE + "/" + encoded);
            assertThat(uri.getPath()).as("seed %d", seed).isEqualTo("/lectern/" + text);
            assertThat(encoded).as("seed %d", seed).matches("[A-Za-z0-9%._~!$&'()*+,;=:-]+");
        }
    }
}
