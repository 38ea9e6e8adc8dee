package org.lectern.presentation;

import java.util.List;
import java.util.Optional;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import tools.jackson.core.JsonGenerator;

/** The pen of version 3. For one document. */
final class Documents3 {

    private static final ApiVersion V3 = ApiVersion.V3;

    private final JsonGenerator json;

    Documents3(JsonGenerator json) {
        this.json = json;
    }

    void write(Manifest manifest) {
        head(manifest.id(), "Manifest", manifest.label());
        metadata(manifest.metadata());
        manifest.summary().ifPresent(summary -> map("summary", Texts.rich(summary, V3)));
        manifest.requiredStatement().flatMap(pair -> Texts.pair(pair, V3)).ifPresent(this::requiredStatement);
        manifest.rights().ifPresent(rights -> json.writeStringProperty("rights", rights));
        thumbnail(manifest.thumbnail());
        json.writeStringProperty("viewingDirection", manifest.viewingDirection().toString());
        behavior(manifest.behavior());
        manifest.homepage().stream().findFirst().ifPresent(this::homepage);
        references("partOf", manifest.partOf());
        manifest.start().ifPresent(this::start);
        json.writeArrayPropertyStart("items");
        manifest.canvases().forEach(this::canvas);
        json.writeEndArray();
        json.writeEndObject();
    }

    void write(Collection collection) {
        head(collection.id(), "Collection", collection.label());
        references("partOf", collection.partOf());
        json.writeArrayPropertyStart("items");
        collection.items().forEach(this::reference);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void head(String id, String type, LanguageMap label) {
        json.writeStartObject();
        json.writeStringProperty("@context", V3.presentationContext());
        identity(id, type);
        label(label);
    }

    private void identity(String id, String type) {
        json.writeStringProperty("id", id);
        json.writeStringProperty("type", type);
    }

    private void canvas(Canvas canvas) {
        json.writeStartObject();
        identity(canvas.id(), "Canvas");
        label(canvas.label());
        canvas.size().ifPresent(this::size);
        thumbnail(canvas.thumbnail());
        json.writeArrayPropertyStart("items");
        canvas.content().filter(Canvas.Painting.class::isInstance)
                .ifPresent(painting -> page(canvas.id(), (Canvas.Painting) painting));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void page(String canvas, Canvas.Painting painting) {
        json.writeStartObject();
        identity(canvas + "/page", "AnnotationPage");
        json.writeArrayPropertyStart("items");
        json.writeStartObject();
        identity(canvas + "/annotation", "Annotation");
        json.writeStringProperty("motivation", "painting");
        body(painting);
        json.writeStringProperty("target", canvas);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void body(Canvas.Painting painting) {
        json.writeObjectPropertyStart("body");
        identity(painting.service().v3() + "/full/max/0/default.jpg", "Image");
        json.writeStringProperty("format", "image/jpeg");
        size(painting.size());
        services(painting.service());
        json.writeEndObject();
    }

    private void size(Dimensions size) {
        json.writeNumberProperty("height", size.height());
        json.writeNumberProperty("width", size.width());
    }

    /** Both image services: a viewer takes the first that it understands. */
    private void services(VersionedUri service) {
        json.writeArrayPropertyStart("service");
        json.writeStartObject();
        identity(service.v3(), "ImageService3");
        json.writeStringProperty("profile", "level2");
        json.writeEndObject();
        json.writeStartObject();
        json.writeStringProperty("@id", service.v2());
        json.writeStringProperty("@type", "ImageService2");
        json.writeStringProperty("profile", ApiVersion.V2.imageProfile());
        json.writeEndObject();
        json.writeEndArray();
    }

    private void thumbnail(Optional<Thumbnail> thumbnail) {
        if (thumbnail.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("thumbnail");
        json.writeStartObject();
        identity(thumbnail.get().uri(V3), "Image");
        json.writeStringProperty("format", "image/jpeg");
        thumbnail.get().size().ifPresent(this::size);
        services(thumbnail.get().service());
        json.writeEndObject();
        json.writeEndArray();
    }

    private void behavior(List<String> behavior) {
        if (behavior.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("behavior");
        behavior.forEach(json::writeString);
        json.writeEndArray();
    }

    private void homepage(Link homepage) {
        json.writeArrayPropertyStart("homepage");
        json.writeStartObject();
        identity(homepage.id(), "Text");
        label(homepage.label());
        json.writeStringProperty("format", "text/html");
        json.writeEndObject();
        json.writeEndArray();
    }

    private void start(String canvas) {
        json.writeObjectPropertyStart("start");
        identity(canvas, "Canvas");
        json.writeEndObject();
    }

    private void references(String name, List<Reference> references) {
        if (references.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart(name);
        references.forEach(this::reference);
        json.writeEndArray();
    }

    private void reference(Reference reference) {
        json.writeStartObject();
        identity(reference.uri().v3(), reference.type().toString());
        label(reference.label());
        thumbnail(reference.thumbnail());
        json.writeEndObject();
    }

    private void metadata(List<Metadata> metadata) {
        List<Metadata> entries = Texts.pairs(metadata, V3);
        if (entries.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("metadata");
        for (Metadata entry : entries) {
            json.writeStartObject();
            pair(entry);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void requiredStatement(Metadata statement) {
        json.writeObjectPropertyStart("requiredStatement");
        pair(statement);
        json.writeEndObject();
    }

    private void pair(Metadata pair) {
        map("label", pair.label());
        map("value", pair.value());
    }

    private void label(LanguageMap label) {
        map("label", Texts.label(label));
    }

    private void map(String name, LanguageMap map) {
        if (map.isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart(name);
        map.texts().forEach((language, texts) -> {
            json.writeArrayPropertyStart(language);
            texts.forEach(json::writeString);
            json.writeEndArray();
        });
        json.writeEndObject();
    }
}
