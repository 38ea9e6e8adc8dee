package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MqEncoderTest {

    private static final int[] START = {4, 0, 46};

    /** The decoder of annex C.3 as its flow charts draw it. */
    private static final class Decoder {
        private final byte[] bytes;
        private final int[] index = START.clone();
        private final int[] likely = new int[START.length];
        private int at;
        private int a = 0x8000;
        private long c;
        private int ct;

        Decoder(byte[] bytes) {
            this.bytes = bytes;
            c = (long) b(0) << 16;
            byteIn();
            c <<= 7;
            ct -= 7;
        }

        private int b(int i) {
            return i < bytes.length ? bytes[i] & 255 : 255;
        }

        private void byteIn() {
            if (b(at) == 255 && b(at + 1) > 0x8F) {
                c += 0xFF00;
                ct = 8;
            } else if (b(at) == 255) {
                c += (long) b(++at) << 9;
                ct = 7;
            } else {
                c += (long) b(++at) << 8;
                ct = 8;
            }
        }

        int decode(int context) {
            int[] state = MqEncoder.STATES[index[context]];
            a -= state[0];
            boolean lower = (c >> 16 & 0xFFFF) < state[0];
            if (!lower) {
                c -= (long) state[0] << 16;
                if ((a & 0x8000) != 0) {
                    return likely[context];
                }
            }
            boolean unlikely = lower ? a >= state[0] : a < state[0];
            int bit = unlikely ? 1 - likely[context] : likely[context];
            a = lower ? state[0] : a;
            likely[context] ^= unlikely ? state[3] : 0;
            index[context] = unlikely ? state[2] : state[1];
            do {
                if (ct == 0) {
                    byteIn();
                }
                a <<= 1;
                c = c << 1 & 0xFFFFFFFFL;
                ct--;
            } while ((a & 0x8000) == 0);
            return bit;
        }
    }

    @Test
    void whatIsCodedIsDecodedWithEitherTermination() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            int count = random.nextInt(3000);
            int rare = 1 + random.nextInt(40);
            int[] contexts = random.ints(count, 0, START.length).toArray();
            int[] bits = random.ints(count, 0, rare).map(value -> value == 0 ? 1 : 0).toArray();
            var encoder = new MqEncoder(START);
            for (int i = 0; i < count; i++) {
                encoder.encode(contexts[i], bits[i]);
            }
            byte[] segment = seed % 2 == 0 ? encoder.terminate() : encoder.terminatePredictably();
            var decoder = new Decoder(segment);
            int[] decoded = new int[count];
            for (int i = 0; i < count; i++) {
                decoded[i] = decoder.decode(contexts[i]);
            }
            assertThat(decoded).as("seed %d", seed).isEqualTo(bits);
        }
    }

    @Test
    void sequenceOfTheStandardGivesItsBytes() {
        String source = "00020051000000C00352872AAAAAAAAA82C02000FCD79EF6BF7FED904F46A3BF";
        var encoder = new MqEncoder(new int[] {0});
        for (int i = 0; i < source.length() * 4; i++) {
            encoder.encode(0, Character.digit(source.charAt(i / 4), 16) >> 3 - i % 4 & 1);
        }
        assertThat(HexFormat.of().withUpperCase().formatHex(encoder.terminate()))
                .isEqualTo("84C73BFCE1A1430402200000410DBB86F4317FFF88FF37471ADB6ADF");
    }
}
