package org.lectern.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.lectern.service.Answer;

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
        send(representation, Content.of(body));
    }

    /** Sends the bytes, or as many as are asked for, read as they are sent. */
    void send(Representation representation, Content content) throws IOException {
        long length = content.length();
        Ranges ranges = ranges(representation, length);
        if (ranges instanceof Ranges.Beyond) {
            refuseRange(length);
            return;
        }
        List<ByteRange> parts = ranges instanceof Ranges.Parts some ? some.parts() : List.of();
        if (!isHead() && length > 0) {
            content.prepare(parts.isEmpty() ? 0 : parts.get(0).first());
        }
        all(representation);
        if (parts.isEmpty()) {
            sendWhole(content);
        } else {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            sendParts(parts, representation, content);
        }
    }

    /** Sends what is written while it is made. */
    void send(Representation representation, Answer.Writing body) throws IOException {
        Withheld out = new Withheld(response, () -> all(representation));
        body.to(out);
        out.end();
    }

    private void sendWhole(Content content) throws IOException {
        response.setContentLengthLong(content.length());
        if (!isHead() && content.length() > 0) {
            content.write(new ByteRange(0, content.length() - 1), response.getOutputStream());
        }
    }

    /** Of nothing there is no part. */
    private Ranges ranges(Representation representation, long length) {
        boolean parts = representation.ranged()
                && length > 0
                && asksForRange()
                && Conditional.rangeApplies(request, representation.tag(), representation.modified(), CLOCK);
        return parts ? RangeField.parse(request.getHeader("Range"), length) : new Ranges.Whole();
    }

    private void refuseRange(long length) throws IOException {
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("Content-Range", "bytes */" + length);
        refuse(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE,
                "There are " + length + " bytes, counted from 0; the Range asks for others.");
    }

    private void refuse(int status, String detail) throws IOException {
        problems.send(request, response, new Problem(status, detail, request.getRequestURI()));
    }

    private void sendParts(List<ByteRange> parts, Representation representation, Content content) throws IOException {
        if (parts.size() == 1) {
            response.setHeader("Content-Range", parts.get(0).contentRange(content.length()));
            response.setContentLengthLong(parts.get(0).length());
            content.write(parts.get(0), response.getOutputStream());
            return;
        }
        String boundary = UUID.randomUUID().toString();
        String mediaType = representation.own().get("Content-Type");
        List<byte[]> heads = parts.stream()
                .map(part -> ascii("\r\n--" + boundary + "\r\nContent-Type: " + mediaType + "\r\nContent-Range: "
                        + part.contentRange(content.length()) + "\r\n\r\n"))
                .toList();
        byte[] end = ascii("\r\n--" + boundary + "--\r\n");
        response.setContentType("multipart/byteranges; boundary=" + boundary);
        response.setContentLengthLong(end.length
                + heads.stream().mapToLong(head -> head.length).sum()
                + parts.stream().mapToLong(ByteRange::length).sum());
        ServletOutputStream out = response.getOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            out.write(heads.get(i));
            content.write(parts.get(i), out);
        }
        out.write(end);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
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
