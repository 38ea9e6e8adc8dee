package org.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.core.IiifException;

class NegotiationTest {

    @ParameterizedTest(name = "IMG-005 Accept: {0}")
    @CsvSource(delimiter = '|', value = {
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8 | true",
        "text/html | true",
        "TEXT/HTML;charset=utf-8 | true",
        "*/* | false",
        "application/json | false",
        "application/json, text/html;q=0.9 | false",
        "text/html, application/json | false",
        "text/html;q=0.5, application/ld+json;q=0.8 | false",
        "text/html;q=0 | false",
        "image/avif,image/webp,*/*;q=0.8 | false",
        ";;,,;q= | false",
        "text/html;q=banana | true"
    })
    void onlyABrowserPrefersHtml(String accept, boolean html) {
        assertThat(Negotiation.prefersHtml(new StubRequest().header("Accept", accept).stub())).isEqualTo(html);
    }

    @Test
    void withoutAnAcceptHeaderNobodyPrefersAnything() {
        assertThat(Negotiation.prefersHtml(new StubRequest().stub())).isFalse();
    }

    @Test
    void aHugeFieldIsReadInPart() {
        String field = "a/b,".repeat(100_000) + "text/html";

        assertThat(Negotiation.prefersHtml(new StubRequest().header("Accept", field).stub())).isFalse();
    }

    @ParameterizedTest(name = "?{0}")
    @CsvSource(emptyValue = "", value = {
        "page=2, 2", "limit=5&page=2&page=3, 2", "page=a+b%2B, a b+", "page=, ''", "xpage=1, ", "limit=%zz, ", "'', "
    })
    void aParameterIsItsFirstValue(String query, String expected) {
        assertThat(Query.parameter(new StubRequest().query(query).stub(), "page").orElse(null)).isEqualTo(expected);
    }

    @Test
    void aParameterThatCannotBeDecodedIsMalformed() {
        assertThatThrownBy(() -> Query.parameter(new StubRequest().query("page=%zz").stub(), "page"))
                .isInstanceOf(IiifException.Malformed.class);
    }
}
