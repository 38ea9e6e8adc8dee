package org.lectern.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;
import org.lectern.source.Item.Metadata;
import org.lectern.source.Item.SeeAlso;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/*
 * Which behaviors a manifest may have together is judged where manifests are made; here only what no
 * manifest may have is told of.
 */
/**
 * Reads {@code item.json} in a folder, or {@code <file>.item.json} beside a file:
 * {@code {"label": …, "metadata": {name: value} or [{"label": …, "value": …}], "summary": …, "rights": …,
 * "attribution": …, "seeAlso": {"id": …, "type": …, "label": …, "format": …, "profile": …} or a list of them,
 * "viewingDirection": …, "behavior": …, "kind": "image", "texts" …, "homepage": URL, "navDate": …, "language": tag or
 * list, "rendering": [{"file": …, "label": …, "format": …}], "sections": [{"label": …, "pages": first or [first, last],
 * "sections": […]}]}}, where a page is named by its label, or by its place from 1. All of it is
 * optional. Where one text is wanted, a language map gives its first.
 *
 * <p>One that cannot be read is told of in the log and otherwise as if it were not there; so is a
 * single value that is none of those a key may have.
 */
final class ItemJson {

    /** In a folder. */
    static final String NAME = "item.json";

    /** Behind the name of a file. */
    static final String SUFFIX = "." + NAME;

    static final int MAX_BYTES = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(ItemJson.class);
    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> DIRECTIONS = Stream.of(ViewingDirection.values()).map(Object::toString).toList();
    private static final List<String> KINDS = Stream.of(Kind.values()).map(Kind::mediatype).toList();
    private static final List<String> BEHAVIORS = List.of("auto-advance", "no-auto-advance", "repeat", "no-repeat",
            "unordered", "individuals", "continuous", "paged");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[A-Za-z0-9][A-Za-z0-9.+_-]{0,100}");
    private static final int SHOWN = 60;
    private static final int DEEPEST = 12;

    private final String file;

    private ItemJson(String file) {
        this.file = file;
    }

    /**
     * Reads it.
     *
     * @param file what it is called in the log
     */
    static ToldItem read(Blob blob, String file) {
        return new ItemJson(file).read(blob);
    }

    private ToldItem read(Blob blob) {
        try (blob) {
            if (blob.length() > MAX_BYTES) {
                throw new IiifException.TooLarge("it is longer than " + MAX_BYTES + " bytes");
            }
            JsonNode json = JSON.readTree(blob.bytes(0, (int) blob.length()));
            if (!json.isObject()) {
                throw new IiifException.Broken("it is no JSON object");
            }
            return of(json);
        } catch (JacksonException e) {
            return ignored(e.getOriginalMessage());
        } catch (IiifException e) {
            return ignored(e.getMessage());
        }
    }

    private ToldItem ignored(String reason) {
        LOG.warn("{} is ignored: {}", file, reason);
        return ToldItem.NOTHING;
    }

    private ToldItem of(JsonNode json) {
        return new ToldItem(description(json), sections(json.path("sections"), 1), renderings(json.path("rendering")));
    }

    private List<ToldItem.Part> sections(JsonNode json, int depth) {
        List<ToldItem.Part> parts = new ArrayList<>();
        for (JsonNode part : json.isArray() && depth <= DEEPEST ? json.values() : List.<JsonNode>of()) {
            List<String> pages = texts(part.path("pages"));
            text(part.path("label")).ifPresent(label -> parts.add(new ToldItem.Part(label.strip(),
                    pages.stream().findFirst(), pages.stream().skip(1).reduce((one, last) -> last),
                    sections(part.path("sections"), depth + 1))));
        }
        return parts;
    }

    private static List<ToldItem.Rendering> renderings(JsonNode json) {
        List<ToldItem.Rendering> renderings = new ArrayList<>();
        for (JsonNode link : json.isArray() ? json.values() : json.isObject() ? List.of(json) : List.<JsonNode>of()) {
            text(link.path("file")).ifPresent(name -> renderings.add(new ToldItem.Rendering(name,
                    text(link.path("label")).map(String::strip),
                    text(link.path("format")).filter(format -> MEDIA_TYPE.matcher(format).matches()))));
        }
        return renderings;
    }

