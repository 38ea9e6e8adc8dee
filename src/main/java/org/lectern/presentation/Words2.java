package org.lectern.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;

/** What all documents of version 2 say in the same words. */
final class Words2 {

    private static final ApiVersion V2 = ApiVersion.V2;
    private static final String USUAL_STATEMENT = "Attribution";

    private final Pen pen;

    Words2(Pen pen) {
        this.pen = pen;
    }

    /**
     * A text of version 2.
     *
     * @param language {@link LanguageMap#NONE} when it is not known
     */
    private record Value(String language, String text) {}

    void head(String id, String type) {
        pen.text("@context", V2.presentationContext());
        identity(id, type);
    }

    void identity(String id, String type) {
        pen.text("@id", id);
        pen.text("@type", type);
    }

    void label(LanguageMap label) {
        values("label", values(Texts.label(label)));
    }

    void description(Optional<LanguageMap> summary) {
        summary.ifPresent(text -> values("description", values(Texts.rich(text, V2))));
    }

    void metadata(List<Metadata> metadata) {
        pen.some("metadata", Texts.pairs(metadata, V2), entry -> pen.object(() -> {
            values("label", values(entry.label()));
            values("value", values(entry.value()));
        }));
    }

    /** What must be said and who gives it stand together, without labels: an unusual one goes in front. */
    void attribution(Optional<Metadata> statement, List<Agent> provider) {
        List<Value> lines = new ArrayList<>();
        statement.flatMap(pair -> Texts.pair(pair, V2)).ifPresent(pair -> {
            String label = pair.label().texts().values().iterator().next().get(0);
            if (!label.equals(USUAL_STATEMENT)) {
                lines.add(new Value(LanguageMap.NONE, label + ":"));
            }
            lines.addAll(values(pair.value()));
        });
        provider.stream().flatMap(agent -> values(Texts.label(agent.label())).stream())
                .filter(name -> lines.stream().noneMatch(line -> line.text.equals(name.text)))
                .forEach(lines::add);
        values("attribution", lines);
        pen.text("logo", provider.stream().flatMap(agent -> agent.logo().stream()).findFirst());
    }

    void size(Dimensions size) {
        pen.number("height", size.height());
        pen.number("width", size.width());
    }

    void imageService(VersionedUri service) {
        pen.object("service", () -> {
            pen.text("@context", V2.imageContext());
            pen.text("@id", service.v2());
            pen.text("profile", V2.imageProfile());
        });
    }

    void thumbnail(Optional<Thumbnail> thumbnail) {
        thumbnail.ifPresent(picture -> pen.object("thumbnail", () -> {
            identity(picture.uri(V2), "dctypes:Image");
            pen.text("format", "image/jpeg");
            picture.size().ifPresent(this::size);
            imageService(picture.service());
        }));
    }

    /** {@code related} and {@code rendering}; the latter must have a format. */
    void links(String name, List<Link> links) {
        pen.oneOrMore(name, links, link -> pen.object(() -> {
            pen.text("@id", link.id());
            label(link.label());
            pen.text("format", link.format().orElse(usualFormat(link)));
        }));
    }

    private static String usualFormat(Link link) {
        return link.type().equals("Text") ? "text/html" : "application/octet-stream";
    }

    /** Viewers expect a single object where there is one. */
    void seeAlso(List<Link> links) {
        pen.oneOrMore("seeAlso", links, link -> pen.object(() -> {
            pen.text("@id", link.id());
            label(link.label());
            pen.text("format", link.format());
            pen.text("profile", link.profile());
        }));
    }

    void within(List<Reference> partOf) {
        pen.text("within", partOf.stream().map(parent -> parent.uri().v2()).findFirst());
    }

    /** A text as the body of an annotation. */
    void contentAsText(String text, Optional<String> language) {
        pen.text("@type", "cnt:ContentAsText");
        pen.text("format", "text/plain");
        pen.text("language", language.flatMap(Language::tag));
        pen.text("chars", text);
    }

    /** A single text of unknown language is a string; all else is a list. */
    private void values(String name, List<Value> values) {
        if (values.size() == 1 && values.get(0).language.equals(LanguageMap.NONE)) {
            pen.text(name, values.get(0).text);
            return;
        }
        pen.some(name, values, this::value);
    }

    private void value(Value value) {
        if (value.language.equals(LanguageMap.NONE)) {
            pen.text(value.text);
            return;
        }
        pen.object(() -> {
            pen.text("@value", value.text);
            pen.text("@language", value.language);
        });
    }

    private static List<Value> values(LanguageMap map) {
        return map.texts().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(text -> new Value(entry.getKey(), text)))
                .toList();
    }
}
