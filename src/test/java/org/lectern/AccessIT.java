package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.app.Application;
import org.lectern.service.Access.Decision;

/** A policy that refuses some of a library, held against every route, in every spelling, before and after a friend came. */
class AccessIT {

    private static final String TITLE = "Moonstone"; // stands in everything refused and nowhere else
    private static final String KEY = "X-Key: yes";

    private static final Map<String, Decision> REFUSED = Map.of(
            "secret.png", Decision.FORBIDDEN,
            "vault", Decision.FORBIDDEN,
            "shelf/kept", Decision.UNAUTHENTICATED,
            "scans", Decision.FORBIDDEN,
            "bundle.zip", Decision.UNAUTHENTICATED);

    @TempDir
    private static Path folder;

    private static TomcatServer tomcat;
    private static Wire wire;

    /** Lectern with rules of access: who shows a key sees everything. */
    public static final class Guarded implements ServletContextListener {

        private final Application application = new Application((visitor, item) -> visitor.header("X-Key").isPresent()
                ? Decision.ALLOW
                : REFUSED.getOrDefault(item.text(), Decision.ALLOW));

        @Override
        public void contextInitialized(ServletContextEvent event) {
            application.contextInitialized(event);
        }

        @Override
        public void contextDestroyed(ServletContextEvent event) {
            application.contextDestroyed(event);
        }
    }

    @BeforeAll
    static void deploy() {
        String described = "{\"label\": \"The " + TITLE + "\", \"metadata\": {\"Subject\": \"" + TITLE + "\"}}";
        Path library = new Scans(folder.resolve("library"))
                .picture("open.png", 60, 40)
                .picture("secret.png", 60, 40).text("secret.png.item.json", described)
                .picture("vault/deep/under.png", 60, 40).text("vault/deep/item.json", described)
                .book("shelf/kept", 2).text("shelf/kept/item.json", described)
                .book("shelf/given", 2)
                .zip("scans/scans_images.zip", "scans_images/scans_0001.png", "scans_images/scans_0002.png")
                .text("scans/item.json", described)
                .zip("bundle.zip", "1.png", "2.png").text("bundle.zip.item.json", described)
                .root();
        System.setProperty("lectern.library", library.toString());
        tomcat = new TomcatServer(folder.resolve("tomcat"));
        Connector connector = tomcat.connector(
                Map.of("encodedSolidusHandling", "passthrough", "encodedReverseSolidusHandling", "passthrough"));
        tomcat.deploy("", Launched.war().resolveSibling("lectern"), Guarded.class).start();
        wire = TomcatServer.wire(connector, "");
    }

    @AfterAll
    static void stop() {
        System.clearProperty("lectern.library");
        tomcat.close();
    }

