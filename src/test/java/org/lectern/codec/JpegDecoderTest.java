package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.Picture;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.image.Quality;

/** Jpeg files made here. */
class JpegDecoderTest extends DecoderContract {

    @Override
    Decoder decoder() {
        return new JpegDecoder();
    }

    private static final BufferedImage SOURCE = Fixtures.colourful(61, 47, BufferedImage.TYPE_3BYTE_BGR);

    @Override
    byte[] file() {
        return Fixtures.written(SOURCE, "jpeg");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void orientationOfExifIsApplied(int exif) {
        byte[] oriented = oriented(file(), exif);
        Picture picture = new Picture(new HeldBlob(oriented, "oriented"), 0);
        Dimensions size = new JpegDecoder().pyramid(picture).size();
        assertThat(size).isEqualTo(exif < 5 ? new Dimensions(61, 47) : new Dimensions(47, 61));
        BufferedImage stored = new JpegDecoder()
                .decode(new Picture(new HeldBlob(file(), "stored"), 0), 0, new Rect(0, 0, 61, 47));
        Rect region = new Rect(3, 5, 20, 11);
        BufferedImage part = new JpegDecoder().decode(picture, 0, region);
        BufferedImage upright = new Orientation(exif).apply(stored);
        assertThat(samples(part, part.getRaster().getBounds()))
                .isEqualTo(samples(upright, new java.awt.Rectangle(3, 5, 20, 11)));
    }

    private static byte[] behindStart(byte[] jpeg, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(bytes);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    @Test
    void brokenProfileDoesNotKeepThePictureFromBeingRead() {
        byte[] segment = {
            (byte) 0xff, (byte) 0xe2, 0, 18, 'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0, 1, 2, 7, 7
        };
        byte[] twice = Arrays.copyOf(segment, 2 * segment.length);
        System.arraycopy(segment, 0, twice, segment.length, segment.length);
        assertThat(decoded(new JpegDecoder(), behindStart(file(), twice)))
                .isEqualTo(decoded(new JpegDecoder(), file()));
    }

    @Test
    void strayBytesBeforeTheFirstSegmentArePassedOver() {
        byte[] stray = new byte[256];
        for (int i = 0; i < stray.length; i++) {
            stray[i] = (byte) i;
        }
        byte[] file = behindStart(file(), stray);
        assertThat(new JpegDecoder().recognises(Arrays.copyOf(file, Decoder.HEAD_BYTES))).isTrue();
        assertThat(decoded(new JpegDecoder(), file)).isEqualTo(decoded(new JpegDecoder(), file()));
    }

    private static byte[] oriented(byte[] jpeg, int exif) {
        byte[] segment = {
            (byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
            0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) exif, 0, 0, 0, 0, 0, 0
        };
        return behindStart(jpeg, segment);
    }

    @Test
    void grayStaysOneBand() {
        byte[] file = Fixtures.written(Fixtures.colourful(20, 10, BufferedImage.TYPE_BYTE_GRAY), "jpeg");
        Pyramid pyramid = new JpegDecoder().pyramid(new Picture(new HeldBlob(file, "gray"), 0));
        assertThat(pyramid.bands()).isEqualTo(1);
        assertThat(pyramid.nature()).isEqualTo(Quality.GRAY);
    }

    @Test
    void coloursAreNearThoseWritten() {
        BufferedImage plain = new BufferedImage(16, 16, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 256; i++) {
            plain.setRGB(i % 16, i / 16, 0xc86432);
        }
        int[] rgb = decoded(new JpegDecoder(), Fixtures.written(plain, "jpeg"));
        assertThat(rgb[0]).isBetween(198, 202);
        assertThat(rgb[1]).isBetween(98, 102);
        assertThat(rgb[2]).isBetween(48, 52);
    }
}
