package org.lectern.transform;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Java's transforms from one profile to sRGB. {@code ColorConvertOp} does not promise to be safe for threads, so
 * each call borrows one; a few idle ones are kept. Thread-safe.
 */
final class IccTransforms {

    private static final int IDLE = 4;

    private final ICC_Profile profile;
    private final int bands;
    private final BlockingQueue<ColorConvertOp> idle = new ArrayBlockingQueue<>(IDLE);

    IccTransforms(ICC_Profile profile) {
        this.profile = profile;
        bands = profile.getNumComponents();
    }

    /** Packed colours of 8 bits to packed sRGB. */
    void convert(byte[] from, byte[] to, int pixels) {
        convert(raster(new DataBufferByte(from, from.length), bands, pixels),
                raster(new DataBufferByte(to, to.length), 3, pixels));
    }

    /** Packed colours of 16 bits to packed sRGB. */
    void convert(short[] from, short[] to, int pixels) {
        convert(raster(new DataBufferUShort(from, from.length), bands, pixels),
                raster(new DataBufferUShort(to, to.length), 3, pixels));
    }

    private void convert(Raster from, WritableRaster to) {
        ColorConvertOp transform = Optional.ofNullable(idle.poll()).orElseGet(this::make);
        transform.filter(from, to);
        idle.offer(transform); // not kept when enough are idle
    }

    private ColorConvertOp make() {
        ICC_Profile[] way = {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
        return new ColorConvertOp(way, null);
    }

    private static WritableRaster raster(DataBuffer data, int bands, int pixels) {
        int[] offsets = new int[bands];
        for (int band = 0; band < bands; band++) {
            offsets[band] = band;
        }
        var samples = new PixelInterleavedSampleModel(
                data.getDataType(), pixels, 1, bands, pixels * bands, offsets);
        return Raster.createWritableRaster(samples, data, new Point(0, 0));
    }
}
