package org.lectern;

import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.IntrospectionUtils;
import org.apache.tomcat.util.descriptor.web.ErrorPage;

/** Tomcat in this process, with as many connectors as a test wants. */
final class TomcatServer implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();

    /** With a folder for what it unpacks. */
    TomcatServer(Path folder) {
        tomcat.setBaseDir(folder.toString());
        tomcat.setAddDefaultWebXmlToWebapp(false); // it would want JSP
        try {
            Files.createDirectories(folder.resolve("webapps"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connector at a free port, with attributes as they stand in a server.xml. */
    Connector connector(Map<String, String> attributes) {
        Connector connector = new Connector();
        attributes.forEach((name, value) -> {
            if (!IntrospectionUtils.setProperty(connector, name, value)) {
                throw new IllegalArgumentException("a Connector has no attribute " + name);
            }
        });
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        tomcat.getService().addConnector(connector);
        return connector;
    }

    /** The archive as it is. */
    TomcatServer deploy(String path, Path war) {
        quiet(tomcat.addWebapp(path, war.toString()));
        return this;
    }

    /** The files of the unpacked archive, and an application of the test's own. */
    TomcatServer deploy(String path, Path root, Class<? extends ServletContextListener> application) {
        Context context = tomcat.addContext(path, root.toString());
        ((StandardContext) context).setDelegate(true); // the application's classes are the test's
        context.addApplicationListener(application.getName());
        ErrorPage page = new ErrorPage();
        page.setLocation("/_/error");
        context.addErrorPage(page);
        quiet(context);
        return this;
    }

    private static void quiet(Context context) {
        ((StandardContext) context).setClearReferencesThreadLocals(false); // wants --add-opens
        ((StandardContext) context).setClearReferencesRmiTargets(false);
    }

    TomcatServer start() {
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
        for (var context : tomcat.getHost().findChildren()) {
            if (context.getState() != LifecycleState.STARTED) {
                throw new IllegalStateException("the application under '" + context.getName() + "' did not start");
            }
        }
        return this;
    }

    static Wire wire(Connector connector, String path) {
        return new Wire(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path + "/"));
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }
}
