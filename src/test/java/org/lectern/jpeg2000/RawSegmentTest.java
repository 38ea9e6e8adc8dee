package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RawSegmentTest {

    private final RawSegment segment = new RawSegment();

    private String next(int bits) {
        var read = new StringBuilder();
        for (int i = 0; i < bits; i++) {
            read.append(segment.next());
        }
        return read.toString();
    }

    @Test
    void bitsComeFromTheTopOfEachByte() {
        segment.begin(new byte[] {0, (byte) 0xa5, 0x1e, 0}, 1, 3);
        assertThat(next(16)).isEqualTo("1010010100011110");
    }

    @Test
    void bitStuffedBehindAFullByteIsLeftOut() {
        segment.begin(new byte[] {(byte) 0xff, 0x40, 0x01}, 0, 3);
        assertThat(next(23)).isEqualTo("11111111" + "1000000" + "00000001");
    }

    @Test
    void behindTheEndAreOnes() {
        segment.begin(new byte[] {0x00, 0x00}, 0, 1);
        assertThat(next(40)).isEqualTo("00000000" + "1".repeat(32));
    }

    @Test
    void nextSegmentBeginsAtAByte() {
        segment.begin(new byte[] {0x00, 0x0f}, 0, 1);
        assertThat(next(3)).isEqualTo("000");
        segment.begin(new byte[] {0x00, 0x0f}, 1, 2);
        assertThat(next(8)).isEqualTo("00001111");
    }
}
