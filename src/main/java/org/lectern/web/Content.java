package org.lectern.web;

import java.io.IOException;
import java.io.OutputStream;

/** The bytes of a representation, any part of them in any order. For one thread. */
interface Content {

    /** How many, 0 or more. */
    long length();

    /**
     * Makes sure that they can be had, before any header says so.
     *
     * @param at position of the first that will be written, before the end
     */
    void prepare(long at);

    /** Writes a part of them. */
    void write(ByteRange part, OutputStream out) throws IOException;

    /** Bytes that lie in memory. */
    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void prepare(long at) {
                // they are here
            }

            @Override
            public void write(ByteRange part, OutputStream out) throws IOException {
                out.write(bytes, (int) part.first(), (int) part.length());
            }
        };
    }
}
