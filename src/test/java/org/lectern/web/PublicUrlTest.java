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
                "-a", "exämple.org", "a,b"
            })
    void IMG_024_aHostThatIsNoneIsMalformed(String host) {
        StubRequest request = new StubRequest().header("Host", host);

        assertThatThrownBy(() -> PLAIN.of(request.stub())).isInstanceOf(IiifException.Malformed.class);
    }

    @Test
    void IMG_024_theSettingGoesBeforeEverything() {
        PublicUrl configured =
                new PublicUrl(Optional.of(URI.create("https://iiif.example.org/x/")), Proxies.parse(List.of("10.0.0.0/8"), false));

        assertThat(configured.of(spoofed().from("10.1.2.3").contextPath("/lectern").stub()))
                .isEqualTo("https://iiif.example.org/x");
    }

    @Test
    void HTTP_014_whatAStrangerForwardsIsNotRead() {
        assertThat(PLAIN.of(spoofed().stub())).isEqualTo("http://real.example");
        assertThat(BEHIND.of(spoofed().from("11.0.0.1").stub())).isEqualTo("http://real.example");
        assertThat(BEHIND.client(spoofed().from("11.0.0.1").stub())).isEqualTo("11.0.0.1");
    }

    @Test
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
    @CsvSource({
        "X-Forwarded-Host, a/b",
        "X-Forwarded-Proto, javascript",
        "X-Forwarded-Port, 1e3",
        "X-Forwarded-Prefix, //evil.example",
        "X-Forwarded-Prefix, /a\"b"
    })
    void evenATrustedProxyIsToMakeSense(String name, String value) {
        StubRequest request = new StubRequest().from("::1").header("Host", "a").header(name, value);

        assertThatThrownBy(() -> BEHIND.of(request.stub())).isInstanceOf(IiifException.Malformed.class);
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
        "unknown, 0.0.0.0/0, false"
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
