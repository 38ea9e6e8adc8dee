package org.lectern.render;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.pixels.Pixels;

/**
 * A tile as it lies in the tiles cache: raw samples of the normal form behind a small header. The profile is
 * named only. Immutable; the bytes are shared.
 *
 * <pre>
 * byte  bits a sample, 8 or 16
 * byte  1 with alpha, 0 without
 * int   width
 * int   height
 * 20 ASCII characters: name of the profile, or "gray" or "srgb" and spaces
 * samples, big-endian
 * </pre>
 */
final class StoredTile {

    private static final int NAME = 20; // characters of a validator
    private static final int HEADER = 2 + 4 + 4 + NAME;
    private static final ColorSpace GRAY = ColorSpace.getInstance(ColorSpace.CS_GRAY);
    private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);

    private final byte[] value;
    private final ColorSpace space;
    private final boolean alpha;
    private final int bits;
    private final Dimensions size;

    private StoredTile(byte[] value, ColorSpace space) {
        var header = ByteBuffer.wrap(value);
        this.value = value;
        this.space = space;
        bits = header.get();
        alpha = header.get() == 1;
        size = new Dimensions(header.getInt(), header.getInt());
    }

    /** The name of a picture's colours, its profile being kept. */
    static String name(BufferedImage image, String validator, StoredProfiles profiles) {
        ColorSpace space = image.getColorModel().getColorSpace();
        if (space.isCS_sRGB() || !(space instanceof ICC_ColorSpace icc)) {
            return "srgb";
        }
        boolean gray = icc.getProfile() == ICC_Profile.getInstance(ColorSpace.CS_GRAY); // the marker, no real profile
        return gray ? "gray" : profiles.store(validator, icc);
    }

    /** The value to keep for a part of a picture. */
    static byte[] write(BufferedImage image, Rect part, String name) {
        int bits = Pixels.bits(image);
        int bands = Pixels.bands(image);
        var value = ByteBuffer.allocate(Math.addExact(
                HEADER, Math.multiplyExact(Math.multiplyExact(part.width(), part.height()), bands * bits / 8)));
        value.put((byte) bits).put((byte) (image.getColorModel().hasAlpha() ? 1 : 0));
        value.putInt(part.width()).putInt(part.height());
        value.put(String.format("%-" + NAME + "s", name).getBytes(StandardCharsets.US_ASCII));
        int count = part.width() * bands;
        for (int y = part.y(); y < part.bottom(); y++) {
            int from = (y * image.getWidth() + part.x()) * bands;
            if (bits == 8) {
                value.put(Pixels.bytes(image), from, count);
            } else {
                value.asShortBuffer().put(Pixels.shorts(image), from, count);
                value.position(value.position() + 2 * count);
            }
        }
        return value.array();
    }

    /** Reads a kept value; none when its profile is no longer kept. */
    static Optional<StoredTile> read(byte[] value, String validator, StoredProfiles profiles) {
        String name = new String(value, HEADER - NAME, NAME, StandardCharsets.US_ASCII).strip();
        Optional<ColorSpace> space = switch (name) {
            case "gray" -> Optional.of(GRAY);
            case "srgb" -> Optional.of(SRGB);
            default -> profiles.find(validator, name);
        };
        return space.map(found -> new StoredTile(value, found));
    }

    /** An empty picture of this tile's depth and colours. */
    BufferedImage canvas(Dimensions canvas) {
        return Pixels.create(canvas, space, alpha, bits);
    }

    /**
     * Copies what two rectangles have in common.
     *
     * @param x column of this tile's first pixel in the resolution
     * @param y its row
     * @param into a {@link #canvas} of such tiles
     * @param rect where that lies in the resolution
     */
    void copy(int x, int y, BufferedImage into, Rect rect) {
        int left = Math.max(x, rect.x());
        int top = Math.max(y, rect.y());
        int right = Math.min(x + size.width(), rect.right());
        int bottom = Math.min(y + size.height(), rect.bottom());
        int bands = Pixels.bands(into);
        int count = (right - left) * bands;
        for (int row = top; row < bottom; row++) {
            int from = ((row - y) * size.width() + left - x) * bands;
            int to = ((row - rect.y()) * rect.width() + left - rect.x()) * bands;
            if (bits == 8) {
                System.arraycopy(value, HEADER + from, Pixels.bytes(into), to, count);
            } else {
                ByteBuffer.wrap(value, HEADER + 2 * from, 2 * count)
                        .asShortBuffer()
                        .get(Pixels.shorts(into), to, count);
            }
        }
    }
}
