package org.lectern.web;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Cross-origin headers: every script of the world may read every answer, errors included.
 *
 * @param enabled off where a proxy in front sets them
 * @see <a href="https://iiif.io/api/image/3.0/#7-server-responses">Image API 3.0, 7</a>
 */
public record Cors(boolean enabled) {

    /** The methods that are served. */
    static final String METHODS = "GET, HEAD, OPTIONS";

    /** Sets what belongs on every answer; to set it twice does no harm. */
    void apply(HttpServletResponse response) {
        if (enabled) {
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader(
                    "Access-Control-Expose-Headers",
                    "Link, ETag, Accept-Ranges, Content-Range, Content-Length, Content-Disposition, Location, Retry-After,"
                            + " X-Total-Count");
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
    }

    /** Answers an OPTIONS request, a browser's preflight or not. */
    void preflight(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Allow", METHODS);
        if (enabled) {
            response.setHeader("Access-Control-Allow-Methods", METHODS);
            response.setHeader(
                    "Access-Control-Allow-Headers",
                    "Authorization, Content-Type, Accept, If-None-Match, If-Modified-Since, If-Match, If-Unmodified-Since,"
                            + " Range, If-Range");
            response.setHeader("Access-Control-Max-Age", "86400");
        }
    }
}
