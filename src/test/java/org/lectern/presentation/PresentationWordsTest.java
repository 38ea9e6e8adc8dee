package org.lectern.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;

class PresentationWordsTest {

    @Holds("PRE-044")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https://creativecommons.org/licenses/by/4.0/, http://creativecommons.org/licenses/by/4.0/",
        "http://creativecommons.org/licenses/by/4.0, http://creativecommons.org/licenses/by/4.0/",
        "https://www.creativecommons.org/licenses/by-nc-sa/3.0/us/, http://creativecommons.org/licenses/by-nc-sa/3.0/us/",
        "https://creativecommons.org/licenses/by/4.0/deed.de, http://creativecommons.org/licenses/by/4.0/",
        "https://creativecommons.org/licenses/by/4.0/legalcode, http://creativecommons.org/licenses/by/4.0/",
        "http://creativecommons.org/publicdomain/mark/1.0/, http://creativecommons.org/publicdomain/mark/1.0/",
        "HTTPS://CreativeCommons.org/publicdomain/zero/1.0/, http://creativecommons.org/publicdomain/zero/1.0/",
        "http://rightsstatements.org/vocab/InC/1.0/, http://rightsstatements.org/vocab/InC/1.0/",
        "https://rightsstatements.org/page/NoC-US/1.0/?language=en, http://rightsstatements.org/vocab/NoC-US/1.0/",
    })
    void licencesAreNamedByTheirMachineUri(String text, String uri) {
        assertThat(Rights.uri(text)).contains(uri);
    }

    @Holds("PRE-044")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Public domain",
        "https://example.org/licenses/by/4.0/",
        "http://creativecommons.org/",
        "http://creativecommons.org.evil.org/licenses/by/4.0/",
        "http://evil.org/http://creativecommons.org/licenses/by/4.0/",
        "'http://creativecommons.org/licenses/by/4.0/ and more'",
    })
    void otherRightsAreNone(String text) {
        assertThat(Rights.uri(text)).isEmpty();
    }

    @Holds("PRE-070")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "paged, paged",
        "paged individuals, paged",
        "unordered no-repeat repeat, unordered no-repeat",
        "facing-pages multi-part PAGED http://example.org/x, ''",
        "auto-advance continuous paged, auto-advance continuous",
    })
    void behaviorsThatExcludeEachOtherOrOtherTypesAreDropped(String given, String kept) {
        assertThat(String.join(" ", Behavior.ofManifest(List.of(given.split(" "))))).isEqualTo(kept);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "facing-pages non-paged auto-advance, facing-pages auto-advance",
        "paged individuals no-auto-advance, no-auto-advance",
        "repeat together hidden, ''",
    })
    void canvasesHaveBehaviorsOfTheirOwn(String given, String kept) {
        assertThat(String.join(" ", Behavior.ofCanvas(List.of(given.split(" "))))).isEqualTo(kept);
    }

    @Holds({"PRE-030", "PRE-031"})
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "en, en", "zh-Hant, zh-Hant", "es-419, es", "de-1996, de", "de-CH-1996, de-CH", "pt_BR, pt-BR", "' la ', la", "zh-x-1, zh",
        "en-, en", "eng, eng",
    })
    void languagesHaveLettersOnly(String given, String kept) {
        assertThat(Language.tag(given)).contains(kept);
    }

    @Holds("PRE-030")
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"English", "", "x", "e", "12", "en us", "de;q=1", "-en", "none"})
    void whatIsNoLanguageIsNone(String given) {
        assertThat(Language.tag(given)).isEmpty();
        assertThat(LanguageMap.in(given, "x").texts()).isEqualTo(Map.of("none", List.of("x")));
    }

    @Test
    void textsOfLanguagesThatBecomeOneStandTogether() {
        assertThat(new LanguageMap(new TreeMap<>(Map.of("es", List.of("uno"), "es-419", List.of("dos")))).texts())
                .isEqualTo(Map.of("es", List.of("uno", "dos")));
    }

    @Holds("PRE-048")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "1534-01-01T00:00:00.25Z, 1534-01-01T00:00:00Z", "0044-03-15T12:00:01Z, 0044-03-15T12:00:01Z", "-0044-03-15T00:00:00Z,",
        "+10000-01-01T00:00:00Z,",
    })
    void datesAreOfFourDigitsOrNone(Instant instant, String written) {
        assertThat(NavDate.of(instant)).isEqualTo(Optional.ofNullable(written));
    }

    @Test
    void languageMapsHoldNoBlankTextAndNoEmptyLanguage() {
        assertThat(new LanguageMap(Map.of("en", List.of(" ", "x"), "de", List.of(""))).texts())
                .isEqualTo(Map.of("en", List.of("x")));
        assertThat(LanguageMap.of("\t").isEmpty()).isTrue();
    }

    @Test
    void aPairOfWhichNothingIsLeftIsNoPair() {
        Metadata pair = new Metadata(LanguageMap.of("Note"), LanguageMap.of("<script>x</script>"));
        assertThat(Texts.pair(pair, ApiVersion.V3)).isEqualTo(Optional.empty());
    }
}
