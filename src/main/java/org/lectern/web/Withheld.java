package org.lectern.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Keeps the first bytes of a body that is written while it is made: what fails among them can still be answered
 * properly, and what ends among them has a length. Once more has come, the answer is on its way, and no failure can
 * take it back; then the connection breaks, so that nothing half looks whole.
 */
final class Withheld extends OutputStream {

    /** How many are kept. */
    static final int BYTES = 64 << 10;

    private final HttpServletResponse response;
    private final Runnable headers;
    private final byte[] kept = new byte[BYTES];
    private int count;
    private boolean open;

    /**
     * Nothing is set yet.
     *
     * @param headers sets all that the answer tells but its length
     */
    Withheld(HttpServletResponse response, Runnable headers) {
        this.response = response;
        this.headers = headers;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (!open && length <= BYTES - count) {
            System.arraycopy(bytes, from, kept, count, length);
            count += length;
            return;
        }
        open();
        response.getOutputStream().write(bytes, from, length);
    }

    private void open() throws IOException {
        if (open) {
            return;
        }
        open = true;
        headers.run();
        response.getOutputStream().write(kept, 0, count);
        response.flushBuffer();
    }

    /** Nothing goes out before there is enough of it. */
    @Override
    public void flush() throws IOException {
        if (open) {
            response.getOutputStream().flush();
        }
    }

    /** Says that this was all. */
    void end() throws IOException {
        if (open) {
            return;
        }
        if (count == 0) {
            throw new IllegalStateException("nothing was made");
        }
        headers.run();
        response.setContentLength(count);
        response.getOutputStream().write(kept, 0, count);
    }
}
