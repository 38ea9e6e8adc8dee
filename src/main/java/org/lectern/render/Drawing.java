package org.lectern.render;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import org.lectern.codec.Encoder;
import org.lectern.codec.Pyramid;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.image.Plan;
import org.lectern.image.Quality;
import org.lectern.pixels.Pixels;
import org.lectern.render.Admission.Permit;
import org.lectern.render.Resolution.Way;
import org.lectern.transform.Chain;
import org.lectern.transform.Target;
import org.lectern.transform.Window;

/**
 * One answer in the making: admission, pixels, chain, encoding. For one thread.
 *
 * <p>A permit is held only while nobody is waited for: who waits for another's decoding of a level holds none, and
 * who decodes a cell under another's eyes entered before.
 */
final class Drawing {

    private static final long BAND_BYTES = 32L << 20;
    private static final byte[] DONE = {};

    private final Workshop workshop;
    private final Original original;
    private final Plan plan;
    private final Encoder encoder;
    private final List<Resolution> resolutions;
    private final Reading reading;

    Drawing(Workshop workshop, Original original, Plan plan, Encoder encoder) {
        this.workshop = workshop;
        this.original = original;
        this.plan = plan;
        this.encoder = encoder;
        resolutions = Ladder.of(original.pyramid(), original.decoder(), workshop.admission().budget());
        reading = Reading.of(plan, resolutions);
    }

    /** The encoded answer. */
    byte[] bytes() {
        return switch (reading.resolution().way()) {
            case SLICES -> sliced();
            case CELLS, DIRECT -> read();
        };
    }

    private byte[] sliced() {
        Chain chain = chain(reading.rect().size(), reading.window());
        long rest = Cost.region(pyramid(), reading.rect()) + Cost.chain(pyramid(), plan, chain, encoder);
        while (true) { // each round draws here, or waits until another has decoded the level
            Optional<byte[]> warm = fromSlices(chain, rest);
            if (warm.isPresent()) {
                return warm.get();
            }
            var drawn = new AtomicReference<byte[]>();
            workshop.decoding().load(original.validator() + "/" + reading.resolution().level(), () -> {
                drawn.set(decodeAndDraw(chain, rest));
                return DONE;
            });
            if (drawn.get() != null) {
                return drawn.get();
            }
        }
    }

    private Optional<byte[]> fromSlices(Chain chain, long rest) {
        Permit permit = workshop.admission().enter(rest);
        try {
            return workshop.tiles().find(original, reading.resolution(), reading.rect())
                    .map(image -> encode(chain.apply(image)));
        } finally {
            permit.close();
        }
    }

    private byte[] decodeAndDraw(Chain chain, long rest) {
        Resolution resolution = reading.resolution();
        int level = resolution.level();
        int rows = Ladder.rows(pyramid(), level, original.decoder(), workshop.admission().budget()).orElseThrow();
        long decoding = Cost.bands(pyramid(), level, original.decoder(), rows);
        long cutting = Cost.cutting(pyramid(), level, rows, reading.rect());
        Permit permit = workshop.admission().enter(Math.max(rest, Math.max(decoding, cutting)));
        try {
            BufferedImage image = workshop.tiles().find(original, resolution, reading.rect())
                    .orElseGet(() -> slicer().slice(rows));
            permit.shrinkTo(rest);
            return encode(chain.apply(image));
        } finally {
            permit.close();
        }
    }

    private Slicer slicer() {
        int last = resolutions.get(resolutions.size() - 1).halvings();
        Resolution resolution = reading.resolution();
        return new Slicer(
                workshop.tiles(), original, resolution.level(), last, resolution.halvings(), reading.rect());
    }

    private byte[] read() {
        Optional<Bands> bands = bands();
        Chain chain = bands.isPresent()
                ? chain(plan.output(), Window.all(plan.output()))
                : chain(reading.rect().size(), reading.window());
        Permit permit = workshop.admission().enter(cost(bands, chain));
        try {
            BufferedImage image = bands.map(some -> some.scale(this::pixels)).orElseGet(() -> pixels(reading.rect()));
            return encode(chain.apply(image));
        } finally {
            permit.close();
        }
    }

    private BufferedImage pixels(Rect rect) {
        return reading.resolution().way() == Way.CELLS
                ? workshop.tiles().cells(original, reading.resolution(), rect)
                : original.decoder().decode(original.picture(), reading.resolution().level(), rect);
    }

    /** Bands for what is large, reduced, and readable at random. */
    private Optional<Bands> bands() {
        Rect rect = reading.rect();
        double step = (reading.window().bottom() - reading.window().top()) / plan.output().height();
        long line = (long) rect.width() * pyramid().bands() * pyramid().bits() / 8;
        boolean random = pyramid().levels().get(reading.resolution().level()).randomAccess();
        if (!random || step <= 1 || line * rect.height() <= BAND_BYTES) {
            return Optional.empty();
        }
        int rows = (int) Math.max(1, BAND_BYTES / (line * step));
        return Optional.of(new Bands(
                reading, plan.output(), workshop.look().scaling(), Math.min(rows, plan.output().height())));
    }

    private long cost(Optional<Bands> bands, Chain chain) {
        long rest = Cost.chain(pyramid(), plan, chain, encoder);
        if (bands.isEmpty()) {
            long region = Cost.region(pyramid(), reading.rect());
            return Math.max(region + rest, reading(reading.rect(), region));
        }
        long scaled = Cost.region(pyramid(), plan.output().bounds());
        long most = 0;
        for (int y = 0; y < plan.output().height(); y += bands.get().rows()) {
            Rect rect = bands.get().rect(y);
            most = Math.max(most, reading(rect, Cost.region(pyramid(), rect)));
        }
        return scaled + Math.max(most, rest);
    }

    private long reading(Rect rect, long region) {
        return reading.resolution().way() == Way.CELLS
                ? region + Cost.cell(pyramid(), reading.resolution(), original.decoder())
                : original.decoder().cost(pyramid(), reading.resolution().level(), rect);
    }

    private Pyramid pyramid() {
        return original.pyramid();
    }

    private Chain chain(Dimensions read, Window window) {
        var target = new Target(encoder.alpha(), encoder.bits(), encoder.profile(), workshop.look());
        return Chain.of(plan, read, window, target, workshop.profiles());
    }

    private byte[] encode(BufferedImage image) {
        var out = new Chunks();
        encoder.encode(image, bitonal(image), dpi(), out);
        return out.toBytes();
    }

    /** Whether all samples are black or white, and meant to be. */
    private boolean bitonal(BufferedImage image) {
        if (plan.quality() == Quality.BITONAL) {
            return true;
        }
        if (pyramid().nature() != Quality.BITONAL || Pixels.bands(image) != 1 || Pixels.bits(image) != 8) {
            return false;
        }
        for (byte sample : Pixels.bytes(image)) {
            if (sample != 0 && sample != -1) {
                return false;
            }
        }
        return true;
    }

    private OptionalDouble dpi() {
        OptionalDouble full = pyramid().dpi();
        return full.isPresent()
                ? OptionalDouble.of(full.getAsDouble() * plan.output().width() / plan.source().width())
                : full;
    }
}
