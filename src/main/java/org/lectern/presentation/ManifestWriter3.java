package org.lectern.presentation;

import java.util.List;

/** Writes manifests of version 3. */
final class ManifestWriter3 {

    private final Pen pen;
    private final Words3 words;
    private final CanvasWriter3 canvases;

    ManifestWriter3(Pen pen) {
        this.pen = pen;
        this.words = new Words3(pen);
        this.canvases = new CanvasWriter3(pen);
    }

    void write(Manifest manifest) {
        pen.object(() -> {
            words.head(manifest.id(), "Manifest", extensions(manifest));
            words.label(manifest.label());
            description(manifest);
            presentation(manifest);
            links(manifest);
            pen.array("items", manifest.canvases(), canvas -> canvases.write(canvas, manifest.behavior()));
            pen.some("structures", manifest.structures(), this::range);
        });
    }

    private static List<String> extensions(Manifest manifest) {
        boolean isMeasured = manifest.canvases().stream().anyMatch(canvas -> canvas.millimetres().isPresent());
        return isMeasured ? List.of(PhysicalScale.CONTEXT) : List.of();
    }

    private void description(Manifest manifest) {
        words.metadata(manifest.metadata());
        words.summary(manifest.summary());
        words.requiredStatement(manifest.requiredStatement());
        pen.text("rights", manifest.rights());
        words.provider(manifest.provider());
    }

    private void presentation(Manifest manifest) {
        words.thumbnail(manifest.thumbnail());
        pen.text("navDate", manifest.navDate().flatMap(NavDate::of));
        pen.text("viewingDirection", manifest.viewingDirection().toString());
        pen.texts("behavior", manifest.behavior());
    }

    private void links(Manifest manifest) {
        words.links("homepage", manifest.homepage());
        words.links("rendering", manifest.rendering());
        words.links("seeAlso", manifest.seeAlso());
        manifest.search().ifPresent(this::search);
        words.references("partOf", manifest.partOf());
        manifest.start().ifPresent(canvas -> pen.object("start", () -> words.identity(canvas, "Canvas")));
    }

    /** Both versions: most viewers ask for the older one even here. */
    private void search(SearchService search) {
        pen.array("service", List.of(2, 1), version -> pen.object(() -> {
            if (version == 2) {
                words.identity(search.search2(), "SearchService2");
                pen.array("service", List.of(search.complete2()), id -> pen.object(
                        () -> words.identity(id, "AutoCompleteService2")));
            } else {
                words.oldIdentity(search.search1(), "SearchService1");
                pen.text("profile", SearchService.SEARCH_1);
                pen.array("service", List.of(search.complete1()), id -> pen.object(() -> {
                    words.oldIdentity(id, "AutoCompleteService1");
                    pen.text("profile", SearchService.COMPLETE_1);
                }));
            }
        }));
    }

    private void range(Range range) {
        pen.object(() -> {
            words.identity(range.id(), "Range");
            words.label(range.label());
            pen.array("items", range.items(), this::member);
        });
    }

    private void member(RangeMember member) {
        if (member instanceof Range range) {
            range(range);
        } else if (member instanceof Range.Part part) {
            pen.object(() -> words.identity(part.canvas(), "Canvas"));
        }
    }
}
