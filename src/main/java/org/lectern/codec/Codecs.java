package org.lectern.codec;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;
import org.lectern.image.Format;

/**
 * What this server reads and writes: an explicit list, to be read here.
 */
public final class Codecs {

    private final List<Decoder> decoders;
    private final List<Encoder> encoders;

    /** With the decoders in the order they are asked, and at most one encoder a format. */
    public Codecs(List<Decoder> decoders, List<Encoder> encoders) {
        this.decoders = List.copyOf(decoders);
        this.encoders = List.copyOf(encoders);
    }

    /**
     * The decoder of a file, by its first bytes.
     *
     * @throws IiifException.Unsupported when none recognises it
     */
    public Decoder decoder(Blob blob) {
        byte[] head = blob.head(Decoder.HEAD_BYTES);
        return decoders.stream()
                .filter(decoder -> decoder.recognises(head))
                .findFirst()
                .orElseThrow(() -> new IiifException.Unsupported(
                        "'" + blob.name() + "' is of no image format that is read here."));
    }

    /** The decoder of that name, as a pyramid remembers it; none when it is no longer there. */
    public Optional<Decoder> named(String name) {
        return decoders.stream().filter(decoder -> decoder.name().equals(name)).findFirst();
    }

    /** The encoder of a format, when it is switched on. */
    public Optional<Encoder> encoder(Format format) {
        return encoders.stream().filter(encoder -> encoder.format() == format).findFirst();
    }

    /** Every format that can be asked for. */
    public Set<Format> formats() {
        return encoders.stream().map(Encoder::format).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
