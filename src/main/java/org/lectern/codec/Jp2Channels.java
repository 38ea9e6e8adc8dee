package org.lectern.codec;

import java.awt.color.ColorSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lectern.image.Quality;
import org.lectern.jpeg2000.CieLab;
import org.lectern.jpeg2000.Jp2File;

/**
 * Which components of a JPEG 2000 picture are its colours and its transparency. Enumerated sYCC, CIELab and CMYK become
 * sRGB; a file that does not tell is grey with one or two channels, RGB with three, and RGB with alpha with four; but
 * three components of which only the first is not sub-sampled are sYCC. Immutable.
 */
final class Jp2Channels {

    static final int CMYK = 12;
    static final int SRGB = 16;
    static final int GRAY = 17;
    static final int SYCC = 18;

    private static final int OPACITY = 1;
    private static final int PREMULTIPLIED_OPACITY = 2;

    /**
     * What a file tells, as {@link Jp2File} does.
     *
     * @param mappings empty when the channels are the components
     * @param definitions empty when it is not told what channels are for
     */
    record Told(
            List<Jp2File.Component> components,
            Jp2File.Colour colour,
            Optional<Jp2File.Palette> palette,
            List<Jp2File.Mapping> mappings,
            List<Jp2File.Definition> definitions) {

        static Told of(Jp2File file) {
            return new Told(file.components(), file.colour(), file.palette(), file.mappings(), file.definitions());
        }

        int channels() {
            return mappings.isEmpty() ? components.size() : mappings.size();
        }

        int component(int channel) {
            return mappings.isEmpty() ? channel : mappings.get(channel).component();
        }

        Optional<Integer> column(int channel) {
            return mappings.isEmpty() || palette.isEmpty() ? Optional.empty() : mappings.get(channel).column();
        }

        int depth(int channel) {
            return column(channel)
                    .map(column -> palette.orElseThrow().bits()[column])
                    .orElseGet(() -> components.get(component(channel)).bits());
        }
    }

    private final Told told;
    private final int[] colours; // channel of each colour
    private final Optional<Integer> alpha; // its channel
    private final boolean premultiplied;
    private final Optional<ColorSpace> profile;
    private final int bits;

    Jp2Channels(Told told, KnownProfiles profiles) {
        this.told = told;
        colours = inOrder(told, Math.min(wanted(told), told.channels()));
        Optional<Jp2File.Definition> opacity = opacity(told);
        alpha = told.definitions().isEmpty() && told.channels() == colours.length + 1
                ? Optional.of(colours.length)
                : opacity.map(Jp2File.Definition::channel);
        premultiplied = opacity.filter(defined -> defined.type() == PREMULTIPLIED_OPACITY).isPresent();
        profile = told.colour() instanceof Jp2File.Colour.Profile icc
                ? profiles.space(icc.icc(), colours.length)
                : Optional.empty();
        bits = used().mapToInt(told::depth).max().orElseThrow() > 8 ? 16 : 8;
    }

    static Jp2Channels of(Jp2File file, KnownProfiles profiles) {
        return new Jp2Channels(Told.of(file), profiles);
    }

    /** The components that the used channels are made of. */
    List<Integer> components() {
        return used().map(told::component).distinct().sorted().toList();
    }

    private static int wanted(Told told) {
        int guess = told.channels() < 3 ? 1 : 3;
        if (told.colour() instanceof Jp2File.Colour.Enumerated enumerated) {
            return wanted(enumerated.space(), guess);
        }
        if (told.colour() instanceof CieLab) {
            return 3;
        }
        return told.colour() instanceof Jp2File.Colour.Profile profile ? wanted(profile.icc(), guess) : guess;
    }

    private static int wanted(int space, int guess) {
        return switch (space) {
            case GRAY -> 1;
            case CMYK -> 4;
            case SRGB, SYCC -> 3;
            default -> guess;
        };
    }

    private static int wanted(byte[] icc, int guess) {
        if (Heads.has(icc, 16, "GRAY")) {
            return 1;
        }
        return Heads.has(icc, 16, "CMYK") ? 4 : guess;
    }

