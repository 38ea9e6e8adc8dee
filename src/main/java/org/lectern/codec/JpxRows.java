package org.lectern.codec;

import java.util.List;
import org.lectern.core.Rect;
import org.lectern.jpeg2000.Pieces;

/** Puts decoded pieces into bytes, the channels of a pixel together. For one thread. */
final class JpxRows implements Pieces {

    private static final int FULL = 255;

    private final List<Jp2Channel> channels;
    private final List<Jp2Conversion> conversions;
    private final int kept;
    private final Rect strip;
    private final byte[] samples;
    private final int[][] rows; // of each channel

    /**
     * For one strip.
     *
     * @param channels whose samples go up to 255
     * @param kept how many of them, from the first, are written
     * @param samples get the strip
     */
    JpxRows(List<Jp2Channel> channels, List<Jp2Conversion> conversions, int kept, Rect strip, byte[] samples) {
        this.channels = channels;
        this.conversions = conversions;
        this.kept = kept;
        this.strip = strip;
        this.samples = samples;
        rows = new int[channels.size()][strip.width()];
    }

    @Override
    public void take(Rect place, int[][] components) {
        for (int y = 0; y < place.height(); y++) {
            for (int i = 0; i < rows.length; i++) {
                Jp2Channel channel = channels.get(i);
                channel.convert(components[channel.component()], y * place.width(), rows[i], place.width());
            }
            for (Jp2Conversion conversion : conversions) {
                conversion.apply(rows, place.width(), FULL);
            }
            put((place.y() - strip.y() + y) * strip.width() + place.x() - strip.x(), place.width());
        }
    }

    private void put(int pixel, int count) {
        for (int band = 0; band < kept; band++) {
            int[] row = rows[band];
            for (int i = 0, to = pixel * kept + band; i < count; i++, to += kept) {
                samples[to] = (byte) row[i];
            }
        }
    }
}
