package org.lectern.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentationWordsTest {

    @ParameterizedTest(name = "PRE-044 {0}")
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

    @ParameterizedTest(name = "PRE-044 {0}")
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

    @ParameterizedTest(name = "PRE-070 {0}")
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

    @Test
    void languageMapsHoldNoBlankTextAndNoEmptyLanguage() {
        assertThat(new LanguageMap(Map.of("en", List.of(" ", "x"), "de", List.of(""))).texts())
                .isEqualTo(Map.of("en", List.of("x")));
        assertThat(LanguageMap.of("\t").isEmpty()).isTrue();
    }

    @Test
    void aPairOfWhichNothingIsLeftIsNoPair() {
        Metadata pair = new Metadata(LanguageMap.of("Note"), LanguageMap.of("<script>x</script>"));
        assertThat(Texts.pair(pair, org.lectern.core.ApiVersion.V3)).isEqualTo(Optional.empty());
    }
}
