package org.lectern.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts a server from the archive alone: {@code java -jar lectern.war}. Exit status 0 after
 * {@code --help}, {@code --version} and a clean stop, 2 when it cannot start, with one line that says
 * why.
 */
public final class Main {

    private static final int CANNOT_START = 2;
    private static final Logger SERVER_LOG = Logger.getLogger("org.apache"); // held: levels die with the logger

    private Main() {}

    /** The way in. */
    public static void main(String[] arguments) {
        int status = run(List.of(arguments), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Returns when nothing is to be served, or the server was told to stop. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            CommandLine line = CommandLine.parse(arguments);
            switch (line.request()) {
                case HELP -> out.print(CommandLine.USAGE);
                case VERSION -> out.println("Lectern " + version());
                case SERVE -> serve(line, out);
            }
            return 0;
        } catch (UsageException e) {
            err.println("lectern: " + e.getMessage());
            return CANNOT_START;
        }
    }

    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private static void serve(CommandLine line, PrintStream out) {
        quietLogs();
        handOver(line);
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            ServerArchive archive = ServerArchive.open();
            AutoCloseable server = startOrClean(archive, line, out);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, archive, stopped), "stop"));
            stopped.await();
        } catch (IOException e) {
            throw new UsageException("the archive cannot be unpacked into the temporary folder: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static AutoCloseable startOrClean(ServerArchive archive, CommandLine line, PrintStream out)
            throws IOException {
        try {
            Properties options = new Properties();
            options.setProperty("war", archive.war().toString());
            options.setProperty("folder", archive.folder().toString());
            options.setProperty("host", line.host());
            options.setProperty("port", Integer.toString(line.port()));
            AutoCloseable server = server(archive.classLoader()).apply(options);
            out.print(greeting(line, options.getProperty("port")));
            out.flush();
            return server;
        } catch (IllegalStateException e) {
            archive.close();
            throw new UsageException(e.getMessage());
        } catch (IOException e) {
            archive.close();
            throw e;
        }
    }

    @SuppressWarnings("unchecked")
    private static Function<Properties, AutoCloseable> server(URLClassLoader loader) {
        Thread.currentThread().setContextClassLoader(loader);
        try {
            Constructor<?> constructor =
                    loader.loadClass("org.lectern.launch.EmbeddedServer").getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Function<Properties, AutoCloseable>) constructor.newInstance();
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("the archive is not whole: " + e, e);
        }
    }

    /** What the web application reads; it cannot see this class. */
    private static void handOver(CommandLine line) {
        line.library().ifPresent(folder -> System.setProperty("lectern.library", folder.toString()));
        line.config().ifPresent(file -> System.setProperty("lectern.conf", file.toString()));
        line.baseUrl().ifPresent(url -> System.setProperty("lectern.base-url", url));
        System.setProperty("java.awt.headless", "true");
    }

    private static String greeting(CommandLine line, String port) {
        String host = line.host().contains(":") ? "[" + line.host() + "]" : line.host();
        String shown = line.host().equals("0.0.0.0") || line.host().equals("::") ? "localhost" : host;
        String url = "http://" + shown + ":" + port + "/";
        if (line.library().isPresent()) {
            return "Lectern serves " + line.library().get() + " at " + url + "\n";
        }
        if (System.getProperty("lectern.conf") != null || System.getenv("LECTERN_CONF") != null) {
            return "Lectern serves what its settings say at " + url + "\n";
        }
        return "Lectern serves its sample library at " + url + "\n"
                + "Your own folder: java -jar lectern.war --library DIR\n";
    }

    private static void quietLogs() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT %4$s %3$s: %5$s%6$s%n");
            SERVER_LOG.setLevel(Level.WARNING);
        }
    }

    /** In the shutdown hook: the process ends when this returns. */
    private static void stop(AutoCloseable server, ServerArchive archive, CountDownLatch stopped) {
        try (archive) {
            server.close();
        } catch (Exception e) {
            System.err.println("lectern: not stopped cleanly: " + e.getMessage());
        } finally {
            stopped.countDown();
        }
    }
}
