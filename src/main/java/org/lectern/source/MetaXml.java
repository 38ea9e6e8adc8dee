package org.lectern.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;
import org.lectern.source.Item.Metadata;

/** The Internet Archive's {@code <prefix>_meta.xml}: one element for each value, repeated for several. */
final class MetaXml implements Xml.Visitor {

    /** Of no use to readers: bookkeeping, and what is told in another place. */
    private static final Set<String> HIDDEN = Set.of("avg_rating", "backup_location", "btih", "curation", "description",
            "downloads", "imagecount", "indexflag", "item_size", "licenseurl", "noindex", "num_reviews",
            "oai_updatedate", "publicdate", "reviewdate", "scanningcentre", "stripped_tags", "uploader");

    private static final Set<String> ACRONYMS =
            Set.of("doi", "ean", "isbn", "issn", "lccn", "ocr", "oclc", "ppi", "uri", "url", "issn-l");

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    private MetaXml() {}

    /**
     * Reads it.
     *
     * @throws IiifException.Broken when it cannot be read
     */
    static Description read(Blob blob) {
        MetaXml meta = new MetaXml();
        Xml.read(blob, meta);
        return meta.description();
    }

    @Override
    public void start(int depth, String name, Map<String, String> attributes) {
        if (depth == 2) {
            text.setLength(0);
        }
    }

    @Override
    public void text(String piece) {
        text.append(piece);
    }

    @Override
    public void end(int depth, String name) {
        String value = text.toString().strip();
        if (depth == 2 && !value.isEmpty()) {
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
    }

    private Description description() {
        List<Metadata> pairs = new ArrayList<>();
        values.forEach((name, list) -> {
            if (!HIDDEN.contains(name)) {
                pairs.add(new Metadata(label(name), list));
            }
        });
        Optional<String> summary = Optional.ofNullable(values.get("description")).map(list -> String.join("\n", list));
        return new Description(first("title"), pairs, summary, first("licenseurl"), Optional.empty(), List.of(),
                first("page-progression").map(MetaXml::direction), Optional.empty(),
                first("mediatype").map(MetaXml::kind));
    }

    private Optional<String> first(String name) {
        return Optional.ofNullable(values.get(name)).map(list -> list.get(0));
    }

    private static ViewingDirection direction(String progression) {
        return progression.equalsIgnoreCase("rl") ? ViewingDirection.RIGHT_TO_LEFT : ViewingDirection.LEFT_TO_RIGHT;
    }

    private static Kind kind(String mediatype) {
        return switch (mediatype.toLowerCase(Locale.ROOT)) {
            case "image" -> Kind.IMAGE;
            case "audio", "etree" -> Kind.AUDIO;
            case "movies" -> Kind.MOVIES;
            default -> Kind.TEXTS;
        };
    }

    /** {@code page-progression} → {@code Page progression}, {@code isbn} → {@code ISBN}. */
    private static String label(String name) {
        if (ACRONYMS.contains(name)) {
            return name.toUpperCase(Locale.ROOT);
        }
        String words = name.replace('-', ' ').replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
