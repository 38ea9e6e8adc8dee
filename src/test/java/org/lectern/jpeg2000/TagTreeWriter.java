package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A tag tree of B.10.2; all values are known before the first is coded. */
final class TagTreeWriter {

    private record Level(int width, int[] value, int[] low, boolean[] known) {}

    private final List<Level> levels = new ArrayList<>();

    TagTreeWriter(int width, int height, int[] leaves) {
        levels.add(level(width, leaves));
        int w = width;
        int h = height;
        while (w * h > 1) {
            Level below = levels.get(levels.size() - 1);
            int halfW = (w + 1) / 2;
            int halfH = (h + 1) / 2;
            int[] least = new int[halfW * halfH];
            Arrays.fill(least, Integer.MAX_VALUE);
            for (int i = 0; i < w * h; i++) {
                int parent = i / w / 2 * halfW + i % w / 2;
                least[parent] = Math.min(least[parent], below.value[i]);
            }
            levels.add(level(halfW, least));
            w = halfW;
            h = halfH;
        }
    }

    private static Level level(int width, int[] values) {
        return new Level(width, values, new int[values.length], new boolean[values.length]);
    }

    /** Codes whether the value of a leaf is below a threshold, as far as it was not told before. */
    void write(int column, int row, int threshold, RawBits bits) {
        int low = 0;
        for (int depth = levels.size() - 1; depth >= 0; depth--) {
            Level level = levels.get(depth);
            int at = (row >> depth) * level.width + (column >> depth);
            low = Math.max(low, level.low[at]);
            while (low < threshold && low < level.value[at]) {
                bits.put(0);
                low++;
            }
            if (low < threshold && !level.known[at]) {
                bits.put(1);
                level.known[at] = true;
            }
            level.low[at] = low;
        }
    }
}
