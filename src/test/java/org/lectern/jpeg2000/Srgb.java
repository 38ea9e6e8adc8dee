package org.lectern.jpeg2000;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A decoded picture in 8-bit sRGB: the plainest way there from what the room hands out, to judge that by. */
record Srgb(int width, int height, int[][] channels) {

    static Srgb of(Jp2File file, WholeLevel level) {
        int width = level.size().width();
        int height = level.size().height();
        int[][] channels = file.palette().isPresent() ? mapped(file, level) : direct(file, level);
        return new Srgb(width, height, coloured(file.colour(), channels, width, height));
    }

    /** In 16 bits, whatever depth they had. */
    private static int[][] direct(Jp2File file, WholeLevel level) {
        int[][] channels = new int[level.components()][];
        for (int c = 0; c < channels.length; c++) {
            int most = (1 << file.components().get(c).bits()) - 1;
            channels[c] = samples(level, c).map(sample -> scaled(sample, most)).toArray();
        }
        return channels;
    }

    private static int[][] mapped(Jp2File file, WholeLevel level) {
        Jp2File.Palette palette = file.palette().orElseThrow();
        return file.mappings().stream().map(mapping -> {
            int column = mapping.column().orElseThrow();
            int most = (1 << palette.bits()[column]) - 1;
            return samples(level, mapping.component())
                    .map(sample -> scaled(palette.entries()[sample][column], most)).toArray();
        }).toArray(int[][]::new);
    }

    private static IntStream samples(WholeLevel level, int component) {
        int width = level.size().width();
        return IntStream.range(0, width * level.size().height())
                .map(at -> level.sample(component, at % width, at / width));
    }

    private static int scaled(int sample, int most) {
        return (int) (((long) sample * 65_535 + most / 2) / most);
    }

    private static int[][] coloured(Jp2File.Colour colour, int[][] channels, int width, int height) {
        if (colour instanceof Jp2File.Colour.Profile profile) {
            return converted(profile.icc(), channels, width, height);
        }
        if (colour instanceof Jp2File.Colour.Enumerated known && known.space() == 18) {
            return fromYcc(channels);
        }
        return Stream.of(0, 1, 2).map(c -> bytes(channels[Math.min(c, channels.length - 1)])).toArray(int[][]::new);
    }

    private static int[] bytes(int[] samples) {
        return IntStream.of(samples).map(sample -> (sample + 128) / 257).toArray();
    }

    private static int[][] fromYcc(int[][] ycc) {
        int[][] rgb = new int[3][ycc[0].length];
        for (int i = 0; i < ycc[0].length; i++) {
            double y = ycc[0][i] / 257.0;
            double cb = ycc[1][i] / 257.0 - 128;
            double cr = ycc[2][i] / 257.0 - 128;
            rgb[0][i] = clipped(y + 1.402 * cr);
            rgb[1][i] = clipped(y - 0.344136 * cb - 0.714136 * cr);
            rgb[2][i] = clipped(y + 1.772 * cb);
        }
        return rgb;
    }

    private static int clipped(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    private static int[][] converted(byte[] icc, int[][] channels, int width, int height) {
        WritableRaster from = Raster.createInterleavedRaster(
                DataBuffer.TYPE_USHORT, width, height, channels.length, new Point());
        for (int c = 0; c < channels.length; c++) {
            from.setSamples(0, 0, width, height, c, channels[c]);
        }
        WritableRaster to = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 3, new Point());
        ICC_Profile[] way = {ICC_Profile.getInstance(icc), ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
        new ColorConvertOp(way, null).filter(from, to);
        return Stream.of(0, 1, 2).map(c -> to.getSamples(0, 0, width, height, c, (int[]) null)).toArray(int[][]::new);
    }

    /** For red, green and blue, how far it is from a picture in a file. */
    List<Difference> differences(byte[] tiff) throws IOException {
        BufferedImage reference = ImageIO.read(new ByteArrayInputStream(tiff));
        if (reference.getWidth() != width || reference.getHeight() != height) {
            throw new AssertionError("the reference is " + reference.getWidth() + "x" + reference.getHeight());
        }
        List<Difference> differences = Stream.generate(Difference::new).limit(3).toList();
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    differences.get(c).add(channels[c][y * width + x], reference.getRaster().getSample(x, y, c));
                }
            }
        }
        return differences;
    }
}
