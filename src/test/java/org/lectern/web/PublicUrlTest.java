package org.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.IiifException;

class PublicUrlTest {

    private static final PublicUrl PLAIN = new PublicUrl(Optional.empty(), Proxies.NONE);
    private static final PublicUrl BEHIND =
            new PublicUrl(Optional.empty(), Proxies.parse(List.of("10.0.0.0/8", "::1"), false));
    private static final PublicUrl BEHIND_STANDARD =
            new PublicUrl(Optional.empty(), Proxies.parse(List.of("10.0.0.0/8"), true));

    @ParameterizedTest(name = "{0}://{1}{2}")
    @CsvSource({
        "http, localhost:8080, '', http://localhost:8080",
        "http, example.org:80, /lectern, http://example.org/lectern",
        "https, example.org:443, /a b, https://example.org/a%20b",
        "https, example.org, /a%20b, https://example.org/a%20b",
        "https, example.org, /é/100%, https://example.org/%C3%A9/100%25",
        "https, example.org, /%c3%a9, https://example.org/%C3%A9",
        "https, example.org:80, '', https://example.org:80",
        "http, [::1]:8080, '', http://[::1]:8080",
        "http, under_score, '', http://under_score"
    })
    void theRequestTellsWhereItWent(String scheme, String host, String context, String expected) {
        StubRequest request = new StubRequest().scheme(scheme).header("Host", host).contextPath(context);

        assertThat(PLAIN.of(request.stub())).isEqualTo(expected);
    }

