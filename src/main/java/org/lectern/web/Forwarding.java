package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What trusted proxies tell of a request: in {@code Forwarded}, or in the {@code X-Forwarded-} family.
 * Every proxy may have added an entry behind those it was sent, and what came from outside stands in
 * front; so as many entries are believed as there are trusted proxies, counted from the right.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7239">RFC 7239</a>
 */
final class Forwarding {

    private static final String UNKNOWN = "unknown"; // as RFC 7239 has it

    private final HttpServletRequest request;
    private final Chain chain;
    private final boolean standard;
    private final List<Map<String, String>> elements; // of Forwarded: those that trusted proxies added

    private Forwarding(
            HttpServletRequest request, Chain chain, boolean standard, List<Map<String, String>> elements) {
        this.request = request;
        this.chain = chain;
        this.standard = standard;
        this.elements = elements.subList(Math.max(0, elements.size() - chain.hops), elements.size());
    }

    /**
     * Believes nothing unless the connection comes from a trusted address.
     *
     * @throws org.lectern.core.IiifException.Malformed when what is to be believed cannot be read
     */
    static Forwarding of(HttpServletRequest request, Proxies trusted) {
        boolean standard = trusted.standard();
        if (!trusted.trust(request.getRemoteAddr())) {
            return new Forwarding(request, new Chain(0, request.getRemoteAddr()), standard, List.of());
        }
        List<Map<String, String>> elements = standard ? elements(request) : List.of();
        List<String> nodes = standard
                ? elements.stream().map(element -> element.getOrDefault("for", UNKNOWN)).toList()
                : list(request, "X-Forwarded-For");
        return new Forwarding(request, Chain.of(request.getRemoteAddr(), nodes, trusted), standard, elements);
    }

    /**
     * The way of a request, as far as it is believed.
     *
     * @param hops trusted proxies between us and the first address that is not
     * @param client that address
     */
    private record Chain(int hops, String client) {

        static Chain of(String nearest, List<String> nodes, Proxies trusted) {
            Chain chain = new Chain(1, nearest);
            for (int i = nodes.size() - 1; i >= 0; i--) {
                String address = node(nodes.get(i));
                if (!trusted.trust(address)) {
                    return new Chain(chain.hops, address);
                }
                chain = new Chain(chain.hops + 1, address);
            }
            return chain;
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

    /** The address of who asked, as far as anyone trusted knows. */
    String client() {
        return chain.client;
    }

    /** The scheme that was asked with. */
    Optional<String> proto() {
        return standard ? told("proto") : believed("X-Forwarded-Proto");
    }

    /** The host that was asked for, perhaps with a port. */
    Optional<String> host() {
        return standard ? told("host") : believed("X-Forwarded-Host");
    }

    /** The port that was asked at, where it does not stand with the host. */
    Optional<String> port() {
        return standard ? Optional.empty() : believed("X-Forwarded-Port");
    }

    /** What the proxy cut off the path. */
    Optional<String> prefix() {
        return standard ? Optional.empty() : believed("X-Forwarded-Prefix");
    }

    /** The word of the outermost proxy that says anything of it. */
    private Optional<String> told(String parameter) {
        return elements.stream().flatMap(element -> Optional.ofNullable(element.get(parameter)).stream()).findFirst();
    }

    private Optional<String> believed(String name) {
        if (chain.hops == 0) {
            return Optional.empty();
        }
        List<String> entries = list(request, name);
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(Math.max(0, entries.size() - chain.hops)));
    }

    private static List<String> list(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name)).stream()
                .flatMap(field -> Arrays.stream(field.split(",")))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private static List<Map<String, String>> elements(HttpServletRequest request) {
        List<Map<String, String>> elements = new ArrayList<>();
        Collections.list(request.getHeaders("Forwarded")).forEach(field -> elements.addAll(ForwardedField.parse(field)));
        return elements;
    }
}
