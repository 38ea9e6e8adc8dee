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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.lectern.core.Dimensions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What documents must keep to: the official schema of version 3, and what that schema does not look at (PRE-117, PRE-120). */
public final class PresentationRules {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SCHEMA = Path.of("schemas/presentation-3/iiif_3_0.json");

    private PresentationRules() {}

    /** Holds a version 3 document against the official schema; the test is skipped where the schema is not at hand. */
    public static void checkSchema(byte[] document) {
        List<Error> errors = schema().validate(JSON.readTree(document));
        assertThat(errors).isEmpty();
    }

    private static Schema schema() {
        Path file = Path.of(System.getProperty("lectern.iiif", "../shared/data/iiif")).resolve(SCHEMA);
        Assumptions.assumeTrue(Files.isRegularFile(file), "no official schema at " + SCHEMA + "; set -Dlectern.iiif");
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(JSON.readTree(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A version 3 manifest or collection, beyond the schema. */
    public static void check3(byte[] document) {
        Rules3.check(JSON.readTree(document));
    }

    /** A version 2 manifest or collection: what the official validator's loader insists on, and the tables. */
    public static void check2(byte[] document) {
        Rules2.check(JSON.readTree(document));
    }

    /** An annotation page of version 3. */
    public static void checkText3(byte[] document, Map<String, Dimensions> canvases) {
        TextRules.check3(JSON.readTree(document), canvases);
    }

    /** An annotation list of version 2. */
    public static void checkText2(byte[] document, Map<String, Dimensions> canvases) {
        TextRules.check2(JSON.readTree(document), canvases);
    }

    /** What a search found, in version 1 or 2 of the Content Search API. */
    public static void checkSearch(byte[] document, int searchVersion, Map<String, Dimensions> canvases) {
        if (searchVersion == 1) {
            SearchRules.check1(JSON.readTree(document), canvases);
        } else {
            SearchRules.check2(JSON.readTree(document), canvases);
        }
    }

    /** Words to go on with, in version 1 or 2 of the Content Search API. */
    public static void checkTerms(byte[] document, int searchVersion) {
        if (searchVersion == 1) {
            SearchRules.terms1(JSON.readTree(document));
        } else {
            SearchRules.terms2(JSON.readTree(document));
        }
    }

    /** The canvases of a manifest of either version, and how large they are; those without a size are left out. */
    public static Map<String, Dimensions> canvases(byte[] manifest) {
        JsonNode root = JSON.readTree(manifest);
        JsonNode canvases = root.has("items") ? root.get("items") : root.path("sequences").path(0).path("canvases");
        return canvases.valueStream().filter(canvas -> canvas.has("width")).collect(Collectors.toMap(
                canvas -> Optional.ofNullable(canvas.get("id")).orElseGet(() -> canvas.get("@id")).stringValue(),
                canvas -> new Dimensions(canvas.get("width").intValue(), canvas.get("height").intValue())));
    }
}
