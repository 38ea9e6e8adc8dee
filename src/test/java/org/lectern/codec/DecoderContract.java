package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lectern.blob.Picture;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;
import org.lectern.pixels.Pixels;

/** What every decoder promises, whatever the format. */
abstract class DecoderContract {

    private static final long SEED = 20261123;

    /** The decoder under test. */
    abstract Decoder decoder();

    /** A valid file of one picture, some dozens of pixels a side. */
    abstract byte[] file();

    private Picture picture(byte[] bytes) {
        return new Picture(new HeldBlob(bytes, "a fixture"), 0);
    }

    @Test
    void recognisesItsOwnFilesAndNoOthers() {
        assertThat(decoder().recognises(Arrays.copyOf(file(), Math.min(file().length, Decoder.HEAD_BYTES)))).isTrue();
        assertThat(decoder().recognises(new byte[0])).isFalse();
        assertThat(decoder().recognises(new byte[Decoder.HEAD_BYTES])).isFalse();
        assertThat(decoder().recognises("<!DOCTYPE html><title>no picture</title>".getBytes())).isFalse();
        assertThat(decoder().recognises(Arrays.copyOf(file(), 3)) && !decoder().name().equals("jpeg")).isFalse();
    }

    @Test
    void wholePictureIsAsThePyramidTells() {
        Pyramid pyramid = decoder().pyramid(picture(file()));
        assertThat(pyramid.format()).isEqualTo(decoder().name());
        for (int level = 0; level < pyramid.levels().size(); level++) {
            var size = pyramid.levels().get(level).size();
            BufferedImage image = decoder().decode(picture(file()), level, size.bounds());
            assertThat(Pixels.isNormal(image)).isTrue();
            assertThat(image.getWidth()).isEqualTo(size.width());
            assertThat(image.getHeight()).isEqualTo(size.height());
            assertThat(Pixels.bands(image)).isEqualTo(pyramid.bands());
            assertThat(Pixels.bits(image)).isEqualTo(pyramid.bits());
        }
    }

    @Test
    void everyRegionEqualsThatPartOfTheWhole() {
        Random random = new Random(SEED);
        Pyramid pyramid = decoder().pyramid(picture(file()));
        for (int level = 0; level < pyramid.levels().size(); level++) {
            var size = pyramid.levels().get(level).size();
            BufferedImage whole = decoder().decode(picture(file()), level, size.bounds());
            for (int i = 0; i < 12; i++) {
                int x = random.nextInt(size.width());
                int y = random.nextInt(size.height());
                Rect region = new Rect(
                        x, y, 1 + random.nextInt(size.width() - x), 1 + random.nextInt(size.height() - y));
                BufferedImage part = decoder().decode(picture(file()), level, region);
                assertThat(Pixels.isNormal(part)).isTrue();
                assertThat(samples(part, part.getRaster().getBounds()))
                        .as("region %s of level %d, seed %d", region, level, SEED)
                        .isEqualTo(samples(whole, new java.awt.Rectangle(x, y, region.width(), region.height())));
            }
        }
    }

    @Test
    void pageBehindTheLastIsMissing() {
        HeldBlob blob = new HeldBlob(file(), "a fixture");
        Picture behind = new Picture(blob, decoder().pages(blob));
        assertThatThrownBy(() -> decoder().pyramid(behind)).isInstanceOf(IiifException.Missing.class);
        assertThatThrownBy(() -> decoder().decode(behind, 0, new Rect(0, 0, 1, 1)))
                .isInstanceOf(IiifException.Missing.class);
    }

    @Test
    void filesCutShortAreRefusedOrShown() {
        byte[] whole = file();
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 40; i++) {
                byte[] cut = Arrays.copyOf(whole, (int) ((long) whole.length * i / 40));
                survives(cut, "cut to " + cut.length);
            }
        });
    }

    @Test
    void filesWithChangedBytesAreRefusedOrShown() {
        Random random = new Random(SEED);
        byte[] whole = file();
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 150; i++) {
                byte[] changed = whole.clone();
                for (int n = 0; n <= random.nextInt(4); n++) {
                    changed[random.nextInt(random.nextBoolean() ? changed.length : Math.min(changed.length, 200))] =
                            (byte) random.nextInt();
                }
                survives(changed, "change " + i + ", seed " + SEED);
            }
        });
    }

    private void survives(byte[] bytes, String what) {
        try {
            Pyramid pyramid = decoder().pyramid(picture(bytes));
            decoder().pages(new HeldBlob(bytes, "a fixture"));
            if (decoder().cost(pyramid, 0, pyramid.size().bounds()) < 64 << 20) {
                BufferedImage image = decoder().decode(picture(bytes), 0, pyramid.size().bounds());
                assertThat(Pixels.isNormal(image)).as(what).isTrue();
            }
        } catch (IiifException e) {
            assertThat(e.fault().name()).as(what).isIn("BROKEN_SOURCE", "TOO_LARGE", "UNSUPPORTED", "NOT_FOUND");
        }
    }

    @Test
    void sourceIsReadOnly() {
        byte[] bytes = file();
        byte[] before = bytes.clone();
        Pyramid pyramid = decoder().pyramid(picture(bytes));
        decoder().decode(picture(bytes), 0, pyramid.size().bounds());
        assertThat(bytes).isEqualTo(before);
    }

    /** All samples of a part. */
    static int[] samples(BufferedImage image, java.awt.Rectangle part) {
        return image.getRaster().getPixels(part.x, part.y, part.width, part.height, (int[]) null);
    }

    /** The samples of the whole, decoded. */
    static int[] decoded(Decoder decoder, byte[] file) {
        Picture picture = new Picture(new HeldBlob(file, "a fixture"), 0);
        BufferedImage image = decoder.decode(picture, 0, decoder.pyramid(picture).size().bounds());
        return samples(image, image.getRaster().getBounds());
    }
}
