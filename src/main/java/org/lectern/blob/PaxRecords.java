package org.lectern.blob;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an extended header of a tar says about the member behind it: lines {@code "length key=value\n"}.
 *
 * @param path its name, when it does not fit into the plain header
 * @param size its length, when it does not fit
 * @param isSparse whether its bytes are not simply the file's
 */
record PaxRecords(Optional<String> path, OptionalLong size, boolean isSparse) {

    static final PaxRecords NONE = new PaxRecords(Optional.empty(), OptionalLong.empty(), false);

    static PaxRecords parse(byte[] bytes) {
        PaxRecords records = NONE;
        int at = 0;
        while (at < bytes.length) {
            int blank = indexOf(bytes, ' ', at);
            long length = blank < 0 ? -1 : number(new String(bytes, at, blank - at, StandardCharsets.ISO_8859_1));
            if (blank < 0 || length <= blank - at || length > bytes.length - at) {
                return records; // what cannot be read as a record ends them
            }
            records = records.with(new String(bytes, blank + 1, at + (int) length - blank - 1, StandardCharsets.UTF_8));
            at += (int) length;
        }
        return records;
    }

    private PaxRecords with(String record) {
        int equals = record.indexOf('=');
        if (equals < 0) {
            return this;
        }
        String key = record.substring(0, equals);
        String value = record.substring(equals + 1, record.length() - (record.endsWith("\n") ? 1 : 0));
        if (key.startsWith("GNU.sparse")) {
            return new PaxRecords(path, size, true);
        }
        return switch (key) {
            case "path" -> new PaxRecords(Optional.of(value), size, isSparse);
            case "size" -> new PaxRecords(path, OptionalLong.of(number(value)), isSparse);
            default -> this;
        };
    }

    /** A decimal number of at most 18 digits; -1 for anything else. */
    private static long number(String text) {
        boolean isNumber = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(text) : -1;
    }

    private static int indexOf(byte[] bytes, char wanted, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
