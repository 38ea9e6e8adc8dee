package org.lectern.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Uncompressed TIFF files of RGB, little-endian: in strips or tiles, one directory a level. */
final class TiffWriter {

    private static final int SHORT = 3;
    private static final int LONG = 4;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();

    private TiffWriter() {}

    /** One picture in strips of some rows, stored as it is and said to be turned. */
    static byte[] strips(BufferedImage image, int rows, int orientation) {
        return new TiffWriter().file(List.of(image), image.getWidth(), rows, false, orientation);
    }

    /** Levels from the largest, each in tiles. */
    static byte[] tiles(List<BufferedImage> levels, int side, int orientation) {
        return new TiffWriter().file(levels, side, side, true, orientation);
    }

    private byte[] file(List<BufferedImage> levels, int width, int height, boolean tiled, int orientation) {
        file.writeBytes(little(8).putShort((short) 0x4949).putShort((short) 42).putInt(0).array());
        List<Integer> directories = new ArrayList<>();
        for (BufferedImage level : levels) {
            pieces(level, tiled ? width : level.getWidth(), height, tiled);
            int offsetsAt = list(offsets);
            int countsAt = list(counts);
            int bitsAt = place(little(6).putShort((short) 8).putShort((short) 8).putShort((short) 8).array());
            boolean reduced = level != levels.get(0);
            directories.add(place(
                    directory(level, reduced, tiled, width, height, orientation, bitsAt, offsetsAt, countsAt)));
        }
        ByteBuffer bytes = ByteBuffer.wrap(file.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        int link = 4;
        for (int directory : directories) {
            bytes.putInt(link, directory);
            link = directory + 2 + 12 * bytes.getShort(directory);
        }
        return bytes.array();
    }

    private void pieces(BufferedImage level, int width, int height, boolean tiled) {
        offsets.clear();
        counts.clear();
        for (int y = 0; y < level.getHeight(); y += height) {
            for (int x = 0; x < level.getWidth(); x += width) {
                byte[] piece = piece(level, x, y, width, tiled ? height : Math.min(height, level.getHeight() - y));
                offsets.add(place(piece));
                counts.add(piece.length);
            }
        }
    }

    private static byte[] piece(BufferedImage level, int left, int top, int width, int height) {
        byte[] piece = new byte[width * height * 3];
        for (int y = top; y < Math.min(top + height, level.getHeight()); y++) {
            for (int x = left; x < Math.min(left + width, level.getWidth()); x++) {
                int rgb = level.getRGB(x, y);
                int at = ((y - top) * width + x - left) * 3;
                piece[at] = (byte) (rgb >> 16);
                piece[at + 1] = (byte) (rgb >> 8);
                piece[at + 2] = (byte) rgb;
            }
        }
        return piece;
    }

    private byte[] directory(BufferedImage level, boolean reduced, boolean tiled, int width, int height,
            int orientation, int bitsAt, int offsetsAt, int countsAt) {
        List<int[]> tags = new ArrayList<>(List.of(
                new int[] {254, LONG, 1, reduced ? 1 : 0},
                new int[] {256, LONG, 1, level.getWidth()},
                new int[] {257, LONG, 1, level.getHeight()},
                new int[] {258, SHORT, 3, bitsAt},
                new int[] {259, SHORT, 1, 1},
                new int[] {262, SHORT, 1, 2}));
        int[] where = {LONG, offsets.size(), offsets.size() == 1 ? offsets.get(0) : offsetsAt};
        int[] many = {LONG, counts.size(), counts.size() == 1 ? counts.get(0) : countsAt};
        if (!tiled) {
            tags.add(new int[] {273, where[0], where[1], where[2]});
        }
        tags.add(new int[] {274, SHORT, 1, orientation});
        tags.add(new int[] {277, SHORT, 1, 3});
        if (tiled) {
            tags.add(new int[] {322, LONG, 1, width});
            tags.add(new int[] {323, LONG, 1, height});
            tags.add(new int[] {324, where[0], where[1], where[2]});
            tags.add(new int[] {325, many[0], many[1], many[2]});
        } else {
            tags.add(new int[] {278, LONG, 1, height});
            tags.add(new int[] {279, many[0], many[1], many[2]});
        }
        ByteBuffer bytes = little(2 + 12 * tags.size() + 4).putShort((short) tags.size());
        for (int[] tag : tags) {
            bytes.putShort((short) tag[0]).putShort((short) tag[1]).putInt(tag[2]).putInt(tag[3]);
        }
        return bytes.array();
    }

    private int list(List<Integer> values) {
        ByteBuffer bytes = little(4 * values.size());
        values.forEach(bytes::putInt);
        return place(bytes.array());
    }

    private int place(byte[] bytes) {
        int at = file.size();
        file.writeBytes(bytes);
        file.writeBytes(new byte[file.size() & 1]);
        return at;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
