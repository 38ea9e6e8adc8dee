package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MqDecoderTest {

    private final MqDecoder mq = new MqDecoder();

    private int next(int context) {
        int state = mq.contexts[context];
        int d = mq.d - (state & MqDecoder.QE);
        int decoded = d < 0 ? mq.exchange(context, state, d) : d << 1 | state & 1;
        mq.d = decoded >> 1;
        return decoded & 1;
    }

    private static byte[] sealed(byte[] segment) {
        byte[] sealed = Arrays.copyOf(segment, segment.length + 2);
        Arrays.fill(sealed, segment.length, sealed.length, (byte) 0xff);
        return sealed;
    }

    @Test
    void sequenceOfTheStandardIsDecoded() {
        mq.reset();
        mq.begin(sealed(HexFormat.of().parseHex("84C73BFCE1A1430402200000410DBB86F4317FFF88FF37471ADB6ADF")), 0);
        byte[] decoded = new byte[32];
        for (int i = 0; i < 8 * decoded.length; i++) {
            decoded[i / 8] |= (byte) (next(1) << 7 - i % 8);
        }
        assertThat(HexFormat.of().withUpperCase().formatHex(decoded))
                .isEqualTo("00020051000000C00352872AAAAAAAAA82C02000FCD79EF6BF7FED904F46A3BF");
    }

    @Test
    void whatIsCodedInAllContextsIsDecodedAndContextsLiveOn() {
        int[] start = new int[19];
        start[MqDecoder.ZERO] = 4;
        start[MqDecoder.RUN] = 3;
        start[MqDecoder.UNIFORM] = 46;
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int rare = 1 + random.nextInt(60);
            var encoder = new MqEncoder(start);
            mq.reset();
            for (int part = 0; part < 3; part++) {
                int[] contexts = random.ints(random.nextInt(3000), 0, 19).toArray();
                int[] bits = random.ints(contexts.length, 0, rare).map(value -> value == 0 ? 1 : 0).toArray();
                for (int i = 0; i < bits.length; i++) {
                    encoder.encode(contexts[i], bits[i]);
                }
                mq.begin(sealed(seed % 2 == 0 ? encoder.terminate() : encoder.terminatePredictably()), 0);
                assertThat(Arrays.stream(contexts).map(this::next).toArray()).as("seed %d", seed).isEqualTo(bits);
            }
        }
    }

    @Test
    void emptySegmentIsOneOfOnes() {
        mq.reset();
        mq.begin(sealed(new byte[0]), 0);
        int[] empty = new Random(1).ints(1000, 0, 19).map(this::next).toArray();
        mq.reset();
        mq.begin(sealed(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff}), 0);
        assertThat(new Random(1).ints(1000, 0, 19).map(this::next).toArray()).isEqualTo(empty);
    }
}
