package org.lectern;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The archive in an embedded Jetty, under two paths, behind a stock connector and one with the settings of conf/. */
class JettyIT {

    private static final String COMPLIANCE = "jetty.httpConfig.uriCompliance=";

    @TempDir
    private static Path folder;

    private static Server jetty;
    private static Map<String, ServerConnector> connectors;

    @BeforeAll
    static void deploy() throws Exception {
        System.setProperty("lectern.library", Tables.library(folder).toString());
        jetty = new Server();
        connectors = Map.of("stock", connector(new HttpConfiguration()), "conf", connector(ours()));
        jetty.setHandler(new ContextHandlerCollection(application("/"), application("/lectern")));
        jetty.start();
    }

    @AfterAll
    static void stop() throws Exception {
        System.clearProperty("lectern.library");
        jetty.stop();
    }

    @ParameterizedTest(name = "{0}, under ''{1}''")
    @CsvSource({"stock, ''", "stock, /lectern", "conf, ''", "conf, /lectern"})
    void everyRequestOfTheTablesIsAnsweredAsExpected(String column, String path) throws Exception {
        URI base = URI.create("http://127.0.0.1:" + connectors.get(column).getLocalPort() + path + "/");
        Tables.walk(folder, column, "jetty", new Wire(base));
    }

    private static ServerConnector connector(HttpConfiguration configuration) {
        ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        return connector;
    }

    private static WebAppContext application(String path) {
        WebAppContext context = new WebAppContext(Launched.war().toUri().toString(), path);
        context.setThrowUnavailableOnStartupException(true);
        return context;
    }

    /** With the setting of conf/jetty. */
    private static HttpConfiguration ours() throws IOException {
        String compliance = Files.readAllLines(Path.of("conf", "jetty", "lectern.ini")).stream()
                .filter(line -> line.startsWith(COMPLIANCE))
                .map(line -> line.substring(COMPLIANCE.length()))
                .findFirst()
                .orElseThrow();
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setUriCompliance(UriCompliance.from(compliance));
        return configuration;
    }
}
