package org.lectern.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.IiifException;

class TextQueryTest {

    @ParameterizedTest(name = "{0} → {1}")
    @Holds("SRC-004")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            bird                    | [bird]
            Bird BUSH               | [bird] [bush]
            "hand is"               | [hand is]
            “hand is” worth         | [hand is] [worth]
            «hand is»               | [hand is]
            "hand is                | [hand is]
            b*                      | [b+]
            "worth tw*"             | [worth tw+]
            well-known              | [well known]
            bird bird               | [bird]
            *                       | ~~
            a:b AND (c)             | [a b] [and] [c]
            title:/.*/~2^3          | [title 2 3]
            """)
    void wordsPhrasesAndOpenEndsAreRead(String q, String phrases) {
        String read = TextQuery.parse(q).phrases().stream()
                .map(phrase -> "[" + String.join(" ", phrase.words()) + (phrase.open() ? "+" : "") + "]")
                .collect(Collectors.joining(" "));
        assertThat(read).isEqualTo(phrases);
    }

    @ParameterizedTest
    @Holds("SRC-008")
    @ValueSource(strings = {"", "  ", "\"\"", "… — *"})
    void withoutWordsThereIsNothingToSearchFor(String q) {
        assertThat(TextQuery.parse(q).isEmpty()).isTrue();
    }

    @Test
    void tooMuchIsRefusedWithTheLimit() {
        assertThatThrownBy(() -> TextQuery.parse("x".repeat(501))).isInstanceOf(IiifException.Malformed.class)
                .hasMessage("q has 501 characters; at most 500 are searched for.");
        String words = java.util.stream.IntStream.range(0, 31).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        assertThatThrownBy(() -> TextQuery.parse(words)).isInstanceOf(IiifException.Malformed.class)
                .hasMessage("q has 31 words; at most 30 are searched for.");
    }
}
