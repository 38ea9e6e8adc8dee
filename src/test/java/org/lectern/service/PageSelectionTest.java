package org.lectern.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.core.IiifException;

class PageSelectionTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({"1, 0", "'1-3,8', '0,1,2,7'", "'8,1-2', '7,0,1'", "5-5, 4", "'2,2', '1,1'", "10, 9"})
    void placesAreCountedFromOneInTheOrderAskedFor(String text, String places) {
        assertThat(PageSelection.parse(text, 10).key()).isEqualTo(places);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", ",", "0", "1,", "1--2", "2-1", "-3", "3-", "11", "1-11", "leaf1", " 1", "1 ", "+1", "01",
        "99999999999999999999", "1-99999999999", "１"})
    void anythingElseIsMalformed(String text) {
        assertThatThrownBy(() -> PageSelection.parse(text, 10)).isInstanceOf(IiifException.Malformed.class);
    }

    @Test
    void moreThanOneAnswerHoldsIsToBeAskedForInParts() {
        assertThat(PageSelection.all(2000).places()).hasSize(2000);
        assertThatThrownBy(() -> PageSelection.all(2001))
                .isInstanceOf(IiifException.Malformed.class).hasMessageContaining("?pages=1-2000");
        assertThat(PageSelection.parse("1001-3000", 5000).places()).startsWith(1000).endsWith(2999).hasSize(2000);
        for (String text : List.of("1-2001", "1-1500,1-501", "1-9999999")) {
            assertThatThrownBy(() -> PageSelection.parse(text, 9_999_999)).isInstanceOf(IiifException.Malformed.class);
        }
    }
}
