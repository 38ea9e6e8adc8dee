package org.lectern.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lectern.source.Item.SeeAlso;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code seeAlso} of {@code item.json}: one or a list of
 * {@code {"id": …, "type": …, "label": …, "format": …, "profile": …}}, of which only the id must be there. What goes
 * out again as a link is a URL of http or https and nothing else; other values are left out one by one.
 */
final class SeeAlsoJson {

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{0,30}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[A-Za-z0-9][A-Za-z0-9.+_-]{0,100}");
    private static final int LONGEST = 2000;

    private SeeAlsoJson() {}

    /**
     * All that lead anywhere.
     *
     * @param json the value of the key, missing where there is none
     * @param refused gets what cannot be a link, for the log
     */
    static List<SeeAlso> read(JsonNode json, List<String> refused) {
        List<SeeAlso> links = new ArrayList<>();
        for (JsonNode link : json.isArray() ? json.values() : json.isObject() ? List.of(json) : List.<JsonNode>of()) {
            Optional<String> told = ItemJson.text(link.path("id")).or(() -> ItemJson.text(link.path("@id")));
            Optional<String> id = told.flatMap(SeeAlsoJson::url);
            id.ifPresentOrElse(url -> links.add(link(url, link)), () -> refused.add(told.orElse("")));
        }
        return links;
    }

    private static SeeAlso link(String id, JsonNode link) {
        return new SeeAlso(
                id,
                ItemJson.text(link.path("type")).filter(type -> TYPE.matcher(type).matches()).orElse("Dataset"),
                ItemJson.text(link.path("label")).map(String::strip),
                ItemJson.text(link.path("format")).filter(format -> MEDIA_TYPE.matcher(format).matches()),
                ItemJson.text(link.path("profile")).flatMap(SeeAlsoJson::url));
    }

    /** As it is written, letters of other scripts encoded, when it is a URL of the web: such a one has a host. */
    static Optional<String> url(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
