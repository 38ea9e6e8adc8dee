package org.lectern.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest(name = "{0} is found as {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Rabbit-Hole,                | rabbit hole
            Čapek                       | capek
            STRASSE                     | strasse
            Straße                      | strasse
            encyclopædia                | encyclopaedia
            ﬁnde                        | finde
            ſoft                        | soft
            don’t                       | don t
            Alice's                     | alice s
            lʼhomme                     | l homme
            hand—is                     | hand is
            1866–67                     | 1866 67
            Ὀδυσσεύς                    | οδυσσευσ
            Ёлка                        | елка
            שָׁלוֹם                       | שלום
            مُحَمَّد                       | محمد
            كـــتاب                     | كتاب
            co\u00adoperate             | cooperate
            x²                          | x2
            """)
    void whatReadersTypeAndWhatStandsThereComeToTheSame(String text, String tokens) {
        assertThat(String.join(" ", Folding.tokens(text))).isEqualTo(tokens);
    }

    @Test
    void charactersOfScriptsWithoutSpacesAreTokensEach() {
        assertThat(Folding.tokens("紅樓夢。")).containsExactly("紅", "樓", "夢");
        assertThat(Folding.tokens("IIIF入門2")).containsExactly("iiif", "入", "門", "2");
    }

    @Test
    void vowelSignsOfIndicScriptsStay() {
        assertThat(Folding.tokens("हिन्दी")).isEqualTo(List.of("हिन्दी")).isNotEqualTo(Folding.tokens("हन्द"));
    }

    @Test
    void whatHasNoLettersHasNoTokens() {
        assertThat(Folding.tokens("— * … \"")).isEmpty();
        assertThat(Folding.tokens("")).isEmpty();
    }
}
