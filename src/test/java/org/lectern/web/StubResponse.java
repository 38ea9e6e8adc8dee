package org.lectern.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A response that remembers. */
final class StubResponse {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = 200;
    private boolean committed;

    int status() {
        return status;
    }

    String header(String name) {
        return headers.get(name);
    }

    byte[] bytes() {
        return body.toByteArray();
    }

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    boolean committed() {
        return committed;
    }

    StubResponse commit() {
        committed = true;
        return this;
    }

    HttpServletResponse stub() {
        return StubRequest.stub(HttpServletResponse.class, this::call);
    }

    private Object call(String name, Object[] arguments) {
        return switch (name) {
            case "setStatus" -> status = (int) arguments[0];
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
            case "setContentLength", "setContentLengthLong" -> headers.put("Content-Length", arguments[0].toString());
            case "getOutputStream" -> stream();
            case "isCommitted" -> committed;
            case "flushBuffer" -> committed = true;
            case "resetBuffer" -> {
                body.reset();
                yield null;
            }
            default -> throw new UnsupportedOperationException(name);
        };
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public void write(int octet) {
                body.write(octet);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException("nothing here is asynchronous");
            }
        };
    }
}
