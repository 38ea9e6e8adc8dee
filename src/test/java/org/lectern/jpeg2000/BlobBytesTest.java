package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lectern.blob.BytesBlob;
import org.lectern.core.IiifException;

class BlobBytesTest {

    private static BytesBlob counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return new BytesBlob("counting", bytes);
    }

    @Test
    void numbersAreBigEndianAndUnsigned() {
        var in = new BlobBytes(new BytesBlob("x", new Bytes().u8(0xfe).u16(0xfffd).u32(0xfffefdfcL)
                .u32(0x80000000L, 1).array()), 0, 100, 1);
        assertThat(in.u8()).isEqualTo(0xfe);
        assertThat(in.u16()).isEqualTo(0xfffd);
        assertThat(in.u32()).isEqualTo(0xfffefdfcL);
        assertThat(in.u64()).isEqualTo(Long.MIN_VALUE + 1);
        assertThat(in.remaining()).isZero();
    }

    @Test
    void whatIsSkippedIsNotRead() {
        BytesBlob blob = counting(100_000);
        var in = new BlobBytes(blob, 0, 100_000, 16);
        assertThat(in.u8()).isZero();
        in.seek(90_000);
        assertThat(in.u8()).isEqualTo(90_000 & 0xff);
        assertThat(blob.bytesRead()).isEqualTo(32);
    }

    @Test
    void whatIsReadOnwardComesInGrowingPortions() {
        BytesBlob blob = counting(100_000);
        var in = new BlobBytes(blob, 0, 100_000, 16);
        for (int i = 0; i < 33; i++) {
            assertThat(in.u8()).isEqualTo(i);
        }
        assertThat(blob.bytesRead()).isEqualTo(16 + 32);
    }

    @Test
    void bytesComeFromTheBufferAndFromBehindIt() {
        var in = new BlobBytes(counting(200), 3, 200, 8);
        in.u16();
        assertThat(in.bytes(10)).containsExactly(5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
        assertThat(in.u8()).isEqualTo(15);
        in.seek(4);
        assertThat(in.bytes(2)).containsExactly(4, 5);
        assertThat(in.position()).isEqualTo(6);
    }

    @Test
    void readingBehindTheEndIsBroken() {
        var in = new BlobBytes(counting(20), 0, 10, 4);
        in.seek(9);
        assertThatThrownBy(in::u16).isInstanceOf(IiifException.Broken.class).hasMessageContaining("byte 10");
        in.seek(5);
        assertThatThrownBy(() -> in.bytes(Integer.MAX_VALUE)).isInstanceOf(IiifException.Broken.class);
        in.seek(50);
        assertThat(in.remaining()).isZero();
        assertThatThrownBy(in::u8).isInstanceOf(IiifException.Broken.class);
    }
}
