package org.lectern.web;

/**
 * A part of a body.
 *
 * @param first its first byte, counted from 0
 * @param last its last byte, not before the first
 */
record ByteRange(long first, long last) {

    ByteRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("no bytes: " + first + "-" + last);
        }
    }

    long length() {
        return last - first + 1;
    }

    boolean overlaps(ByteRange other) {
        return first <= other.last && other.first <= last;
    }

    /** The Content-Range of this part of so many bytes. */
    String contentRange(long total) {
        return "bytes " + first + "-" + last + "/" + total;
    }
}
