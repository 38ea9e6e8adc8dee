package org.lectern.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.scan.StandardJarScanner;

/**
 * Tomcat, with the archive as its only web application. Loaded by a class loader of its own, hence
 * spoken to in the JDK's words: properties in ({@code war}, {@code folder}, {@code host}, {@code port}),
 * what stops it out; after that the property {@code port} holds the port that was taken.
 */
final class EmbeddedServer implements Function<Properties, AutoCloseable> {

    /** Where the web application leaves word of why it cannot start. */
    private static final String FAILURE = "org.lectern.failure";

    /** By reflection, from {@link Main}. */
    EmbeddedServer() {}

    /**
     * Starts it.
     *
     * @throws IllegalStateException with one line for the one who starts it
     */
    @Override
    public AutoCloseable apply(Properties options) {
        requireFreePort(options);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(options.getProperty("folder"));
        tomcat.setAddDefaultWebXmlToWebapp(false); // it would want JSP
        tomcat.getHost().setAppBase(webapps(options).toString());
        Connector connector = connector(options);
        tomcat.setConnector(connector);
        tellRefusals((StandardHost) tomcat.getHost());
        Context context = tomcat.addWebapp("", options.getProperty("war"));
        context.setParentClassLoader(EmbeddedServer.class.getClassLoader());
        onlyOwnClasses((StandardContext) context);
        start(tomcat, context);
        options.setProperty("port", Integer.toString(connector.getLocalPort()));
        return () -> stop(tomcat);
    }

    /** Looked at before anything starts, since Tomcat tells of a busy port in a page of its own. */
    private static void requireFreePort(Properties options) {
        int port = Integer.parseInt(options.getProperty("port"));
        try {
            new ServerSocket(port, 1, address(options.getProperty("host"))).close();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "cannot listen at " + options.getProperty("host") + ":" + port + ": " + e.getMessage(), e);
        }
    }

    private static Path webapps(Properties options) {
        try {
            return Files.createDirectory(Path.of(options.getProperty("folder"), "webapps"));
        } catch (IOException e) {
            throw new IllegalStateException("the temporary folder cannot be written to", e);
        }
    }

    /** Identifiers hold slashes and sizes hold carets: both are to come through as they are. */
    private static Connector connector(Properties options) {
        Connector connector = new Connector();
        connector.setPort(Integer.parseInt(options.getProperty("port")));
        connector.setEncodedSolidusHandling("passthrough");
        connector.setEncodedReverseSolidusHandling("passthrough");
        connector.setXpoweredBy(false);
        connector.setThrowOnFailure(true);
        AbstractHttp11Protocol<?> http = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
        http.setAddress(address(options.getProperty("host")));
        http.setRelaxedPathChars("^[]|");
        http.setRelaxedQueryChars("^[]|");
        http.setCompression("off"); // the application compresses what is worth it, and tags it
        http.setMaxHttpRequestHeaderSize(16 * 1024);
        connector.addUpgradeProtocol(new Http2Protocol()); // in clear text, for proxies that speak it
        return connector;
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("--host: '" + host + "' is no address of this machine", e);
        }
    }

    private static void tellRefusals(StandardHost host) {
        host.setErrorReportValveClass(""); // it would add a page of its own
        host.getPipeline().addValve(new RefusalValve());
    }

    private static void onlyOwnClasses(StandardContext context) {
        context.setClearReferencesThreadLocals(false); // the process ends with the application
        context.setClearReferencesRmiTargets(false);
        StandardJarScanner scanner = new StandardJarScanner();
        scanner.setScanClassPath(false);
        scanner.setScanManifest(false);
        context.setJarScanner(scanner);
    }

    private static void start(Tomcat tomcat, Context context) {
        AtomicReference<String> failure = new AtomicReference<>("");
        context.addLifecycleListener(event -> noteFailure(event, failure));
        try (HeldLog log = HeldLog.begin()) {
            startOrStop(tomcat);
            if (context.getState() != LifecycleState.STARTED) {
                stop(tomcat);
                throw notStarted(failure.get(), log);
            }
        }
    }

    private static void startOrStop(Tomcat tomcat) {
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            stop(tomcat);
            throw new IllegalStateException("the server did not start: " + e.getMessage(), e);
        }
    }

    /** The log is for reasons that the web application has left no word of. */
    private static IllegalStateException notStarted(String failure, HeldLog log) {
        if (failure.isEmpty()) {
            return new IllegalStateException("the web application did not start; the log tells why");
        }
        log.forget();
        return new IllegalStateException(failure);
    }

    /** A context that fails is stopped at once, and its attributes go with it. */
    private static void noteFailure(LifecycleEvent event, AtomicReference<String> failure) {
        if (event.getType().equals(Lifecycle.BEFORE_STOP_EVENT)) {
            Object word = ((Context) event.getLifecycle()).getServletContext().getAttribute(FAILURE);
            failure.updateAndGet(known -> word == null ? known : word.toString());
        }
    }

    private static void stop(Tomcat tomcat) {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("the server did not stop cleanly", e);
        }
    }
}