    @Test
    void withoutAHostTheServersOwnNameStands() {
        assertThat(PLAIN.of(new StubRequest().stub())).isEqualTo("http://local.example:8080");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "", "a b", "evil.example/path", "a@b", "a\"onload=x", "<script>", "a\r\nX: y", "[::1", "a:b", "a:99999", "a:0",
                "-a", "exämple.org", "a,b", "user@host", "[::g]", "[:::]", "[::1%25eth0]", "[1.2.3.4]", "[::1]x", "::1",
                "javascript:alert(1)", "a:", "a:-1", "a:+80", "a:65536", "a\\b", "a?b", "a#b", "a\u0000", "a\u2028b"
            })
    @Holds("IMG-024")
    void aHostThatIsNoneIsMalformed(String host) {
        StubRequest request = new StubRequest().header("Host", host);

        assertThatThrownBy(() -> PLAIN.of(request.stub())).isInstanceOf(IiifException.Malformed.class);
    }

    @Test
    @Holds("IMG-024")
    void aHostLongerThanAnyNameIsMalformed() {
        assertThat(PLAIN.of(new StubRequest().header("Host", "a".repeat(253)).stub())).hasSize(260);
        StubRequest request = new StubRequest().header("Host", "a".repeat(254));
        assertThatThrownBy(() -> PLAIN.of(request.stub())).isInstanceOf(IiifException.Malformed.class);
    }

    @Test
    @Holds("IMG-024")
    void theSettingGoesBeforeEverything() {
        PublicUrl configured =
                new PublicUrl(Optional.of(URI.create("https://iiif.example.org/x/")), Proxies.parse(List.of("10.0.0.0/8"), false));

        assertThat(configured.of(spoofed().from("10.1.2.3").contextPath("/lectern").stub()))
                .isEqualTo("https://iiif.example.org/x");
    }

    @Test
    @Holds("IMG-024")
    void whatAStrangerForwardsIsNotRead() {
        assertThat(PLAIN.of(spoofed().stub())).isEqualTo("http://real.example");
        assertThat(BEHIND.of(spoofed().from("11.0.0.1").stub())).isEqualTo("http://real.example");
        assertThat(BEHIND.client(spoofed().from("11.0.0.1").stub())).isEqualTo("11.0.0.1");
    }

    @Test
    @Holds("IMG-024")
    void whatATrustedProxyForwardsIsRead() {
        StubRequest request = new StubRequest()
                .from("10.1.2.3")
                .contextPath("/lectern")
                .header("Host", "backend:8080")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "iiif.example.org")
                .header("X-Forwarded-Port", "8443")
                .header("X-Forwarded-Prefix", "/books/");

        assertThat(BEHIND.of(request.stub())).isEqualTo("https://iiif.example.org:8443/books/lectern");
        assertThat(BEHIND.client(request.stub())).isEqualTo("203.0.113.9");
    }

    @Test
    void whatAClientPutInFrontOfTheProxysWordIsNotBelieved() {
        StubRequest request = new StubRequest()
                .from("10.1.2.3")
                .header("Host", "backend")
                .header("X-Forwarded-For", "10.9.9.9, 203.0.113.9")
                .header("X-Forwarded-Host", "evil.example, iiif.example.org");

        assertThat(BEHIND.of(request.stub())).isEqualTo("http://iiif.example.org");
        assertThat(BEHIND.client(request.stub())).isEqualTo("203.0.113.9");
    }

    @Test
    void aChainOfTrustedProxiesIsFollowedToTheOutermost() {
        StubRequest request = new StubRequest()
                .from("10.1.2.3")
                .header("Host", "backend")
                .header("X-Forwarded-For", "1.1.1.1, 203.0.113.9, 10.5.5.5")
                .header("X-Forwarded-Host", "evil.example, iiif.example.org, inner.example");

        assertThat(BEHIND.of(request.stub())).isEqualTo("http://iiif.example.org");
        assertThat(BEHIND.client(request.stub())).isEqualTo("203.0.113.9");
    }

    @Test
    void onlyTheFamilyThatTheProxyWritesIsRead() {
        StubRequest request = spoofed()
                .from("10.1.2.3")
                .header("Forwarded", "for=\"[2001:db8::7]:4711\";proto=https;host=iiif.example.org");

        assertThat(BEHIND_STANDARD.of(request.stub())).isEqualTo("https://iiif.example.org");
        assertThat(BEHIND_STANDARD.client(request.stub())).isEqualTo("2001:db8::7");
        assertThat(BEHIND.of(request.stub())).isEqualTo("https://evil.example:666/evil");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "X-Forwarded-Host   | a/b", "X-Forwarded-Host | user@evil.example", "X-Forwarded-Host | a\"b", "X-Forwarded-Host | a b",
        "X-Forwarded-Host   | exämple.org", "X-Forwarded-Host | a:0", "X-Forwarded-Host | a:99999", "X-Forwarded-Host | [::1",
        "X-Forwarded-Host   | [::zz]", "X-Forwarded-Host | a/..", "X-Forwarded-Host | a\\b", "X-Forwarded-Host | a%0d%0aX: y",
        "X-Forwarded-Proto  | javascript", "X-Forwarded-Proto | http://", "X-Forwarded-Proto | javascript:alert(1)//",
        "X-Forwarded-Proto  | ht tp", "X-Forwarded-Proto | ws", "X-Forwarded-Port | 1e3", "X-Forwarded-Port | 0",
        "X-Forwarded-Port   | 99999", "X-Forwarded-Port | -1", "X-Forwarded-Port | 80@evil.example", "X-Forwarded-Port | 80/x",
        "X-Forwarded-Prefix | //evil.example", "X-Forwarded-Prefix | ///", "X-Forwarded-Prefix | /a//b", "X-Forwarded-Prefix | no-slash",
        "X-Forwarded-Prefix | /a\"b", "X-Forwarded-Prefix | /..", "X-Forwarded-Prefix | /a/../b", "X-Forwarded-Prefix | /./a",
        "X-Forwarded-Prefix | /%2e%2e/a", "X-Forwarded-Prefix | /%2E./a", "X-Forwarded-Prefix | /%2f/evil.example",
        "X-Forwarded-Prefix | /a%5cb", "X-Forwarded-Prefix | /%", "X-Forwarded-Prefix | /%4", "X-Forwarded-Prefix | /%zz",
        "X-Forwarded-Prefix | /%0d%0aX:y", "X-Forwarded-Prefix | /%00", "X-Forwarded-Prefix | /%ff", "X-Forwarded-Prefix | /a?b",
        "X-Forwarded-Prefix | /a#b", "X-Forwarded-Prefix | /<b>", "X-Forwarded-Prefix | https://evil.example",
        "X-Forwarded-Prefix | javascript:alert(1)", "X-Forwarded-Prefix | /\\evil.example"
    })
    @Holds("IMG-024")
    void evenATrustedProxyIsToMakeSense(String name, String value) {
        StubRequest request = new StubRequest().from("::1").header("Host", "a").header(name, value);

        assertThatThrownBy(() -> BEHIND.of(request.stub())).isInstanceOf(IiifException.Malformed.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(value));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"/, ''", "/books, /books", "/books/, /books", "/a/b/c, /a/b/c", "/%62ooks, /books", "/gr%c3%b6%C3%9Fe, /gr%C3%B6%C3%9Fe",
        "/a%20b, /a%20b", "/50%25, /50%25", "/it's(1)~x, /it's(1)~x", "/@a, /%40a"})
    void aPrefixIsSpelledAsAllPathsAre(String prefix, String path) {
        StubRequest request = new StubRequest().from("::1").header("Host", "a").header("X-Forwarded-Prefix", prefix);

        assertThat(BEHIND.of(request.stub())).isEqualTo("http://a" + path);
    }

    @Test
    void aHugePrefixIsNone() {
        StubRequest request = new StubRequest().from("::1").header("Host", "a")
                .header("X-Forwarded-Prefix", "/a".repeat(4000));

        assertThatThrownBy(() -> BEHIND.of(request.stub())).isInstanceOf(IiifException.Malformed.class);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"::1, http://[::1]", "iiif.example:8443, http://iiif.example:8443", "[2001:db8::7]:81, http://[2001:db8::7]:81",
        "[::ffff:1.2.3.4], http://[::ffff:1.2.3.4]", "xn--exmple-cua.org, http://xn--exmple-cua.org"})
    void addressesAndPortsComeThrough(String host, String url) {
        StubRequest request = new StubRequest().from("::1").header("Host", "a")
                .header("X-Forwarded-Host", host.equals("::1") ? "[::1]" : host);

        assertThat(BEHIND.of(request.stub())).isEqualTo(url);
    }

    @Test
    void manyEntriesInFrontDoNotPushTheProxysOwnOut() {
        StubRequest request = new StubRequest().from("10.1.2.3").header("Host", "backend");
        for (int i = 0; i < 200; i++) {
            request.header("X-Forwarded-For", "10.9.9.9").header("X-Forwarded-Host", "evil.example");
        }
        request.header("X-Forwarded-For", "203.0.113.9").header("X-Forwarded-Host", "iiif.example.org");

        assertThat(BEHIND.client(request.stub())).isEqualTo("203.0.113.9");
        assertThat(BEHIND.of(request.stub())).isEqualTo("http://iiif.example.org");
    }

    @Test
    void valuesInQuotesMayHoldCommasAndSemicolons() {
        StubRequest request = new StubRequest().from("10.1.2.3").header("Host", "backend")
                .header("Forwarded", "for=\"[::1]:1,2\";host=\"a,b\", For=\"[2001:db8::7]:4711\" ; by=_x;HOST=iiif.example ;proto=https");

        assertThat(BEHIND_STANDARD.of(request.stub())).isEqualTo("https://iiif.example");
        assertThat(BEHIND_STANDARD.client(request.stub())).isEqualTo("2001:db8::7");
    }

    @Test
    void aProxyThatSaysNothingOfTheHostLendsItsWordToNobody() {
        StubRequest request = new StubRequest().from("10.1.2.3").header("Host", "backend")
                .header("Forwarded", "host=evil.example;proto=https, for=203.0.113.9;proto=http");

        assertThat(BEHIND_STANDARD.of(request.stub())).isEqualTo("http://backend");
        assertThat(BEHIND_STANDARD.client(request.stub())).isEqualTo("203.0.113.9");
    }

    @Test
    void aProxyThatSaysNothingOfWhoAskedHidesHim() {
        StubRequest request = new StubRequest().from("10.1.2.3").header("Host", "backend")
                .header("Forwarded", "for=10.0.0.7;host=evil.example, host=iiif.example");

        assertThat(BEHIND_STANDARD.client(request.stub())).isEqualTo("unknown");
        assertThat(BEHIND_STANDARD.of(request.stub())).isEqualTo("http://iiif.example");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"for=\"10.0.0.1, for=203.0.113.9;host=iiif.example", "for=\"a, for=203.0.113.9;host=\"iiif.example\"",
        "for=[::1]", "for = a", "for", "=a", "for=a b", "for=a;for=b", "for=\"a\"b", "host=a:80", "for=\"a\\", "host=\u00e9", "\u0000"})
    @Holds("IMG-024")
    void aFieldThatIsNotWellFormedIsNotBelievedInPart(String field) {
        StubRequest request = new StubRequest().from("10.1.2.3").header("Host", "backend").header("Forwarded", field);

        assertThatThrownBy(() -> BEHIND_STANDARD.of(request.stub())).isInstanceOf(IiifException.Malformed.class);
        assertThatThrownBy(() -> BEHIND_STANDARD.client(request.stub())).isInstanceOf(IiifException.Malformed.class);
        assertThat(BEHIND_STANDARD.of(request.from("192.0.2.1").stub())).as("from a stranger").isEqualTo("http://backend");
    }

    @Test
    void anOpenQuoteOfOneLineDoesNotReachIntoTheNext() {
        StubRequest request = new StubRequest().from("10.1.2.3").header("Host", "backend")
                .header("Forwarded", "for=\"").header("Forwarded", "for=\"203.0.113.9\";host=iiif.example");

        assertThatThrownBy(() -> BEHIND_STANDARD.of(request.stub())).isInstanceOf(IiifException.Malformed.class);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', value = {
        "host=a | [{host=a}]", "'' | []", ", ,; | []", "host=\"a\\\"b\" | [{host=a\"b}]", ";;host=a;, ,proto=b | [{host=a}, {proto=b}]",
        "x=\"a,b;c=d\" | [{x=a,b;c=d}]", "x=\"\" | [{x=}]", "FOR=_hidden | [{for=_hidden}]"})
    void elementsAreReadAsTheyAreWritten(String field, String elements) {
        assertThat(ForwardedField.parse(field)).hasToString(elements);
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "10.255.0.1, 10.0.0.0/8, true",
        "11.0.0.1, 10.0.0.0/8, false",
        "192.168.1.127, 192.168.1.0/25, true",
        "192.168.1.128, 192.168.1.0/25, false",
        "0:0:0:0:0:0:0:1, ::1, true",
        "2001:db8:1::5, 2001:db8::/32, true",
        "2001:db9::5, 2001:db8::/32, false",
        "203.0.113.1, 0.0.0.0/0, true",
        "localhost, 127.0.0.1, false",
        "unknown, 0.0.0.0/0, false",
        "_hidden, 0.0.0.0/0, false",
        "999.1.1.1, 0.0.0.0/0, false",
        "1.2.3, 0.0.0.0/0, false",
        "'', 0.0.0.0/0, false",
        "::ffff:10.1.2.3, 10.0.0.0/8, true",
        ":::, ::/0, false"
    })
    void networksAreComparedByTheirBits(String address, String network, boolean trusted) {
        assertThat(Proxies.parse(List.of(network), false).trust(address)).isEqualTo(trusted);
    }

    private static StubRequest spoofed() {
        return new StubRequest()
                .header("Host", "real.example")
                .header("X-Forwarded-For", "127.0.0.1")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Port", "666")
                .header("X-Forwarded-Prefix", "/evil");
    }
}
