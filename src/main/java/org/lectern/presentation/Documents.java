package org.lectern.presentation;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.lectern.core.ApiVersion;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the model as the JSON of either version. The order of keys is fixed, equal models give equal bytes.
 *
 * <p>Ownership: the stream is flushed, not closed. What the stream throws comes out as Jackson's unchecked
 * exception; a stream in memory throws nothing. Threads: any. Cost: one pass, nothing is held back.
 *
 * @see <a href="https://iiif.io/api/presentation/3.0/">Presentation API 3.0</a>
 * @see <a href="https://iiif.io/api/presentation/2.1/">Presentation API 2.1.1</a>
 */
public final class Documents {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private Documents() {}

    /** Writes a manifest as UTF-8 JSON. */
    public static void write(Manifest manifest, ApiVersion version, OutputStream out) {
        json(out, version == ApiVersion.V2
                ? json -> new Documents2(json).write(manifest)
                : json -> new Documents3(json).write(manifest));
    }

    /** Writes a collection as UTF-8 JSON. */
    public static void write(Collection collection, ApiVersion version, OutputStream out) {
        json(out, version == ApiVersion.V2
                ? json -> new Documents2(json).write(collection)
                : json -> new Documents3(json).write(collection));
    }

    /** A manifest as UTF-8 JSON. */
    public static byte[] bytes(Manifest manifest, ApiVersion version) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(manifest, version, out);
        return out.toByteArray();
    }

    /** A collection as UTF-8 JSON. */
    public static byte[] bytes(Collection collection, ApiVersion version) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(collection, version, out);
        return out.toByteArray();
    }

    /** The text of a canvas as UTF-8 JSON. */
    public static byte[] bytes(AnnotationPage page, ApiVersion version) {
        throw new UnsupportedOperationException("annotation pages are not written yet");
    }

    /**
     * What a search found as UTF-8 JSON.
     *
     * @param searchVersion of the Content Search API: 1 or 2
     */
    public static byte[] bytes(SearchResponse response, int searchVersion) {
        throw new UnsupportedOperationException("search responses are not written yet");
    }

    /**
     * Words to go on with as UTF-8 JSON.
     *
     * @param searchVersion of the Content Search API: 1 or 2
     */
    public static byte[] bytes(Terms terms, int searchVersion) {
        throw new UnsupportedOperationException("terms are not written yet");
    }

    private static void json(OutputStream out, Consumer<JsonGenerator> body) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            body.accept(json);
        }
    }
}
