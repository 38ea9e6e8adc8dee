package org.lectern.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;
import org.lectern.source.Item.Metadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code item.json} in a folder, or {@code <file>.item.json} beside a file:
 * {@code {"label": …, "metadata": {name: value} or [{"label": …, "value": …}], "summary": …, "rights": …,
 * "attribution": …, "viewingDirection": …, "behavior": …, "kind": "image" or "texts"}}. All of it is
 * optional. Where one text is wanted, a language map gives its first.
 *
 * <p>One that cannot be read is told of in the log and otherwise as if it were not there.
 */
final class ItemJson {

    /** In a folder. */
    static final String NAME = "item.json";

    /** Behind the name of a file. */
    static final String SUFFIX = "." + NAME;

    static final int MAX_BYTES = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(ItemJson.class);
    private static final JsonMapper JSON = new JsonMapper();

    private ItemJson() {}

    static Description read(Blob blob) {
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
            return ignored(blob, e.getOriginalMessage());
        } catch (IiifException e) {
            return ignored(blob, e.getMessage());
        }
    }

    private static Description ignored(Blob blob, String reason) {
        LOG.warn("{} is ignored: {}", blob.name(), reason);
        return Description.NONE;
    }

    private static Description of(JsonNode json) {
        return new Description(
                text(json.path("label")), metadata(json.path("metadata")), text(json.path("summary")),
                text(json.path("rights")), text(json.path("attribution")),
                text(json.path("viewingDirection")).flatMap(ItemJson::direction),
                json.has("behavior") ? Optional.of(texts(json.path("behavior"))) : Optional.empty(),
                text(json.path("kind")).flatMap(ItemJson::kind));
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

    private static Optional<String> text(JsonNode json) {
        return texts(json).stream().findFirst();
    }

    /** A text or number, a list of them, or a language map of lists. */
    private static List<String> texts(JsonNode json) {
        if (json.isValueNode()) {
            return json.isNull() || json.asString().isBlank() ? List.of() : List.of(json.asString());
        }
        return json.values().stream().flatMap(value -> texts(value).stream()).toList();
    }

    private static Optional<ViewingDirection> direction(String text) {
        return Stream.of(ViewingDirection.values()).filter(one -> one.toString().equals(text)).findFirst();
    }

    private static Optional<Kind> kind(String text) {
        return Stream.of(Kind.values()).filter(one -> one.mediatype().equals(text)).findFirst();
    }
}
