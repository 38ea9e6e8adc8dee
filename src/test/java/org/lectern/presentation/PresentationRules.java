package org.lectern.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What documents must keep to: the official schema of version 3, and what that schema does not look at (PRE-117, PRE-120). */
public final class PresentationRules {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SCHEMA = Path.of("schemas/presentation-3/iiif_3_0.json");
    private static final String PRESENTATION_3 = "http://iiif.io/api/presentation/3/context.json";

    private PresentationRules() {}

    /** Holds a version 3 document against the official schema; the test is skipped where the schema is not at hand. */
    public static void checkSchema(byte[] document) {
        Path file = Path.of(System.getProperty("lectern.iiif", "../shared/data/iiif")).resolve(SCHEMA);
        Assumptions.assumeTrue(Files.isRegularFile(file), "no official schema at " + SCHEMA + "; set -Dlectern.iiif");
        try {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(JSON.readTree(Files.readAllBytes(file)));
            List<Error> errors = schema.validate(JSON.readTree(document));
            assertThat(errors).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A version 3 manifest or collection, beyond the schema (PRE-120). */
    public static void check3(byte[] document) {
        JsonNode root = JSON.readTree(document);
        assertThat(root.propertyNames().iterator().next()).isEqualTo("@context");
        assertThat(root.get("@context").stringValue()).isEqualTo(PRESENTATION_3);
        languageMap(root.get("label"));
        uniqueIds(root, "id");
        root.path("metadata").forEach(PresentationRules::pair);
        Optional.ofNullable(root.get("requiredStatement")).ifPresent(PresentationRules::pair);
        Optional.ofNullable(root.get("summary")).ifPresent(PresentationRules::languageMap);
        root.path("homepage").forEach(homepage -> languageMap(homepage.get("label")));
        root.path("partOf").forEach(part -> languageMap(part.get("label")));
        if (root.get("type").stringValue().equals("Manifest")) {
            manifest3(root);
        } else {
            root.get("items").forEach(PresentationRules::member3);
        }
    }

    private static void manifest3(JsonNode manifest) {
        assertThat(manifest.get("items").size()).isPositive();
        List<String> canvases = new ArrayList<>();
        manifest.get("items").forEach(canvas -> canvases.add(canvas.get("id").stringValue()));
        manifest.get("items").forEach(PresentationRules::canvas3);
        if (manifest.has("start")) {
            assertThat(canvases).contains(manifest.get("start").get("id").stringValue());
        }
    }

    private static void canvas3(JsonNode canvas) {
        assertThat(canvas.get("type").stringValue()).isEqualTo("Canvas");
        assertThat(canvas.get("id").stringValue()).doesNotContain("#");
        languageMap(canvas.get("label"));
        assertThat(canvas.get("height").intValue()).isPositive();
        assertThat(canvas.get("width").intValue()).isPositive();
        canvas.get("items").forEach(page -> page.get("items").forEach(annotation -> {
            assertThat(annotation.get("motivation").stringValue()).isEqualTo("painting");
            assertThat(annotation.get("target")).isEqualTo(canvas.get("id"));
            JsonNode body = annotation.get("body");
            assertThat(body.get("type").stringValue()).isEqualTo("Image");
            assertThat(body.get("service").get(0).get("type").stringValue()).isEqualTo("ImageService3");
            assertThat(body.get("service").get(1).get("@type").stringValue()).isEqualTo("ImageService2");
        }));
    }

    private static void member3(JsonNode member) {
        assertThat(member.get("type").stringValue()).isIn("Manifest", "Collection");
        assertThat(member.has("items")).isFalse();
        languageMap(member.get("label"));
    }

    /** A version 2 manifest or collection: what the official validator's loader insists on (PRE-117). */
    public static void check2(byte[] document) {
        JsonNode root = JSON.readTree(document);
        assertThat(root.propertyNames().iterator().next()).isEqualTo("@context");
        assertThat(root.get("@context").stringValue()).isEqualTo("http://iiif.io/api/presentation/2/context.json");
        assertThat(root.get("@id").stringValue()).startsWith("http");
        assertThat(root.has("label")).isTrue();
        uniqueIds(root, "@id");
        if (root.get("@type").stringValue().equals("sc:Collection")) {
            root.path("manifests").forEach(member -> assertThat(member.get("@type").stringValue()).isEqualTo("sc:Manifest"));
            root.path("collections").forEach(
                    member -> assertThat(member.get("@type").stringValue()).isEqualTo("sc:Collection"));
            return;
        }
        assertThat(root.get("@type").stringValue()).isEqualTo("sc:Manifest");
        assertThat(root.get("sequences").size()).isEqualTo(1);
        JsonNode sequence = root.get("sequences").get(0);
        assertThat(sequence.get("@type").stringValue()).isEqualTo("sc:Sequence");
        assertThat(sequence.get("canvases").size()).isPositive();
        sequence.get("canvases").forEach(PresentationRules::canvas2);
    }

    private static void canvas2(JsonNode canvas) {
        assertThat(canvas.get("@type").stringValue()).isEqualTo("sc:Canvas");
        assertThat(canvas.has("label")).isTrue();
        assertThat(canvas.get("height").isInt()).isTrue();
        assertThat(canvas.get("width").isInt()).isTrue();
        canvas.get("images").forEach(annotation -> {
            assertThat(annotation.get("@type").stringValue()).isEqualTo("oa:Annotation");
            assertThat(annotation.get("motivation").stringValue()).isEqualTo("sc:painting");
            assertThat(annotation.get("on")).isEqualTo(canvas.get("@id"));
            JsonNode service = annotation.get("resource").get("service");
            assertThat(service.get("@context").stringValue()).isEqualTo("http://iiif.io/api/image/2/context.json");
        });
    }

    private static void pair(JsonNode pair) {
        languageMap(pair.get("label"));
        languageMap(pair.get("value"));
    }

    private static void languageMap(JsonNode map) {
        assertThat(map.size()).as("languages of %s", map).isPositive();
        map.forEach(texts -> {
            assertThat(texts.size()).isPositive();
            texts.forEach(text -> assertThat(text.stringValue()).isNotBlank());
        });
    }

    /** Canvases, pages, annotations and ranges are named once; services, images and what is referred to may repeat. */
    private static void uniqueIds(JsonNode root, String key) {
        Set<String> seen = new HashSet<>();
        for (JsonNode canvas : key.equals("id") ? root.path("items") : root.path("sequences").path(0).path("canvases")) {
            for (JsonNode holder : canvas.findParents(key)) {
                String type = holder.path(key.equals("id") ? "type" : "@type").stringValue("");
                if (Set.of("Canvas", "AnnotationPage", "Annotation", "sc:Canvas", "oa:Annotation").contains(type)) {
                    assertThat(seen.add(holder.get(key).stringValue())).as("%s twice", holder.get(key)).isTrue();
                }
            }
        }
    }
}
