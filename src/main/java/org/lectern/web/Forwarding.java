package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What trusted proxies tell of a request: in {@code Forwarded}, or in the {@code X-Forwarded-} family.
 * Every proxy may have added an entry behind those it was sent, and what came from outside stands in
 * front; so as many entries are believed as there are trusted proxies, counted from the right.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7239">RFC 7239</a>
 */
final class Forwarding {

    private static final int MOST = 50; // entries; a chain of proxies is three or four

    private final HttpServletRequest request;
    private final int hops; // trusted proxies between us and the first address that is not
    private final String client;
    private final boolean standard;

    private Forwarding(HttpServletRequest request, int hops, String client, boolean standard) {
        this.request = request;
        this.hops = hops;
        this.client = client;
        this.standard = standard;
    }

    /** Believes nothing unless the connection comes from a trusted address. */
    static Forwarding of(HttpServletRequest request, Proxies trusted) {
        String address = request.getRemoteAddr();
        boolean standard = trusted.standard();
        if (!trusted.trust(address)) {
            return new Forwarding(request, 0, address, standard);
        }
        List<String> chain = standard ? standard(request, "for") : list(request, "X-Forwarded-For");
        int hops = 1;
        for (int i = chain.size() - 1; i >= 0; i--) {
            address = node(chain.get(i));
            if (!trusted.trust(address)) {
                break;
            }
            hops++;
        }
        return new Forwarding(request, hops, address, standard);
    }

    /** The address of who asked, as far as anyone trusted knows. */
    String client() {
        return client;
    }

    /** The scheme that was asked with. */
    Optional<String> proto() {
        return believed(standard ? standard(request, "proto") : list(request, "X-Forwarded-Proto"));
    }

    /** The host that was asked for, perhaps with a port. */
    Optional<String> host() {
        return believed(standard ? standard(request, "host") : list(request, "X-Forwarded-Host"));
    }

    /** The port that was asked at, where it does not stand with the host. */
    Optional<String> port() {
        return standard ? Optional.empty() : believed(list(request, "X-Forwarded-Port"));
    }

    /** What the proxy cut off the path. */
    Optional<String> prefix() {
        return standard ? Optional.empty() : believed(list(request, "X-Forwarded-Prefix"));
    }

    private Optional<String> believed(List<String> entries) {
        return hops == 0 || entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.get(Math.max(0, entries.size() - hops)));
    }

    private static List<String> list(HttpServletRequest request, String name) {
        return fields(request, name).map(String::strip).filter(entry -> !entry.isEmpty()).toList();
    }

    private static List<String> standard(HttpServletRequest request, String parameter) {
        List<String> values = new ArrayList<>();
        fields(request, "Forwarded").forEach(element -> Arrays.stream(element.split(";"))
                .map(String::strip)
                .filter(pair -> pair.toLowerCase(Locale.ROOT).startsWith(parameter + "="))
                .map(pair -> pair.substring(parameter.length() + 1).replace("\"", ""))
                .findFirst()
                .ifPresent(values::add));
        return values;
    }

    private static Stream<String> fields(HttpServletRequest request, String name) {
        String joined = String.join(",", Collections.list(request.getHeaders(name)));
        return Arrays.stream(joined.split(",")).limit(MOST);
    }

    /** The address of a node, without brackets and port. */
    private static String node(String text) {
        int bracket = text.indexOf(']');
        if (text.startsWith("[") && bracket > 0) {
            return text.substring(1, bracket);
        }
        int colon = text.indexOf(':');
        return colon > 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }
}