    private static int[] inOrder(Told told, int wanted) {
        int[] order = IntStream.range(0, wanted < 3 ? 1 : wanted).toArray();
        for (Jp2File.Definition defined : told.definitions()) {
            boolean colour = defined.type() == 0 && defined.association() >= 1 && defined.association() <= order.length;
            if (colour && defined.channel() < told.channels()) {
                order[defined.association() - 1] = defined.channel();
            }
        }
        return order;
    }

    private static Optional<Jp2File.Definition> opacity(Told told) {
        return told.definitions().stream()
                .filter(defined -> defined.type() == OPACITY || defined.type() == PREMULTIPLIED_OPACITY)
                .filter(defined -> defined.channel() < told.channels())
                .reduce((one, later) -> later);
    }

    /** The channels that become samples: colours in their order, then opacity. */
    private Stream<Integer> used() {
        return Stream.concat(IntStream.of(colours).boxed(), alpha.stream());
    }

    /** Depth of the decoded picture: 16 when any channel it needs is deeper than 8. */
    int bits() {
        return bits;
    }

    /** Whether the decoded picture has alpha. */
    boolean alpha() {
        return alpha.isPresent();
    }

    /** Channels that are colours, before any conversion. */
    int colours() {
        return colours.length;
    }

    /** Whether its colours are those of a profile of the file's. */
    boolean hasProfile() {
        return profile.isPresent();
    }

    /** Bands of the decoded picture, alpha included. */
    int bands() {
        return space().getNumComponents() + (alpha() ? 1 : 0);
    }

    /** Space of the decoded picture's colours. */
    ColorSpace space() {
        return profile.orElseGet(
                () -> ColorSpace.getInstance(colours.length == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB));
    }

    /** What the default quality gives. */
    Quality nature() {
        if (colours.length > 1) {
            return Quality.COLOR;
        }
        return told.depth(colours[0]) == 1 && !alpha() ? Quality.BITONAL : Quality.GRAY;
    }

    /** The channels in use, colours in their order, then alpha. */
    List<Jp2Channel> list() {
        return list(bits == 8 ? 255 : 65535);
    }

    /** The same, for samples up to a value of 255 or 65535. */
    List<Jp2Channel> list(int full) {
        List<Jp2Channel> list = new ArrayList<>();
        used().forEach(channel -> list.add(channel(channel, full, list)));
        return list;
    }

    /** Channels of the same depth share their table. */
    private Jp2Channel channel(int channel, int full, List<Jp2Channel> before) {
        int component = told.component(channel);
        Optional<Integer> column = told.column(channel);
        if (column.isPresent()) {
            return Jp2Channel.ofPalette(component, told.palette().orElseThrow(), column.get(), full);
        }
        int depth = told.depth(channel);
        return before.stream()
                .filter(known -> !known.mapped() && known.depth() == depth)
                .findFirst()
                .map(known -> known.of(component))
                .orElseGet(() -> Jp2Channel.of(component, depth, full));
    }

    /** What is done to colours that are of another space than the decoded picture's. */
    List<Jp2Conversion> conversions() {
        List<Jp2Conversion> conversions = new ArrayList<>();
        if (premultiplied) {
            conversions.add(Jp2Conversion.DIVISION);
        }
        if (profile.isEmpty() && colours.length == 4) {
            conversions.add(Jp2Conversion.CMYK);
        } else if (colours.length == 3 && isSycc()) {
            conversions.add(Jp2Conversion.SYCC);
        } else if (colours.length == 3 && told.colour() instanceof CieLab lab) {
            conversions.add(LabConversion.of(lab, IntStream.of(colours).map(told::depth).toArray()));
        }
        return conversions;
    }

    private boolean isSycc() {
        return told.colour() instanceof Jp2File.Colour.Unknown
                ? looksLikeSycc()
                : told.colour() instanceof Jp2File.Colour.Enumerated enumerated && enumerated.space() == SYCC;
    }

    /** Nobody sub-samples green and blue. */
    private boolean looksLikeSycc() {
        return told.channels() == 3 && !subsampled(0) && subsampled(1) && subsampled(2);
    }

    private boolean subsampled(int colour) {
        return told.column(colours[colour]).isEmpty()
                && told.components().get(told.component(colours[colour])).subsampled();
    }
}
