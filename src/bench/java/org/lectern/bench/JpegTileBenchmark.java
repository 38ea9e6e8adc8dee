package org.lectern.bench;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.lectern.jpeg.BaselineEncoder;
import org.lectern.jpeg.ChromaSampling;
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

/** A tile of 512×512 RGB pixels as JPEG at quality 80, 4:2:0: the middle of the picture {@code -p file=…}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class JpegTileBenchmark {

    private static final int TILE = 512;
    private static final int QUALITY = 80;

    @Param("")
    public String file;

    private final byte[] tile = new byte[TILE * TILE * 3];
    private final BaselineEncoder encoder = new BaselineEncoder(QUALITY, ChromaSampling.HALVED);
    private ImageWriter writer;

    @Setup
    public void open() throws IOException {
        BufferedImage picture = ImageIO.read(new File(file));
        int left = (picture.getWidth() - TILE) / 2;
        int top = (picture.getHeight() - TILE) / 2;
        for (int i = 0; i < TILE * TILE; i++) {
            int pixel = picture.getRGB(left + i % TILE, top + i / TILE);
            tile[3 * i] = (byte) (pixel >> 16);
            tile[3 * i + 1] = (byte) (pixel >> 8);
            tile[3 * i + 2] = (byte) pixel;
        }
        var writers = ImageIO.getImageWritersByFormatName("jpeg");
        do {
            writer = writers.next();
        } while (!writer.getClass().getName().startsWith("com.sun."));
    }

    @Benchmark
    public byte[] lectern() {
        return encoder.encode(tile, TILE, TILE, 3);
    }

    /** With the turning of RGB to BGR that its fast path wants. */
    @Benchmark
    public byte[] jdk() throws IOException {
        var image = new BufferedImage(TILE, TILE, BufferedImage.TYPE_3BYTE_BGR);
        byte[] into = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < into.length; i += 3) {
            into[i] = tile[i + 2];
            into[i + 1] = tile[i + 1];
            into[i + 2] = tile[i];
        }
        var bytes = new ByteArrayOutputStream(1 << 16);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY / 100f);
            writer.write(null, new IIOImage(image, null, null), param);
        }
        return bytes.toByteArray();
    }
}
