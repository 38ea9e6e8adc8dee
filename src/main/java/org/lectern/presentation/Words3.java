package org.lectern.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;

/** What all documents of version 3 say in the same words. */
final class Words3 {

    private static final ApiVersion V3 = ApiVersion.V3;
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/.+");
    private static final Map<String, String> PICTURES = Map.of(
            "png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg", "gif", "image/gif", "svg", "image/svg+xml",
            "webp", "image/webp");

    private final Pen pen;

    Words3(Pen pen) {
        this.pen = pen;
    }

    /** The first lines of a document; the contexts of extensions go in front of the API's. */
    void head(String id, String type, List<String> extensions) {
        List<String> contexts = new ArrayList<>(extensions);
        contexts.add(V3.presentationContext());
        pen.oneOrMore("@context", contexts, pen::text);
        identity(id, type);
    }

    void identity(String id, String type) {
        pen.text("id", id);
        pen.text("type", type);
    }

    void label(LanguageMap label) {
        map("label", Texts.label(label));
    }

    void summary(Optional<LanguageMap> summary) {
        summary.ifPresent(text -> map("summary", Texts.rich(text, V3)));
    }

    void metadata(List<Metadata> metadata) {
        pen.some("metadata", Texts.pairs(metadata, V3), entry -> pen.object(() -> pair(entry)));
    }

    void requiredStatement(Optional<Metadata> statement) {
        statement.flatMap(pair -> Texts.pair(pair, V3))
                .ifPresent(pair -> pen.object("requiredStatement", () -> pair(pair)));
    }

    private void pair(Metadata pair) {
        map("label", pair.label());
        map("value", pair.value());
    }

    private void map(String name, LanguageMap map) {
        if (!map.isEmpty()) {
            pen.object(name, () -> map.texts().forEach(pen::texts));
        }
    }

    void size(Dimensions size) {
        pen.number("height", size.height());
        pen.number("width", size.width());
    }

    void format(Optional<String> format) {
        pen.text("format", format.filter(text -> MEDIA_TYPE.matcher(text).matches()));
    }

    /** Both image services: a viewer takes the first that it understands. */
    void imageServices(VersionedUri service) {
        pen.array("service", List.of(ApiVersion.V3, ApiVersion.V2), version -> pen.object(() -> {
            if (version == V3) {
                identity(service.v3(), "ImageService3");
                pen.text("profile", "level2");
            } else {
                oldIdentity(service.v2(), "ImageService2");
                pen.text("profile", ApiVersion.V2.imageProfile());
            }
        }));
    }

    /** What an older API calls its names; only its services keep them. */
    void oldIdentity(String id, String type) {
        pen.text("@id", id);
        pen.text("@type", type);
    }

    void thumbnail(Optional<Thumbnail> thumbnail) {
        pen.some("thumbnail", thumbnail.stream().toList(), picture -> pen.object(() -> {
            identity(picture.uri(V3), "Image");
            pen.text("format", "image/jpeg");
            picture.size().ifPresent(this::size);
            imageServices(picture.service());
        }));
    }

    void provider(List<Agent> agents) {
        pen.some("provider", agents, agent -> pen.object(() -> agent(agent)));
    }

    private void agent(Agent agent) {
        identity(agent.id(), "Agent");
        label(agent.label());
        links("homepage", agent.homepage()
                .map(page -> new Link(page, "Text", agent.label(), Optional.of("text/html"), Optional.empty()))
                .stream().toList());
        pen.some("logo", agent.logo().stream().toList(), logo -> pen.object(() -> {
            identity(logo, "Image");
            String name = logo.replaceFirst("[?#].*", "").toLowerCase(Locale.ROOT);
            format(Optional.ofNullable(PICTURES.get(name.substring(name.lastIndexOf('.') + 1))));
        }));
    }

    void links(String name, List<Link> links) {
        pen.some(name, links, link -> pen.object(() -> {
            identity(link.id(), link.type());
            label(link.label());
            format(link.format());
            pen.text("profile", link.profile());
        }));
    }

    void references(String name, List<Reference> references) {
        pen.some(name, references, this::reference);
    }

    void reference(Reference reference) {
        pen.object(() -> {
            identity(reference.uri().v3(), reference.type().toString());
            label(reference.label());
            thumbnail(reference.thumbnail());
        });
    }
}
