package org.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharactersTest {

    private static String xml(String declaration) {
        return declaration + DjvuXmlTest.book(DjvuXmlTest.object("<LINE>" + DjvuXmlTest.word("1,4,3,2", "\u00e9t\u00e9\u2019") + "</LINE>")).replaceFirst("<\\?xml[^>]*>", "");
    }

    private static String read(String text, Charset charset) {
        return String.join(" ", Reading.texts(Reading.pages(TextForm.DJVU_XML, Reading.blob(text, charset)).get(0)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | UTF-8 | \u00e9t\u00e9\u2019",
        "\ufeff<?xml version=\"1.0\"?> | UTF-8 | \u00e9t\u00e9\u2019",
        "\ufeff<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?> | UTF-8 | \u00e9t\u00e9\u2019",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?> | UTF-8 | \u00e9t\u00e9\u2019",
        "<?xml version=\"1.0\" encoding=\"windows-1252\"?> | windows-1252 | \u00e9t\u00e9\u2019",
        "<?xml version='1.0' encoding='iso-8859-1' standalone='yes'?> | windows-1252 | \u00e9t\u00e9\u2019",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?> | ISO-8859-15 | \u00e9t\u00e9?",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?> | UTF-16 | \u00e9t\u00e9\u2019",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?> | UTF-16LE | \u00e9t\u00e9\u2019",
        "<?xml version=\"1.0\"?> | UTF-16BE | \u00e9t\u00e9\u2019",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?> | UTF-8 | \u00e9t\u00e9\u2019", // it lies
        "<?xml version=\"1.0\" encoding=\"x-no-such\"?> | UTF-8 | \u00e9t\u00e9\u2019",
        "<?xml version=\"1.0\" encoding=\"windows-99\"?> | UTF-8 | \u00e9t\u00e9\u2019"})
    void theEncodingIsThatOfTheMarkOrOfTheDeclaration(String declaration, String charset, String text) {
        assertThat(read(xml(declaration), Charset.forName(charset))).isEqualTo(text);
    }

    @Test
    void bytesThatAreNoCharacterAreReplaced() {
        assertThat(read(xml(""), StandardCharsets.ISO_8859_1)).isEqualTo("\ufffdt\ufffd?");
    }

    @Test
    void htmlDeclaresItsEncodingInAMeta() {
        String html = "<html><head><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'></head><body><div class='ocr_page' title='bbox 0 0 9 9'>"
                + "<span class='ocr_line'><span class='ocrx_word' title='bbox 1 2 3 4'>\u00e9t\u00e9</span></span></div>";
        assertThat(Reading.texts(Reading.pages(TextForm.HOCR, Reading.blob(html, StandardCharsets.ISO_8859_1)).get(0))).containsExactly("\u00e9t\u00e9");
    }
}
