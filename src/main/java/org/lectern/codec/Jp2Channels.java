package org.lectern.codec;

import java.awt.color.ColorSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lectern.image.Quality;

/**
 * Which components of a JPEG 2000 picture are its colours and its transparency, and how their values
 * become samples of the normal form. Enumerated sYCC, CIELab and CMYK become sRGB; a file that does
 * not tell is grey with one or two channels, RGB with three, and RGB with alpha with four.
 */
final class Jp2Channels {

    private final Jp2Boxes boxes;
    private final CodestreamHeader header;
    private final int[] colours; // channel of each colour
    private final int alpha; // channel, or -1
    private final boolean premultiplied;
    private final Optional<ColorSpace> profile;
    private final int bits;

    Jp2Channels(Jp2Boxes boxes, CodestreamHeader header) {
        this.boxes = boxes;
        this.header = header;
        int wanted = Math.min(wanted(), count());
        int[] order = new int[wanted < 3 ? 1 : wanted];
        int opacity = -1;
        boolean multiplied = false;
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int[] definition : boxes.definitions()) {
            int channel = definition[0];
            int association = definition[2];
            if (channel < count() && definition[1] == 0 && association >= 1 && association <= order.length) {
                order[association - 1] = channel;
            } else if (channel < count() && (definition[1] == 1 || definition[1] == 2)) {
                opacity = channel;
                multiplied = definition[1] == 2;
            }
        }
        colours = order;
        alpha = boxes.definitions().length == 0 && count() == order.length + 1 ? order.length : opacity;
        premultiplied = multiplied;
        profile = boxes.colours() == Jp2Boxes.ICC
                ? EmbeddedProfile.space(boxes.icc(), order.length)
                : Optional.empty();
        bits = deepest() > 8 ? 16 : 8;
    }

    private int wanted() {
        return switch (boxes.colours()) {
            case Jp2Boxes.GRAY -> 1;
            case Jp2Boxes.CMYK -> 4;
            case Jp2Boxes.SRGB, Jp2Boxes.SYCC, Jp2Boxes.CIELAB -> 3;
            case Jp2Boxes.ICC -> profileColours();
            default -> count() < 3 ? 1 : 3;
        };
    }

    private int profileColours() {
        if (Heads.has(boxes.icc(), 16, "GRAY")) {
            return 1;
        }
        return Heads.has(boxes.icc(), 16, "CMYK") ? 4 : count() < 3 ? 1 : 3;
    }

    private int count() {
        return boxes.channels().length > 0 ? boxes.channels().length : header.components().length;
    }

    private int deepest() {
        int deepest = 1;
        for (int channel : used()) {
            deepest = Math.max(deepest, depth(channel));
        }
        return deepest;
    }

    private List<Integer> used() {
        List<Integer> used = new ArrayList<>();
        for (int colour : colours) {
            used.add(colour);
        }
        if (alpha >= 0) {
            used.add(alpha);
        }
        return used;
    }

    private int component(int channel) {
        int component = boxes.channels().length > 0 ? boxes.channels()[channel][0] : channel;
        return Math.min(component, header.components().length - 1);
    }

    private int column(int channel) {
        int column = boxes.channels().length > 0 ? boxes.channels()[channel][1] : -1;
        return column < boxes.columns() ? column : -1;
    }

    private int depth(int channel) {
        int column = column(channel);
        return column >= 0 ? boxes.columnBits()[column] : header.components()[component(channel)].bits();
    }

    int bits() {
        return bits;
    }

    boolean alpha() {
        return alpha >= 0;
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
        return depth(colours[0]) == 1 && !alpha() ? Quality.BITONAL : Quality.GRAY;
    }

    /**
     * Writes one pixel.
     *
     * @param components its value of each component, from 0 on (signed ones already lifted)
     * @param into where to
     * @param at index of its first sample
     */
    void put(int[] components, Samples into, int at) {
        int full = bits == 8 ? 255 : 65535;
        int[] values = new int[colours.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components, colours[i], full);
        }
        int opacity = alpha() ? value(components, alpha, full) : full;
        if (premultiplied) {
            divide(values, opacity, full);
        }
        int[] converted = profile.isPresent() ? values : converted(values, full);
        for (int i = 0; i < converted.length; i++) {
            into.set(at + i, converted[i]);
        }
        if (alpha()) {
            into.set(at + converted.length, opacity);
        }
    }

    private int value(int[] components, int channel, int full) {
        int value = components[component(channel)];
        int column = column(channel);
        if (column >= 0) {
            int entry = Math.min(value, boxes.palette().length / boxes.columns() - 1);
            value = boxes.palette()[entry * boxes.columns() + column];
        }
        long most = (1L << depth(channel)) - 1;
        return most == full ? value : Samples.stretch(value, most, full);
    }

    private static void divide(int[] values, int opacity, int full) {
        for (int i = 0; i < values.length && opacity > 0; i++) {
            values[i] = (int) Math.min(full, (long) values[i] * full / opacity);
        }
    }

    private int[] converted(int[] values, int full) {
        if (values.length == 4) {
            int paper = full - values[3];
            return new int[] {
                through(values[0], paper, full), through(values[1], paper, full), through(values[2], paper, full)
            };
        }
        if (values.length == 3 && boxes.colours() == Jp2Boxes.SYCC) {
            return luminance(values, full);
        }
        if (values.length == 3 && boxes.colours() == Jp2Boxes.CIELAB) {
            double unit = full;
            return Lab.toRgb(100 * values[0] / unit, 170 * (values[1] / unit - 128 / 255.0),
                    200 * (values[2] / unit - 96 / 255.0), full);
        }
        return values;
    }

    private static int through(int ink, int paper, int full) {
        return (int) ((long) (full - ink) * paper / full);
    }

    private static int[] luminance(int[] values, int full) {
        int middle = (full + 1) / 2;
        double y = values[0];
        double cb = values[1] - middle;
        double cr = values[2] - middle;
        return new int[] {
            clamp(y + 1.402 * cr, full), clamp(y - 0.344136 * cb - 0.714136 * cr, full), clamp(y + 1.772 * cb, full)
        };
    }

    private static int clamp(double value, int full) {
        return (int) Math.round(Math.min(full, Math.max(0, value)));
    }
}
