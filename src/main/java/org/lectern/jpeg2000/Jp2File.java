package org.lectern.jpeg2000;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lectern.blob.Blob;
import org.lectern.core.Dimensions;

/**
 * What the headers of a file tell: the boxes of a JP2 (or of a compatible JPX), and the main header of its codestream;
 * a raw codestream has no boxes. Immutable, thread-safe; arrays are not to be written.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, annex I</a>
 */
public final class Jp2File {

    /** What the colour channels mean, from the first colour specification box that is understood. */
    public sealed interface Colour {
        /** An enumerated colour space, by its number: 16 sRGB, 17 greyscale, 18 sYCC, 12 CMYK, 14 CIELab … */
        record Enumerated(int space) implements Colour {}

        /** An ICC profile, restricted or any. */
        record Profile(byte[] icc) implements Colour {}

        /** Nothing is told. */
        record Unknown() implements Colour {}
    }

    /**
     * The palette box.
     *
     * @param bits depth of each column
     * @param entries the values, an array for each entry with a value for each column
     */
    public record Palette(int[] bits, int[][] entries) {}

    /**
     * One entry of the component mapping box: a channel.
     *
     * @param component it is made of
     * @param column of the palette it goes through; none when direct
     */
    public record Mapping(int component, Optional<Integer> column) {}

    /**
     * One entry of the channel definition box.
     *
     * @param channel its number
     * @param type 0 colour, 1 opacity, 2 premultiplied opacity, 65535 unspecified
     * @param association 0 the whole picture, 1 … the colour it belongs to, 65535 none
     */
    public record Definition(int channel, int type, int association) {}

    /**
     * One component of the codestream.
     *
     * @param bits of a sample
     * @param signed whether coded as signed; samples handed out are lifted to begin at 0 all the same
     */
    public record Component(int bits, boolean signed) {}

    private Jp2File() {}

    /**
     * Reads the headers; decodes nothing.
     *
     * @throws org.lectern.core.IiifException.Broken when they cannot be read
     * @throws org.lectern.core.IiifException.TooLarge when the picture is larger than is read anywhere
     * @throws org.lectern.core.IiifException.Unsupported when it is High-throughput JPEG 2000, or has samples of
     *     more than 16 … bits
     */
    public static Jp2File read(Blob blob) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /** Whether these first bytes (12 are enough) are of a JP2 file or of a raw codestream. */
    public static boolean recognises(byte[] head) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /** How often the picture can be halved: resolutions that every component has, as far as the main header tells. */
    public int halvings() {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /** Size of the picture after some halvings, at most {@link #halvings()}. */
    public Dimensions size(int halvings) {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /** The components, at least one. */
    public List<Component> components() {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /** What its colours mean. */
    public Colour colour() {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /** The palette, if the file has one that its channels use. */
    public Optional<Palette> palette() {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /** The channels in order; empty means the components themselves. Every one names a component and column there is. */
    public List<Mapping> mappings() {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /** What the channels are for; empty when not told. */
    public List<Definition> definitions() {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /** Dots an inch: of capture, else for display; none when not told or not sensible. */
    public OptionalDouble dpi() {
        throw new UnsupportedOperationException("to be written in this room");
    }

    /** The main header of its codestream. */
    MainHeader header() {
        throw new UnsupportedOperationException("to be written in this room");
    }
}
