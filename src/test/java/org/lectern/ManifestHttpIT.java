package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Wire.Reply;
import tools.jackson.databind.JsonNode;

/** Manifests and collections as clients, caches and the official validator ask for them; short ones and long ones. */
class ManifestHttpIT {

    private static final String CONTEXT = "http://iiif.io/api/presentation/";

    @TempDir
    private static Path folder;

    private static Launched lectern;
    private static Wire wire;

    @BeforeAll
    static void serve() {
        Scans scans = new Scans(folder.resolve("library")).book("short", 3).book("shelf/inner", 2);
        String[] members = new String[700]; // more pages than are told of in one piece
        for (int i = 0; i < members.length; i++) {
            members[i] = "page " + i + ".png";
        }
        scans.zip("long.zip", members);
        lectern = Launched.start(folder, "--port", "0", "--library", scans.root().toString());
        wire = lectern.wire();
    }

    @AfterAll
    static void stop() {
        lectern.close();
    }

    @ParameterizedTest
    @Holds({"PRE-001", "PRE-006", "PRE-011", "PRE-013", "PRE-121"})
    @ValueSource(strings = {
        "/iiif/3/short/manifest.json", "/iiif/2/short/manifest.json", "/iiif/3/long.zip/manifest.json",
        "/iiif/2/long.zip/manifest.json", "/iiif/3/collection.json", "/iiif/2/shelf/collection.json"
    })
    void aDocumentIsCalledByItsAddressAndGivenToEveryone(String path) {
        Reply reply = wire.get(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("id").asString(reply.json().path("@id").asString(""))).isEqualTo(wire.base() + path);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("*");
        Reply head = wire.head(path);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(reply.header("ETag")).startsWith("\"");
        assertThat(head.header("Content-Type")).isEqualTo(reply.header("Content-Type"));
        assertThat(wire.get(path, "If-None-Match: " + reply.header("ETag")).status()).isEqualTo(304);
    }

    @ParameterizedTest(name = "{0}")
    @Holds({"PRE-012", "PRE-121"})
    @ValueSource(strings = {"/iiif/3/short/manifest.json", "/iiif/3/long.zip/manifest.json", "/iiif/3/collection.json"})
    void itIsCompressedForThoseWhoTakeIt(String path) throws IOException {
        Reply plain = wire.get(path);
        Reply zipped = wire.get(path, "Accept-Encoding: gzip");
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.header("Vary")).contains("Accept").contains("Accept-Encoding");
        assertThat(zipped.header("ETag")).isNotEqualTo(plain.header("ETag"));
        byte[] body = new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes();
        assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(plain.text());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @Holds({"PRE-007", "PRE-008", "PRE-009", "PRE-010", "PRE-014"})
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            */*                                                                                 | 3 | application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"
            application/json                                                                    | 3 | application/json
            text/html,application/xhtml+xml,*/*;q=0.8                                           | 3 | application/json
            application/ld+json;profile=http://iiif.io/api/presentation/3/context.json          | 3 | application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"
            application/ld+json;profile="http://iiif.io/api/presentation/2/context.json"        | 2 | application/ld+json
            application/ld+json;profile="http://example.org/unknown"                            | 3 | application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"
            """)
    void theVersionIsWhatTheAcceptHeaderNames(String accept, String version, String contentType) {
        Reply reply = wire.get("/iiif/short/manifest.json", "Accept: " + accept);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains(CONTEXT + version + "/context.json");
        assertThat(reply.header("Content-Type")).startsWith(contentType);
        assertThat(reply.header("Vary")).contains("Accept");
    }

    @Test
    @Holds({"PRE-029", "PRE-080"})
    void everyMemberOfACollectionLeadsToADocumentThatLeadsBack() {
        JsonNode collection = wire.get("/iiif/3/collection.json").json();
        assertThat(collection.get("items").size()).isEqualTo(3);
        for (JsonNode member : collection.get("items")) {
            JsonNode document = wire.follow(member.get("id").asString()).json();
            assertThat(document.get("id")).isEqualTo(member.get("id"));
            assertThat(document.get("type")).isEqualTo(member.get("type"));
            assertThat(document.at("/partOf/0/id")).isEqualTo(collection.get("id"));
        }
    }

    @Test
    void aLongManifestTellsOfEveryPage() {
        JsonNode items = wire.get("/iiif/3/long.zip/manifest.json").json().get("items");
        assertThat(items.size()).isEqualTo(700);
        assertThat(items.get(699).get("width").intValue()).isEqualTo(90);
    }
}
