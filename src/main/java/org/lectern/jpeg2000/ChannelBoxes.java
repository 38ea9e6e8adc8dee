package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The boxes that make channels of components: palette, component mapping, channel definition.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, I.5.3.4 to I.5.3.6</a>
 */
final class ChannelBoxes {

    private static final int MOST_ENTRIES = 1024;
    private static final int MOST_COLUMNS = 255;
    private static final int MOST_BITS = 16;

    /** The longest palette box. */
    static final int PALETTE_BYTES = 3 + MOST_COLUMNS + MOST_ENTRIES * MOST_COLUMNS * 2;

    private static final int DIRECT = 0;
    private static final int THROUGH_PALETTE = 1;

    private ChannelBoxes() {}

    /** One entry of the component mapping box as it stands there. */
    record Entry(int component, int type, int column) {}

    /** Reads the palette box; the values of signed columns are lifted to begin at 0, as samples are. */
    static Jp2File.Palette palette(Content in) {
        int count = in.u16();
        int columns = in.u8();
        if (count < 1 || count > MOST_ENTRIES || columns < 1) {
            throw Faults.broken("its palette has " + count + " entries of " + columns + " columns; 1 to "
                    + MOST_ENTRIES + " of 1 to " + MOST_COLUMNS + " can be");
        }
        int[] depths = new int[columns];
        for (int i = 0; i < columns; i++) {
            depths[i] = depth(in.u8());
        }
        if (in.remaining() < count * Arrays.stream(depths).map(depth -> bits(depth) > 8 ? 2 : 1).sum()) {
            throw Faults.broken("its palette ends early: it claims " + count + " entries");
        }
        int[][] entries = new int[count][columns];
        for (int[] entry : entries) {
            for (int i = 0; i < columns; i++) {
                entry[i] = lifted(bits(depths[i]) > 8 ? in.u16() : in.u8(), depths[i]);
            }
        }
        return new Jp2File.Palette(Arrays.stream(depths).map(ChannelBoxes::bits).toArray(), entries);
    }

    private static int depth(int depth) {
        if (bits(depth) > MOST_BITS) {
            throw Faults.unsupported("A JPEG 2000 palette of " + bits(depth) + " bits is not read; up to "
                    + MOST_BITS + " are");
        }
        return depth;
    }

    private static int bits(int depth) {
        return (depth & 0x7f) + 1;
    }

    private static int lifted(int value, int depth) {
        int bits = bits(depth);
        int lift = depth > 0x7f ? 1 << bits - 1 : 0;
        return (value ^ lift) & (1 << bits) - 1;
    }

    /** Reads the component mapping box, as many entries as are whole. */
    static List<Entry> mapping(Content in) {
        List<Entry> entries = new ArrayList<>();
        while (in.remaining() >= 4) {
            entries.add(new Entry(in.u16(), in.u8(), in.u8()));
        }
        return entries;
    }

    /** Reads the channel definition box, as many entries as are told and whole. */
    static List<Jp2File.Definition> definitions(Content in) {
        List<Jp2File.Definition> definitions = new ArrayList<>();
        for (int told = in.remaining() < 2 ? 0 : in.u16(); told > 0 && in.remaining() >= 6; told--) {
            definitions.add(new Jp2File.Definition(in.u16(), in.u16(), in.u16()));
        }
        return definitions;
    }

    /**
     * The channels that go through a palette. A mapping that names what there is not is put right as OpenJPEG does
     * when there is a single component: each channel is the next column. Of more components nobody can know what was
     * meant: they are shown as they are, without the palette.
     *
     * @param components of the codestream
     * @return none when the palette is not to be used
     */
    static List<Jp2File.Mapping> channels(List<Entry> mapping, Jp2File.Palette palette, int components) {
        int columns = palette.bits().length;
        boolean valid = mapping.stream().allMatch(entry -> entry.component() < components
                && (entry.type() == DIRECT || entry.type() == THROUGH_PALETTE && entry.column() < columns));
        boolean wasteful = mapping.size() == columns
                && mapping.stream().mapToInt(Entry::column).distinct().count() < columns;
        if (!mapping.isEmpty() && components == 1 && (!valid || wasteful)) {
            return IntStream.range(0, columns).mapToObj(i -> new Jp2File.Mapping(0, Optional.of(i))).toList();
        }
        boolean used = mapping.stream().anyMatch(entry -> entry.type() == THROUGH_PALETTE);
        return valid && used ? mapping.stream().map(ChannelBoxes::channel).toList() : List.of();
    }

    private static Jp2File.Mapping channel(Entry entry) {
        return new Jp2File.Mapping(
                entry.component(), entry.type() == DIRECT ? Optional.empty() : Optional.of(entry.column()));
    }
}
