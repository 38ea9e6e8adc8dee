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
 * @see <a href="https://iiif.io/api/search/2.0/">Content Search API 2.0</a>
 * @see <a href="https://iiif.io/api/search/1.0/">Content Search API 1.0</a>
 */
public final class Documents {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private Documents() {}

    /** Writes a manifest as UTF-8 JSON. */
    public static void write(Manifest manifest, ApiVersion version, OutputStream out) {
        json(out, version == ApiVersion.V2
                ? pen -> new ManifestWriter2(pen).write(manifest)
                : pen -> new ManifestWriter3(pen).write(manifest));
    }

    /** Writes a collection as UTF-8 JSON. */
    public static void write(Collection collection, ApiVersion version, OutputStream out) {
        json(out, version == ApiVersion.V2
                ? pen -> new CollectionWriter2(pen).write(collection)
                : pen -> new CollectionWriter3(pen).write(collection));
    }

    /** Writes the text of a canvas as UTF-8 JSON. */
    public static void write(AnnotationPage page, ApiVersion version, OutputStream out) {
        json(out, version == ApiVersion.V2
                ? pen -> new AnnotationWriter2(pen).write(page)
                : pen -> new AnnotationWriter3(pen).write(page));
    }

    /**
     * Writes what a search found as UTF-8 JSON.
     *
     * @param searchVersion of the Content Search API: 1 or 2
     */
    public static void write(SearchResponse response, int searchVersion, OutputStream out) {
        json(out, requireKnown(searchVersion) == 1
                ? pen -> new SearchWriter1(pen).write(response)
                : pen -> new SearchWriter2(pen).write(response));
    }

    /**
     * Writes words to go on with as UTF-8 JSON.
     *
     * @param searchVersion of the Content Search API: 1 or 2
     */
    public static void write(Terms terms, int searchVersion, OutputStream out) {
        json(out, requireKnown(searchVersion) == 1
                ? pen -> new SearchWriter1(pen).write(terms)
                : pen -> new SearchWriter2(pen).write(terms));
    }

    /** A manifest as UTF-8 JSON. */
    public static byte[] bytes(Manifest manifest, ApiVersion version) {
        return bytes(out -> write(manifest, version, out));
    }

    /** A collection as UTF-8 JSON. */
    public static byte[] bytes(Collection collection, ApiVersion version) {
        return bytes(out -> write(collection, version, out));
    }

    /** The text of a canvas as UTF-8 JSON. */
    public static byte[] bytes(AnnotationPage page, ApiVersion version) {
        return bytes(out -> write(page, version, out));
    }

    /**
     * What a search found as UTF-8 JSON.
     *
     * @param searchVersion of the Content Search API: 1 or 2
     */
    public static byte[] bytes(SearchResponse response, int searchVersion) {
        return bytes(out -> write(response, searchVersion, out));
    }

    /**
     * Words to go on with as UTF-8 JSON.
     *
     * @param searchVersion of the Content Search API: 1 or 2
     */
    public static byte[] bytes(Terms terms, int searchVersion) {
        return bytes(out -> write(terms, searchVersion, out));
    }

    private static int requireKnown(int searchVersion) {
        if (searchVersion != 1 && searchVersion != 2) {
            throw new IllegalArgumentException("the Content Search API has versions 1 and 2, not " + searchVersion);
        }
        return searchVersion;
    }

    private static byte[] bytes(Consumer<OutputStream> writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.accept(out);
        return out.toByteArray();
    }

    private static void json(OutputStream out, Consumer<Pen> body) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            body.accept(new Pen(json));
        }
    }
}
