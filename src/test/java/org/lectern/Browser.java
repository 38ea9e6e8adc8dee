package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chromium without a window, cut off from every host but this machine, spoken to by its DevTools protocol.
 * One tab, one page at a time.
 */
final class Browser implements AutoCloseable, WebSocket.Listener {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int PATIENCE = 60; // seconds
    private static final long MOMENT = 50; // milliseconds
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> OPTIONS = List.of(
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
            "--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
            "--window-size=1400,1000", "--remote-debugging-port=0");

    private final Process process;
    private final Map<Integer, CompletableFuture<JsonNode>> questions = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final StringBuilder message = new StringBuilder(); // half of one, while the rest is on its way
    private final Set<String> requests = new ConcurrentSkipListSet<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final WebSocket socket;

    private Browser(Process process, Path profile) {
        this.process = process;
        Path port = profile.resolve("DevToolsActivePort");
        await("the browser's port", () -> Files.exists(port) && lines(port).size() > 1);
        Wire tools = new Wire(URI.create("http://127.0.0.1:" + lines(port).get(0) + "/"));
        JsonNode tab = tools.get("/json/list").json().valueStream()
                .filter(target -> target.get("type").asString().equals("page"))
                .findFirst()
                .orElseThrow();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(tab.get("webSocketDebuggerUrl").asString()), this)
                .join();
        List.of("Network.enable", "Log.enable", "Runtime.enable", "Page.enable").forEach(method -> ask(method, Map.of()));
    }

    /** The browser of this machine, if it has one. */
    static Optional<Path> find() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it with an empty profile in a folder. */
    static Browser start(Path program, Path folder) {
        try {
            List<String> command = new ArrayList<>(List.of(program.toString()));
            command.addAll(OPTIONS);
            command.addAll(List.of("--user-data-dir=" + folder.resolve("profile"), "about:blank"));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("browser.txt").toFile())
                    .start();
            return new Browser(process, folder.resolve("profile"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a page; what others asked for and complained of is forgotten. */
    void open(String url) {
        ask("Page.navigate", Map.of("url", "about:blank"));
        requests.clear();
        complaints.clear();
        ask("Page.navigate", Map.of("url", url));
    }

    /** Waits until a script says {@code true}, at most a minute. */
    void until(String script) {
        await(script + "\nin " + dom(), () -> evaluate(script).asBoolean(false));
    }

    /** Runs a script, whatever comes of it. */
    void run(String script) {
        evaluate(script);
    }

    /** Waits until the page has an error with this text in it. */
    void untilComplainedOf(String text) {
        await("a complaint of " + text, () -> complaints.stream().anyMatch(complaint -> complaint.contains(text)));
    }

    /** Waits until the page has asked for a URL with this text in it. */
    void untilAskedFor(String text) {
        await("a request for " + text + " among " + requests, () -> requests.stream().anyMatch(url -> url.contains(text)));
    }

    String dom() {
        return evaluate("document.documentElement.outerHTML").asString("");
    }

    /** The URLs that the page has asked for. */
    Set<String> requests() {
        return requests;
    }

    /** Errors of the page: what was blocked, what was not found, what was thrown. */
    List<String> complaints() {
        return complaints;
    }

    private JsonNode evaluate(String script) {
        return ask("Runtime.evaluate", Map.of("expression", script, "returnByValue", true))
                .path("result").path("value");
    }

    private JsonNode ask(String method, Map<String, Object> parameters) {
        int id = count.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        questions.put(id, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true).join();
        return answer.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            JsonNode whole = JSON.readTree(message.toString());
            message.setLength(0);
            note(whole);
        }
        from.request(1);
        return null;
    }

    private void note(JsonNode said) {
        if (said.has("id")) {
            Optional.ofNullable(questions.remove(said.get("id").intValue()))
                    .ifPresent(question -> question.complete(said.path("result")));
            return;
        }
        JsonNode parameters = said.path("params");
        switch (said.path("method").asString("")) {
            case "Network.requestWillBeSent" -> noteRequest(parameters.path("request").path("url").asString(""));
            case "Log.entryAdded" -> noteComplaint(parameters.path("entry"));
            case "Runtime.exceptionThrown" -> complaints.add("thrown: " + parameters);
            default -> { }
        }
    }

    private void noteComplaint(JsonNode entry) {
        if (entry.path("level").asString("").equals("error")) {
            complaints.add(entry.path("source").asString("") + ": " + entry.path("text").asString(""));
        }
    }

    private void noteRequest(String url) {
        if (url.startsWith("http") || url.startsWith("ws")) {
            requests.add(url);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain for " + what).isLessThan(end);
            try {
                Thread.sleep(MOMENT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, so that it tidies up; if it does not, it is ended. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        socket.sendText(JSON.writeValueAsString(Map.of("id", count.incrementAndGet(), "method", "Browser.close")), true).join();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().orTimeout(PATIENCE, TimeUnit.SECONDS).join());
    }
}
