package org.lectern.jpeg2000;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Wraps a codestream into the boxes of a JP2: T.800 annex I. Begins with no colour at all. Mutable. */
final class Jp2Writer {

    private final List<byte[]> colours = new ArrayList<>();
    private final List<byte[]> before = new ArrayList<>();
    private final List<byte[]> after = new ArrayList<>();
    private Optional<byte[]> palette = Optional.empty();
    private Optional<byte[]> mapping = Optional.empty();
    private Optional<byte[]> definitions = Optional.empty();
    private Optional<byte[]> resolution = Optional.empty();
    private String brand = "jp2 ";
    private boolean longBox;
    private boolean openEnd;

    /** 16 sRGB, 17 grey, 18 sYCC … */
    Jp2Writer enumerated(int space) {
        colours.add(box("colr", new Segments().number(1, 1).number(0, 1).number(0, 1).number(space, 4).all()));
        return this;
    }

    /** A restricted profile. */
    Jp2Writer profile(byte[] icc) {
        colours.add(box("colr", new Segments().number(2, 1).number(0, 1).number(0, 1).bytes(icc).all()));
        return this;
    }

    /** A colour specification of any method. */
    Jp2Writer colour(int method, byte[] rest) {
        colours.add(box("colr", new Segments().number(method, 1).number(0, 1).number(0, 1).bytes(rest).all()));
        return this;
    }

    /** Depths of the columns; an array for each entry with a value for each column. */
    Jp2Writer palette(int[] bits, int[][] entries) {
        var out = new Segments().number(entries.length, 2).number(bits.length, 1);
        for (int depth : bits) {
            out.number(depth - 1, 1);
        }
        for (int[] entry : entries) {
            for (int column = 0; column < bits.length; column++) {
                out.number(entry[column], (bits[column] + 7) / 8);
            }
        }
        palette = Optional.of(box("pclr", out.all()));
        return this;
    }

    /** For each channel its component, 1 for the palette or 0, and the column. */
    Jp2Writer mapping(int[]... channels) {
        var out = new Segments();
        for (int[] channel : channels) {
            out.number(channel[0], 2).number(channel[1], 1).number(channel[2], 1);
        }
        mapping = Optional.of(box("cmap", out.all()));
        return this;
    }

    /** For each entry channel, type and association. */
    Jp2Writer definitions(int[]... channels) {
        var out = new Segments().number(channels.length, 2);
        for (int[] channel : channels) {
            out.number(channel[0], 2).number(channel[1], 2).number(channel[2], 2);
        }
        definitions = Optional.of(box("cdef", out.all()));
        return this;
    }

    /** Dots a metre, of capture or for display. */
    Jp2Writer resolution(boolean capture, int numerator, int denominator, int exponent) {
        byte[] inner = box(capture ? "resc" : "resd", new Segments().number(numerator, 2).number(denominator, 2)
                .number(numerator, 2).number(denominator, 2).number(exponent, 1).number(exponent, 1).all());
        resolution = Optional.of(box("res ", inner));
        return this;
    }

    /** A box between header and codestream. */
    Jp2Writer before(String type, byte[] content) {
        before.add(box(type, content));
        return this;
    }

    /** A box behind the codestream. */
    Jp2Writer after(String type, byte[] content) {
        after.add(box(type, content));
        return this;
    }

    Jp2Writer brand(String four) {
        brand = four;
        return this;
    }

    /** The length of the codestream's box in 64 bits. */
    Jp2Writer longBox() {
        longBox = true;
        return this;
    }

    /** The codestream's box says 0 for its length: to the end of the file. */
    Jp2Writer openEnd() {
        openEnd = true;
        return this;
    }

    byte[] write(TestPicture picture, byte[] codestream) {
        var out = new Segments().bytes(box("jP  ", new Segments().number(0x0D0A870A, 4).all()))
                .bytes(box("ftyp", new Segments().bytes(ascii(brand)).number(0, 4).bytes(ascii("jp2 ")).all()))
                .bytes(box("jp2h", header(picture)));
        before.forEach(out::bytes);
        if (openEnd) {
            return out.number(0, 4).bytes(ascii("jp2c")).bytes(codestream).all();
        }
        if (longBox) {
            out.number(1, 4).bytes(ascii("jp2c")).number(16L + codestream.length, 8).bytes(codestream);
        } else {
            out.bytes(box("jp2c", codestream));
        }
        after.forEach(out::bytes);
        return out.all();
    }

    private byte[] header(TestPicture picture) {
        List<Integer> depths = picture.planes().stream()
                .map(plane -> plane.bits() - 1 | (plane.signed() ? 128 : 0)).toList();
        boolean alike = depths.stream().distinct().count() == 1;
        var out = new Segments().bytes(box("ihdr", new Segments()
                .number(picture.y1() - picture.y0(), 4).number(picture.x1() - picture.x0(), 4)
                .number(depths.size(), 2).number(alike ? depths.get(0) : 255, 1)
                .number(7, 1).number(0, 1).number(0, 1).all()));
        if (!alike) {
            var each = new Segments();
            depths.forEach(depth -> each.number(depth, 1));
            out.bytes(box("bpcc", each.all()));
        }
        colours.forEach(out::bytes);
        palette.ifPresent(out::bytes);
        mapping.ifPresent(out::bytes);
        definitions.ifPresent(out::bytes);
        resolution.ifPresent(out::bytes);
        return out.all();
    }

    /** A box of any type. */
    static byte[] box(String type, byte[] content) {
        return new Segments().number(8L + content.length, 4).bytes(ascii(type)).bytes(content).all();
    }

    private static byte[] ascii(String four) {
        return four.getBytes(StandardCharsets.ISO_8859_1);
    }
}
