package org.lectern.app;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.service.Access;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web application: reads its settings, builds the house, opens the site, and takes all of it down
 * again. Settings that cannot be used fail the deployment.
 */
public final class Application implements ServletContextListener {

    /** Where the starter finds why the application could not start. */
    static final String FAILURE = "org.lectern.failure";

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Access access;

    /** By the container: everyone may see everything. */
    public Application() {
        this(Access.ALL);
    }

    /** With rules of access. */
    public Application(Access access) {
        this.access = access;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        try {
            start(context);
        } catch (SettingsException e) {
            e.errors().forEach(error -> LOG.error("Settings: {}", error));
            context.setAttribute(FAILURE, "the settings cannot be used:\n  " + String.join("\n  ", e.errors()));
            close();
            throw e;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        close();
    }

    private void start(ServletContext context) {
        Map<String, String> environment = System.getenv();
        Optional<Path> file = ConfigFile.find(
                System.getProperties(), environment, Optional.ofNullable(context.getInitParameter("lectern.conf")));
        MemoryShares shares = MemoryShares.ofThisProcess();
        Config config = ConfigFile.read(file, environment, System.getProperties(), shares.heap());
        LOG.info(shares.check(config));
        DataDirectory data = keep(DataDirectory.open(config.dataDir().orElseGet(() -> temporary(context))));
        Libraries.prepare(data.path());
        List<Config.Source> sources = sources(config, context, data.path());
        Services services = new House(config, access).build(sources, data.path());
        keep(services.resources());
        new Site(context, config, access).open(services);
        sources.forEach(source -> LOG.info("Serves {} from {}", source.name(), source.root()));
    }

    private static Path temporary(ServletContext context) {
        return ((File) context.getAttribute(ServletContext.TEMPDIR)).toPath().resolve("lectern");
    }

    private static List<Config.Source> sources(Config config, ServletContext context, Path data) {
        if (!config.library().sources().isEmpty()) {
            return config.library().sources();
        }
        LOG.info("No library is set: the bundled sample is served. Name your own folder by --library DIR, or by"
                + " sources in a settings file that lectern.conf points to.");
        return List.of(new Config.Source(
                "sample", Config.SourceKind.FOLDER, BundledLibrary.folder(context, data)));
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.push(resource);
        return resource;
    }

    /** Last opened, first closed; one that fails does not keep the others open. */
    private void close() {
        while (!open.isEmpty()) {
            AutoCloseable resource = open.pop();
            try {
                resource.close();
            } catch (Exception e) {
                LOG.warn("not closed cleanly", e);
            }
        }
    }
}
