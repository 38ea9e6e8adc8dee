package org.lectern.jpeg2000;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
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
    public sealed interface Colour permits CieLab, Colour.Enumerated, Colour.Profile, Colour.Unknown {
        /** An enumerated colour space but CIELab, by its number: 16 sRGB, 17 greyscale, 18 sYCC, 12 CMYK … */
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
     * @param subsampled whether coded with fewer samples, across or down, than the finest component
     */
    public record Component(int bits, boolean signed, boolean subsampled) {}

    private static final int MOST_BITS = 24; // more bit-planes, with gain and shift, do not fit into an int
    private static final int MOST_HALVINGS = 16;

    private final MainHeader header;
    private final int halvings;
    private final List<Component> components;
    private final Colour colour;
    private final Optional<Palette> palette;
    private final List<Mapping> mappings;
    private final List<Definition> definitions;
    private final OptionalDouble dpi;

    private Jp2File(MainHeader header, Boxes boxes) {
        this.header = header;
        halvings = halvings(header);
        components = components(header.size());
        colour = boxes.colour();
        mappings = boxes.palette().map(told -> ChannelBoxes.channels(boxes.mapping(), told, components.size()))
                .orElse(List.of());
        palette = mappings.isEmpty() ? Optional.empty() : boxes.palette();
        int channels = mappings.isEmpty() ? components.size() : mappings.size();
        definitions = boxes.definitions().stream().filter(told -> told.channel() < channels).toList();
        dpi = boxes.dpi();
    }

    /**
     * Reads the headers; decodes nothing. Leaves the blob open.
     *
     * @throws org.lectern.core.IiifException.Broken when they cannot be read
     * @throws org.lectern.core.IiifException.TooLarge when the picture is larger than is read anywhere
     * @throws org.lectern.core.IiifException.Unsupported when it is High-throughput JPEG 2000, uses extensions of
     *     Part 2, or has samples of more than 24 bits
     */
    public static Jp2File read(Blob blob) {
        Boxes boxes = Boxes.read(blob);
        MainHeader header = MainHeader.read(blob, boxes.codestreamAt(), boxes.codestreamEnd());
        int bits = header.size().components().stream().mapToInt(ImageSize.Component::bits).max().orElseThrow();
        if (bits > MOST_BITS) {
            throw Faults.unsupported("JPEG 2000 with samples of " + bits + " bits is not read; up to " + MOST_BITS
                    + " bits are");
        }
        return new Jp2File(header, boxes);
    }

    private static List<Component> components(ImageSize size) {
        int stepX = size.stepX();
        int stepY = size.stepY();
        return size.components().stream()
                .map(of -> new Component(of.bits(), of.signed(), of.stepX() > stepX || of.stepY() > stepY))
                .toList();
    }

    /** Whether these first bytes (12 are enough) are of a JP2 file or of a raw codestream. */
    public static boolean recognises(byte[] head) {
        return begins(head, 4, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a) || isCodestream(head);
    }

    /** Whether these first bytes (4 are enough) are SOC and SIZ. */
    static boolean isCodestream(byte[] head) {
        return begins(head, 0, 0xff, 0x4f, 0xff, 0x51);
    }

    private static boolean begins(byte[] head, int at, int... signature) {
        return head.length >= at + signature.length
                && IntStream.range(0, signature.length).allMatch(i -> (head[at + i] & 0xff) == signature[i]);
    }

    /** No further than to a side of one pixel: smaller pictures are worth nothing. */
    private static int halvings(MainHeader header) {
        int most = Math.min(header.levels(), MOST_HALVINGS);
        int halvings = 0;
        while (halvings < most && shortSide(header.size().size(halvings + 1)) > 1) {
            halvings++;
        }
        return halvings;
    }

    private static int shortSide(Dimensions size) {
        return Math.min(size.width(), size.height());
    }

    /** How often the picture can be halved: resolutions that every component has, as far as the main header tells. */
    public int halvings() {
        return halvings;
    }

    /** Size of the picture after some halvings, at most {@link #halvings()}. */
    public Dimensions size(int halvings) {
        return header.size().size(halvings);
    }

    /** The components, at least one. */
    public List<Component> components() {
        return components;
    }

    /** What its colours mean. */
    public Colour colour() {
        return colour;
    }

    /** The palette, if the file has one that its channels use. */
    public Optional<Palette> palette() {
        return palette;
    }

    /** The channels in order; empty means the components themselves. Every one names a component and column there is. */
    public List<Mapping> mappings() {
        return mappings;
    }

    /** What the channels are for, of channels there are; empty when not told. */
    public List<Definition> definitions() {
        return definitions;
    }

    /** Dots an inch: of capture, else for display; none when not told or not sensible. */
    public OptionalDouble dpi() {
        return dpi;
    }

    /** The main header of its codestream. */
    MainHeader header() {
        return header;
    }

    /** Bytes of heap, about. */
    long weight() {
        long profile = colour instanceof Colour.Profile told ? told.icc().length : 0;
        long entries = palette.map(told -> told.entries().length * (16L + 4 * told.bits().length)).orElse(0L);
        return header.weight() + profile + entries + 32L * (mappings.size() + definitions.size() + components.size());
    }
}
