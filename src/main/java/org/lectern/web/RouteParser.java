package org.lectern.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lectern.core.ApiVersion;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;
import org.lectern.service.Asked;

/**
 * Reads paths. Only what is served here is a reserved word: an item that bears one stays reachable
 * at {@code /iiif/3/{id}}.
 */
final class RouteParser {

    private final ApiVersion unversioned;

    RouteParser(ApiVersion unversioned) {
        this.unversioned = unversioned;
    }

    Route parse(String requestUri, String contextPath) {
        if (!requestUri.startsWith("/")) {
            throw new IiifException.Malformed("The path of a request begins with '/'.");
        }
        List<String> raw = belowContext(Arrays.asList(requestUri.substring(1).split("/", -1)), contextPath);
        boolean slashAtEnd = !raw.isEmpty() && raw.get(raw.size() - 1).isEmpty();
        List<String> pieces = (slashAtEnd ? raw.subList(0, raw.size() - 1) : raw)
                .stream().map(RouteParser::piece).toList();
        if (pieces.isEmpty()) {
            return new Route.Listing("/");
        }
        return slashAtEnd ? withSlashAtEnd(pieces) : read(pieces);
    }

    /** Cuts the context path piece by piece, since a client may spell it with needless escapes. */
    private static List<String> belowContext(List<String> raw, String contextPath) {
        if (contextPath.isEmpty()) {
            return raw;
        }
        List<String> context = decoded(Arrays.asList(contextPath.substring(1).split("/", -1)));
        if (raw.size() < context.size() || !decoded(raw.subList(0, context.size())).equals(context)) {
            throw new IiifException.Malformed("The path does not begin with that of the application.");
        }
        return raw.subList(context.size(), raw.size());
    }

    private static List<String> decoded(List<String> raw) {
        return raw.stream().map(PercentCode::decode).toList();
    }

    private static String piece(String raw) {
        String piece = PercentCode.decode(raw);
        if (piece.isEmpty() || piece.equals(".") || piece.equals("..")) {
            throw new IiifException.Malformed(
                    "The path has an empty, '.' or '..' piece; name the item by its path below the library.");
        }
        return piece;
    }

    private Route withSlashAtEnd(List<String> pieces) {
        if (pieces.equals(List.of("iiif"))) {
            return new Route.Listing("/iiif/");
        }
        Route route = read(pieces);
        if (route instanceof Route.Item item) {
            return new Route.Slashed(item.asked());
        }
        if (route instanceof Route.Base || route instanceof Route.Moved || route instanceof Route.Search) {
            return route;
        }
        throw new IiifException.Missing("There is nothing at '" + path(pieces) + "/'; leave the last slash out.");
    }

    private Route read(List<String> pieces) {
        if (pieces.get(0).equals("_")) {
            return own(pieces);
        }
        if (pieces.equals(List.of("robots.txt"))) {
            return new Route.Static("robots.txt");
        }
        if (pieces.equals(List.of("favicon.ico"))) {
            return new Route.Static("favicon.ico");
        }
        Optional<Route> inside = file(pieces).or(() -> search(pieces)).or(() -> text(pieces));
        if (inside.isPresent()) {
            return inside.get();
        }
        Prefix prefix = Prefix.of(pieces);
        return below(prefix, pieces.subList(prefix.length(), pieces.size()));
    }

    /** What is to be saved: {@code /iiif/resource/{id}/{file}} and {@code /iiif/pdf/{id}}. */
    private static Optional<Route> file(List<String> pieces) {
        if (pieces.size() > 3 && pieces.subList(0, 2).equals(List.of("iiif", "resource"))) {
            return Optional.of(new Route.Resource(pieces.subList(2, pieces.size())));
        }
        if (pieces.size() > 2 && pieces.subList(0, 2).equals(List.of("iiif", "pdf")) && !isDocument(pieces.get(2))) {
            var prefix = new Prefix("/iiif/pdf", 2, Optional.empty());
            return Optional.of(new Route.BookPdf(asked(prefix, pieces.subList(2, pieces.size()))));
        }
        return Optional.empty();
    }

    /** {@code /iiif/search/{id}}, {@code /iiif/search/{1|2}/{id}} and the same of {@code autocomplete}. */
    private static Optional<Route> search(List<String> pieces) {
        if (pieces.size() < 3 || !pieces.get(0).equals("iiif")
                || !List.of("search", "autocomplete").contains(pieces.get(1)) || isDocument(pieces.get(2))) {
            return Optional.empty();
        }
        boolean isVersioned = pieces.size() > 3 && List.of("1", "2").contains(pieces.get(2));
        int length = isVersioned ? 3 : 2;
        var prefix = new Prefix("/" + String.join("/", pieces.subList(0, length)), length, Optional.empty());
        return Optional.of(new Route.Search(
                asked(prefix, pieces.subList(length, pieces.size())),
                isVersioned ? Integer.parseInt(pieces.get(2)) : 1,
                pieces.get(1).equals("autocomplete")));
    }

