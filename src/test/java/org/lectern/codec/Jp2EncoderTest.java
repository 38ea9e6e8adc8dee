package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.pixels.Pixels;

class Jp2EncoderTest extends EncoderContract {

    @Override
    Encoder encoder() {
        return new Jp2Encoder(1);
    }

    @Override
    BufferedImage read(byte[] bytes) throws IOException {
        return Readers.read(new J2KImageReaderSpi(), bytes);
    }

    @Override
    double leastPsnr() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    OptionalDouble dpi(byte[] bytes) {
        byte[] capture = box(bytes, "resc").orElseThrow();
        ByteBuffer values = ByteBuffer.wrap(capture);
        double metre = (values.getShort(0) & 0xffff) / (double) values.getShort(2) * Math.pow(10, capture[8]);
        return OptionalDouble.of(metre * 0.0254);
    }

    @Override
    int bitonalBits() {
        return 8;
    }

    @Override
    int bitonalBits(byte[] bytes) {
        return box(bytes, "ihdr").orElseThrow()[10] + 1;
    }

    @Override
    Optional<byte[]> profile(byte[] bytes) {
        byte[] colour = box(bytes, "colr").orElseThrow();
        return colour[0] == 2 ? Optional.of(Arrays.copyOfRange(colour, 3, colour.length)) : Optional.empty();
    }

    private static Optional<byte[]> box(byte[] bytes, String type) {
        for (int at = 4; at < Math.min(bytes.length - 4, 20_000); at++) {
            if (new String(bytes, at, 4, StandardCharsets.US_ASCII).equals(type)) {
                int length = ByteBuffer.wrap(bytes).getInt(at - 4);
                return Optional.of(Arrays.copyOfRange(bytes, at + 4, at - 4 + length));
            }
        }
        return Optional.empty();
    }

    @ParameterizedTest
    @CsvSource({"8,3,2", "8,3,10", "8,3,50", "8,1,10", "16,1,20", "16,3,5", "8,4,10"})
    void theCodestreamTakesItsShareOfTheSamplesAndNoMore(int bits, int bands, int ratio) throws IOException {
        BufferedImage image = bands == 4 ? EncoderPictures.withAlpha(300, 256, false, bits)
                : bands == 1 ? EncoderPictures.gray(300, 256, bits) : EncoderPictures.rgb(300, 256, bits);
        if (bits == 8) {
            new java.util.Random(3).nextBytes(Pixels.bytes(image)); // noise takes all that it may
        } else {
            var random = new java.util.Random(3);
            short[] samples = Pixels.shorts(image);
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) random.nextInt();
            }
        }
        var out = new ByteArrayOutputStream();
        new Jp2Encoder(ratio).encode(image, false, OptionalDouble.empty(), out);
        int share = 300 * 256 * bands * bits / 8 / ratio;
        int boxes = indexOf(out.toByteArray(), "jp2c") + 4;
        assertThat(boxes).isLessThan(150);
        assertThat(out.size() - boxes).isBetween(share * 9 / 10, share);
    }

    /** Its share alone would not hold the headers. */
    @ParameterizedTest
    @CsvSource({"1,1", "1,9", "8,8", "30,20"})
    void aTinyPictureIsWrittenWhateverTheRatio(int width, int height) {
        var out = new ByteArrayOutputStream();
        new Jp2Encoder(200).encode(EncoderPictures.rgb(width, height, 8), false, OptionalDouble.empty(), out);
        assertThat(DecoderContract.decoded(Fixtures.jpeg2000(), out.toByteArray())).hasSize(width * height * 3);
    }

    @Test
    void aRatioLosesLittleOfASmoothPicture() throws IOException {
        BufferedImage image = EncoderPictures.rgb(256, 256, 8);
        var out = new ByteArrayOutputStream();
        new Jp2Encoder(20).encode(image, false, OptionalDouble.empty(), out);
        assertThat(EncoderPictures.psnr(image, read(out.toByteArray()))).isGreaterThan(35);
    }

    @ParameterizedTest
    @CsvSource({"1025,3", "3,1025", "1300,2100"})
    void whatIsLargerThanATileKeepsEverySample(int width, int height) {
        BufferedImage image = EncoderPictures.gray(width, height, 8);
        byte[] bytes = encode(image);
        byte[] size = Arrays.copyOfRange(bytes, indexOf(bytes, "jp2c") + 6, bytes.length); // behind SOC
        assertThat(ByteBuffer.wrap(size).getInt(22)).as("XTsiz").isLessThanOrEqualTo(Jp2Codestream.TILE_AT_MOST);
        assertThat(ByteBuffer.wrap(size).getInt(26)).as("YTsiz").isLessThanOrEqualTo(Jp2Codestream.TILE_AT_MOST);
        assertThat(DecoderContract.decoded(Fixtures.jpeg2000(), bytes))
                .isEqualTo(image.getRaster().getPixels(0, 0, width, height, (int[]) null));
    }

    @Test
    void everySampleComesBackFromTheDecoderOfThisHouse() {
        for (long seed = 0; seed < 12; seed++) {
            var random = new java.util.Random(seed);
            int width = 1 + random.nextInt(200);
            int height = 1 + random.nextInt(150);
            int bits = random.nextBoolean() ? 8 : 16;
            boolean gray = random.nextBoolean();
            BufferedImage image = random.nextBoolean() ? EncoderPictures.withAlpha(width, height, gray, bits)
                    : gray ? EncoderPictures.gray(width, height, bits) : EncoderPictures.rgb(width, height, bits);
            assertThat(DecoderContract.decoded(Fixtures.jpeg2000(), encode(image)))
                    .as("seed %d: %dx%d, %d bands of %d bits", seed, width, height, Pixels.bands(image), bits)
                    .isEqualTo(image.getRaster().getPixels(0, 0, width, height, (int[]) null));
        }
    }

    /** What is written to a temporary file, and taken away when Java ends, is remembered until then: a leak. */
    @Test
    void noTemporaryFileIsMade() throws IOException, InterruptedException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (WatchService watch = temporary.getFileSystem().newWatchService()) {
            temporary.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            encode(EncoderPictures.rgb(64, 64, 8));
            Path last = Files.createTempFile("lectern-", ".last");
            try {
                assertThat(madeUpTo(last.getFileName().toString(), watch)).noneMatch(name -> name.startsWith("jiio"));
            } finally {
                Files.delete(last);
            }
        }
    }

    private static List<String> madeUpTo(String last, WatchService watch) throws InterruptedException {
        List<String> made = new ArrayList<>();
        while (!made.contains(last)) {
            WatchKey key = watch.poll(30, TimeUnit.SECONDS);
            assertThat(key).as("%s is seen", last).isNotNull();
            key.pollEvents().forEach(event -> made.add(String.valueOf(event.context())));
            key.reset();
        }
        return made;
    }

    private static int indexOf(byte[] bytes, String type) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(type);
    }

    @Test
    void theLastBandIsNotedAsOpacity() {
        byte[] channels = box(encode(EncoderPictures.withAlpha(20, 10, false, 8)), "cdef").orElseThrow();
        assertThat(channels).startsWith(0, 4).endsWith(0, 3, 0, 1, 0, 0);
    }
}
