package org.lectern.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Function;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.http11.AbstractHttp11Protocol;
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
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(options.getProperty("folder"));
        tomcat.setAddDefaultWebXmlToWebapp(false); // it would want JSP
        tomcat.getHost().setAppBase(webapps(options).toString());
        Connector connector = connector(options);
        tomcat.setConnector(connector);
        quietErrors((StandardHost) tomcat.getHost());
        Context context = tomcat.addWebapp("", options.getProperty("war"));
        context.setParentClassLoader(EmbeddedServer.class.getClassLoader());
        onlyOwnClasses(context);
        start(tomcat, context, options);
        options.setProperty("port", Integer.toString(connector.getLocalPort()));
        return () -> stop(tomcat);
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
        return connector;
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("--host: '" + host + "' is no address of this machine", e);
        }
    }

    private static void quietErrors(StandardHost host) {
        ErrorReportValve valve = new ErrorReportValve();
        valve.setShowReport(false);
        valve.setShowServerInfo(false);
        host.getPipeline().addValve(valve);
    }

    private static void onlyOwnClasses(Context context) {
        StandardJarScanner scanner = new StandardJarScanner();
        scanner.setScanClassPath(false);
        scanner.setScanManifest(false);
        context.setJarScanner(scanner);
    }

    private static void start(Tomcat tomcat, Context context, Properties options) {
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            stop(tomcat);
            throw new IllegalStateException(reason(e, options), e);
        }
        if (context.getState() != LifecycleState.STARTED) {
            Object failure = context.getServletContext().getAttribute(FAILURE);
            stop(tomcat);
            throw new IllegalStateException(
                    failure == null ? "the web application did not start; the lines above tell why" : failure.toString());
        }
    }

    private static String reason(Throwable failure, Properties options) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.net.SocketException || cause instanceof java.net.BindException) {
                return "cannot listen at " + options.getProperty("host") + ":" + options.getProperty("port") + ": "
                        + cause.getMessage() + "; --port names another";
            }
        }
        return "the server did not start: " + failure.getMessage();
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
