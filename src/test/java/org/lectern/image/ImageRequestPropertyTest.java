package org.lectern.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;

class ImageRequestPropertyTest {

    private static final long SEED = 20261123;

    private final Random random = new Random(SEED);

    @Holds({"IMG-086", "IMG-121", "IMG-122", "IMG-126"})
    @Test
    void aPlanKeepsTheLimitsAndItsCanonicalFormComesToTheSamePlan() {
        int planned = 0;
        for (int round = 0; round < 40_000; round++) {
            var full = new Dimensions(side(), side());
            Limits limits = limits();
            ApiVersion version = pick(List.of(ApiVersion.values()));
            List<String> pieces = List.of(region(full), size(full, version), pick(List.of("0", "!360", "22.50")),
                    pick(List.of("default", "color", "gray", "bitonal")) + ".jpg");
            Quality nature = pick(List.of(Quality.COLOR, Quality.GRAY, Quality.BITONAL));
            String where = "seed " + SEED + ", round " + round + ": " + version + " " + pieces + " of " + full + ", "
                    + nature + ", " + limits;
            Optional<Plan> plan = plan(pieces, version, full, nature, limits, where);
            planned += plan.isPresent() ? 1 : 0;
            plan.ifPresent(made -> check(made, version, nature, limits, where));
        }
        assertThat(planned).isGreaterThan(12_000);
    }

    private static Optional<Plan> plan(
            List<String> pieces, ApiVersion version, Dimensions full, Quality nature, Limits limits, String where) {
        try {
            return Optional.of(ImageRequest.parse(pieces, version).plan(full, nature, limits));
        } catch (IiifException.Malformed | IiifException.Unsupported refused) {
            return Optional.empty();
        } catch (RuntimeException bug) {
            return fail(where, bug);
        }
    }

    private static void check(Plan plan, ApiVersion version, Quality nature, Limits limits, String where) {
        if (!plan.full().bounds().contains(plan.source()) || !limits.allow(plan.output())) {
            fail(where + " breaks out: " + plan);
        }
        Dimensions region = plan.source().size();
        boolean larger = plan.output().width() > region.width() || plan.output().height() > region.height();
        if (larger && !limits.upscaling()) {
            fail(where + " enlarges: " + plan);
        }
        List<String> canonical = List.of(plan.canonical().split("/"));
        Optional<Plan> again = plan(canonical, version, plan.full(), nature, limits, where);
        if (!again.equals(Optional.of(plan))) {
            fail(where + " is " + plan + ", its canonical form " + again);
        }
    }

    private String region(Dimensions full) {
        return switch (random.nextInt(4)) {
            case 0 -> "full";
            case 1 -> "square";
            case 2 -> "pct:" + percent() + "," + percent() + "," + percent() + "," + percent();
            default -> random.nextInt(full.width()) + "," + random.nextInt(full.height()) + "," + side() + "," + side();
        };
    }

    private String size(Dimensions full, ApiVersion version) {
        String caret = version == ApiVersion.V3 && random.nextBoolean() ? "^" : "";
        int width = random.nextBoolean() ? 1 + random.nextInt(full.width()) : side();
        int height = random.nextBoolean() ? 1 + random.nextInt(full.height()) : side();
        return switch (random.nextInt(6)) {
            case 0 -> version == ApiVersion.V2 && random.nextBoolean() ? "full" : caret + "max";
            case 1 -> caret + "pct:" + percent();
            case 2 -> caret + width + ",";
            case 3 -> caret + "," + height;
            case 4 -> caret + width + "," + height;
            default -> caret + "!" + width + "," + height;
        };
    }

    private Limits limits() {
        if (random.nextInt(3) == 0) {
            return Limits.NONE;
        }
        Integer width = random.nextBoolean() ? side() : null;
        Integer height = width != null && random.nextBoolean() ? side() : null;
        Long area = width == null || random.nextBoolean() ? (long) side() * side() : null;
        return LimitsTest.limits(width, height, area, random.nextBoolean());
    }

    private String percent() {
        return random.nextInt(120) + "." + random.nextInt(1000);
    }

    /** Small and large sides alike. */
    private int side() {
        return 1 + random.nextInt(Integer.MAX_VALUE - 1 >> random.nextInt(31));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    @Holds({"IMG-080", "IMG-134", "IMG-148", "IMG-243"})
    @Test
    void everySizeAndTileOfferedIsPlannedToExactlyThatSize() {
        List<Dimensions> pictures = new ArrayList<>(List.of(new Dimensions(5613, 3741), new Dimensions(1, 1),
                new Dimensions(1, 30_000), new Dimensions(30_000, 1), new Dimensions(65_535, 3),
                new Dimensions(512, 513)));
        for (int i = 0; i < 40; i++) {
            pictures.add(new Dimensions(1 + random.nextInt(6000), 1 + random.nextInt(6000)));
        }
        Limits tight = LimitsTest.limits(700, 300, 90_000L, false);
        for (Dimensions picture : pictures) {
            for (Limits limits : List.of(Limits.NONE, SizeTest.WIDTH_3000, tight)) {
                ImageInfo info = ImageInfo.of(picture, new Dimensions(512, 256 + random.nextInt(512)), limits,
                        Set.of(Format.JPG, Format.PNG), Quality.COLOR);
                checkSizes(info);
                ImageInfo.Tiles grid = info.tiles().get(0);
                grid.scaleFactors().forEach(factor -> checkTiles(info, grid.tile(), factor));
            }
        }
    }

    private static void checkSizes(ImageInfo info) {
        assertThat(info.sizes()).isNotEmpty();
        for (Dimensions size : info.sizes()) {
            checkOffered(info, "full", info.size().bounds(), size);
        }
    }

    private static void checkTiles(ImageInfo info, Dimensions tile, int factor) {
        Dimensions full = info.size();
        int acrossBy = tile.width() * factor;
        int downBy = tile.height() * factor;
        for (int y = 0; y < full.height(); y += downBy) {
            for (int x = 0; x < full.width(); x += acrossBy) {
                var region = new Rect(x, y, Math.min(acrossBy, full.width() - x), Math.min(downBy, full.height() - y));
                checkOffered(info, region.toString(), region, region.size().dividedBy(factor));
            }
        }
    }

    private static void checkOffered(ImageInfo info, String region, Rect source, Dimensions size) {
        for (ApiVersion version : ApiVersion.values()) {
            List<String> pieces = List.of(region, size.width() + "," + size.height(), "0", "default.jpg");
            Plan plan = ImageRequest.parse(pieces, version).plan(info.size(), info.nature(), info.limits());
            if (!plan.source().equals(source) || !plan.output().equals(size)) {
                fail("seed " + SEED + ": " + pieces + " of " + info.size() + " is " + plan);
            }
        }
    }
}
