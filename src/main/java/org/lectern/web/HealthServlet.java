package org.lectern.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.lectern.service.SearchInsideService;
import tools.jackson.databind.json.JsonMapper;

/** Tells a load balancer whether this application lives, since when, and whether its sources can be read. */
public final class HealthServlet extends HttpServlet {

    /** What it is registered as. */
    public static final String NAME = "HealthServlet";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Exchange exchange;
    private final Supplier<Map<String, Boolean>> checks;
    private final Supplier<SearchInsideService.Indexing> indexing;
    private final Instant started;

    /**
     * With the checks of readiness.
     *
     * @param checks name of a part → whether it works now; quick, and it does not throw
     * @param indexing how far the indexes are that are being made; quick, and it does not throw
     * @param started since when the application is up
     */
    public HealthServlet(
            Exchange exchange,
            Supplier<Map<String, Boolean>> checks,
            Supplier<SearchInsideService.Indexing> indexing,
            Instant started) {
        this.exchange = Objects.requireNonNull(exchange);
        this.checks = Objects.requireNonNull(checks);
        this.indexing = Objects.requireNonNull(indexing);
        this.started = Objects.requireNonNull(started);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        Route.Health health = (Route.Health) request.getAttribute(Route.ATTRIBUTE);
        exchange.send(request, response, () -> send(request, response, health.ready()));
    }

    private void send(HttpServletRequest request, HttpServletResponse response, boolean ready) throws IOException {
        Map<String, Boolean> parts = ready ? checks.get() : Map.of();
        boolean good = !parts.containsValue(false);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("status", good ? "up" : "down");
        document.put("started", started.toString());
        if (ready) {
            document.put("checks", parts);
            SearchInsideService.Indexing now = indexing.get();
            Map<String, Integer> indexes = new LinkedHashMap<>();
            indexes.put("books", now.books());
            indexes.put("pagesRead", now.done());
            indexes.put("pages", now.pages());
            document.put("indexing", indexes);
        }
        byte[] body = JSON.writeValueAsBytes(document);
        response.setStatus(good ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}
