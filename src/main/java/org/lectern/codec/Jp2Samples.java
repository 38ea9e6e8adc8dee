package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.util.List;
import org.lectern.core.Rect;
import org.lectern.jpeg2000.Pieces;
import org.lectern.pixels.Pixels;

/**
 * Puts decoded pieces into a picture of the normal form, row by row. Values that are samples already go there straight.
 * For one thread.
 */
final class Jp2Samples implements Pieces {

    private final List<Jp2Channel> channels;
    private final List<Jp2Conversion> conversions;
    private final Rect region;
    private final Interleaving into;
    private final int full;
    private final boolean alpha;
    private final boolean straight;
    private final int[][] made; // a row of each channel
    private final int[][] rows; // that, or the component itself
    private final int[] from; // index in rows of the first sample
    private final int[][] bands; // rows in the order of the picture

    /**
     * Into an empty picture.
     *
     * @param image has the size of the region, and the channels' colours and depth
     * @param region in pixels of the level
     */
    Jp2Samples(Jp2Channels channels, BufferedImage image, Rect region) {
        this.channels = channels.list();
        this.conversions = channels.conversions();
        this.region = region;
        into = Interleaving.into(image);
        full = Pixels.bits(image) == 8 ? 255 : 65535;
        alpha = channels.alpha();
        straight = conversions.isEmpty();
        int count = this.channels.size();
        made = new int[count][straight && this.channels.stream().allMatch(Jp2Channel::plain) ? 0 : region.width()];
        rows = new int[count][];
        from = new int[count];
        bands = new int[Pixels.bands(image)][];
    }

    @Override
    public void take(Rect place, int[][] components) {
        for (int y = 0; y < place.height(); y++) {
            row(components, y * place.width(), place.width());
            System.arraycopy(rows, 0, bands, 0, bands.length);
            if (alpha) {
                bands[bands.length - 1] = rows[rows.length - 1]; // of CMYK that became RGB a row between is left out
            }
            into.row(bands, from, place.width(),
                    (place.y() - region.y() + y) * region.width() + place.x() - region.x());
        }
    }

    private void row(int[][] components, int at, int count) {
        for (int i = 0; i < rows.length; i++) {
            Jp2Channel channel = channels.get(i);
            int[] values = components[channel.component()];
            boolean asItIs = straight && channel.plain();
            rows[i] = asItIs ? values : made[i];
            from[i] = asItIs ? at : 0;
            if (!asItIs) {
                channel.convert(values, at, made[i], count);
            }
        }
        for (Jp2Conversion conversion : conversions) {
            conversion.apply(rows, count, full);
        }
    }
}
