package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP/2 in clear text, as a proxy speaks it to the server of {@code java -jar}. */
class Http2IT {

    @TempDir
    private static Path folder;

    private static Launched lectern;
    private static Wire wire;
    private static HttpClient client;

    @BeforeAll
    static void serve() {
        Scans scans = new Scans(folder.resolve("library")).picture("shelf/good.png", 600, 400);
        lectern = Launched.start(folder, "--port", "0", "--library", scans.root().toString());
        wire = lectern.wire();
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    }

    @AfterAll
    static void stop() {
        lectern.close();
        assertThat(lectern.err()).as("what it logged").doesNotContain("SEVERE", "ERROR", "\tat ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/iiif/3/shelf$good.png/info.json, 200", "/iiif/3/shelf%2Fgood.png/info.json, 200",
        "'/iiif/3/shelf%2Fgood.png/full/%5E900,/0/default.jpg', 501", "'/iiif/3/shelf$good.png/full/60,/0/default.jpg', 200",
        "/iiif/3/shelf$good.png, 303", "/nothing, 404", "/%00/info.json, 400", "/%ff/, 400", "/../x, 400"})
    @Holds("IMG-154")
    void everyAnswerIsThatOfTheOlderVersion(String path, int status) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        Wire.Reply older = wire.get(path);

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(status).isEqualTo(older.status());
        assertThat(answer.body()).isEqualTo(older.body());
        for (String name : List.of("Content-Type", "ETag", "Link", "Location", "Access-Control-Allow-Origin", "Cache-Control", "Vary")) {
            assertThat(answer.headers().firstValue(name).orElse("")).as(name).isEqualTo(older.header(name));
        }
    }

    @Test
    @Holds("IMG-154")
    void headsConditionsAndRangesAreSpokenToo() throws IOException, InterruptedException {
        String path = "/iiif/3/shelf$good.png/full/max/0/default.png";
        HttpResponse<byte[]> whole = client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        String tag = whole.headers().firstValue("ETag").orElseThrow();

        assertThat(sent(request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()))).isEqualTo("200 0");
        assertThat(sent(request(path).header("If-None-Match", tag))).isEqualTo("304 0");
        assertThat(sent(request(path).header("Range", "bytes=5-14"))).isEqualTo("206 10");
        assertThat(sent(request(path).header("If-Match", "\"x\""))).startsWith("412 ");
        assertThat(sent(request("/").DELETE())).startsWith("405 ");
    }

    private static String sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        return answer.statusCode() + " " + answer.body().length;
    }

    @Test
    @Holds("IMG-154")
    void manyTilesComeByOneConnection() {
        List<CompletableFuture<HttpResponse<byte[]>>> tiles = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String path = "/iiif/3/shelf$good.png/" + 10 * (i % 30) + ",0,100,100/max/0/default.jpg";
            tiles.add(client.sendAsync(request(path).build(), HttpResponse.BodyHandlers.ofByteArray()));
        }
        for (int i = 0; i < 30; i++) {
            assertThat(tiles.get(i).join().statusCode()).isEqualTo(200);
            assertThat(tiles.get(i).join().body()).isEqualTo(tiles.get(i + 30).join().body()).isNotEmpty();
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(wire.base() + path));
    }
}
