package org.lectern.app;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** What libraries want to be told process-wide, because they take it no other way. What is set already stays. */
final class Libraries {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Libraries.class);

    private static final String FONT_CACHE = "pdfbox.fontcache";

    /**
     * Ehcache tells of every start; PDFBox tells of every damaged file at length, which the answer does already.
     * A level is kept as long as its logger is.
     */
    private static final Map<Logger, Level> VOICES = Map.of(
            Logger.getLogger("org.ehcache"), Level.WARNING,
            Logger.getLogger("org.apache.pdfbox"), Level.OFF,
            Logger.getLogger("org.apache.fontbox"), Level.OFF);

    private Libraries() {}

    /**
     * Sets them.
     *
     * @param data where PDFBox may remember which fonts there are; its own choice is the user's home
     */
    static void prepare(Path data) {
        VOICES.forEach((logger, level) -> {
            if (logger.getLevel() == null) {
                logger.setLevel(level);
            }
        });
        if (System.getProperty(FONT_CACHE) == null) {
            System.setProperty(FONT_CACHE, data.toString());
        }
        String names = System.getProperty("sun.jnu.encoding", "UTF-8");
        if (!names.equals("UTF-8") && File.separatorChar == '/') {
            LOG.warn("File names with letters outside of {} cannot be seen: start Java with LC_ALL=C.UTF-8 in its"
                    + " environment", names);
        }
    }
}
