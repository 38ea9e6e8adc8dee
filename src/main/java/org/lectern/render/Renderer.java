package org.lectern.render;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.blob.Validators;
import org.lectern.cache.Cache;
import org.lectern.cache.Caches;
import org.lectern.cache.SingleFlight;
import org.lectern.codec.Codecs;
import org.lectern.codec.Decoder;
import org.lectern.codec.Encoder;
import org.lectern.codec.Pyramid;
import org.lectern.core.IiifException;
import org.lectern.image.Format;
import org.lectern.image.Plan;
import org.lectern.transform.Look;
import org.lectern.transform.Profiles;

/**
 * Makes pictures. Thread-safe. Every method closes the blob it was given before it returns.
 */
public final class Renderer {

    private static final int LARGEST_KEPT = 1 << 20; // bytes of a derivative

    private final Codecs codecs;
    private final Cache derivatives;
    private final Headers headers;
    private final Workshop workshop;
    private final SingleFlight<String, byte[]> drawing = new SingleFlight<>();
    private final String build;

    /**
     * With its tools.
     *
     * @param codecs what is read and written
     * @param caches tiles, derivatives and documents are used; not closed
     * @param admission lets work in; may be shared
     * @param look how answers are to look
     * @param build changes with the program, and with every setting of a decoder: what another build has cached
     *     is not used
     */
    public Renderer(Codecs codecs, Caches caches, Admission admission, Look look, String build) {
        this.codecs = Objects.requireNonNull(codecs);
        this.build = Objects.requireNonNull(build);
        derivatives = caches.derivatives();
        headers = new Headers(codecs, caches.documents(), build);
        var tiles = new Tiles(caches.tiles(), new StoredProfiles(caches.documents()), build);
        workshop = new Workshop(admission, tiles, new SingleFlight<>(), new Profiles(), look);
    }

    /** The formats that can be asked for. */
    public Set<Format> formats() {
        return codecs.formats();
    }

    /**
     * The header of a picture, from the documents cache or the file.
     *
     * @throws IiifException.Unsupported when the file is of no image format read here
     * @throws IiifException.Broken when it cannot be read
     */
    public Pyramid pyramid(Picture picture) {
        try (Blob blob = picture.blob()) {
            return headers.pyramid(new Picture(blob, picture.page()));
        }
    }

    /** How many pictures the file holds, from the documents cache or the file. Same exceptions as {@link #pyramid}. */
    public int pages(Blob blob) {
        try (blob) {
            return headers.pages(blob);
        }
    }

    /**
     * A text that changes when the bytes for a plan would change though neither plan nor source do:
     * the encoder's settings, the renderer's and this build. For the ETag.
     *
     * @throws IiifException.Malformed when the format is not written here
     */
    public String fingerprint(Format format) {
        return encoder(format).settings() + "|" + workshop.look() + "|" + build;
    }

    /**
     * The encoded answer, from the derivatives cache, from stored bytes, or made. Equal requests at the same time are
     * made once. The array may be shared: not to be written into.
     *
     * @throws IiifException.Malformed when the format is not written here
     * @throws IiifException.Busy when there is no room for the work within the time allowed
     * @throws IiifException.TooLarge when it can never fit
     * @throws IiifException.Broken when the source cannot be decoded
     */
    public byte[] image(Picture picture, Plan plan) {
        try (Blob blob = picture.blob()) {
            var open = new Picture(blob, picture.page());
            String key = key(open, plan);
            Optional<byte[]> kept = derivatives.find(key);
            return kept.orElseGet(() -> drawing.load(key, () -> findOrDraw(key, open, plan)));
        }
    }

    private byte[] findOrDraw(String key, Picture picture, Plan plan) {
        Optional<byte[]> kept = derivatives.find(key); // another thread may just have finished
        if (kept.isPresent()) {
            return kept.get();
        }
        byte[] drawn = draw(picture, plan);
        if (drawn.length <= LARGEST_KEPT) {
            derivatives.put(key, drawn);
        }
        return drawn;
    }

    private byte[] draw(Picture picture, Plan plan) {
        Pyramid pyramid = headers.pyramid(picture);
        Decoder decoder = headers.decoder(pyramid, picture.blob());
        return decoder.verbatim(picture, plan)
                .orElseGet(() -> new Drawing(
                        workshop, new Original(picture, pyramid, decoder), plan, encoder(plan.format())).bytes());
    }

    /** By what the plan comes to, not by its text: both versions of the API share their answers. */
    private String key(Picture picture, Plan plan) {
        String turned = (plan.rotation().mirrored() ? "!" : "") + plan.rotation().degrees();
        return picture.validator() + ":" + Validators.of(
                plan.source().toString(), plan.output().toString(), turned,
                plan.quality().toString(), plan.format().toString(), fingerprint(plan.format()));
    }

    private Encoder encoder(Format format) {
        return codecs.encoder(format).orElseThrow(() -> new IiifException.Malformed("The format '" + format
                + "' is not served here; one of " + formatNames() + " is."));
    }

    private String formatNames() {
        return formats().stream().sorted().map(Format::toString).collect(Collectors.joining(", "));
    }
}
