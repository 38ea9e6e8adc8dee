package org.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({"en,en", "EN-us,en-US", "eng,en", "ger,de", "deu,de", "German,de", "german,de", "French,fr", "fre,fr", "fra,fr", "lat,la",
        "deu_frak,de-Latf", "frk,frk", "chi_sim,zh-Hans", "chi-tra,zh-Hant", "eng+deu,en", "'eng, deu',en", "grc,grc", "sr_Latn,sr-Latn",
        "other,", "'',", "???,", "Old English,", "und,", "x,", "en-,", "<script>,", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz,"})
    void namesOfRecognitionBecomeTags(String name, String tag) {
        assertThat(Languages.tag(name)).isEqualTo(Optional.ofNullable(tag));
    }
}
