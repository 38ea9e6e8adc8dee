package org.lectern;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a manifest says, field by field, without the URLs that differ from server to server: so that two servers'
 * manifests of one item can be held against each other.
 */
final class ManifestFacts {

    private static final Pattern LEAF = Pattern.compile("(?:_(\\d{4,})\\.jp2|\\$(?:leaf)?(\\d+))(?:/full/|$)");

    private final Map<String, String> facts = new TreeMap<>();

    private ManifestFacts() {}

    /** Of a manifest of version 2 or 3. */
    static Map<String, String> of(JsonNode manifest) {
        var facts = new ManifestFacts();
        if (manifest.has("@id")) {
            facts.version2(manifest);
        } else {
            facts.version3(manifest);
        }
        return facts.facts;
    }

    private void version3(JsonNode manifest) {
        common(manifest);
        put("summary", texts(manifest.path("summary")));
        put("requiredStatement", texts(manifest.path("requiredStatement").path("value")));
        put("rights", manifest.path("rights").asString(""));
        put("behavior", strings(manifest.path("behavior")));
        put("start", manifest.has("start") ? "yes" : "");
        manifest.path("provider").forEach(agent -> put("provider", texts(agent.path("label"))));
        manifest.path("homepage").forEach(page -> put("homepage " + page.path("id").asString().replaceAll(".*//", ""), "yes"));
        manifest.path("partOf").forEach(part -> put("partOf " + last(part.path("id").asString().replaceAll("/[^/]*$", "")), "yes"));
        for (String list : List.of("rendering", "seeAlso")) {
            manifest.path(list).forEach(link -> put(list + " " + last(link.path("id").asString()),
                    link.path("format").asString("") + ", " + link.path("type").asString() + ", " + texts(link.path("label"))));
        }
        manifest.path("service").forEach(service -> put("service", service.path("@type").asString(service.path("type").asString())));
        put("thumbnail", manifest.has("thumbnail") ? "yes" : "");
        put("structures", manifest.path("structures").valueStream().map(range -> texts(range.path("label")))
                .collect(Collectors.joining(", ")));
        int index = 0;
        for (JsonNode canvas : manifest.path("items")) {
            canvas3("items." + index++ + ".", canvas);
        }
        put("items", String.valueOf(index));
    }

    private void canvas3(String name, JsonNode canvas) {
        put(name + "label", texts(canvas.path("label")));
        size(name, canvas);
        put(name + "thumbnail", canvas.has("thumbnail") ? "yes" : "");
        put(name + "annotations", canvas.path("annotations").isEmpty() ? "" : "yes");
        put(name + "seeAlso", canvas.path("seeAlso").isEmpty() ? "" : "yes");
        put(name + "accompanyingCanvas", canvas.has("accompanyingCanvas") ? "yes" : "");
        JsonNode body = canvas.at("/items/0/items/0/body");
        List<JsonNode> bodies = body.path("type").asString("").equals("Choice")
                ? body.path("items").valueStream().toList() : List.of(body);
        int form = 0;
        for (JsonNode one : bodies) {
            String media = name + "body." + form++ + ".";
            put(media + "type", one.path("type").asString(""));
            put(media + "format", one.path("format").asString(""));
            size(media, one);
            if (one.path("type").asString("").equals("Image")) {
                put(media + "leaf", leaf(one.path("id").asString()));
                put(media + "services", one.path("service").valueStream()
                        .map(service -> service.path("type").asString(service.path("@type").asString("")))
                        .collect(Collectors.joining(", ")));
            } else {
                put(media + "file", last(one.path("id").asString()));
                put(media + "label", texts(one.path("label")));
            }
        }
    }

    private void version2(JsonNode manifest) {
        common(manifest);
        put("description", texts(manifest.path("description")));
        put("attribution", texts(manifest.path("attribution")));
        put("license", manifest.path("license").asString(""));
        put("logo", manifest.has("logo") ? "yes" : "");
        put("viewingHint", manifest.path("viewingHint").asString(""));
        put("related", manifest.has("related") ? "yes" : "");
        put("seeAlso", manifest.has("seeAlso") ? "yes" : "");
        put("thumbnail", manifest.has("thumbnail") ? "yes" : "");
        put("service", manifest.path("service").path("profile").asString(""));
        put("structures", manifest.path("structures").valueStream().map(range -> texts(range.path("label")))
                .collect(Collectors.joining(", ")));
        put("sequences", String.valueOf(manifest.path("sequences").size()));
        put("startCanvas", manifest.at("/sequences/0").has("startCanvas") ? "yes" : "");
        int index = 0;
        for (JsonNode canvas : manifest.at("/sequences/0/canvases")) {
            canvas2("canvases." + index++ + ".", canvas);
        }
        put("canvases", String.valueOf(index));
    }

    private void canvas2(String name, JsonNode canvas) {
        put(name + "label", texts(canvas.path("label")));
        size(name, canvas);
        put(name + "context", canvas.has("@context") ? "yes" : "");
        put(name + "thumbnail", canvas.has("thumbnail") ? "yes" : "");
        put(name + "otherContent", canvas.path("otherContent").isEmpty() ? "" : "yes");
        JsonNode image = canvas.at("/images/0");
        put(name + "image.on its canvas", String.valueOf(image.path("on").equals(canvas.path("@id"))));
        put(name + "image.context", image.has("@context") ? "yes" : "");
        put(name + "image.leaf", leaf(image.at("/resource/@id").asString()));
        put(name + "image.profile", image.at("/resource/service/profile").asString());
        size(name + "image.", image.path("resource"));
    }

    private void common(JsonNode manifest) {
        put("label", texts(manifest.path("label")));
        put("viewingDirection", manifest.path("viewingDirection").asString(""));
        manifest.path("metadata").forEach(pair -> put(
                "metadata " + texts(pair.path("label")).toLowerCase(Locale.ROOT).replaceAll("[-_ ]+", " "),
                texts(pair.path("value"))));
    }

    private void size(String name, JsonNode node) {
        if (node.has("width")) {
            put(name + "size", node.path("width").asInt() + "x" + node.path("height").asInt());
        }
        if (node.has("duration")) {
            put(name + "duration", String.valueOf(node.path("duration").asDouble()));
        }
    }

    private void put(String name, String value) {
        if (!value.isEmpty()) {
            facts.merge(name, value, (one, other) -> one + "; " + other);
        }
    }

    private static String leaf(String uri) {
        Matcher leaf = LEAF.matcher(uri);
        if (!leaf.find()) {
            return uri;
        }
        return String.valueOf(Integer.parseInt(leaf.group(1) == null ? leaf.group(2) : leaf.group(1)));
    }

    private static String last(String uri) {
        return URLDecoder.decode(uri.substring(uri.lastIndexOf('/') + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String strings(JsonNode node) {
        return node.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    }

    /** The texts of a string, a list, a language map or a value with its language. */
    private static String texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        collect(node, texts);
        return String.join(" | ", texts);
    }

    private static void collect(JsonNode node, List<String> into) {
        if (node.isString()) {
            into.add(node.asString());
        } else if (node.has("@value")) {
            collect(node.get("@value"), into);
        } else {
            node.forEach(child -> collect(child, into));
        }
    }
}
