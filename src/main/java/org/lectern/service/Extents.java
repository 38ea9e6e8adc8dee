package org.lectern.service;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lectern.blob.Validators;
import org.lectern.core.Dimensions;

/** How large the pictures of an item are, one after another. Immutable; a dozen bytes each, however they are kept. */
final class Extents {

    private static final int UNREADABLE = 0; // as a width
    private static final Dimensions SHEET = new Dimensions(1000, 1414); // the shape of A4

    private final Instant seen;
    private final int[] widths;
    private final int[] heights;
    private final float[] resolutions;

    /**
     * Of pictures that were looked at just now.
     *
     * @param all empty for those that cannot be read
     */
    Extents(List<Optional<Extent>> all, Instant seen) {
        this(all.size(), seen);
        for (int i = 0; i < widths.length; i++) {
            if (all.get(i).isPresent()) {
                widths[i] = all.get(i).get().size().width();
                heights[i] = all.get(i).get().size().height();
                resolutions[i] = all.get(i).get().dpi();
            }
        }
    }

    private Extents(int count, Instant seen) {
        this.seen = seen;
        widths = new int[count];
        heights = new int[count];
        resolutions = new float[count];
    }

    /**
     * Of one picture.
     *
     * @param size in pixels, upright
     * @param dpi dots an inch, 0 when they are not known
     */
    record Extent(Dimensions size, float dpi) {}

    /** When they were looked at, to the millisecond. */
    Instant seen() {
        return seen;
    }

    /** One of them; empty when it cannot be read. */
    Optional<Extent> at(int index) {
        return widths[index] == UNREADABLE
                ? Optional.empty()
                : Optional.of(new Extent(new Dimensions(widths[index], heights[index]), resolutions[index]));
    }

    /** The size of the nearest readable one before, else of the nearest behind; that of a sheet when none can be read. */
    Dimensions neighbour(int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (widths[i] != UNREADABLE) {
                return new Dimensions(widths[i], heights[i]);
            }
        }
        for (int i = index; i < widths.length; i++) {
            if (widths[i] != UNREADABLE) {
                return new Dimensions(widths[i], heights[i]);
            }
        }
        return SHEET;
    }

    /** Whether none of the first ones can be read. */
    boolean isUnreadable(int first) {
        return IntStream.range(0, first).allMatch(i -> widths[i] == UNREADABLE);
    }

    /** Whether each of them can be read. */
    boolean isComplete() {
        return IntStream.of(widths).noneMatch(width -> width == UNREADABLE);
    }

    /** Changes when one of them does. */
    String validator() {
        byte[] bytes = bytes();
        return Validators.of(new String(bytes, Long.BYTES, bytes.length - Long.BYTES, StandardCharsets.ISO_8859_1));
    }

    /** All of them, as a cache keeps them. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(seen.toEpochMilli());
            out.writeInt(widths.length);
            for (int i = 0; i < widths.length; i++) {
                out.writeInt(widths[i]);
                out.writeInt(heights[i]);
                out.writeFloat(resolutions[i]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    static Extents of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Instant seen = Instant.ofEpochMilli(in.readLong());
            Extents extents = new Extents(in.readInt(), seen);
            for (int i = 0; i < extents.widths.length; i++) {
                extents.widths[i] = in.readInt();
                extents.heights[i] = in.readInt();
                extents.resolutions[i] = in.readFloat();
            }
            return extents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
