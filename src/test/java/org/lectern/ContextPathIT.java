package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.Connector;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Wire.Reply;

/** The archive below paths that want encoding, in both containers: what it calls itself leads back to it. */
class ContextPathIT {

    @TempDir
    private static Path folder;

    private static TomcatServer tomcat;
    private static Connector connector;
    private static Server jetty;
    private static ServerConnector jettyConnector;

    @BeforeAll
    static void deploy() throws Exception {
        System.setProperty("lectern.library",
                new Scans(folder.resolve("library")).picture("good.png", 60, 40).book("volume", 2).root().toString());
        tomcat = new TomcatServer(folder.resolve("tomcat"));
        connector = tomcat.connector(Map.of());
        tomcat.deploy("/a b", Launched.war()).deploy("/é/iiif", Launched.war()).start();
        jetty = new Server();
        jettyConnector = new ServerConnector(jetty);
        jettyConnector.setHost("127.0.0.1");
        jetty.addConnector(jettyConnector);
        jetty.setHandler(new ContextHandlerCollection(
                new WebAppContext(Launched.war().toUri().toString(), "/a b"),
                new WebAppContext(Launched.war().toUri().toString(), "/é/iiif")));
        jetty.start();
    }

    @AfterAll
    static void stop() throws Exception {
        System.clearProperty("lectern.library");
        tomcat.close();
        jetty.stop();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/a%20b", "/%C3%A9/iiif"})
    @Holds("IMG-024")
    void tomcatLeadsBackToTheApplication(String path) {
        leadsBack(TomcatServer.wire(connector, path));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/a%20b", "/%C3%A9/iiif"})
    @Holds("IMG-024")
    void jettyLeadsBackToTheApplication(String path) {
        leadsBack(new Wire(URI.create("http://127.0.0.1:" + jettyConnector.getLocalPort() + path + "/")));
    }

    private static void leadsBack(Wire wire) {
        for (String prefix : List.of("/iiif/3", "/iiif/2", "")) {
            Reply info = wire.get(prefix + "/good.png/info.json");
            assertThat(info.status()).as(prefix).isEqualTo(200);
            String id = info.json().get(prefix.endsWith("3") ? "id" : "@id").asString();
            assertThat(id).isEqualTo(wire.base() + prefix + "/good.png");
            assertThat(wire.follow(id + "/info.json").text()).isEqualTo(info.text());
        }
        Reply base = wire.get("/iiif/3/good.png");
        assertThat(base.status()).isEqualTo(303);
        assertThat(wire.follow(base.header("Location")).status()).isEqualTo(200);
        Reply picture = wire.get("/iiif/3/good.png/full/max/0/default.jpg");
        assertThat(picture.header("Link")).startsWith("<" + wire.base() + "/iiif/3/good.png/full/max/0/default.jpg>");
        assertThat(wire.get("/iiif/3/volume/manifest.json").json().get("id").asString()).startsWith(wire.base() + "/iiif/3/volume");
        assertThat(wire.get("/", "Accept: text/html").text()).contains(wire.base().substring(wire.base().indexOf("/", 8)));
    }
}
