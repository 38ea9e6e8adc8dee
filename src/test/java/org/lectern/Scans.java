package org.lectern;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.lectern.blob.ZipFixture;

/** A folder of pictures drawn for a test. */
final class Scans {

    private final Path root;

    Scans(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** A picture of its own colour for every name. */
    Scans picture(String path, int width, int height) {
        return put(path, png(width, height, path.hashCode()));
    }

    /** A folder of pictures named 1.png, 2.png …: a book. */
    Scans book(String path, int pages) {
        for (int page = 1; page <= pages; page++) {
            picture(path + "/" + page + ".png", 90, 120);
        }
        return this;
    }

    Scans text(String path, String text) {
        return put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A zip of pictures under these names. */
    Scans zip(String path, String... members) {
        var zip = new ZipFixture();
        for (String member : members) {
            zip.stored(member, png(90, 120, member.hashCode()));
        }
        return put(path, zip.bytes());
    }

    /** A PNG whose header is whole and whose rows are not. */
    Scans damagedPicture(String path, int width, int height) {
        byte[] png = png(width, height, path.hashCode());
        int rows = new String(png, StandardCharsets.ISO_8859_1).indexOf("IDAT") + 4;
        for (int i = rows; i < png.length - 12; i++) {
            png[i] = (byte) 0x5a;
        }
        return put(path, png);
    }

    Scans put(String path, byte[] content) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] png(int width, int height, int colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(colour & 0xffffff), width, height, Color.WHITE));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
