package org.lectern.jpeg2000;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.lectern.codec.Jp2Encoder;

/** The files that the fuzzer starts from, small and made here. */
public final class FuzzSeeds {

    private FuzzSeeds() {}

    /** Writes them into the folder that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<byte[]> seeds = all();
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(folder.resolve("seed-" + i), seeds.get(i));
        }
    }

    static List<byte[]> all() {
        List<byte[]> seeds = new ArrayList<>();
        int[] kinds = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR,
            BufferedImage.TYPE_USHORT_GRAY};
        for (int kind : kinds) {
            for (int side : new int[] {1, 7, 40, 100}) {
                for (int ratio : side < 40 ? new int[] {1} : new int[] {1, 4}) { // too small a file holds no headers
                    byte[] file = encoded(kind, side, ratio);
                    seeds.add(file);
                    seeds.add(RawCodestream.of(file).bytes());
                }
            }
        }
        return seeds;
    }

    private static byte[] encoded(int kind, int side, int ratio) {
        var image = new BufferedImage(side, side * 3 / 4 + 1, kind);
        var random = new Random(side + kind);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, (x * 5 + y) << 16 | (y * 3) << 8 | random.nextInt(256) | (x + y & 255) << 24);
            }
        }
        var out = new ByteArrayOutputStream();
        new Jp2Encoder(ratio).encode(image, false, OptionalDouble.empty(), out);
        return out.toByteArray();
    }
}
