package org.lectern.app;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import java.time.Instant;
import java.util.EnumSet;
import org.lectern.service.Access;
import org.lectern.web.AnnotationsServlet;
import org.lectern.web.BookPdfServlet;
import org.lectern.web.CollectionServlet;
import org.lectern.web.Cors;
import org.lectern.web.CorsFilter;
import org.lectern.web.ErrorFilter;
import org.lectern.web.ErrorServlet;
import org.lectern.web.Exchange;
import org.lectern.web.HealthServlet;
import org.lectern.web.ImageServlet;
import org.lectern.web.InfoServlet;
import org.lectern.web.ItemServlet;
import org.lectern.web.ListingServlet;
import org.lectern.web.ManifestServlet;
import org.lectern.web.MovedServlet;
import org.lectern.web.Outbox;
import org.lectern.web.Pages;
import org.lectern.web.Problems;
import org.lectern.web.Proxies;
import org.lectern.web.PublicUrl;
import org.lectern.web.Reply;
import org.lectern.web.ResourceServlet;
import org.lectern.web.RouteFilter;
import org.lectern.web.SearchServlet;
import org.lectern.web.StaticServlet;

/** Puts filters and servlets before the use cases. Every filter is on every path, in this order. */
final class Site {

    private final ServletContext context;
    private final Config config;
    private final Access access;

    Site(ServletContext context, Config config, Access access) {
        this.context = context;
        this.config = config;
        this.access = access;
    }

    void open(Services services) {
        Config.Web web = config.web();
        Pages pages = new Pages(context);
        Cors cors = new Cors(web.cors());
        PublicUrl publicUrl =
                new PublicUrl(web.baseUrl(), Proxies.parse(web.trustedProxies(), web.forwardedHeader()));
        Problems problems = new Problems(pages, cors, publicUrl);
        filter("ErrorFilter", new ErrorFilter(problems));
        filter("CorsFilter", new CorsFilter(cors));
        filter("RouteFilter", new RouteFilter(config.images().unversioned(), problems));
        Reply reply = new Reply(pages, web.cachePolicy(), access == Access.ALL, outbox());
        servlets(services, new Exchange(publicUrl, reply, problems));
        // Also the default servlet, or the container's own would stand there and know the archive's files.
        context.addServlet("ErrorServlet", new ErrorServlet(problems)).addMapping(ErrorServlet.PATTERN, "/");
    }

    /** A third of what pictures in the making take: they have given theirs back before they are sent. */
    private Outbox outbox() {
        return new Outbox(Math.max(1, config.memory().budget() / 3));
    }

    private void servlets(Services services, Exchange exchange) {
        servlet(ListingServlet.NAME,
                new ListingServlet(exchange, services.listings(), config.library().title()));
        servlet(ItemServlet.NAME, new ItemServlet(exchange, services.items()));
        servlet(InfoServlet.NAME, new InfoServlet(exchange, services.images()));
        servlet(ImageServlet.NAME, new ImageServlet(exchange, services.images()));
        servlet(ManifestServlet.NAME, new ManifestServlet(exchange, services.manifests()));
        servlet(CollectionServlet.NAME, new CollectionServlet(exchange, services.manifests()));
        servlet(ResourceServlet.NAME, new ResourceServlet(exchange, services.files()));
        servlet(BookPdfServlet.NAME, new BookPdfServlet(exchange, services.books()));
        servlet(SearchServlet.NAME, new SearchServlet(exchange, services.searches()));
        servlet(AnnotationsServlet.NAME, new AnnotationsServlet(exchange, services.annotations()));
        servlet(HealthServlet.NAME, new HealthServlet(exchange, services.checks(), services.searches()::indexing, Instant.now()));
        servlet(StaticServlet.NAME, new StaticServlet(exchange, config.web().cachePolicy()));
        servlet(MovedServlet.NAME, new MovedServlet(exchange));
    }

    /** By name alone: {@link RouteFilter} finds it, no path does. */
    private void servlet(String name, Servlet servlet) {
        context.addServlet(name, servlet);
    }

    private void filter(String name, Filter filter) {
        context.addFilter(name, filter).addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    }
}
