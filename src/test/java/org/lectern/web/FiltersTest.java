package org.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.core.IiifException;
import org.lectern.service.SearchInsideService;

class FiltersTest {

    private static final CachePolicy FRESH = new CachePolicy(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private static final FilterChain NOT_TO_BE_REACHED = (request, response) -> {
        throw new AssertionError("passed on");
    };

    private final StubResponse response = new StubResponse();
    private final PublicUrl publicUrl = new PublicUrl(Optional.empty(), Proxies.NONE);
    private final Problems problems = new Problems(new Pages(path -> null), new Cors(true), publicUrl);

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "/, ListingServlet",
        "/a, ItemServlet",
        "/iiif/3/a, ItemServlet",
        "/a/info.json, InfoServlet",
        "/a/full/max/0/default.jpg, ImageServlet",
        "/a/manifest.json, ManifestServlet",
        "/a/collection.json, CollectionServlet",
        "/_/health/live, HealthServlet",
        "/_/static/site.css, StaticServlet",
        "/a/, ItemServlet",
        "/iiif, MovedServlet"
    })
    void aRequestIsHandedToTheServletOfItsRoute(String path, String servlet) throws Exception {
        StubRequest request = new StubRequest().uri(path);

        new RouteFilter(ApiVersion.V2, problems).doFilter(request.stub(), response.stub(), NOT_TO_BE_REACHED);

        assertThat(request.forwardedTo()).isEqualTo(servlet);
        assertThat(request.attribute(Route.ATTRIBUTE)).isEqualTo(Route.of(path, "", ApiVersion.V2));
    }

    @Holds("IMG-153")
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "get"})
    void otherMethodsAreRefusedWithThoseThatAreNot(String method) throws Exception {
        new RouteFilter(ApiVersion.V2, problems)
                .doFilter(new StubRequest().method(method).stub(), response.stub(), NOT_TO_BE_REACHED);

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    @Holds({"IMG-153", "IMG-181"})
    void aPreflightIsAnsweredAtOnce() throws Exception {
        new CorsFilter(new Cors(true))
                .doFilter(new StubRequest().method("OPTIONS").stub(), response.stub(), NOT_TO_BE_REACHED);

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(response.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(response.header("Access-Control-Allow-Headers")).contains("Authorization", "Range", "If-Range");
        assertThat(response.header("Access-Control-Max-Age")).isEqualTo("86400");
    }

    @Test
    void corsCanBeSwitchedOff() throws Exception {
        new CorsFilter(new Cors(false))
                .doFilter(new StubRequest().method("OPTIONS").stub(), response.stub(), NOT_TO_BE_REACHED);

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.header("Access-Control-Allow-Origin")).isNull();
        assertThat(response.header("Access-Control-Allow-Methods")).isNull();
    }

    @Test
    @Holds({"IMG-182", "IMG-183"})
    void theHeadersAreSetBeforeAnythingIsAnswered() throws Exception {
        new CorsFilter(new Cors(true)).doFilter(new StubRequest().stub(), response.stub(), (request, same) ->
                assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*"));

        assertThat(response.header("Access-Control-Expose-Headers")).contains("Link", "ETag", "X-Total-Count", "Accept-Ranges", "Content-Range");
    }

    @Test
    void whatFailsBehindTheFirstFilterIsAProblem() throws Exception {
        new ErrorFilter(problems).doFilter(new StubRequest().stub(), response.stub(), (request, same) -> {
            throw new IiifException.Malformed("x");
        });

        assertThat(response.status()).isEqualTo(400);
    }

    @Test
    void whatTheServletApiWrapsIsABug() throws Exception {
        new ErrorFilter(problems).doFilter(new StubRequest().stub(), response.stub(), (request, same) -> {
            throw new ServletException("secret");
        });

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.text()).doesNotContain("secret");
    }

    @Test
    void aClientThatHasGoneIsNoError() {
        Exchange exchange =
                new Exchange(publicUrl, new Reply(new Pages(path -> null), FRESH, true, new Outbox(1 << 20)), problems);

        exchange.send(new StubRequest().stub(), response.stub(), () -> {
            throw new IOException("broken pipe");
        });

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.bytes()).isEmpty();
    }

    @Test
    void aClientThatHasGonePassesTheFirstFilter() {
        IOException gone = new IOException("broken pipe");

        assertThatThrownBy(() -> new ErrorFilter(problems)
                        .doFilter(new StubRequest().stub(), response.stub(), (request, same) -> {
                            throw gone;
                        }))
                .isSameAs(gone);
    }

    @ParameterizedTest(name = "ready {0}, scans {1} → {2}")
    @CsvSource({"true, true, 200", "true, false, 503", "false, false, 200"})
    void healthIsReadyWhenEveryPartIs(boolean ready, boolean scans, int status) throws Exception {
        Exchange exchange = new Exchange(publicUrl, new Reply(new Pages(path -> null), FRESH, true, new Outbox(1 << 20)), problems);

        new HealthServlet(exchange, () -> Map.of("scans", scans), () -> new SearchInsideService.Indexing(2, 30, 500),
                Instant.parse("2026-01-02T03:04:05Z"))
                .service(new StubRequest().attribute(Route.ATTRIBUTE, new Route.Health(ready)).stub(), response.stub());

        assertThat(response.status()).isEqualTo(status);
        String since = "\"started\":\"2026-01-02T03:04:05Z\"";
        assertThat(response.text()).isEqualTo(ready
                ? "{\"status\":\"" + (scans ? "up" : "down") + "\"," + since + ",\"checks\":{\"scans\":" + scans + "},\"indexing\":{\"books\":2,\"pagesRead\":30,\"pages\":500}}"
                : "{\"status\":\"up\"," + since + "}");
    }
}
