package org.lectern;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP/1.1 byte by byte, so that no library tidies a path on its way. One connection a request. Thread-safe. */
final class Wire {

    private static final int PATIENCE = 60_000; // milliseconds

    private final URI base;

    /** To a server; {@code base} ends in its context path. */
    Wire(URI base) {
        this.base = base;
    }

    /** The public base URL, without a slash at its end. */
    String base() {
        return base.toString().replaceAll("/$", "");
    }

    Reply get(String path, String... headers) {
        return send("GET", path, headers);
    }

    Reply head(String path, String... headers) {
        return send("HEAD", path, headers);
    }

    /** What is at a URL of this server. */
    Reply follow(String url) {
        if (!url.startsWith(base())) {
            throw new AssertionError(url + " leads away from " + base());
        }
        return get(url.substring(base().length()));
    }

    /** Sends a request with lines of header as they are written; the path is below the base URL. */
    Reply send(String method, String path, String... headers) {
        String head = method + " " + base.getRawPath().replaceAll("/$", "") + path + " HTTP/1.1\r\n"
                + (Arrays.stream(headers).anyMatch(header -> header.startsWith("Host:"))
                        ? ""
                        : "Host: " + base.getRawAuthority() + "\r\n")
                + "Connection: close\r\n" + String.join("", Arrays.stream(headers).map(h -> h + "\r\n").toList()) + "\r\n";
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            return read(method, socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " of " + base, e);
        }
    }

    private static Reply read(String method, InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.merge(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        boolean bodiless = method.equals("HEAD") || status == 204 || status == 304;
        return new Reply(status, headers, bodiless ? new byte[0] : body(headers, in));
    }

    private static byte[] body(Map<String, String> headers, InputStream in) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            return chunks(in);
        }
        String length = headers.get("content-length");
        return length == null ? in.readAllBytes() : whole(in, Integer.parseInt(length));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            body.writeBytes(whole(in, size));
            line(in);
        }
        return body.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";")[0].strip(), 16);
    }

    private static byte[] whole(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("an answer of " + length + " bytes ended after " + bytes.length);
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("no answer, or half of one");
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    /**
     * An answer.
     *
     * @param headers by name in small letters; repetitions joined by commas
     */
    record Reply(int status, Map<String, String> headers, byte[] body) {

        private static final JsonMapper JSON = JsonMapper.builder().build();

        /** A header's value, empty when there is none. */
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(body);
        }

        /** The media type without its parameters. */
        String mediaType() {
            return header("Content-Type").split(";")[0];
        }
    }
}
