package org.lectern;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The archive in an embedded Tomcat, under two paths, behind a stock Connector and one with the settings of conf/. */
class TomcatIT {

    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    @TempDir
    private static Path folder;

    private static TomcatServer tomcat;
    private static Map<String, Connector> connectors;

    @BeforeAll
    static void deploy() throws IOException, InterruptedException {
        System.setProperty("lectern.library", Tables.library(folder).toString());
        tomcat = new TomcatServer(folder.resolve("tomcat"));
        connectors = Map.of("stock", tomcat.connector(Map.of()), "conf", tomcat.connector(ours()));
        tomcat.deploy("", Launched.war()).deploy("/lectern", Launched.war()).start();
    }

    @AfterAll
    static void stop() {
        System.clearProperty("lectern.library");
        tomcat.close();
    }

    @ParameterizedTest(name = "{0}, under ''{1}''")
    @CsvSource({"stock, ''", "stock, /lectern", "conf, ''", "conf, /lectern"})
    void everyRequestOfTheTablesIsAnsweredAsExpected(String column, String path) throws Exception {
        Tables.walk(folder, column, "tomcat", TomcatServer.wire(connectors.get(column), path));
    }

    @Test
    void aRowThatMustFailDoes() throws Exception {
        Tables.walkWhatMustFail(folder, TomcatServer.wire(connectors.get("stock"), "/lectern"));
    }

    /** The attributes of the Connector in conf/tomcat. */
    private static Map<String, String> ours() throws IOException {
        String snippet = Files.readString(Path.of("conf", "tomcat", "server-snippet.xml"));
        Map<String, String> attributes = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(snippet.substring(snippet.indexOf("<Connector")));
        while (attribute.find()) {
            attributes.put(attribute.group(1), attribute.group(2));
        }
        attributes.keySet().removeAll(Set.of("port", "protocol"));
        return attributes;
    }
}
