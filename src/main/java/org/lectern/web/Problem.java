package org.lectern.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lectern.core.Fault;
import org.lectern.core.IiifException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A failure as a client is told of it.
 *
 * @param status HTTP status
 * @param detail what was wrong with this request and what would be right
 * @param instance the path that was asked for, as it was spelled
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public record Problem(int status, String detail, String instance) {

    /** The media type of {@link #json}. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of a failure of the kinds that clients are told about. */
    public static Problem of(IiifException failure, String instance) {
        return new Problem(status(failure.fault()), failure.getMessage(), instance);
    }

    /** The only place that knows which status a fault is. */
    static int status(Fault fault) {
        return switch (fault) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case TOO_LARGE -> 413;
            case BROKEN_SOURCE -> 422;
            case UNSUPPORTED -> 501;
            case UPSTREAM -> 502;
            case BUSY -> 503;
            case UPSTREAM_TIMEOUT -> 504;
        };
    }

    /** The status in words. */
    public String title() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 412 -> "Precondition Failed";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 416 -> "Range Not Satisfiable";
            case 422 -> "Unprocessable Content";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> status < 500 ? "Refused" : "Failed";
        };
    }

    /** As {@link #MEDIA_TYPE}, in UTF-8. */
    public byte[] json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", title());
        members.put("status", status);
        members.put("detail", detail);
        members.put("instance", instance);
        return JSON.writeValueAsBytes(members);
    }
}
