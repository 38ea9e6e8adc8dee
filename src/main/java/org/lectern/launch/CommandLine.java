package org.lectern.launch;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind {@code java -jar lectern.war}.
 *
 * @param library the folder to serve, when one is named
 * @param port to listen at; 0 for any that is free
 * @param host name or address to listen at
 * @param config the settings file, when one is named
 * @param baseUrl the public base URL, when one is named
 * @param request what is wanted beside serving
 */
record CommandLine(
        Optional<Path> library, int port, String host, Optional<Path> config, Optional<String> baseUrl, Request request) {

    static final String USAGE = """
            usage: java -jar lectern.war [options]

              --library DIR    serve this folder; without it, or a settings file that names one,
                               a small sample library is served
              --port N         listen at this port (8080)
              --host ADDR      listen at this address (localhost: this machine alone);
                               0.0.0.0 opens the server to the network
              --config FILE    settings; conf/lectern.properties explains them all
              --base-url URL   the address that clients know the server by, behind a proxy
              --help           print this and stop
              --version        print the version and stop
            """;

    /** What is wanted. */
    enum Request {
        /** A running server. */
        SERVE,
        /** The usage. */
        HELP,
        /** The version. */
        VERSION
    }

    /**
     * Reads the arguments and looks whether the folder and the file are there.
     *
     * @throws UsageException with one line that says what is wrong
     */
    static CommandLine parse(List<String> arguments) {
        Draft draft = new Draft();
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty() && draft.request == Request.SERVE) {
            draft.read(rest);
        }
        return new CommandLine(draft.library, draft.port, draft.host, draft.config, draft.baseUrl, draft.request);
    }

    private static final class Draft {
        private Optional<Path> library = Optional.empty();
        private int port = 8080;
        private String host = "localhost";
        private Optional<Path> config = Optional.empty();
        private Optional<String> baseUrl = Optional.empty();
        private Request request = Request.SERVE;

        void read(Deque<String> rest) {
            String word = rest.remove();
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            if (equals > 0) {
                rest.addFirst(word.substring(equals + 1));
                word = word.substring(0, equals);
            }
            switch (word) {
                case "--help", "-h" -> request = Request.HELP;
                case "--version" -> request = Request.VERSION;
                case "--library" -> library = Optional.of(folder(value(word, rest)));
                case "--port" -> port = number(value(word, rest));
                case "--host" -> host = value(word, rest);
                case "--config" -> config = Optional.of(file(value(word, rest)));
                case "--base-url" -> baseUrl = Optional.of(url(value(word, rest)));
                default -> throw new UsageException("unknown option '" + word + "'; --help lists them all");
            }
        }

        private static String value(String option, Deque<String> rest) {
            if (rest.isEmpty() || rest.peek().isEmpty()) {
                throw new UsageException(option + " wants a value behind it");
            }
            return rest.remove();
        }

        private static Path folder(String text) {
            Path folder = Path.of(text).toAbsolutePath().normalize();
            if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
                throw new UsageException("--library: there is no folder '" + text + "' that can be read");
            }
            return folder;
        }

        private static Path file(String text) {
            Path file = Path.of(text).toAbsolutePath().normalize();
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new UsageException("--config: there is no file '" + text + "' that can be read");
            }
            return file;
        }

        private static int number(String text) {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
                throw new UsageException("--port: '" + text + "' is no port; a number from 0 to 65535 is meant");
            }
            return Integer.parseInt(text);
        }

        private static String url(String text) {
            if (!text.matches("https?://[^/?#\\s]+[^?#\\s]*") || !isUri(text)) {
                throw new UsageException("--base-url: '" + text + "' is no URL like https://iiif.example.org/lectern");
            }
            return text;
        }

        private static boolean isUri(String text) {
            try {
                return URI.create(text).getHost() != null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
