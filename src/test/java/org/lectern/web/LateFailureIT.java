package org.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.Holds;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;
import org.lectern.service.Answer;

/** Pictures that fail at every stage of their way out: none ever looks whole. */
class LateFailureIT {

    private static final PublicUrl PUBLIC_URL = new PublicUrl(Optional.empty(), Proxies.NONE);
    private static final Pages NO_PAGES = new Pages(path -> null);
    private static final CachePolicy POLICY = new CachePolicy(Duration.ofDays(1), Duration.ZERO, Duration.ZERO);

    @TempDir
    private static Path folder;

    private static Tomcat tomcat;
    private static Connector connector;

    @BeforeAll
    static void serve() throws LifecycleException, IOException {
        tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", Files.createDirectories(folder.resolve("webapps")).toString());
        Tomcat.addServlet(context, "failing", new Failing()).addMapping("/*");
        tomcat.start();
    }

    @AfterAll
    static void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    /** Fails as the path says. */
    private static final class Failing extends HttpServlet {

        private final Problems problems = new Problems(NO_PAGES, new Cors(true), PUBLIC_URL);
        private final Exchange exchange =
                new Exchange(PUBLIC_URL, new Reply(NO_PAGES, POLICY, true, new Outbox(1 << 20)), problems);

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            switch (request.getRequestURI()) {
                case "/nothing" -> exchange.answer(request, response, caller -> picture(() -> new byte[0]));
                case "/bug" -> exchange.answer(request, response, caller -> picture(() -> {
                    throw new IllegalStateException("of a test");
                }));
                case "/broken" -> exchange.answer(request, response, caller -> picture(() -> {
                    throw new IiifException.Broken("The file ends too early.");
                }));
                case "/file" -> exchange.answer(request, response, caller -> file(new Cut(200_000)));
                case "/short" -> exchange.answer(request, response, caller -> file(new Cut(0)));
                case "/stream" -> exchange.answer(request, response, caller -> streamed(200_000));
                case "/drop" -> exchange.answer(request, response, caller -> streamed(2000));
                case "/counted" -> exchange.send(request, response, () -> half(response, true));
                default -> exchange.send(request, response, () -> half(response, false));
            }
        }

        private static Answer picture(Supplier<byte[]> body) {
            return new Answer.Image(
                    "image/jpeg", "a.jpg", new Answer.Validity("abc", Optional.of(Instant.EPOCH)), List.of(), body);
        }

        private static Answer file(Blob blob) {
            return new Answer.File(
                    "video/mp4", "a.mp4", new Answer.Validity("abc", Optional.of(Instant.EPOCH)), List.of(), blob);
        }

        private static Answer streamed(int bytes) {
            return new Answer.Streamed("application/pdf", Optional.of("a.pdf"),
                    new Answer.Validity("abc", Optional.of(Instant.EPOCH)), List.of(), Map.of(), out -> {
                        out.write(new byte[bytes]);
                        throw new IiifException.Broken("The rest is missing.");
                    });
        }

        private static void half(HttpServletResponse response, boolean counted) throws IOException {
            if (counted) {
                response.setContentLength(1000);
            }
            response.getOutputStream().write(new byte[500]);
            response.flushBuffer();
            throw new IiifException.Broken("The second half is missing.");
        }
    }

    /** A file of 300 000 bytes that ends before. */
    private record Cut(long end) implements Blob {
        @Override
        public long length() {
            return 300_000;
        }

        @Override
        public int read(long at, byte[] into, int from, int count) {
            return at >= end ? -1 : (int) Math.min(count, end - at);
        }

        @Override
        public String validator() {
            return "cut";
        }

        @Override
        public Instant modified() {
            return Instant.EPOCH;
        }

        @Override
        public String name() {
            return "cut.mp4";
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"/nothing, 500", "/bug, 500", "/broken, 422", "/short, 422", "/drop, 422"})
    @Holds({"IMG-150", "IMG-183"})
    void whatFailsBeforeItIsSentIsAProblemAndNothingElse(String path, int status) throws IOException {
        String answer = answer(path);

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ")
                .contains("Content-Type: application/problem+json", "Access-Control-Allow-Origin: *", "Cache-Control: no-store")
                .contains("\"status\":" + status)
                .doesNotContain("\nETag:", "\nLast-Modified:", "\nContent-Disposition:", "Exception", "of a test");
    }

    @Test
    void aCountedAnswerThatFailsHalfWayIsShorterThanItSaid() throws IOException {
        String answer = answer("/counted");

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Content-Length: 1000");
        assertThat(answer.length() - answer.indexOf("\r\n\r\n") - 4).isEqualTo(500);
    }

    @Test
    void aFileThatEndsTooEarlyIsShorterThanItSaid() throws IOException {
        String answer = answer("/file");

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Content-Length: 300000");
        assertThat(answer.length() - answer.indexOf("\r\n\r\n") - 4).isBetween(1, 200_000);
    }

    @Test
    void whatIsMadeWhileItIsSentHasNoEndWhenItFails() throws IOException {
        String answer = answer("/stream");

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Transfer-Encoding: chunked").doesNotContain("\r\n0\r\n");
    }

    @Test
    void aChunkedAnswerThatFailsHalfWayHasNoEnd() throws IOException {
        String answer = answer("/chunked");

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Transfer-Encoding: chunked").doesNotContain("\r\n0\r\n");
    }

    /** All bytes until the server closes the connection, which it is not asked to. */
    private static String answer(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", connector.getLocalPort())) {
            socket.setSoTimeout(30_000);
            String connection = List.of("/counted", "/chunked", "/file", "/stream").contains(path) ? "keep-alive" : "close";
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: " + connection + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
