package org.lectern.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the model holds, what is written keeps the rules. */
class RandomDocumentsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Dimensions CANVAS = new Dimensions(900, 1200);
    private static final Map<String, Dimensions> CANVASES = Map.of(Models.canvas("item", 0), CANVAS);
    private static final int SEEDS = 400;

    private interface Trial {
        void run(int seed);
    }

    private static void trials(Trial trial) {
        for (int seed = 0; seed < SEEDS; seed++) {
            try {
                trial.run(seed);
            } catch (TestAbortedException e) {
                throw e;
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Holds({"PRE-024", "PRE-025", "PRE-030", "PRE-034", "PRE-048", "PRE-050", "PRE-070", "PRE-072", "PRE-117", "PRE-120"})
    @Test
    void manifestsKeepTheRulesOfBothVersions() {
        trials(seed -> {
            PresentationRules.check3(Documents.bytes(new RandomModels(seed).manifest(ApiVersion.V3), ApiVersion.V3));
            PresentationRules.check2(Documents.bytes(new RandomModels(seed).manifest(ApiVersion.V2), ApiVersion.V2));
        });
    }

    @Holds({"PRE-031", "PRE-071"})
    @Test
    void manifestsPassTheOfficialSchema() {
        trials(seed -> PresentationRules.checkSchema(
                Documents.bytes(new RandomModels(seed).manifest(ApiVersion.V3), ApiVersion.V3)));
    }

    @Holds({"PRE-080", "PRE-111", "PRE-112", "PRE-158"})
    @Test
    void collectionsKeepTheRulesOfBothVersions() {
        trials(seed -> {
            PresentationRules.check3(Documents.bytes(new RandomModels(seed).collection(ApiVersion.V3), ApiVersion.V3));
            PresentationRules.check2(Documents.bytes(new RandomModels(seed).collection(ApiVersion.V2), ApiVersion.V2));
        });
    }

    @Test
    void collectionsPassTheOfficialSchema() {
        trials(seed -> PresentationRules.checkSchema(
                Documents.bytes(new RandomModels(seed).collection(ApiVersion.V3), ApiVersion.V3)));
    }

    @Holds({"PRE-106", "PRE-107"})
    @Test
    void textsKeepTheRulesOfBothVersions() {
        trials(seed -> {
            byte[] page = Documents.bytes(new RandomModels(seed).text(ApiVersion.V3, CANVAS), ApiVersion.V3);
            PresentationRules.checkText3(page, CANVASES);
            PresentationRules.checkText2(
                    Documents.bytes(new RandomModels(seed).text(ApiVersion.V2, CANVAS), ApiVersion.V2), CANVASES);
        });
    }

    @Holds("PRE-089")
    @Test
    void textsPassTheOfficialSchema() {
        trials(seed -> PresentationRules.checkSchema(
                Documents.bytes(new RandomModels(seed).text(ApiVersion.V3, CANVAS), ApiVersion.V3)));
    }

    @Holds({"SRC-009", "SRC-022", "SRC-041"})
    @Test
    void searchResponsesKeepTheRulesOfBothVersions() {
        trials(seed -> {
            PresentationRules.checkSearch(Documents.bytes(new RandomModels(seed).found(CANVAS), 1), 1, CANVASES);
            PresentationRules.checkSearch(Documents.bytes(new RandomModels(seed).found(CANVAS), 2), 2, CANVASES);
        });
    }

    @Holds({"PRE-013"})
    @Test
    void equalModelsGiveEqualBytes() {
        trials(seed -> {
            for (ApiVersion version : ApiVersion.values()) {
                assertThat(Documents.bytes(new RandomModels(seed).manifest(version), version))
                        .isEqualTo(Documents.bytes(new RandomModels(seed).manifest(version), version));
            }
        });
    }

    @Holds({"PRE-150", "PRE-156", "PRE-157", "PRE-159"})
    @Test
    void bothVersionsTellOfTheSamePicturesAndTheSameParts() {
        trials(seed -> {
            JsonNode three = JSON.readTree(Documents.bytes(new RandomModels(seed).manifest(ApiVersion.V3), ApiVersion.V3));
            JsonNode two = JSON.readTree(Documents.bytes(new RandomModels(seed).manifest(ApiVersion.V2), ApiVersion.V2));
            assertThat(pictures2(two)).isEqualTo(pictures3(three));
            assertThat(parts2(two)).isEqualTo(parts3(three));
        });
    }

    /** Canvas, size, image service of version 2: of the canvases that are pictures. */
    private static List<List<Object>> pictures3(JsonNode manifest) {
        List<List<Object>> pictures = new ArrayList<>();
        for (JsonNode canvas : manifest.get("items")) {
            JsonNode body = canvas.path("items").path(0).path("items").path(0).path("body");
            if (body.path("type").stringValue("").equals("Image")) {
                pictures.add(List.of(canvas.get("id").stringValue(), canvas.get("width"), canvas.get("height"),
                        body.get("width"), body.get("service").get(1).get("@id")));
            }
        }
        return pictures;
    }

    /** The same, without the pictures that go with recordings. */
    private static List<List<Object>> pictures2(JsonNode manifest) {
        List<List<Object>> pictures = new ArrayList<>();
        for (JsonNode canvas : manifest.get("sequences").get(0).get("canvases")) {
            JsonNode resource = canvas.get("images").path(0).path("resource");
            if (resource.has("service") && !resource.get("@id").stringValue().contains("/picture/")) {
                pictures.add(List.of(canvas.get("@id").stringValue(), canvas.get("width"), canvas.get("height"),
                        resource.get("width"), resource.get("service").get("@id")));
            }
        }
        return pictures;
    }

    /** Range → its canvases, and the ranges in it, in order; the top range of version 2 counts for the list itself. */
    private static Map<String, List<String>> parts3(JsonNode manifest) {
        Map<String, List<String>> parts = new HashMap<>();
        manifest.path("structures").forEach(range -> parts3(range, parts));
        return parts;
    }

    private static void parts3(JsonNode range, Map<String, List<String>> parts) {
        List<String> ranges = new ArrayList<>();
        List<String> canvases = new ArrayList<>();
        range.get("items").forEach(item -> {
            boolean isRange = item.get("type").stringValue().equals("Range");
            (isRange ? ranges : canvases).add(item.get("id").stringValue());
            if (isRange) {
                parts3(item, parts);
            }
        });
        ranges.addAll(canvases);
        parts.put(range.get("id").stringValue(), ranges);
    }

    private static Map<String, List<String>> parts2(JsonNode manifest) {
        Map<String, List<String>> parts = new HashMap<>();
        manifest.path("structures").forEach(range -> {
            List<String> members = new ArrayList<>();
            range.path("ranges").forEach(child -> members.add(child.stringValue()));
            range.path("canvases").forEach(canvas -> members.add(canvas.stringValue()));
            parts.put(range.get("@id").stringValue(), members);
        });
        parts.keySet().removeIf(id -> id.endsWith("/range/top"));
        return parts;
    }
}
