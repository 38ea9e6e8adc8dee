package org.lectern.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * One representation on its way to one client: whether it is sent at all, and how much of it, is decided here.
 * Nothing is set before that is known, so that a refusal carries no header of what it refuses.
 */
final class Delivery {

    private static final Clock CLOCK = Clock.systemUTC();

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Problems problems;

    /** With what sends refusals. */
    Delivery(HttpServletRequest request, HttpServletResponse response, Problems problems) {
        this.request = request;
        this.response = response;
        this.problems = problems;
    }

    HttpServletRequest request() {
        return request;
    }

    HttpServletResponse response() {
        return response;
    }

    boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    /** Whether a part is asked for, which is always one of the uncompressed bytes. */
    boolean asksForRange() {
        return request.getMethod().equals("GET") && request.getHeader("Range") != null;
    }

    /**
     * Answers where the conditions of the request spare the bytes.
     *
     * @return whether it did
     */
    boolean settles(Representation representation) throws IOException {
        switch (Conditional.verdict(request, representation.tag(), representation.modified())) {
            case NOT_MODIFIED -> {
                general(representation);
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return true;
            }
            case FAILED -> {
                refuse(HttpServletResponse.SC_PRECONDITION_FAILED,
                        "What is here is not what If-Match or If-Unmodified-Since ask for;"
                                + " ask without them for what it is now.");
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    /** The header alone of what is too dear to be made for its length. */
    void sendHead(Representation representation) throws IOException {
        all(representation);
        response.flushBuffer(); // commit before the container makes the length 0
    }

    /**
     * Sends the bytes, or as many as are asked for.
     *
     * @param body all of them
     */
    void send(Representation representation, byte[] body) throws IOException {
        if (body.length == 0) {
            throw new IllegalStateException("nothing was made");
        }
        Ranges ranges = ranges(representation, body.length);
        if (ranges instanceof Ranges.Beyond) {
            refuseRange(body.length);
            return;
        }
        all(representation);
        if (ranges instanceof Ranges.Parts some) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            sendParts(some.parts(), representation, body);
        } else {
            write(body, new ByteRange(0, body.length - 1));
        }
    }

    private Ranges ranges(Representation representation, int length) {
        boolean parts = representation.ranged()
                && asksForRange()
                && Conditional.rangeApplies(request, representation.tag(), representation.modified(), CLOCK);
        return parts ? RangeField.parse(request.getHeader("Range"), length) : new Ranges.Whole();
    }

    private void refuseRange(int length) throws IOException {
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("Content-Range", "bytes */" + length);
        refuse(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE,
                "There are " + length + " bytes, counted from 0; the Range asks for others.");
    }

    private void refuse(int status, String detail) throws IOException {
        problems.send(request, response, new Problem(status, detail, request.getRequestURI()));
    }

    private void sendParts(List<ByteRange> parts, Representation representation, byte[] body) throws IOException {
        if (parts.size() == 1) {
            response.setHeader("Content-Range", parts.get(0).contentRange(body.length));
            write(body, parts.get(0));
            return;
        }
        String boundary = UUID.randomUUID().toString();
        String mediaType = representation.own().get("Content-Type");
        List<byte[]> heads = parts.stream()
                .map(part -> ascii("\r\n--" + boundary + "\r\nContent-Type: " + mediaType + "\r\nContent-Range: "
                        + part.contentRange(body.length) + "\r\n\r\n"))
                .toList();
        byte[] end = ascii("\r\n--" + boundary + "--\r\n");
        response.setContentType("multipart/byteranges; boundary=" + boundary);
        response.setContentLengthLong(end.length
                + heads.stream().mapToLong(head -> head.length).sum()
                + parts.stream().mapToLong(ByteRange::length).sum());
        ServletOutputStream out = response.getOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            out.write(heads.get(i));
            out.write(body, (int) parts.get(i).first(), (int) parts.get(i).length());
        }
        out.write(end);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void write(byte[] body, ByteRange part) throws IOException {
        response.setContentLengthLong(part.length());
        if (!isHead()) {
            response.getOutputStream().write(body, (int) part.first(), (int) part.length());
        }
    }

    private void all(Representation representation) {
        general(representation);
        representation.own().forEach(response::setHeader);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (representation.ranged()) {
            response.setHeader("Accept-Ranges", "bytes");
        }
    }

    private void general(Representation representation) {
        response.setHeader("ETag", representation.tag());
        response.setHeader("Cache-Control", representation.cacheControl());
        representation.modified().ifPresent(time -> response.setHeader("Last-Modified", HttpDate.format(time)));
        representation.general().forEach(response::setHeader);
    }
}
