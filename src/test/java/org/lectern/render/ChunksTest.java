package org.lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunksTest {

    @Test
    void bytesComeOutAsTheyWentIn() {
        for (long seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var chunks = new Chunks();
            var wanted = new ByteArrayOutputStream();
            for (int i = 0; i < 60; i++) {
                byte[] bytes = new byte[random.nextInt(20_000)];
                random.nextBytes(bytes);
                int from = random.nextInt(bytes.length + 1);
                chunks.write(bytes, from, bytes.length - from);
                wanted.write(bytes, from, bytes.length - from);
                chunks.write(i);
                wanted.write(i);
            }
            assertThat(chunks.toBytes()).as("seed %d", seed).isEqualTo(wanted.toByteArray());
        }
    }
}
