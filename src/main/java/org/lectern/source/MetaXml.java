package org.lectern.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;
import org.lectern.source.Item.Metadata;

/** The Internet Archive's {@code <prefix>_meta.xml}: one element for each value, repeated for several. */
final class MetaXml implements Xml.Visitor {

    /** Of no use to readers: bookkeeping, and what is told in another place. */
    private static final Set<String> HIDDEN = Set.of("avg_rating", "backup_location", "btih", "curation", "description",
            "downloads", "imagecount", "indexflag", "item_size", "licenseurl", "md5s", "noindex", "num_reviews",
            "oai_updatedate", "publicdate", "reviewdate", "scanningcentre", "stripped_tags", "uploader");

    private static final Set<String> ACRONYMS =
            Set.of("ark", "asr", "bhl", "doi", "ean", "id", "isbn", "issn", "lccn", "ocr", "oclc", "ppi", "uri", "url");

    /** Names that are several words in one, or abbreviated. */
    private static final Map<String, String> WORDS = Map.of("addeddate", "added date", "scandate", "scan date",
            "scanningcenter", "scanning center", "ocr_detected_lang", "OCR detected language", "ocr_detected_lang_conf",
            "OCR detected language confidence", "issn-l", "ISSN-L", "updatedate", "update date",
            "mediatype", "media type");

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    private MetaXml() {}

    /**
     * Reads it.
     *
     * @throws IiifException.Broken when it cannot be read
     */
    static MetaXml parse(Blob blob) {
        MetaXml meta = new MetaXml();
        Xml.read(blob, meta);
        return meta;
    }

    /**
     * Reads what it tells of the item.
     *
     * @throws IiifException.Broken when it cannot be read
     */
    static Description read(Blob blob) {
        return parse(blob).description();
    }

    /** Dots an inch of its pages. */
    Optional<Integer> ppi() {
        return first("ppi").flatMap(Scandata::dots);
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

    /** All that is told, for readers. */
    Description description() {
        List<Metadata> pairs = new ArrayList<>();
        values.forEach((name, list) -> {
            if (!HIDDEN.contains(name)) {
                pairs.add(new Metadata(label(name), list));
            }
        });
        Optional<String> summary = Optional.ofNullable(values.get("description")).map(list -> String.join("\n", list));
        return new Description(first("title"), pairs, summary, first("licenseurl"), Optional.empty(), List.of(),
                first("page-progression").map(MetaXml::direction), Optional.empty(),
                first("mediatype").map(MetaXml::kind), first("identifier-access").flatMap(SeeAlsoJson::url),
                Stream.of("date", "year").flatMap(name -> first(name).flatMap(MetaXml::date).stream()).findFirst(),
                Languages.of(values.getOrDefault("language", List.of())));
    }

    /** The first moment of a year, month or day. */
    static Optional<Instant> date(String text) {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches() || parts.group(1).equals("0000")) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(Integer.parseInt(parts.group(1)), part(parts.group(2)), part(parts.group(3)));
            return Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int part(String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
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
        String words = Stream.of(WORDS.getOrDefault(name, name).split("[-_ ](?!L$)"))
                .map(word -> ACRONYMS.contains(word) ? word.toUpperCase(Locale.ROOT) : word)
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
