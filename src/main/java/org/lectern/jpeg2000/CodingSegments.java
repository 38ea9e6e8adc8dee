package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What the marker segments of one header, main or of a tile, say of the coding; the last of each kind counts, those
 * for components apart. Memory by the segments told. Not thread-safe while it reads.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, A.6</a>
 */
final class CodingSegments {

    private static final int MOST_BANDS = 97;
    private static final int MOST_SHIFT = 37;
    private static final int MOST_CHANGES = 256;
    private static final int WIDE_COMPONENTS = 257; // from so many a component's number has two bytes

    private final int count;
    private final Map<Integer, ComponentCoding> codings = new HashMap<>();
    private final Map<Integer, Quantization> quantizations = new HashMap<>();
    private final Map<Integer, Integer> shifts = new HashMap<>();
    private final List<ProgressionChange> changes = new ArrayList<>();
    private Optional<CodingStyle> style = Optional.empty();
    private Optional<Quantization> quantization = Optional.empty();
    private boolean silent = true;

    /** Of a picture with so many components; nothing told yet. */
    CodingSegments(int components) {
        count = components;
    }

    /** Reads one of COD, COC, QCD, QCC, RGN and POC. */
    void read(int marker, Content in) {
        silent = false;
        switch (marker) {
            case Markers.COD -> style = Optional.of(CodingStyle.read(in));
            case Markers.COC -> codings.put(component(in), CodingStyle.component(in));
            case Markers.QCD -> quantization = Optional.of(quantization(in));
            case Markers.QCC -> quantizations.put(component(in), quantization(in));
            case Markers.RGN -> shifts.put(component(in), shift(in));
            case Markers.POC -> changes(in);
            default -> throw new IllegalArgumentException("not a segment of the coding: " + marker);
        }
    }

    /** Whether nothing has been told. */
    boolean isSilent() {
        return silent;
    }

    private int component(Content in) {
        int component = count < WIDE_COMPONENTS ? in.u8() : in.u16();
        if (component >= count) {
            throw Faults.broken("its " + in.name() + " is for component " + component + "; it has " + count);
        }
        return component;
    }

    private static Quantization quantization(Content in) {
        int style = in.u8();
        int kind = style & 31;
        if (kind > Quantization.EXPOUNDED) {
            throw Faults.broken("its quantisation is of style " + kind + "; 0 to 2 can be");
        }
        int width = kind == Quantization.NONE ? 1 : 2;
        int[] steps = new int[kind == Quantization.DERIVED ? 1 : Math.min(MOST_BANDS, in.remaining() / width)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = width == 1 ? in.u8() >> 3 << 11 : in.u16();
        }
        return new Quantization(kind, style >> 5, steps);
    }

    private static int shift(Content in) {
        int style = in.u8();
        int shift = in.u8();
        if (style != 0 || shift > MOST_SHIFT) {
            throw Faults.broken("its region of interest is of style " + style + ", shifted by " + shift
                    + "; style 0 and up to " + MOST_SHIFT + " can be");
        }
        return shift;
    }

    private void changes(Content in) {
        boolean wide = count >= WIDE_COMPONENTS;
        while (in.remaining() >= (wide ? 9 : 7)) {
            if (changes.size() == MOST_CHANGES) {
                throw Faults.tooLarge("its progression changes more than " + MOST_CHANGES + " times");
            }
            int resolution = in.u8();
            int component = wide ? in.u16() : in.u8();
            int layerEnd = in.u16();
            int resolutionEnd = in.u8();
            int componentEnd = wide ? in.u16() : in.u8();
            changes.add(new ProgressionChange(resolution, component, layerEnd, resolutionEnd,
                    componentEnd == 0 ? count : Math.min(count, componentEnd), CodingStyle.order(in.u8())));
        }
    }

    /**
     * The coding of a tile.
     *
     * @param main the segments of the main header
     * @param tile those of the tile, which come first
     * @throws org.lectern.core.IiifException.Broken when the main header lacks COD or QCD
     */
    static TileCoding coding(ImageSize size, CodingSegments main, CodingSegments tile) {
        CodingStyle mainStyle = main.style.orElseThrow(() -> Faults.broken("its coding style (COD) is missing"));
        Quantization mainSteps = main.quantization.orElseThrow(
                () -> Faults.broken("its quantisation (QCD) is missing"));
        CodingStyle style = tile.style.orElse(mainStyle);
        List<ComponentCoding> components = each(size, c -> resolved(c, tile.codings,
                tile.style.map(CodingStyle::coding), main.codings, mainStyle.coding()));
        return new TileCoding(
                style.layers(), style.componentTransform() && alike(size, components), style.sop(), style.eph(),
                components,
                each(size, c -> resolved(c, tile.quantizations, tile.quantization, main.quantizations, mainSteps)),
                each(size, c -> resolved(c, tile.shifts, Optional.empty(), main.shifts, 0)),
                order(style, components, tile.changes.isEmpty() ? main.changes : tile.changes));
    }

    private static <T> List<T> each(ImageSize size, IntFunction<T> of) {
        return IntStream.range(0, size.components().size()).mapToObj(of).toList();
    }

    private static <T> T resolved(
            int component, Map<Integer, T> ofTile, Optional<T> tile, Map<Integer, T> ofMain, T main) {
        T told = ofTile.get(component);
        return told != null ? told : tile.orElseGet(() -> ofMain.getOrDefault(component, main));
    }

    /** Whether components 0 to 2 can be transformed together; if not, the demand is passed over, as OpenJPEG does. */
    private static boolean alike(ImageSize size, List<ComponentCoding> components) {
        if (components.size() < 3) {
            return false;
        }
        ImageSize.Component first = size.components().get(0);
        return IntStream.of(1, 2).allMatch(c -> size.components().get(c).stepX() == first.stepX()
                && size.components().get(c).stepY() == first.stepY()
                && components.get(c).reversible() == components.get(0).reversible());
    }

    private static List<ProgressionChange> order(
            CodingStyle style, List<ComponentCoding> components, List<ProgressionChange> changes) {
        int resolutions = components.stream().mapToInt(ComponentCoding::levels).max().orElse(0) + 1;
        if (changes.isEmpty()) {
            return List.of(new ProgressionChange(
                    0, 0, style.layers(), resolutions, components.size(), style.order()));
        }
        return changes.stream().map(change -> new ProgressionChange(change.resolutionStart(), change.componentStart(),
                Math.min(style.layers(), change.layerEnd()), Math.min(resolutions, change.resolutionEnd()),
                change.componentEnd(), change.order())).toList();
    }
}
