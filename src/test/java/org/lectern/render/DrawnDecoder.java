package org.lectern.render;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.codec.Decoder;
import org.lectern.codec.Pyramid;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;
import org.lectern.image.Quality;
import org.lectern.pixels.Pixels;
import org.lectern.transform.Scale;
import org.lectern.transform.Window;

/** A decoder of pictures that it has drawn itself: each level the average of two by two pixels of the one before. */
final class DrawnDecoder implements Decoder {

    /** How the sizes of levels are rounded. */
    enum Rounding { UP, DOWN }

    final AtomicInteger decoded = new AtomicInteger();
    final AtomicInteger opened = new AtomicInteger();
    volatile Runnable beforeDecoding = () -> {};
    private final List<BufferedImage> levels = new ArrayList<>();
    private final Pyramid pyramid;

    /** A gradient with some grain, of so many levels, tiled (or of one piece when the tile is larger than all). */
    DrawnDecoder(Dimensions full, int levelCount, Rounding rounding, int tileWidth, int tileHeight) {
        this(gradient(full), levelCount, rounding, tileWidth, tileHeight, Quality.COLOR);
    }

    DrawnDecoder(BufferedImage full, int levelCount, Rounding rounding, int tileWidth, int tileHeight, Quality nature) {
        List<Pyramid.Level> sizes = new ArrayList<>();
        BufferedImage image = full;
        for (int level = 0; level < levelCount; level++) {
            image = level == 0 ? full : half(image, rounding);
            levels.add(image);
            var size = new Dimensions(image.getWidth(), image.getHeight());
            sizes.add(new Pyramid.Level(size, new Dimensions(
                    Math.min(tileWidth, size.width()), Math.min(tileHeight, size.height()))));
        }
        pyramid = new Pyramid(
                sizes, nature, Pixels.bands(full), Pixels.bits(full), OptionalDouble.of(300), name());
    }

    static BufferedImage gradient(Dimensions size) {
        BufferedImage image = Pixels.create(size, ColorSpace.getInstance(ColorSpace.CS_sRGB), false, 8);
        byte[] samples = Pixels.bytes(image);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int at = (y * size.width() + x) * 3;
                int grain = (x * 7919 + y * 104729) % 23;
                samples[at] = (byte) (x * 230L / size.width() + grain);
                samples[at + 1] = (byte) (y * 230L / size.height() + grain);
                samples[at + 2] = (byte) ((x ^ y) & 0xff);
            }
        }
        return image;
    }

    private static BufferedImage half(BufferedImage image, Rounding rounding) {
        int more = rounding == Rounding.UP ? 1 : 0;
        var size = new Dimensions((image.getWidth() + more) / 2, (image.getHeight() + more) / 2);
        return new Scale(new Window(0, 0, 2.0 * size.width(), 2.0 * size.height()), size).apply(image);
    }

    Pyramid pyramid() {
        return pyramid;
    }

    @Override
    public String name() {
        return "drawn";
    }

    @Override
    public boolean recognises(byte[] head) {
        opened.incrementAndGet();
        return true;
    }

    @Override
    public int pages(Blob blob) {
        return 7;
    }

    @Override
    public Pyramid pyramid(Picture picture) {
        return pyramid;
    }

    @Override
    public BufferedImage decode(Picture picture, int level, Rect region) {
        beforeDecoding.run();
        decoded.incrementAndGet();
        BufferedImage image = levels.get(level);
        if (!pyramid.levels().get(level).size().bounds().contains(region)) {
            throw new IiifException.Broken("asked for " + region + " outside of level " + level);
        }
        BufferedImage part = Pixels.create(region.size(), image.getColorModel().getColorSpace(),
                image.getColorModel().hasAlpha(), Pixels.bits(image));
        part.getRaster().setRect(-region.x(), -region.y(), image.getRaster());
        return part;
    }

    @Override
    public long cost(Pyramid pyramid, int level, Rect region) {
        return region.size().area() * pyramid.bands() * pyramid.bits() / 8 + 1000;
    }
}
