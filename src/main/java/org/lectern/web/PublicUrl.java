package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lectern.core.IiifException;

/**
 * The base URL that clients know this server by. The setting wins; then what trusted proxies say; then
 * the request itself. Immutable.
 */
public final class PublicUrl {

    private static final Pattern AUTHORITY = Pattern.compile(
            "(?<host>[A-Za-z0-9][A-Za-z0-9._-]{0,252}|\\[(?<version6>[0-9A-Fa-f:.]{2,45})])(?::(?<port>\\d{1,5}))?");
    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9._~!$&'()*+,;=:@%-]+)*/?");
    private static final Pattern ENCODED = Pattern.compile("(?:[!-$&-~]|%[0-9A-Fa-f]{2})*");
    private static final int LONGEST_PREFIX = 255;

    private final Optional<String> configured;
    private final Proxies trusted;

    /**
     * With the setting, if there is one.
     *
     * @param configured with the path that leads to this application; a slash at its end does not count
     * @param trusted whose headers are read
     */
    public PublicUrl(Optional<URI> configured, Proxies trusted) {
        this.configured = configured.map(url -> withoutSlash(url.toASCIIString()));
        this.trusted = Objects.requireNonNull(trusted);
    }

    /**
     * The base URL of this request, without a trailing slash.
     *
     * @throws IiifException.Malformed when a header that tells it is none
     */
    public String of(HttpServletRequest request) {
        return configured.orElseGet(() -> told(request));
    }

    /** The address of who asked. */
    String client(HttpServletRequest request) {
        return Forwarding.of(request, trusted).client();
    }

    private String told(HttpServletRequest request) {
        Forwarding forwarding = Forwarding.of(request, trusted);
        String scheme = scheme(forwarding.proto().orElse(request.getScheme()));
        Matcher authority = authority(forwarding.host().orElseGet(() -> ownAuthority(request)));
        String port = Optional.ofNullable(authority.group("port")).or(forwarding::port).orElse("");
        return scheme + "://" + authority.group("host") + port(port, scheme)
                + prefix(forwarding.prefix().orElse("")) + contextPath(request);
    }

    private static String scheme(String text) {
        String scheme = text.toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IiifException.Malformed("The request came by a protocol that is neither http nor https.");
        }
        return scheme;
    }

    private static String ownAuthority(HttpServletRequest request) {
        String host = request.getHeader("Host");
        if (host != null) {
            return host;
        }
        String name = request.getServerName();
        return (name.indexOf(':') >= 0 && !name.startsWith("[") ? "[" + name + "]" : name) + ":" + request.getServerPort();
    }

    private static Matcher authority(String text) {
        Matcher matcher = AUTHORITY.matcher(text);
        if (!matcher.matches() || matcher.group("version6") != null && !Proxies.isVersion6(matcher.group("version6"))) {
            throw new IiifException.Malformed("The request names no proper host; a name or an address, and perhaps a port, is meant.");
        }
        return matcher;
    }

    private static String port(String text, String scheme) {
        if (text.isEmpty() || text.equals(scheme.equals("https") ? "443" : "80")) {
            return "";
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw new IiifException.Malformed("The request names no proper port; a number from 1 to 65535 is meant.");
        }
        return ":" + Integer.parseInt(text);
    }

    /** Written anew, so that nothing stands in it that only a reader behind us would take for something else. */
    private static String prefix(String text) {
        String path = withoutSlash(text);
        if (path.isEmpty()) {
            return "";
        }
        if (path.length() > LONGEST_PREFIX || !PREFIX.matcher(path).matches()) {
            throw noPrefix();
        }
        return Arrays.stream(path.substring(1).split("/")).map(PublicUrl::piece).collect(Collectors.joining("/", "/", ""));
    }

    private static String piece(String raw) {
        String piece = decoded(raw);
        if (piece.equals(".") || piece.equals("..") || piece.indexOf('/') >= 0 || piece.indexOf('\\') >= 0) {
            throw noPrefix();
        }
        return PercentCode.encode(piece);
    }

    /** With a message that does not repeat what was sent. */
    private static String decoded(String raw) {
        try {
            return PercentCode.decode(raw);
        } catch (IiifException.Malformed e) {
            throw noPrefix();
        }
    }

    private static IiifException.Malformed noPrefix() {
        return new IiifException.Malformed(
                "The proxy names no proper path in X-Forwarded-Prefix; one like /books is meant.");
    }

    /**
     * Percent-encoded, as the application was deployed, not as the client spelled it: equal requests have equal
     * answers. Tomcat tells it decoded, Jetty encoded.
     */
    static String contextPath(HttpServletRequest request) {
        String path = request.getServletContext().getContextPath();
        return path.isEmpty()
                ? ""
                : Arrays.stream(path.substring(1).split("/"))
                        .map(piece -> ENCODED.matcher(piece).matches() ? PercentCode.decode(piece) : piece)
                        .map(PercentCode::encode)
                        .collect(Collectors.joining("/", "/", ""));
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
