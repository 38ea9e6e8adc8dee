package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import org.junit.jupiter.api.Test;

class TiffEncoderTest extends EncoderContract {

    private static final int FAX_GROUP_4 = 4;

    @Override
    Encoder encoder() {
        return new TiffEncoder(TiffEncoder.Compression.LZW);
    }

    @Override
    BufferedImage read(byte[] bytes) throws IOException {
        return Readers.read(Readers.ofJdk("tiff"), bytes);
    }

    @Override
    double leastPsnr() {
        return Double.POSITIVE_INFINITY;
    }

    private static Optional<TIFFField> field(byte[] bytes, int tag) throws IOException {
        var metadata = Readers.metadata(Readers.ofJdk("tiff"), bytes);
        return Optional.ofNullable(TIFFDirectory.createFromMetadata(metadata).getTIFFField(tag));
    }

    @Override
    OptionalDouble dpi(byte[] bytes) throws IOException {
        assertThat(field(bytes, BaselineTIFFTagSet.TAG_RESOLUTION_UNIT).orElseThrow().getAsInt(0)).isEqualTo(2);
        double across = field(bytes, BaselineTIFFTagSet.TAG_X_RESOLUTION).orElseThrow().getAsDouble(0);
        assertThat(field(bytes, BaselineTIFFTagSet.TAG_Y_RESOLUTION).orElseThrow().getAsDouble(0)).isEqualTo(across);
        return OptionalDouble.of(across);
    }

    @Override
    int bitonalBits(byte[] bytes) throws IOException {
        assertThat(field(bytes, BaselineTIFFTagSet.TAG_COMPRESSION).orElseThrow().getAsInt(0)).isEqualTo(FAX_GROUP_4);
        return field(bytes, BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE).map(field -> field.getAsInt(0)).orElse(1);
    }

    @Override
    Optional<byte[]> profile(byte[] bytes) throws IOException {
        return field(bytes, BaselineTIFFTagSet.TAG_ICC_PROFILE).map(TIFFField::getAsBytes);
    }

    @Test
    void noiseKeepsEverySampleWhateverThePacking() throws IOException {
        BufferedImage image = EncoderPictures.rgb(517, 301, 8);
        new java.util.Random(5).nextBytes(org.lectern.pixels.Pixels.bytes(image));
        for (TiffEncoder.Compression compression : TiffEncoder.Compression.values()) {
            var out = new ByteArrayOutputStream();
            new TiffEncoder(compression).encode(image, false, OptionalDouble.empty(), out);
            assertThat(EncoderPictures.psnr(image, read(out.toByteArray()))).as("%s, seed 5", compression).isInfinite();
        }
    }

    @Test
    void stripsAreLongEnoughToBePackedWell() throws IOException {
        byte[] fax = encode(EncoderPictures.bitonal(600, 400, 1), true, OptionalDouble.empty());
        assertThat(field(fax, BaselineTIFFTagSet.TAG_ROWS_PER_STRIP).orElseThrow().getAsInt(0)).isEqualTo(400);
        byte[] rgb = encode(EncoderPictures.rgb(600, 400, 8));
        assertThat(field(rgb, BaselineTIFFTagSet.TAG_ROWS_PER_STRIP).orElseThrow().getAsInt(0)).isEqualTo(36);
        byte[] wide = encode(EncoderPictures.rgb(30_000, 3, 8));
        assertThat(field(wide, BaselineTIFFTagSet.TAG_ROWS_PER_STRIP).orElseThrow().getAsInt(0)).isEqualTo(1);
    }

    @Test
    void alphaIsNotedAsUnassociated() throws IOException {
        byte[] bytes = encode(EncoderPictures.withAlpha(20, 10, false, 8));
        assertThat(field(bytes, BaselineTIFFTagSet.TAG_EXTRA_SAMPLES).orElseThrow().getAsInt(0)).isEqualTo(2);
    }

    @Test
    void noDateIsWritten() throws IOException {
        assertThat(field(encode(EncoderPictures.rgb(9, 9, 8)), BaselineTIFFTagSet.TAG_DATE_TIME)).isEmpty();
    }
}
