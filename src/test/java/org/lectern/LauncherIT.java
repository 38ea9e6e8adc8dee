package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class LauncherIT {

    @TempDir
    private Path folder;

    @Test
    void withoutALibraryTheSampleIsServedAndTheWayToOnesOwnIsSaid() {
        try (Launched lectern = Launched.start(folder, "--port", "0")) {
            Wire wire = lectern.wire();
            assertThat(lectern.out()).contains("sample library", "--library DIR");
            JsonNode list = wire.get("/").json();
            assertThat(list.get("total").intValue()).isPositive();
            for (JsonNode item : list.get("items")) {
                assertThat(wire.follow(item.get("thumbnail").asString()).status()).as(item.toString()).isEqualTo(200);
                assertThat(wire.follow(item.get("manifest").asString()).status()).as(item.toString()).isEqualTo(200);
            }
        }
    }

    @Test
    void aFolderIsServedAndNewFilesAreNoticedWhileItRuns() throws InterruptedException {
        Scans scans = new Scans(folder.resolve("my scans")).picture("one.png", 50, 40).book("volume", 3);
        try (Launched lectern = Launched.start(folder, "--port=0", "--library", scans.root().toString())) {
            Wire wire = lectern.wire();
            assertThat(lectern.out()).contains(scans.root().toString());
            assertThat(wire.get("/").json().get("ids").toString()).isEqualTo("[\"one.png\",\"volume\"]");
            assertThat(wire.get("/one.png/info.json").json().get("width").intValue()).isEqualTo(50);
            scans.picture("two.png", 70, 40);
            Thread.sleep(2_500); // a folder is believed for two seconds
            assertThat(wire.get("/two.png/info.json").json().get("width").intValue()).isEqualTo(70);
            assertThat(wire.get("/").json().get("total").intValue()).isEqualTo(3);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "--library, /no/such/folder, no folder '/no/such/folder'",
        "--library, '', wants a value",
        "--config, /no/such/file, no file '/no/such/file'",
        "--colour, red, unknown option '--colour'",
        "--port, 65536, is no port",
        "--port, http, is no port",
        "--host, no.such.host.invalid, is no address",
        "--base-url, example.org, is no URL",
    })
    void whatIsWrongWithTheCommandIsSaidInOneLine(String option, String value, String said) {
        try (Launched lectern = Launched.start(folder, option, value)) {
            assertThat(lectern.exitStatus()).isEqualTo(2);
            assertThat(lectern.err().lines()).singleElement().asString().startsWith("lectern: ").contains(said);
            assertThat(lectern.out()).isEmpty();
            assertThat(lectern.temporaryFiles()).isEmpty();
        }
    }

    @Test
    void aBusyPortIsSaidInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"));
                Launched lectern = Launched.start(folder, "--port", Integer.toString(taken.getLocalPort()))) {
            assertThat(lectern.exitStatus()).isEqualTo(2);
            assertThat(lectern.err().lines()).singleElement().asString()
                    .startsWith("lectern: ").contains("localhost:" + taken.getLocalPort());
            assertThat(lectern.temporaryFiles()).isEmpty();
        }
    }

    @Test
    void everyWrongSettingIsSaidAtOnce() throws IOException {
        Path settings = folder.resolve("wrong.properties");
        Files.writeString(settings, "images.jpeg.quality = 101\nimages.jpg.quality = 80\nmemory.wait = soon\n");
        try (Launched lectern = Launched.start(folder, "--port", "0", "--config", settings.toString())) {
            assertThat(lectern.exitStatus()).isEqualTo(2);
            assertThat(lectern.err()).contains("images.jpeg.quality = 101", "images.jpg.quality", "memory.wait = soon")
                    .doesNotContain("\tat ");
            assertThat(lectern.temporaryFiles()).isEmpty();
        }
    }

    @Test
    void aWrongSettingIsSaidOnceAndNothingOfTheServerBesideIt() throws IOException {
        Path settings = folder.resolve("wrong.properties");
        Files.writeString(settings, "images.jpeg.quality = 101\n");
        try (Launched lectern = Launched.start(folder, "--port", "0", "--config", settings.toString())) {
            assertThat(lectern.exitStatus()).isEqualTo(2);
            assertThat(lectern.err()).startsWith("lectern: the settings cannot be used:")
                    .containsOnlyOnce("images.jpeg.quality").doesNotContain("SEVERE", "org.apache", "Exception");
            assertThat(lectern.out()).isEmpty();
        }
    }

    @Test
    void whatTheServerItselfRefusesIsToldAsAProblemThatEverySiteMayRead() {
        try (Launched lectern = Launched.start(folder, "--port", "0")) {
            Wire wire = lectern.wire();
            for (String path : List.of("/iiif/3/%00/info.json", "/%ff/", "/%zz/", "/a\"b/info.json", "/é/info.json", "/../x")) {
                assertRefused(wire.get(path), path);
            }
            assertRefused(wire.get("/", "Host: x y"), "Host: x y");
        }
    }

    private static void assertRefused(Wire.Reply reply, String what) {
        assertThat(reply.status()).as(what).isEqualTo(400);
        assertThat(reply.header("Content-Type")).as(what).isEqualTo("application/problem+json");
        assertThat(reply.headers()).as(what)
                .containsEntry("access-control-allow-origin", "*")
                .containsEntry("cache-control", "no-store")
                .containsEntry("x-content-type-options", "nosniff");
        JsonNode problem = reply.json();
        assertThat(problem.propertyNames()).as(what).containsExactlyInAnyOrder("type", "title", "status", "detail");
        assertThat(problem.get("type").asString()).as(what).isEqualTo("about:blank");
        assertThat(problem.get("title").asString()).as(what).isEqualTo("Bad Request");
        assertThat(problem.get("status").intValue()).as(what).isEqualTo(400);
        assertThat(problem.get("detail").asString()).as(what)
                .contains("percent-encoded as UTF-8", "Host").doesNotContain("Tomcat", "Exception");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"--help, usage: java -jar lectern.war", "--version, Lectern 0."})
    void helpAndVersionArePrinted(String option, String printed) {
        try (Launched lectern = Launched.start(folder, option)) {
            assertThat(lectern.exitStatus()).isZero();
            assertThat(lectern.out()).startsWith(printed);
            assertThat(lectern.err()).isEmpty();
        }
    }

    @Test
    void aTerminatedServerEndsWithinSecondsAndLeavesNothingBehind() {
        Scans scans = new Scans(folder.resolve("scans")).picture("one.png", 50, 40);
        try (Launched lectern = Launched.start(folder, "--port", "0", "--library", scans.root().toString())) {
            assertThat(lectern.wire().get("/one.png/full/max/0/default.jpg").status()).isEqualTo(200);
            assertThat(lectern.temporaryFiles()).isNotEmpty();
            lectern.terminate();
            lectern.exitStatus(5);
            assertThat(lectern.temporaryFiles()).isEmpty();
            assertThat(lectern.err()).doesNotContain("not stopped cleanly", "SEVERE", "Exception");
        }
    }
}
