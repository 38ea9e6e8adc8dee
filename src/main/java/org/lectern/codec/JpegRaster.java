package org.lectern.codec;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import org.lectern.blob.Blob;
import org.lectern.blob.BlobStream;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.pixels.Pixels;

/**
 * The samples of a JPEG stream as they are coded, 8 bits each, without any conversion of colours: what
 * they mean is decided by who asks, never by the reader.
 */
final class JpegRaster {

    private JpegRaster() {}

    /** The coded samples of a region, interleaved: width × height × components bytes. */
    static byte[] read(Blob blob, Rect region) throws IOException {
        ImageReader reader = JdkReaders.provider("jpeg").createReaderInstance();
        try (BlobStream in = new BlobStream(blob)) {
            reader.setInput(in, false, true);
            return interleaved(reader.readRaster(0, region(reader, region)));
        } finally {
            reader.dispose();
        }
    }

    /** The picture of a lossless JPEG (SOF3), which Java's own reader does not know. */
    static BufferedImage readLossless(Blob blob, Rect region) throws IOException {
        JPEGImageReaderSpi provider = new JPEGImageReaderSpi();
        provider.onRegistration(IIORegistry.getDefaultInstance(), javax.imageio.spi.ImageReaderSpi.class);
        ImageReader reader = provider.createReaderInstance(null);
        try (BlobStream in = new BlobStream(blob)) {
            reader.setInput(in, false, true);
            return Foreign.normal(reader.read(0, region(reader, region)));
        } finally {
            reader.dispose();
        }
    }

    private static ImageReadParam region(ImageReader reader, Rect region) {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(new Rectangle(region.x(), region.y(), region.width(), region.height()));
        return param;
    }

    private static byte[] interleaved(Raster raster) {
        byte[] data = ((DataBufferByte) raster.getDataBuffer()).getData();
        long samples = (long) raster.getWidth() * raster.getHeight() * raster.getNumBands();
        if (data.length != samples || !(raster.getSampleModel() instanceof PixelInterleavedSampleModel)) {
            throw new IllegalStateException("a raster of another form than readers of JPEG make");
        }
        return data;
    }

    /** Samples of the normal form as a picture, without a copy. */
    static BufferedImage picture(byte[] samples, Dimensions size, ColorSpace space) {
        int bands = space.getNumComponents();
        int[] offsets = new int[bands];
        for (int band = 0; band < bands; band++) {
            offsets[band] = band;
        }
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(samples, samples.length),
                size.width(), size.height(), size.width() * bands, bands, offsets, new Point(0, 0));
        return new BufferedImage(Pixels.colorModel(space, false, 8), raster, false, null);
    }
}