    private Description description(JsonNode json) {
        return new Description(
                text(json.path("label")), metadata(json.path("metadata")), text(json.path("summary")),
                text(json.path("rights")), text(json.path("attribution")), seeAlso(json.path("seeAlso")),
                one(json, "viewingDirection", DIRECTIONS).map(value -> ViewingDirection.values()[DIRECTIONS.indexOf(value)]),
                behavior(json),
                one(json, "kind", KINDS).map(value -> Kind.values()[KINDS.indexOf(value)]),
                right(json, "homepage", SeeAlsoJson::url, "a URL of http or https"),
                right(json, "navDate", Moments::instant, "a date as in ISO 8601"),
                Languages.of(texts(json.path("language"))));
    }

    private <T> Optional<T> right(JsonNode json, String key, Function<String, Optional<T>> reader, String meant) {
        Optional<String> told = text(json.path(key));
        Optional<T> read = told.flatMap(reader);
        if (told.isPresent() && read.isEmpty()) {
            LOG.warn("{}: \"{}\" has the value \"{}\", which is ignored; it may be {}",
                    file, key, shown(told.get()), meant);
        }
        return read;
    }

    private Optional<String> one(JsonNode json, String key, List<String> meant) {
        return text(json.path(key)).filter(value -> isMeant(key, value, meant));
    }

    /** An empty list says: none. One in which nothing is right says nothing. */
    private Optional<List<String>> behavior(JsonNode json) {
        List<String> told = texts(json.path("behavior")).stream().map(String::strip).toList();
        List<String> right = told.stream().filter(value -> isMeant("behavior", value, BEHAVIORS)).toList();
        boolean isTold = json.has("behavior") && (told.isEmpty() || !right.isEmpty());
        return isTold ? Optional.of(right) : Optional.empty();
    }

    private List<SeeAlso> seeAlso(JsonNode json) {
        List<String> refused = new ArrayList<>();
        List<SeeAlso> links = SeeAlsoJson.read(json, refused);
        refused.forEach(value -> LOG.warn("{}: \"seeAlso\" leads to \"{}\", which is ignored; it may be a URL of "
                + "http or https", file, shown(value)));
        return links;
    }

    private boolean isMeant(String key, String value, List<String> meant) {
        boolean isMeant = meant.contains(value);
        if (!isMeant) {
            LOG.warn("{}: \"{}\" has the value \"{}\", which is ignored; it may be {}",
                    file, key, shown(value), String.join(", ", meant));
        }
        return isMeant;
    }

    /** On one line, and no longer than a line should be. */
    private static String shown(String value) {
        String line = value.replaceAll("\\p{Cntrl}", " ");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }

    private static List<Metadata> metadata(JsonNode json) {
        List<Metadata> pairs = new ArrayList<>();
        if (json.isObject()) {
            json.properties().forEach(pair -> add(pair.getKey(), texts(pair.getValue()), pairs));
        } else {
            json.values().forEach(pair -> text(pair.path("label"))
                    .ifPresent(label -> add(label, texts(pair.path("value")), pairs)));
        }
        return pairs;
    }

    private static void add(String label, List<String> values, List<Metadata> pairs) {
        if (!values.isEmpty()) {
            pairs.add(new Metadata(label, values));
        }
    }

    static Optional<String> text(JsonNode json) {
        return texts(json).stream().findFirst();
    }

    /** A text or number, a list of them, or a language map of lists. */
    private static List<String> texts(JsonNode json) {
        if (json.isValueNode()) {
            return json.isNull() || json.asString().isBlank() ? List.of() : List.of(json.asString());
        }
        return json.values().stream().flatMap(value -> texts(value).stream()).toList();
    }
}
