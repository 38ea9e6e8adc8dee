package org.lectern.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;
import org.lectern.codec.Encoder;
import org.lectern.image.Format;
import org.lectern.pixels.Pixels;

/** Writes pixels as they are, so that a test can look at them. */
record RawEncoder(Format format, boolean alpha, String settings) implements Encoder {

    /** What was written. */
    record Raw(int width, int height, int bands, boolean bitonal, double dpi, byte[] samples) {

        static Raw read(byte[] bytes) {
            try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
                return new Raw(in.readInt(), in.readInt(), in.readInt(), in.readBoolean(), in.readDouble(),
                        in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int sample(int x, int y, int band) {
            return samples[(y * width + x) * bands + band] & 0xff;
        }
    }

    @Override
    public boolean profile() {
        return true;
    }

    @Override
    public int bits() {
        return 8;
    }

    @Override
    public void encode(BufferedImage image, boolean bitonal, OptionalDouble dpi, OutputStream out) {
        if (!Pixels.isNormal(image) || image.getColorModel().hasAlpha() && !alpha) {
            throw new AssertionError("not for this encoder: " + image);
        }
        var bytes = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(bytes)) {
            data.writeInt(image.getWidth());
            data.writeInt(image.getHeight());
            data.writeInt(Pixels.bands(image));
            data.writeBoolean(bitonal);
            data.writeDouble(dpi.orElse(0));
            data.write(Pixels.bytes(image));
            bytes.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
