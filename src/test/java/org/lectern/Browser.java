package org.lectern;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chromium without a window, cut off from every host but this machine. */
final class Browser {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int PATIENCE = 90; // seconds
    private static final List<String> OPTIONS = List.of(
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
            "--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
            "--window-size=1400,6000", // pictures are only loaded where they can be seen
            "--enable-logging=stderr", "--virtual-time-budget=20000", "--dump-dom");

    private final Path program;
    private final Path folder;

    private Browser(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** The browser of this machine, if it has one. */
    static Optional<Browser> find(Path folder) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Browser(program, folder));
    }

    /** Opens a page and waits until nothing moves in it. */
    Visit open(String url) {
        try {
            Path visit = Files.createTempDirectory(folder, "visit");
            List<String> command = new ArrayList<>(List.of(program.toString()));
            command.addAll(OPTIONS);
            command.addAll(List.of(
                    "--user-data-dir=" + visit.resolve("profile"), "--log-net-log=" + visit.resolve("net.json"), url));
            Process process = new ProcessBuilder(command)
                    .redirectOutput(visit.resolve("dom.html").toFile())
                    .redirectError(visit.resolve("log.txt").toFile())
                    .start();
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("the browser did not finish with " + url);
            }
            return new Visit(Files.readString(visit.resolve("dom.html")), console(visit), requests(visit, url));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> console(Path visit) throws IOException {
        return Files.readAllLines(visit.resolve("log.txt")).stream().filter(line -> line.contains("CONSOLE")).toList();
    }

    /** What the page asked for; the browser's own wishes have another initiator. */
    private static Set<String> requests(Path visit, String url) throws IOException {
        String origin = url.substring(0, url.indexOf('/', "http://".length()));
        Set<String> requests = new TreeSet<>();
        JsonNode log = JsonMapper.shared().readTree(Files.readString(visit.resolve("net.json")));
        for (JsonNode event : log.get("events")) {
            JsonNode asked = event.path("params");
            if (asked.path("initiator").asString("").equals(origin) && asked.has("url")) {
                requests.add(asked.get("url").asString());
            }
        }
        return requests;
    }

    /**
     * A page that was opened.
     *
     * @param dom as it stood at the end
     * @param console what was written to the console
     * @param requests the URLs that the page asked for
     */
    record Visit(String dom, List<String> console, Set<String> requests) {

        /** How often a text stands in the page. */
        int count(String text) {
            return dom.split(Pattern.quote(text), -1).length - 1;
        }
    }
}
