package org.lectern.presentation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import tools.jackson.core.JsonGenerator;

/** The pen of version 2: the same model, for viewers and harvesters that read nothing newer. For one document. */
final class Documents2 {

    private static final ApiVersion V2 = ApiVersion.V2;
    private static final String USUAL_STATEMENT = "Attribution";
    private static final String TAIL = "/manifest.json";

    private final JsonGenerator json;

    Documents2(JsonGenerator json) {
        this.json = json;
    }

    void write(Manifest manifest) {
        head(manifest.id(), "sc:Manifest", manifest.label());
        metadata(manifest.metadata());
        manifest.summary().map(summary -> Texts.rich(summary, V2)).ifPresent(text -> texts("description", text));
        thumbnail(manifest.thumbnail());
        direction(manifest);
        manifest.rights().ifPresent(rights -> json.writeStringProperty("license", rights));
        manifest.requiredStatement().flatMap(pair -> Texts.pair(pair, V2)).ifPresent(this::attribution);
        manifest.homepage().stream().findFirst().ifPresent(this::related);
        within(manifest.partOf());
        json.writeArrayPropertyStart("sequences");
        sequence(manifest);
        json.writeEndArray();
        json.writeEndObject();
    }

    void write(Collection collection) {
        head(collection.id(), "sc:Collection", collection.label());
        within(collection.partOf());
        members("collections", collection.items(), Reference.Type.COLLECTION);
        members("manifests", collection.items(), Reference.Type.MANIFEST);
        json.writeEndObject();
    }

    private void head(String id, String type, LanguageMap label) {
        json.writeStartObject();
        json.writeStringProperty("@context", V2.presentationContext());
        identity(id, type);
        texts("label", Texts.label(label));
    }

    private void identity(String id, String type) {
        json.writeStringProperty("@id", id);
        json.writeStringProperty("@type", type);
    }

    private void direction(Manifest manifest) {
        json.writeStringProperty("viewingDirection", manifest.viewingDirection().toString());
        Behavior.viewingHint(manifest.behavior()).ifPresent(hint -> json.writeStringProperty("viewingHint", hint));
    }

    private void sequence(Manifest manifest) {
        String id = manifest.id();
        String base = id.endsWith(TAIL) ? id.substring(0, id.length() - TAIL.length()) : id;
        json.writeStartObject();
        identity(base + "/sequence/normal", "sc:Sequence");
        direction(manifest);
        manifest.start().ifPresent(canvas -> json.writeStringProperty("startCanvas", canvas));
        json.writeArrayPropertyStart("canvases");
        manifest.canvases().forEach(this::canvas);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void canvas(Canvas canvas) {
        json.writeStartObject();
        identity(canvas.id(), "sc:Canvas");
        texts("label", Texts.label(canvas.label()));
        canvas.size().ifPresent(this::size);
        thumbnail(canvas.thumbnail());
        json.writeArrayPropertyStart("images");
        canvas.content().filter(Canvas.Painting.class::isInstance)
                .ifPresent(painting -> annotation(canvas.id(), (Canvas.Painting) painting));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void annotation(String canvas, Canvas.Painting painting) {
        json.writeStartObject();
        identity(canvas + "/annotation", "oa:Annotation");
        json.writeStringProperty("motivation", "sc:painting");
        json.writeObjectPropertyStart("resource");
        identity(painting.service().v2() + (painting.limited() ? "/full/max" : "/full/full") + "/0/default.jpg",
                "dctypes:Image");
        json.writeStringProperty("format", "image/jpeg");
        size(painting.size());
        service(painting.service());
        json.writeEndObject();
        json.writeStringProperty("on", canvas);
        json.writeEndObject();
    }

    private void size(Dimensions size) {
        json.writeNumberProperty("height", size.height());
        json.writeNumberProperty("width", size.width());
    }

    private void service(VersionedUri service) {
        json.writeObjectPropertyStart("service");
        json.writeStringProperty("@context", V2.imageContext());
        json.writeStringProperty("@id", service.v2());
        json.writeStringProperty("profile", V2.imageProfile());
        json.writeEndObject();
    }

    private void thumbnail(Optional<Thumbnail> thumbnail) {
        if (thumbnail.isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("thumbnail");
        identity(thumbnail.get().uri(V2), "dctypes:Image");
        json.writeStringProperty("format", "image/jpeg");
        thumbnail.get().size().ifPresent(this::size);
        service(thumbnail.get().service());
        json.writeEndObject();
    }

    /** Version 2 knows one line without a label, so an unusual label goes in front of it. */
    private void attribution(Metadata statement) {
        String label = statement.label().texts().values().iterator().next().get(0);
        if (label.equals(USUAL_STATEMENT)) {
            texts("attribution", statement.value());
            return;
        }
        json.writeArrayPropertyStart("attribution");
        json.writeString(label + ":");
        values(statement.value());
        json.writeEndArray();
    }

    private void related(Link homepage) {
        json.writeObjectPropertyStart("related");
        json.writeStringProperty("@id", homepage.id());
        texts("label", Texts.label(homepage.label()));
        json.writeStringProperty("format", "text/html");
        json.writeEndObject();
    }

    private void within(List<Reference> partOf) {
        if (!partOf.isEmpty()) {
            json.writeStringProperty("within", partOf.get(0).uri().v2());
        }
    }

    private void members(String name, List<Reference> references, Reference.Type type) {
        List<Reference> members = references.stream().filter(reference -> reference.type() == type).toList();
        if (members.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart(name);
        members.forEach(this::member);
        json.writeEndArray();
    }

    private void member(Reference reference) {
        json.writeStartObject();
        identity(reference.uri().v2(), "sc:" + reference.type());
        texts("label", Texts.label(reference.label()));
        thumbnail(reference.thumbnail());
        json.writeEndObject();
    }

    private void metadata(List<Metadata> metadata) {
        List<Metadata> entries = Texts.pairs(metadata, V2);
        if (entries.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("metadata");
        for (Metadata entry : entries) {
            json.writeStartObject();
            texts("label", entry.label());
            texts("value", entry.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A single text of unknown language is a string; all else is a list. */
    private void texts(String name, LanguageMap map) {
        if (map.isEmpty()) {
            return;
        }
        json.writeName(name);
        List<String> bare = map.texts().getOrDefault(LanguageMap.NONE, List.of());
        if (map.texts().size() == 1 && bare.size() == 1) {
            json.writeString(bare.get(0));
            return;
        }
        json.writeStartArray();
        values(map);
        json.writeEndArray();
    }

    private void values(LanguageMap map) {
        for (Map.Entry<String, List<String>> entry : map.texts().entrySet()) {
            entry.getValue().forEach(text -> value(entry.getKey(), text));
        }
    }

    private void value(String language, String text) {
        if (language.equals(LanguageMap.NONE)) {
            json.writeString(text);
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("@value", text);
        json.writeStringProperty("@language", language);
        json.writeEndObject();
    }
}
