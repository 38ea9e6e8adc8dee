package org.lectern.presentation;

import java.util.List;

/** Writes manifests of version 2: the same model, for viewers and harvesters that read nothing newer. */
final class ManifestWriter2 {

    private static final String TAIL = "/manifest.json";

    private final Pen pen;
    private final Words2 words;
    private final CanvasWriter2 canvases;

    ManifestWriter2(Pen pen) {
        this.pen = pen;
        this.words = new Words2(pen);
        this.canvases = new CanvasWriter2(pen);
    }

    void write(Manifest manifest) {
        pen.object(() -> {
            words.head(manifest.id(), "sc:Manifest");
            words.label(manifest.label());
            words.metadata(manifest.metadata());
            words.description(manifest.summary());
            words.thumbnail(manifest.thumbnail());
            pen.text("navDate", manifest.navDate().flatMap(NavDate::of));
            direction(manifest);
            pen.text("license", manifest.rights());
            words.attribution(manifest.requiredStatement(), manifest.provider());
            links(manifest);
            pen.array("sequences", List.of(manifest), any -> pen.object(() -> sequence(manifest)));
            new StructuresWriter2(pen).write(manifest, below(manifest, "/range/top"));
        });
    }

    private void direction(Manifest manifest) {
        pen.text("viewingDirection", manifest.viewingDirection().toString());
        pen.text("viewingHint", Behavior.viewingHint(manifest.behavior()));
    }

    private void links(Manifest manifest) {
        words.links("related", manifest.homepage());
        words.links("rendering", manifest.rendering());
        words.seeAlso(manifest.seeAlso());
        manifest.search().ifPresent(this::search);
        words.within(manifest.partOf());
    }

    private void search(SearchService search) {
        pen.object("service", () -> {
            pen.text("@context", SearchService.CONTEXT_1);
            pen.text("@id", search.search1());
            pen.text("profile", SearchService.SEARCH_1);
            pen.object("service", () -> {
                pen.text("@id", search.complete1());
                pen.text("profile", SearchService.COMPLETE_1);
            });
        });
    }

    private void sequence(Manifest manifest) {
        words.identity(below(manifest, "/sequence/normal"), "sc:Sequence");
        direction(manifest);
        pen.text("startCanvas", manifest.start());
        pen.array("canvases", manifest.canvases(), canvas -> canvases.write(canvas, manifest.behavior()));
    }

    private static String below(Manifest manifest, String path) {
        String id = manifest.id();
        return (id.endsWith(TAIL) ? id.substring(0, id.length() - TAIL.length()) : id) + path;
    }
}
