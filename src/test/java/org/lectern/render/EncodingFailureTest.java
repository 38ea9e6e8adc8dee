package org.lectern.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.lectern.Holds;
import org.lectern.codec.Codecs;
import org.lectern.codec.Encoder;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.image.Format;
import org.lectern.image.Plan;
import org.lectern.render.DrawnDecoder.Rounding;
import org.lectern.render.RawEncoder.Raw;
import org.lectern.transform.Look;

/** An encoder that fails when it has written a part. */
class EncodingFailureTest {

    private static final Dimensions SIZE = new Dimensions(300, 200);

    private final MapCaches caches = MapCaches.keeping();
    private final Admission admission = new Admission(64 << 20, Duration.ZERO);
    private final Studio studio = new Studio(
            new DrawnDecoder(SIZE, 1, Rounding.UP, Integer.MAX_VALUE, Integer.MAX_VALUE), caches, admission);
    private final Torn encoder = new Torn();
    private final Renderer renderer = new Renderer(
            new Codecs(List.of(studio.decoder), List.of(encoder)), caches, admission, Look.STANDARD, "build-1");
    private final Plan plan = studio.plan(SIZE.bounds(), new Dimensions(150, 100));

    @Holds("IMG-152")
    @Test
    void nothingIsAnsweredOrKeptAndTheNextAnswerIsWhole() {
        List<Supplier<RuntimeException>> failures = List.of(
                () -> new UncheckedIOException(new IOException("torn")),
                () -> new IllegalStateException("torn"),
                () -> new IiifException.TooLarge("torn"));
        for (Supplier<RuntimeException> failure : failures) {
            encoder.failure = failure;
            assertThatThrownBy(() -> renderer.image(studio.picture(), plan)).hasMessageContaining("torn");
            assertThat(caches.derivatives.map).isEmpty();
        }
        encoder.failure = null;
        Raw whole = Raw.read(renderer.image(studio.picture(), plan));
        assertThat(whole.width()).isEqualTo(150);
        assertThat(whole.samples()).hasSize(150 * 100 * 3);
        assertThat(caches.derivatives.map).hasSize(1);
    }

    @Test
    void theRoomItTookIsGivenBack() {
        encoder.failure = () -> new IllegalStateException("torn");
        assertThatThrownBy(() -> renderer.image(studio.picture(), plan)).isInstanceOf(IllegalStateException.class);
        admission.enter(64 << 20).close();
    }

    private static final class Torn implements Encoder {
        private final Encoder whole = new RawEncoder(Format.PNG, true, "raw");
        private Supplier<RuntimeException> failure; // or null

        @Override
        public Format format() {
            return whole.format();
        }

        @Override
        public boolean alpha() {
            return whole.alpha();
        }

        @Override
        public boolean profile() {
            return whole.profile();
        }

        @Override
        public int bits() {
            return whole.bits();
        }

        @Override
        public String settings() {
            return whole.settings();
        }

        @Override
        public void encode(BufferedImage image, boolean bitonal, OptionalDouble dpi, OutputStream out) {
            if (failure == null) {
                whole.encode(image, bitonal, dpi, out);
                return;
            }
            try {
                out.write(new byte[50_000]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            throw failure.get();
        }
    }
}
