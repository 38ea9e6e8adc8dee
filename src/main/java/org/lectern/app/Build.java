package org.lectern.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Lectern this is. */
final class Build {

    private static final String FILE = "build.properties";

    private Build() {}

    /** Its version, written into the archive when it was built. */
    static String version() {
        var properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream(FILE)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        return properties.getProperty("version");
    }
}