    /** An identifier as it is sent, what it is refused with, and whether a friend finds a picture at it. */
    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("secret.png", 403, true),
                Arguments.of("secret%2Epng", 403, true),
                Arguments.of("vault", 403, false),
                Arguments.of("vault/deep", 403, false),
                Arguments.of("vault$deep", 403, false),
                Arguments.of("vault%2Fdeep", 403, false),
                Arguments.of("vault/deep$0", 403, true),
                Arguments.of("vault$deep$0", 403, true),
                Arguments.of("vault%2fdeep%240", 403, true),
                Arguments.of("vault$deep$under.png", 403, true),
                Arguments.of("vault/deep/under.png", 403, true),
                Arguments.of("vault$nothing", 403, false),
                Arguments.of("shelf/kept", 401, false),
                Arguments.of("shelf$kept", 401, false),
                Arguments.of("shelf%2Fkept", 401, false),
                Arguments.of("shelf$kept$1", 401, true),
                Arguments.of("shelf$kept$n1", 401, true),
                Arguments.of("shelf/kept$cover", 401, true),
                Arguments.of("shelf%2Fkept%2F2.png", 401, true),
                Arguments.of("shelf$kept$2.png", 401, true),
                Arguments.of("scans", 403, false),
                Arguments.of("scans$1", 403, true),
                Arguments.of("scans$leaf1", 403, true),
                Arguments.of("scans/scans_images.zip/scans_images/scans_0001.png", 403, true),
                Arguments.of("scans%2Fscans_images.zip%2Fscans_images%2Fscans_0001.png", 403, true),
                Arguments.of("scans$scans_images.zip$scans_images$scans_0001.png", 403, true),
                Arguments.of("bundle.zip", 401, false),
                Arguments.of("bundle.zip$1", 401, true),
                Arguments.of("bundle.zip/1.png", 401, true),
                Arguments.of("bundle.zip%2F1.png", 401, true));
    }

    /** Everything that is served for an identifier. */
    private static List<String> routes(String id) {
        List<String> routes = new ArrayList<>(List.of("/" + id, "/iiif/" + id, "/iiif/2/" + id, "/iiif/3/" + id));
        for (String prefix : List.of("", "/iiif", "/iiif/2", "/iiif/3", "/image/iiif/2", "/image/iiif/3")) {
            String full = prefix.endsWith("3") ? "max" : "full";
            routes.add(prefix + "/" + id + "/info.json");
            routes.add(prefix + "/" + id + "/full/" + full + "/0/default.jpg");
            routes.add(prefix + "/" + id + "/0,0,32,32/16,/0/gray.png");
        }
        for (String prefix : List.of("", "/iiif", "/iiif/2", "/iiif/3")) {
            routes.add(prefix + "/" + id + "/manifest.json");
            routes.add(prefix + "/" + id + "/collection.json");
        }
        routes.add("/iiif/resource/" + id + "/a.pdf");
        routes.add("/iiif/pdf/" + id);
        routes.add("/iiif/pdf/" + id + "?pages=1");
        routes.add("/iiif/search/" + id + "?q=moonstone");
        routes.add("/iiif/search/2/" + id + "?q=moonstone");
        routes.add("/iiif/autocomplete/1/" + id + "?q=m");
        routes.add("/iiif/3/annotations/" + id + "/lines.json");
        routes.add("/iiif/2/annotations/" + id + "/x_djvu.xml/1.json");
        return routes;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void everyWayToWhatIsRefusedIsClosedColdAndWarm(String id, int status, boolean picture) {
        int found = 0;
        for (String route : routes(id)) {
            closed(route, status, "Accept: */*");
            Wire.Reply friends = wire.get(route, KEY);
            assertThat(friends.status()).as("to a friend: " + route).isIn(200, 303, 404);
            assertThat(friends.header("Cache-Control")).as(route).doesNotContain("public");
            found += friends.status() == 200 ? 1 : 0;
            closed(route, status, "Accept: text/html");
            closed(route, status, "If-None-Match: " + (friends.header("ETag").isEmpty() ? "*" : friends.header("ETag")));
            closed(route, status, "If-Modified-Since: Sat, 01 Jan 2050 00:00:00 GMT");
        }
        assertThat(found).as("routes that a friend finds something at").isGreaterThanOrEqualTo(picture ? 18 : 0);
    }

    private static void closed(String route, int status, String header) {
        Wire.Reply reply = wire.get(route, header);
        assertThat(reply.status()).as(route + " with " + header).isEqualTo(status);
        assertThat(reply.header("Cache-Control")).as(route).isEqualTo("no-store");
        assertThat(reply.mediaType()).as(route).isIn("application/problem+json", "text/html");
        assertThat(reply.headers()).as(route).doesNotContainKeys("etag", "last-modified", "content-disposition");
        nothingShows(reply, route);
        Wire.Reply head = wire.head(route, header);
        assertThat(head.status()).as("HEAD " + route + " with " + header).isEqualTo(status);
        assertThat(head.headers()).as("HEAD " + route).doesNotContainKeys("etag", "last-modified", "content-disposition");
    }

    private static void nothingShows(Wire.Reply reply, String route) {
        assertThat(reply.text()).as(route).doesNotContain(TITLE);
        assertThat(reply.headers().toString()).as(route).doesNotContain(TITLE);
        String start = new String(reply.body(), 0, Math.min(4, reply.body().length), StandardCharsets.ISO_8859_1);
        assertThat(start).as(route).isNotEqualTo("\u0089PNG").doesNotStartWith("\u00ff\u00d8");
    }

    @Test
    void aSignInIsAskedForWhereItHelps() {
        assertThat(wire.get("/bundle.zip/manifest.json").header("WWW-Authenticate")).isNotEmpty();
        assertThat(wire.get("/secret.png/info.json").header("WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/iiif/", "/?limit=100", "/iiif/collection.json", "/iiif/2/collection.json",
        "/iiif/3/collection.json", "/shelf", "/shelf/collection.json", "/iiif/2/shelf/collection.json",
        "/iiif/3/shelf/collection.json"})
    void listsAndCollectionsNameWhatMayBeSeenAndNothingElse(String path) {
        for (int round = 0; round < 2; round++) {
            Wire.Reply strangers = wire.get(path, "Accept: application/json");
            assertThat(strangers.status()).isEqualTo(200);
            assertThat(strangers.text()).doesNotContain(TITLE, "secret", "vault", "kept", "scans", "bundle");
            assertThat(strangers.header("Cache-Control")).startsWith("private");
            Wire.Reply friends = wire.get(path, "Accept: application/json", KEY);
            assertThat(friends.header("ETag")).isNotEqualTo(strangers.header("ETag"));
            Wire.Reply again = wire.get(path, "Accept: application/json", "If-None-Match: " + friends.header("ETag"));
            assertThat(again.status()).as("the friend's tag shown by a stranger").isEqualTo(200);
        }
    }

    @Test
    void theListCountsWithoutWhatIsHidden() {
        assertThat(wire.get("/").json().get("ids").toString()).isEqualTo("[\"open.png\",\"shelf/given\"]");
        assertThat(wire.get("/").header("X-Total-Count")).isEqualTo("2");
        assertThat(wire.get("/", KEY).json().get("total").intValue()).isEqualTo(7);
    }

    @Test
    void whatIsOpenStaysOpen() {
        for (String path : List.of("/open.png/info.json", "/open.png/full/full/0/default.jpg", "/open.png/manifest.json",
                "/shelf$given$1/info.json", "/shelf/given$1/full/full/0/default.jpg", "/shelf%2Fgiven/manifest.json",
                "/shelf$given$2.png/full/full/0/default.png", "/shelf$given")) {
            Wire.Reply reply = wire.get(path);
            assertThat(reply.status()).as(path).isEqualTo(200);
            assertThat(reply.header("Cache-Control")).as(path).startsWith("private");
        }
    }
}