    /**
     * {@code /iiif/{2|3}/annotations/{id}/lines.json} and {@code words.json}, and the archive's
     * {@code /iiif/{2|3}/annotations/{id}/{file}_djvu.xml/{n}.json}.
     */
    private static Optional<Route> text(List<String> pieces) {
        Prefix prefix = Prefix.of(pieces);
        int last = pieces.size() - 1;
        if (prefix.version().isEmpty() || last < prefix.length() + 2
                || !pieces.get(prefix.length()).equals("annotations")) {
            return Optional.empty();
        }
        ApiVersion version = prefix.version().get();
        var own = new Prefix(prefix.text() + "/annotations", prefix.length() + 1, prefix.version());
        String name = pieces.get(last);
        if (name.equals("lines.json") || name.equals("words.json")) {
            Asked asked = asked(own, pieces.subList(own.length(), last));
            return Optional.of(new Route.PageTexts(asked, version, name.equals("words.json")));
        }
        String file = pieces.get(last - 1);
        if (!file.endsWith("_djvu.xml") || last - 1 <= own.length() || !name.matches("\\d{1,9}\\.json")) {
            return Optional.empty();
        }
        int canvas = Integer.parseInt(name.substring(0, name.length() - ".json".length()));
        return Optional.of(new Route.CanvasWords(asked(own, pieces.subList(own.length(), last - 1)), version, file, canvas));
    }

    /** No item is called so; an item called as what stands before it has this document. */
    private static boolean isDocument(String piece) {
        return List.of("info.json", "manifest.json", "collection.json").contains(piece);
    }

    private static Route own(List<String> pieces) {
        if (pieces.size() > 2 && pieces.get(1).equals("static") && plain(pieces)) {
            return new Route.Static(String.join("/", pieces.subList(2, pieces.size())));
        }
        if (pieces.equals(List.of("_", "health", "live"))) {
            return new Route.Health(false);
        }
        if (pieces.equals(List.of("_", "health", "ready"))) {
            return new Route.Health(true);
        }
        throw new IiifException.Missing("There is nothing at '" + path(pieces) + "'.");
    }

    private static boolean plain(List<String> pieces) {
        return pieces.stream().noneMatch(piece -> piece.indexOf('/') >= 0 || piece.indexOf('\\') >= 0);
    }

    private Route below(Prefix prefix, List<String> rest) {
        if (rest.isEmpty()) {
            return root(prefix);
        }
        int last = rest.size() - 1;
        switch (rest.get(last)) {
            case "info.json":
                return new Route.Info(asked(prefix, rest.subList(0, last)), prefix.version().orElse(unversioned));
            case "manifest.json":
                return new Route.Manifest(asked(prefix, rest.subList(0, last)), prefix.version());
            case "collection.json":
                return new Route.Collection(asked(prefix, rest.subList(0, last)), prefix.version());
            default:
                return imageOrItem(prefix, rest);
        }
    }

    private static Route root(Prefix prefix) {
        return prefix.version().isEmpty()
                ? new Route.Moved(308, "/iiif/")
                : new Route.Moved(303, prefix.text() + "/collection.json");
    }

    private Route imageOrItem(Prefix prefix, List<String> rest) {
        int id = rest.size() - ImageShape.PIECES;
        List<String> pieces = id > 0 ? rest.subList(id, rest.size()) : List.of();
        if (!pieces.isEmpty() && ImageShape.matches(pieces)) {
            return new Route.Image(
                    asked(prefix, rest.subList(0, id)), pieces, prefix.version().orElse(unversioned));
        }
        Asked asked = asked(prefix, rest);
        return prefix.version().isEmpty() ? new Route.Item(asked) : new Route.Base(asked);
    }

    private static Asked asked(Prefix prefix, List<String> id) {
        return new Asked(new Identifier(String.join("/", id)), prefix.text(), id.size() > 1);
    }

    private static String path(List<String> pieces) {
        return pieces.stream().map(PercentCode::encode).collect(Collectors.joining("/", "/", ""));
    }

    /**
     * What stands in front of an identifier.
     *
     * @param text as {@link Asked#prefix} writes it
     * @param length in pieces
     * @param version when it names one
     */
    private record Prefix(String text, int length, Optional<ApiVersion> version) {

        static Prefix of(List<String> pieces) {
            if (pieces.size() > 2 && pieces.get(0).equals("image") && pieces.get(1).equals("iiif")) {
                Optional<ApiVersion> version = version(pieces.get(2));
                if (version.isPresent()) {
                    return new Prefix("/image/iiif/" + pieces.get(2), 3, version);
                }
            }
            if (!pieces.get(0).equals("iiif")) {
                return new Prefix("", 0, Optional.empty());
            }
            Optional<ApiVersion> version = pieces.size() > 1 ? version(pieces.get(1)) : Optional.empty();
            return version.isPresent()
                    ? new Prefix("/iiif/" + pieces.get(1), 2, version)
                    : new Prefix("/iiif", 1, version);
        }

        private static Optional<ApiVersion> version(String piece) {
            return Arrays.stream(ApiVersion.values())
                    .filter(version -> piece.equals(Integer.toString(version.number())))
                    .findFirst();
        }
    }
}
