package org.lectern.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lectern.codec.EncoderSettings;
import org.lectern.core.ApiVersion;
import org.lectern.image.Format;
import org.lectern.image.Limits;
import org.lectern.transform.Look;
import org.lectern.web.CachePolicy;

/**
 * The settings, read and checked. Immutable; a change is a restart. Classes are handed the values they
 * need, never this.
 *
 * @param library what is served
 * @param dataDir where caches are kept, when it is said
 * @param images how pictures are made
 * @param caches how much is remembered
 * @param memory how much work is let in
 * @param presentation how items are told of
 * @param search how books are searched
 * @param web how HTTP is spoken
 */
public record Config(
        Library library,
        Optional<Path> dataDir,
        Images images,
        Caches caches,
        Memory memory,
        Presentation presentation,
        Search search,
        Web web) {

    /**
     * What is served.
     *
     * @param title what it is called
     * @param sources asked in this order; none for the bundled sample
     */
    public record Library(String title, List<Source> sources) {}

    /**
     * A place that things are served from.
     *
     * @param name its own
     * @param kind what it is
     * @param root its folder
     */
    public record Source(String name, SourceKind kind, Path root) {}

    /** The kinds of source. */
    public enum SourceKind {
        /** A folder of this machine. */
        FOLDER;

        /** As the settings and {@code Sources} call it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How pictures are made.
     *
     * @param limits the largest answers
     * @param formats that can be asked for
     * @param preferred formats that clients should ask for, the best first
     * @param look of answers
     * @param encoders how formats are written
     * @param pdfDpi pixels per inch of a PDF's page at full size
     * @param unversioned the version that paths without a number speak
     */
    public record Images(
            Limits limits,
            Set<Format> formats,
            List<Format> preferred,
            Look look,
            EncoderSettings encoders,
            int pdfDpi,
            ApiVersion unversioned) {}

    /**
     * How much is remembered, in bytes of direct memory, beside the heap; of decoded code-blocks on the heap.
     *
     * @param tiles decoded tiles
     * @param derivatives encoded answers
     * @param documents headers and items
     * @param blocks stretches of packed files
     * @param disk decoded tiles on disk, below the data directory; 0 for none
     * @param documentsDisk headers and items on disk, likewise
     * @param codeblocks decoded code-blocks of JPEG 2000, on the heap
     */
    public record Caches(
            long tiles, long derivatives, long documents, long blocks, long disk, long documentsDisk, long codeblocks) {

        private static final int INDEX_SHARE = 4; // a block is found by a fraction of what it takes decoded

        /** Where the code-blocks of files lie, on the heap too. */
        public long codeblockIndex() {
            return codeblocks / INDEX_SHARE;
        }

        /** All that lies on the heap. */
        public long heap() {
            return codeblocks + codeblockIndex();
        }

        /** All that lies beside the heap. */
        public long direct() {
            return tiles + derivatives + documents + blocks;
        }
    }

    /**
     * How much work is let in.
     *
     * @param budget bytes of heap that pictures in the making may take together
     * @param patience how long a request waits for its share
     */
    public record Memory(long budget, Duration patience) {}

    /**
     * How items are told of.
     *
     * @param unversioned the version of manifests whose path and Accept header name none
     * @param slashes how identifiers are spelled in what we write
     * @param provider who gives them, when it is said
     */
    public record Presentation(ApiVersion unversioned, Slashes slashes, Optional<Provider> provider) {}

    /**
     * Who gives the items.
     *
     * @param name of the organisation
     * @param homepage its page for people
     * @param logo its picture
     */
    public record Provider(String name, Optional<URI> homepage, Optional<URI> logo) {}

    /**
     * How books are searched.
     *
     * @param disk bytes that all indexes may take together
     * @param patience how long a search waits for an index that is being made
     * @param pageSize hits on one page of an answer
     */
    public record Search(long disk, Duration patience, int pageSize) {}

    /** How a slash in an identifier is spelled in generated URLs. */
    public enum Slashes {
        /** As {@code $}, which every server and proxy lets through. */
        DOLLAR,
        /** As {@code %2F}, which many refuse. */
        ENCODED
    }

    /**
     * How HTTP is spoken.
     *
     * @param baseUrl the public base URL, when it is said
     * @param trustedProxies addresses and networks whose headers are believed
     * @param forwardedHeader whether they write {@code Forwarded}, not {@code X-Forwarded-…}
     * @param cors whether to set cross-origin headers
     * @param cachePolicy how long clients may keep answers
     */
    public record Web(
            Optional<URI> baseUrl,
            List<String> trustedProxies,
            boolean forwardedHeader,
            boolean cors,
            CachePolicy cachePolicy) {}
}
