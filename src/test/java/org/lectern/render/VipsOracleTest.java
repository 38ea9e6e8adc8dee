package org.lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.image.Limits;

/** Answers made of files drawn here are those that libvips makes of them. */
class VipsOracleTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 512;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Print.class,
            names = {"PNG", "TIFF_STRIPS", "TIFF_TILES", "TIFF_PYRAMID", "JPEG", "GIF", "WEBP"})
    void wholePicturesAreTheSame(Print print) throws IOException {
        Hung hung = hang(print, 1);
        Apart apart = Apart.of(hung.answer("full/max/0/default"), hung.vips("copy"));
        assertThat(apart.within(0.001, 1)).as(apart.toString()).isTrue(); // transforms of JPEG may round
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(value = Print.class, names = {"PNG", "TIFF_TILES", "JPEG"})
    void regionsMirrorsAndQuarterTurnsAreTheSame(Print print) throws IOException {
        Hung hung = hang(print, 1);
        same(hung.answer("101,57,200,150/max/0/default"), hung.vips("crop", "101", "57", "200", "150"));
        same(hung.answer("full/max/90/default"), hung.vips("rot", "d90"));
        same(hung.answer("full/max/180/default"), hung.vips("rot", "d180"));
        same(hung.answer("full/max/270/default"), hung.vips("rot", "d270"));
        same(hung.answer("full/max/!0/default"), hung.vips("flip", "horizontal"));
    }

    private static void same(BufferedImage ours, BufferedImage theirs) {
        Apart apart = Apart.of(ours, theirs);
        assertThat(apart.within(0.001, 1)).as(apart.toString()).isTrue();
    }

    /** Where a whole number of pixels becomes one, both average them. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(value = Print.class, names = {"PNG", "TIFF_TILES", "JPEG"})
    void smallerPicturesAreAveragesOfTheSamePixels(Print print) throws IOException {
        Hung hung = hang(print, 1);
        for (int factor : new int[] {2, 4, 8}) {
            String size = WIDTH / factor + "," + HEIGHT / factor;
            String by = Integer.toString(factor);
            Apart apart = Apart.of(hung.answer("full/" + size + "/0/default"), hung.vips("shrink", by, by));
            // an average of averages rounds twice
            assertThat(apart.within(0.6, 2)).as("1/%d: %s", factor, apart).isTrue();
        }
    }

    /** A size that no whole number leads to: another kernel, the same place. */
    @Test
    void picturesOfAnySmallerSizeAreNear() throws IOException {
        Hung hung = hang(Print.PNG, 1);
        Apart apart = Apart.of(hung.answer("full/200,160/0/default"),
                hung.vips("reduce", "3.2", "3.2", "--kernel", "linear"));
        assertThat(apart.within(2.5, 30)).as(apart.toString()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(value = Print.class, names = {"PNG", "JPEG"})
    void greysAreTheWeightedSumOfColours(Print print) throws IOException {
        Hung hung = hang(print, 1);
        Path weights = folder.resolve("luma.mat");
        Files.writeString(weights, "3 1\n0.2126 0.7152 0.0722\n");
        Apart apart = Apart.of(hung.answer("full/max/0/gray"), hung.vips("recomb", weights.toString()));
        assertThat(apart.most()).as(apart.toString()).isLessThan(2); // vips cuts, this rounds
    }

    @Holds("IMG-051")
    @ParameterizedTest(name = "orientation {0}")
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void turnedPhotographsAreUprightTheSameWay(int orientation) throws IOException {
        Hung hung = hang(Print.JPEG, orientation);
        same(hung.answer("full/max/0/default"), hung.vips("autorot"));
    }

    @Test
    void coloursOfAProfileBecomeTheSameOfTheUsualOne() throws IOException {
        byte[] file = withProfile(Print.PNG.of(Print.picture(WIDTH, HEIGHT)),
                ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
        Hung hung = hang("linear.png", file);
        Apart apart = Apart.of(hung.answer("full/max/0/default"),
                hung.vips("icc_transform", "srgb", "--embedded", "--intent", "perceptual"));
        assertThat(apart.within(0.5, 2)).as(apart.toString()).isTrue();
    }

    private Hung hang(Print print, int orientation) throws IOException {
        BufferedImage picture = Print.picture(WIDTH, HEIGHT);
        String ending = print.name().startsWith("TIFF") ? "tif" : print.name().toLowerCase(java.util.Locale.ROOT);
        return hang("print." + ending, print.of(picture, orientation));
    }

    private Hung hang(String name, byte[] bytes) throws IOException {
        Vips vips = Vips.in(folder);
        Path file = Files.write(folder.resolve(name), bytes);
        return new Hung(new Gallery(Limits.NONE).hang("print", bytes), vips, file);
    }

    private static byte[] withProfile(byte[] png, byte[] icc) throws IOException {
        var body = new ByteArrayOutputStream();
        body.writeBytes("iCCPlinear\0\0".getBytes(StandardCharsets.US_ASCII));
        try (var deflated = new DeflaterOutputStream(body)) {
            deflated.write(icc);
        }
        var crc = new CRC32();
        crc.update(body.toByteArray());
        byte[] chunk = ByteBuffer.allocate(body.size() + 8).putInt(body.size() - 4).put(body.toByteArray())
                .putInt((int) crc.getValue()).array();
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, 33).put(chunk).put(png, 33, png.length - 33).array();
    }

    /** A file that both have. */
    private record Hung(Gallery gallery, Vips vips, Path file) {

        BufferedImage answer(String request) {
            return gallery.pixels("print", ApiVersion.V3, request + ".png");
        }

        BufferedImage vips(String operation, String... arguments) throws IOException {
            return vips.operation(file, operation, arguments);
        }
    }
}
