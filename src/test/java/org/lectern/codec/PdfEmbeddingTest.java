package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.blob.BytesBlob;
import org.lectern.blob.Picture;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.pdf.BookPicture;

class PdfEmbeddingTest {

    private static Optional<BookPicture> of(byte[] file) {
        return PdfEmbedding.of(new Picture(new BytesBlob("page", file), 0));
    }

    private static byte[] drawn(int type, String format) {
        return Fixtures.written(Fixtures.colourful(40, 30, type), format);
    }

    private static byte[] data(BookPicture picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            picture.data().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(picture.data().length()).isEqualTo(out.size());
        return out.toByteArray();
    }

    @ParameterizedTest(name = "{1} bands")
    @CsvSource({"5, 3", "10, 1"})
    void aJpegStaysAsItIsToTheLastByte(int type, int bands) {
        byte[] jpeg = drawn(type, "jpeg");
        BookPicture picture = of(jpeg).orElseThrow();

        assertThat(data(picture)).isEqualTo(jpeg);
        assertThat(picture.coding()).isEqualTo(BookPicture.Coding.JPEG);
        assertThat(picture.bands()).isEqualTo(bands);
        assertThat(picture.stored()).isEqualTo(new Dimensions(40, 30));
        assertThat(picture.profile()).isEmpty();
        assertThat(picture.inverted()).isFalse();
    }

    /** A JPEG of no picture: its headers alone. */
    private static byte[] headers(int process, int bits, int components, String names, int adobe) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        if (adobe >= 0) {
            out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) adobe});
        }
        out.writeBytes(new byte[] {(byte) 0xff, (byte) (0xc0 + process), 0, (byte) (8 + 3 * components), (byte) bits, 0, 30, 0, 40,
            (byte) components});
        for (int i = 0; i < components; i++) {
            out.writeBytes(new byte[] {(byte) names.charAt(i), 0x11, 0});
        }
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xda, 0, 2});
        return out.toByteArray();
    }

    @ParameterizedTest(name = "process {0}, {1} bits, {2} components, Adobe {4} → {5}")
    @CsvSource({"0, 8, 3, 123, -1, JPEG", "1, 8, 3, 123, -1, JPEG", "2, 8, 3, 123, -1, JPEG", "0, 8, 3, RGB, -1, JPEG_RGB",
        "0, 8, 3, RGB, 0, JPEG", "0, 8, 3, 123, 1, JPEG", "0, 8, 4, 1234, -1, JPEG", "0, 8, 4, 1234, 2, JPEG inverted",
        "0, 8, 4, 1234, 0, JPEG inverted", "0, 8, 1, 1, -1, JPEG", "0, 8, 2, 12, -1, none", "1, 12, 3, 123, -1, none",
        "3, 8, 3, 123, -1, none", "9, 8, 3, 123, -1, none"})
    void onlyWhatReadersOfPdfDecodeStaysAsItIs(
            int process, int bits, int components, String names, int adobe, String expected) {
        String found = of(headers(process, bits, components, names, adobe))
                .map(picture -> picture.coding() + (picture.inverted() ? " inverted" : "")).orElse("none");
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void aPlainJp2StaysAsItIs() {
        byte[] jp2 = Fixtures.jp2(Fixtures.colourful(40, 30, BufferedImage.TYPE_3BYTE_BGR));
        BookPicture picture = of(jp2).orElseThrow();

        assertThat(picture.coding()).isEqualTo(BookPicture.Coding.JP2);
        assertThat(picture.bands()).isEqualTo(3);
        assertThat(data(picture)).isEqualTo(jp2);
        assertThat(of(Fixtures.jp2(Fixtures.colourful(40, 30, BufferedImage.TYPE_BYTE_GRAY))).orElseThrow().bands()).isEqualTo(1);
    }

    @Test
    void aJp2WithOpacityOrWithSignedSamplesHasToBeDecoded() {
        byte[] signed = Fixtures.jp2(Fixtures.colourful(40, 30, BufferedImage.TYPE_INT_RGB)); // as this writer has it
        assertThat(of(signed)).isEmpty();
        assertThat(of(Fixtures.jp2(Fixtures.colourful(40, 30, BufferedImage.TYPE_INT_ARGB)))).isEmpty();
    }

    @Test
    void otherFormatsHaveToBeDecoded() {
        assertThat(of(drawn(BufferedImage.TYPE_INT_RGB, "png"))).isEmpty();
        assertThat(of(drawn(BufferedImage.TYPE_INT_RGB, "tiff"))).isEmpty();
        assertThat(of(Fixtures.tiledTiff(Fixtures.colourful(40, 30, BufferedImage.TYPE_BYTE_BINARY), "CCITT T.6"))).isEmpty();
    }

    @Test
    void aBrokenHeaderIsToldOf() {
        assertThatThrownBy(() -> of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}))
                .isInstanceOf(IiifException.Broken.class);
    }
}
