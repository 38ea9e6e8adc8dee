package org.lectern.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/** Reduced pictures are nearer to the formulas than those of Java2D, which halves them and then interpolates. */
class ScaleQualityTest {

    private static final Dimensions SIZE = new Dimensions(1000, 1000);
    private static final BufferedImage PICTURE = detailed();

    @ParameterizedTest(name = "1000 to {0}")
    @ValueSource(ints = {120, 256, 390, 700})
    void resultsAreMoreLikeTheFormulasThanThoseOfJava2D(int length) {
        var out = new Dimensions(length, length);
        Window all = Window.all(SIZE);
        double[] lanczos = ExactScale.lanczos(PICTURE, all, out);
        double[] area = ExactScale.area(PICTURE, all, out);
        double[] java2d = ExactScale.samples(progressive(length));
        double[] averaged = ExactScale.samples(new Scale(all, out, Scaling.AREA).apply(PICTURE));
        double[] filtered = ExactScale.samples(new Scale(all, out, Scaling.LANCZOS).apply(PICTURE));
        double rival = Ssim.of(java2d, lanczos, length);
        assertThat(Ssim.of(averaged, lanczos, length)).isGreaterThan(rival);
        assertThat(Ssim.of(filtered, lanczos, length)).isGreaterThan(Ssim.of(averaged, lanczos, length));
        assertThat(Ssim.of(filtered, lanczos, length)).isGreaterThan(length == 120 ? 0.97 : 0.999); // 120: averaged first
        assertThat(Ssim.of(averaged, area, length)).isGreaterThan(0.999).isGreaterThan(Ssim.of(java2d, area, length));
    }

    /** Strokes like writing, a zone plate with all frequencies, and noise. */
    private static BufferedImage detailed() {
        BufferedImage image = Pixels.create(SIZE, Matrix.GRAY, false, 8);
        byte[] samples = Pixels.bytes(image);
        var random = new Random(7);
        for (int i = 0; i < samples.length; i++) {
            int x = i % SIZE.width();
            int y = i / SIZE.width();
            double rings = Math.cos((x * x + y * y) * Math.PI / 2 / 1000);
            double paper = x < 500 && y < 500 ? 127 + 100 * rings : 225;
            double noise = random.nextGaussian() * (y > 500 && x < 500 ? 40 : 4);
            samples[i] = (byte) Math.max(0, Math.min(255, paper + noise));
        }
        write(image, random);
        return image;
    }

    private static void write(BufferedImage image, Random random) {
        BufferedImage ink = new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = ink.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        for (int i = 0; i < 900; i++) {
            double x = 500 + random.nextInt(480);
            double y = random.nextInt(60) * 16 + 20;
            pen.setStroke(new BasicStroke(1 + random.nextFloat() * 2));
            pen.draw(new CubicCurve2D.Double(x, y, x + random.nextInt(12), y - 12, x + random.nextInt(12), y + 6,
                    x + random.nextInt(16), y));
        }
        pen.dispose();
        byte[] samples = Pixels.bytes(image);
        for (int i = 0; i < samples.length; i++) {
            int cover = ink.getRaster().getSample(i % SIZE.width(), i / SIZE.width(), 0);
            samples[i] = (byte) ((samples[i] & 0xff) * (255 - cover) / 255);
        }
    }

    /** Halved as long as that is no less than asked for, then drawn at the size; bilinear each time. */
    private static BufferedImage progressive(int length) {
        BufferedImage from = new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_BYTE_GRAY);
        from.getRaster().setRect(PICTURE.getRaster());
        while (from.getWidth() > length) {
            int next = Math.max(length, from.getWidth() / 2);
            BufferedImage to = new BufferedImage(next, next, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D graphics = to.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(from, 0, 0, next, next, null);
            graphics.dispose();
            from = to;
        }
        BufferedImage result = Pixels.create(new Dimensions(length, length), Matrix.GRAY, false, 8);
        result.getRaster().setRect(from.getRaster());
        return result;
    }
}
