package org.lectern.render;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.codec.Codecs;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.image.Format;
import org.lectern.image.Plan;
import org.lectern.image.Quality;
import org.lectern.image.Rotation;
import org.lectern.render.RawEncoder.Raw;
import org.lectern.transform.Look;

/** A renderer over one drawn picture. */
final class Studio {

    static final long BUDGET = 200L << 20;

    final DrawnDecoder decoder;
    final MapCaches caches;
    final Renderer renderer;
    final AtomicInteger closed = new AtomicInteger();

    Studio(DrawnDecoder decoder, MapCaches caches) {
        this(decoder, caches, new Admission(BUDGET, Duration.ofSeconds(10)));
    }

    Studio(DrawnDecoder decoder, MapCaches caches, Admission admission) {
        this(decoder, caches, admission, Look.STANDARD);
    }

    Studio(DrawnDecoder decoder, MapCaches caches, Admission admission, Look look) {
        this.decoder = decoder;
        this.caches = caches;
        var codecs = new Codecs(List.of(decoder),
                List.of(new RawEncoder(Format.PNG, true, "raw"), new RawEncoder(Format.JPG, false, "q=1")));
        renderer = new Renderer(codecs, caches, admission, look, "build-1");
    }

    Plan plan(Rect source, Dimensions output) {
        return plan(source, output, "0", Quality.DEFAULT, Format.PNG);
    }

    Plan plan(Rect source, Dimensions output, String degrees, Quality quality, Format format) {
        return new Plan(decoder.pyramid().size(), source, output,
                new Rotation(false, new BigDecimal(degrees)), quality, format, "unused");
    }

    Raw draw(Plan plan) {
        return Raw.read(renderer.image(picture(), plan));
    }

    Picture picture() {
        return new Picture(new EmptyBlob(), 0);
    }

    private final class EmptyBlob implements Blob {
        @Override
        public long length() {
            return 0;
        }

        @Override
        public int read(long at, byte[] into, int from, int count) {
            return -1;
        }

        @Override
        public String validator() {
            return "v1";
        }

        @Override
        public Instant modified() {
            return Instant.EPOCH;
        }

        @Override
        public String name() {
            return "drawn.raw";
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
