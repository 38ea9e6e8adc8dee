package org.lectern.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.lectern.service.Answer;

/** Compression of texts. */
final class Gzip {

    /** Below this many bytes it saves no packet. */
    static final int WORTHWHILE_BYTES = 1024;

    /** What the entity tag of the compressed form ends in. */
    static final String TAG = "-gzip";

    private Gzip() {}

    static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return out.toByteArray();
    }

    /** Whether bytes of this type become much shorter. */
    static boolean suits(String contentType) {
        String type = contentType.split(";", 2)[0].strip();
        return type.startsWith("text/") || type.endsWith("json") || type.endsWith("xml");
    }

    /** Compresses while it is written. What fails is left without an end, by which it is known to be cut. */
    static void compress(Answer.Writing body, OutputStream out) throws IOException {
        GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 13);
        body.to(gzip);
        gzip.close();
    }

    /** Only for what {@link #compress(byte[])} made. */
    static byte[] expand(byte[] bytes) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }
}
