package org.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.Holds;

class HyphensTest {

    /** Each string is a line, its words apart by spaces; {@code |} begins a paragraph and {@code ||} a block. */
    private static List<String> joined(String... lines) {
        String text = Arrays.stream(lines).map(HyphensTest::line).collect(Collectors.joining());
        return Reading.texts(Reading.page(TextForm.DJVU_XML, DjvuXmlTest.book(DjvuXmlTest.object(
                "<REGION><PARAGRAPH>" + text + "</PARAGRAPH></REGION>"))));
    }

    private static String line(String line) {
        return switch (line) {
            case "|" -> "</PARAGRAPH><PARAGRAPH>";
            case "||" -> "</PARAGRAPH></REGION><REGION><PARAGRAPH>";
            default -> Arrays.stream(line.split(" ")).map(word -> DjvuXmlTest.word("1,4,3,2", word))
                    .collect(Collectors.joining("", "<LINE>", "</LINE>"));
        };
    }

    @Test
    @Holds("SRC-046")
    void aWordThatIsDividedBetweenLinesIsOne() {
        assertThat(joined("the rab-", "bit hole,", "a pic-", "ture.")).containsExactly(
                "the", "rab-(rabbit", "bit)rabbit", "hole,", "a", "pic-(picture.", "ture.)picture.");
    }

    @ParameterizedTest
    @CsvSource({
        "rab-, bit, rab-(rabbit, bit)rabbit",
        "rab\u2010, bit, rab\u2010(rabbit, bit)rabbit",
        "rab\u2e17, bit, rab\u2e17(rabbit, bit)rabbit",
        "rab\u00ac, bit, rab\u00ac(rabbit, bit)rabbit",
        "rab\u00ad, bit, rab-(rabbit, bit)rabbit",
        "rab\u00ad, Bit, rab-(rabBit, Bit)rabBit", // a soft hyphen always divides
        "Lewis-, Carroll, Lewis-, Carroll",
        "1914-, and, 1914-, and",
        "-, and, -, and",
        "wait--, and, wait--, and",
        "ra\u00adb-, b\u00adit, rab-(rabbit, bit)rabbit",
        "ra\u00adb, bit, rab, bit"})
    void onlyWhatLooksDividedIsJoined(String head, String tail, String first, String second) {
        assertThat(joined(head, tail)).containsExactly(first, second);
    }

    @Test
    void aHyphenJoinsWithinAParagraphAndASoftOneInABlock() {
        assertThat(joined("rab-", "|", "bit")).containsExactly("rab-", "bit");
        assertThat(joined("rab\u00ad", "|", "Bit")).containsExactly("rab-(rabBit", "Bit)rabBit");
        assertThat(joined("rab\u00ad", "||", "bit")).containsExactly("rab-(rabbit", "bit)rabbit");
        assertThat(joined("rab\u00ad", "||", "Bit")).containsExactly("rab", "Bit");
    }

    @Test
    void aTailIsNoHeadAgainAndTheEndOfThePageJoinsNothing() {
        assertThat(joined("an-", "ti-", "pathies", "fell-")).containsExactly("an-(anti-", "ti-)anti-", "pathies", "fell-");
    }

    @Test
    void aHyphenInTheMiddleOfALineStays() {
        assertThat(joined("out-of-the-way rab- bit", "rabbit- hole")).containsExactly(
                "out-of-the-way", "rab-", "bit", "rabbit-", "hole");
    }
}
