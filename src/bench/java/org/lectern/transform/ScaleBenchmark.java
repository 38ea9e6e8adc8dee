package org.lectern.transform;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Pictures made smaller, beside what Java2D has for it: halved, then interpolated, bilinear each time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScaleBenchmark {

    @Param({"2000-512", "1000-500"})
    public String sizes;

    /** RGB, GRAY, RGBA, and RGB at 16 bits. */
    @Param({"RGB", "GRAY", "RGBA", "RGB16"})
    public String kind;

    private BufferedImage picture;
    private BufferedImage java2d;
    private Dimensions out;
    private Window window;

    @Setup
    public void draw() {
        int from = Integer.parseInt(sizes.substring(0, sizes.indexOf('-')));
        int to = Integer.parseInt(sizes.substring(sizes.indexOf('-') + 1));
        var size = new Dimensions(from, from);
        out = new Dimensions(to, to);
        window = Window.all(size);
        int space = kind.equals("GRAY") ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
        picture = Pixels.create(
                size, ColorSpace.getInstance(space), kind.equals("RGBA"), kind.equals("RGB16") ? 16 : 8);
        Samples samples = Samples.of(picture);
        var random = new Random(1);
        for (int i = 0; i < size.area() * Pixels.bands(picture); i++) {
            samples.set(i, random.nextInt(samples.full + 1));
        }
        java2d = new BufferedImage(from, from, switch (kind) {
            case "GRAY" -> BufferedImage.TYPE_BYTE_GRAY;
            case "RGBA" -> BufferedImage.TYPE_INT_ARGB;
            default -> BufferedImage.TYPE_3BYTE_BGR; // it has no faster one, and none of 16 bits
        });
        Graphics2D graphics = java2d.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
    }

    @Benchmark
    public BufferedImage area() {
        return new Scale(window, out, Scaling.AREA).apply(picture);
    }

    @Benchmark
    public BufferedImage lanczos() {
        return new Scale(window, out, Scaling.LANCZOS).apply(picture);
    }

    @Benchmark
    public BufferedImage java2d() {
        BufferedImage from = java2d;
        while (from.getWidth() > out.width()) {
            int next = Math.max(out.width(), from.getWidth() / 2);
            BufferedImage to = new BufferedImage(next, next, from.getType());
            Graphics2D graphics = to.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(from, 0, 0, next, next, null);
            graphics.dispose();
            from = to;
        }
        return from;
    }
}
