package org.lectern.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;

/**
 * Tells of what the server refuses before the web application sees it, in the form the web application
 * itself uses, so that a viewer on another site can read it. Every text is our own: nothing of the
 * request, the server or a stack comes into it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
final class RefusalValve extends ErrorReportValve {

    private static final Logger LOG = Logger.getLogger(RefusalValve.class.getName());

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported() || !canBeSent(response)) {
            return;
        }
        try {
            write(status, response);
        } catch (IOException e) {
            LOG.log(Level.FINE, "the client went before it was told of status " + status, e);
        }
    }

    /** The connection may be past use, as after half a request. */
    private static boolean canBeSent(Response response) {
        AtomicBoolean allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }

    private static void write(int status, Response response) throws IOException {
        byte[] body = json(status).getBytes(StandardCharsets.US_ASCII);
        response.resetBuffer(true);
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.finishResponse();
    }

    /** The texts need no escapes. */
    private static String json(int status) {
        return "{\"type\":\"about:blank\",\"title\":\"" + title(status) + "\",\"status\":" + status
                + ",\"detail\":\"" + detail(status) + "\"}";
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 503 -> "Service Unavailable";
            case 505 -> "HTTP Version Not Supported";
            default -> status < 500 ? "Refused" : "Failed";
        };
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request is not well-formed HTTP. In the path every character outside RFC 3986 is to be"
                    + " percent-encoded as UTF-8, with two hexadecimal digits behind each %,"
                    + " without %00 and without .. that leads above the root; Host is to be a name or an"
                    + " address, with or without a port; and the request line and the headers are to stay below 16 KiB.";
            case 404 -> "There is nothing at this path; the list of what is served is at /.";
            case 405, 501 -> "The server cannot do what this method or transfer coding asks for; GET and HEAD are right.";
            case 413, 414, 431 -> "The request is too large; the request line and the headers are to stay below 16 KiB.";
            case 503 -> "The server is starting or stopping; ask again in a moment.";
            case 505 -> "This version of HTTP is not spoken here; HTTP/1.1 is right.";
            default -> status < 500
                    ? "The server refuses this request before it is looked at; GET and HEAD of a URL of this server are right."
                    : "The server failed over this request; its log tells why.";
        };
    }
}
