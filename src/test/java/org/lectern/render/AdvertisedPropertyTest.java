package org.lectern.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.Holds;
import org.lectern.codec.WebpEncoder;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.image.ImageRequest;
import org.lectern.image.Limits;
import org.lectern.image.Plan;
import org.lectern.image.Quality;
import tools.jackson.databind.JsonNode;

/** What image information promises is given, to the pixel, of every kind of file. */
class AdvertisedPropertyTest {

    private static final long SEED = 20261124;

    static Stream<Arguments> prints() {
        List<Arguments> prints = new ArrayList<>();
        for (Print print : Print.values()) {
            for (String size : List.of("1021x769", "257x1031", "1x509", "509x1", "1x1")) {
                int cross = size.indexOf('x');
                prints.add(Arguments.of(print, Integer.parseInt(size.substring(0, cross)),
                        Integer.parseInt(size.substring(cross + 1))));
            }
        }
        return prints.stream();
    }

    private static Gallery gallery(Print print, int width, int height, Limits limits) {
        Assumptions.assumeTrue(print != Print.WEBP || WebpEncoder.unavailable().isEmpty(),
                "no library here that writes WebP");
        return new Gallery(limits).hang("print", print.of(Print.picture(width, height)));
    }

    @Holds({"IMG-134", "IMG-135", "IMG-145", "IMG-146", "IMG-243", "IMG-244"})
    @ParameterizedTest(name = "{0} {1}x{2}")
    @MethodSource("prints")
    void informationIsTheSameInBothVersionsAndLevelsAreTheFactors(Print print, int width, int height) {
        Gallery gallery = gallery(print, width, height, Limits.NONE);
        Info info = Info.of(gallery, ApiVersion.V3);
        assertThat(Info.of(gallery, ApiVersion.V2)).isEqualTo(info);
        if (print != Print.PDF) {
            assertThat(info.full()).isEqualTo(new Dimensions(width, height));
        }
        int last = info.factors().get(info.factors().size() - 1);
        assertThat(info.factors()).first().isEqualTo(1);
        assertThat(oneTileHolds(info, last)).isTrue();
        assertThat(last > 1 && oneTileHolds(info, last / 2)).isFalse();
        List<Dimensions> levels = new ArrayList<>();
        for (int factor : info.factors()) {
            levels.add(0, info.full().dividedBy(factor));
            assertThat(Integer.bitCount(factor)).isEqualTo(1);
        }
        assertThat(info.sizes()).isEqualTo(levels);
        assertThat(info.factors()).doesNotHaveDuplicates();
    }

    private static boolean oneTileHolds(Info info, int factor) {
        Dimensions level = info.full().dividedBy(factor);
        return level.width() <= info.tile().width() && level.height() <= info.tile().height();
    }

    @Holds({"IMG-134", "IMG-147", "IMG-149", "IMG-243"})
    @ParameterizedTest(name = "{0} {1}x{2}")
    @MethodSource("prints")
    void everySizeIsGivenInEveryFormThatClientsAskItBy(Print print, int width, int height) {
        Gallery gallery = gallery(print, width, height, Limits.NONE);
        Info info = Info.of(gallery, ApiVersion.V3);
        for (Dimensions size : info.sizes()) {
            byte[] asked = gallery.bytes("print", ApiVersion.V3, "full/" + text(size) + "/0/default.png");
            assertThat(size(Gallery.read(asked))).isEqualTo(size);
            assertThat(gallery.bytes("print", ApiVersion.V2, "full/" + text(size) + "/0/default.png")).isEqualTo(asked);
            byte[] jpeg = gallery.bytes("print", ApiVersion.V2, "full/" + text(size) + "/0/gray.jpg");
            assertThat(size(Gallery.read(jpeg))).isEqualTo(size);
            String wide = "full/" + size.width() + ",/0/default.png";
            Dimensions kept = new Dimensions(size.width(), aspect(info.full(), size.width()));
            assertThat(size(gallery.pixels("print", ApiVersion.V2, wide))).isEqualTo(kept);
            assertThat(size(gallery.pixels("print", ApiVersion.V3, wide))).isEqualTo(kept);
            assertThat(near(kept, size)).as("%s of %s", wide, info.full()).isTrue();
        }
        Dimensions boxed = size(gallery.pixels("print", ApiVersion.V3, "full/!120,120/0/default.png"));
        assertThat(Math.max(boxed.width(), boxed.height())).isEqualTo(Math.min(120, longer(info.full())));
        byte[] whole = gallery.bytes("print", ApiVersion.V3, "full/max/0/default.png");
        assertThat(gallery.bytes("print", ApiVersion.V2, "full/full/0/default.png")).isEqualTo(whole);
        assertThat(size(Gallery.read(whole))).isEqualTo(info.full());
    }

    private static int longer(Dimensions size) {
        return Math.max(size.width(), size.height());
    }

    @Holds({"IMG-080", "IMG-135", "IMG-148", "IMG-149", "IMG-244"})
    @ParameterizedTest(name = "{0} {1}x{2}")
    @MethodSource("prints")
    void tilesOfEveryLevelFitTogetherToTheLevel(Print print, int width, int height) {
        Gallery gallery = gallery(print, width, height, Limits.NONE);
        Info info = Info.of(gallery, ApiVersion.V3);
        for (int factor : info.factors()) {
            Dimensions level = info.full().dividedBy(factor);
            BufferedImage whole = gallery.pixels("print", ApiVersion.V3, "full/" + text(level) + "/0/default.png");
            for (Tile tile : info.tiles(factor)) {
                byte[] asked = gallery.bytes("print", ApiVersion.V3, tile.exact() + "/0/default.png");
                BufferedImage image = Gallery.read(asked);
                assertThat(size(image)).as(tile.toString()).isEqualTo(tile.size());
                assertThat(furthest(image, whole, tile.x() / factor, tile.y() / factor))
                        .as("%s at 1/%d", tile, factor).isLessThan(2);
                assertThat(gallery.bytes("print", ApiVersion.V2, tile.exact() + "/0/default.png")).isEqualTo(asked);
                Dimensions wide = size(gallery.pixels("print", ApiVersion.V2, tile.wide() + "/0/default.png"));
                assertThat(near(wide, tile.size())).as(tile.wide()).isTrue();
            }
        }
    }

    @Holds("IMG-149")
    @ParameterizedTest(name = "{0}")
    @EnumSource(Print.class)
    void tileThatEqualsItsRegionMayBeAskedForAsTheLargest(Print print) {
        Gallery gallery = gallery(print, 521, 263, Limits.NONE);
        Info info = Info.of(gallery, ApiVersion.V3);
        for (Tile tile : info.tiles(1)) {
            byte[] asked = gallery.bytes("print", ApiVersion.V3, tile.exact() + "/0/default.png");
            assertThat(gallery.bytes("print", ApiVersion.V3, tile.region() + "/max/0/default.png")).isEqualTo(asked);
            assertThat(gallery.bytes("print", ApiVersion.V2, tile.region() + "/full/0/default.png")).isEqualTo(asked);
        }
    }

    @Holds("IMG-126")
    @ParameterizedTest(name = "{0}")
    @EnumSource(Print.class)
    void canonicalRequestHasTheVeryBytesOfTheRequest(Print print) {
        Gallery gallery = gallery(print, 521, 383, new Limits(
                OptionalInt.of(1500), OptionalInt.empty(), OptionalLong.empty(), true));
        Gallery afresh = gallery(print, 521, 383, new Limits(
                OptionalInt.of(1500), OptionalInt.empty(), OptionalLong.empty(), true));
        Random random = new Random(SEED);
        for (int i = 0; i < 10; i++) {
            ApiVersion version = random.nextBoolean() ? ApiVersion.V2 : ApiVersion.V3;
            String request = request(random, version);
            String canonical = gallery.canonical("print", version, request);
            assertThat(afresh.bytes("print", version, canonical))
                    .as("%s as %s in version %s, seed %d", request, canonical, version, SEED)
                    .isEqualTo(gallery.bytes("print", version, request));
            assertThat(gallery.canonical("print", version, canonical)).isEqualTo(canonical);
        }
    }

    private static String request(Random random, ApiVersion version) {
        String caret = version == ApiVersion.V3 ? "^" : "";
        String[] regions = {
            "full", "square", "pct:10.5,3.3,41,22.2", "100,100,3000,300", "7,11,222,333", "0,0,256,256"};
        String[] sizes = {"max", "pct:33.3", "99,", ",77", "!90,45", "31,57", caret + "500,400", caret + "300,"};
        String[] rotations = {"0", "90", "!180", "270.0", "22.5", "!0"};
        String[] endings = {"default.png", "color.jpg", "gray.png", "bitonal.png", "gray.jpg", "default.gif"};
        return any(random, regions) + "/" + any(random, sizes) + "/" + any(random, rotations) + "/"
                + any(random, endings);
    }

    private static String any(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    @Holds({"IMG-086", "IMG-199"})
    @ParameterizedTest(name = "{0} within {1} by {2}, {3} pixels")
    @CsvSource({
        "PNG, 300, , ", "PNG, 300, 100, ", "PNG, , , 20000", "TIFF_TILES, 100, , ", "TIFF_PYRAMID, 500, 120, 30000",
        "JP2_TILES, 200, , 10000", "JPEG, 64, 64, ", "PNG, 1, , "
    })
    void whatIsAdvertisedUnderLimitsIsGivenAndWhatIsOverThemRefused(
            Print print, Integer wide, Integer high, Long area) {
        var limits = new Limits(wide == null ? OptionalInt.empty() : OptionalInt.of(wide),
                high == null ? OptionalInt.empty() : OptionalInt.of(high),
                area == null ? OptionalLong.empty() : OptionalLong.of(area), false);
        Gallery gallery = gallery(print, 257, 131, limits);
        Info info = Info.of(gallery, ApiVersion.V3);
        assertThat(limits.allow(info.tile())).isTrue();
        for (Dimensions size : info.sizes()) {
            assertThat(limits.allow(size)).isTrue();
            assertThat(size(gallery.pixels("print", ApiVersion.V2, "full/" + text(size) + "/0/default.png")))
                    .isEqualTo(size);
        }
        for (int factor : info.factors()) {
            List<Tile> tiles = info.tiles(factor);
            for (int i = 0; i < tiles.size(); i += 1 + tiles.size() / 60) { // of 33 667 tiles of one pixel some
                String request = tiles.get(i).exact() + "/0/default.png";
                assertThat(size(gallery.pixels("print", ApiVersion.V3, request)))
                        .as(request).isEqualTo(tiles.get(i).size());
            }
        }
        if (!limits.allow(info.full())) {
            assertThatExceptionOfType(IiifException.Malformed.class)
                    .isThrownBy(() -> gallery.bytes("print", ApiVersion.V2, "full/full/0/default.png"));
        }
        Dimensions largest = size(gallery.pixels("print", ApiVersion.V2, "full/max/0/default.png"));
        assertThat(limits.allow(largest)).isTrue();
        assertThat(size(gallery.pixels("print", ApiVersion.V3, "full/max/0/default.png"))).isEqualTo(largest);
    }

    @Holds("IMG-148")
    @ParameterizedTest(name = "1/{0}: {1} comes to {2}, of {3} by {4}")
    @CsvSource({
        "1, '5120,3584,493,157', '493,157', 11, 8", "2, '5120,3072,493,669', '247,335', 6, 4",
        "4, '4096,2048,1517,1693', '380,424', 3, 2", "8, '4096,0,1517,3741', '190,468', 2, 1",
        "16, '0,0,5613,3741', '351,234', 1, 1"
    })
    void lastTilesOfAKnownPictureAreAsClientsReckon(int factor, String region, String size, int columns, int rows) {
        var full = new Dimensions(5613, 3741);
        List<Tile> tiles = new Info(full, List.of(), new Dimensions(512, 512), List.of(1, 2, 4, 8, 16)).tiles(factor);
        assertThat(tiles).hasSize(columns * rows);
        Tile last = tiles.get(tiles.size() - 1);
        assertThat(last.exact()).isEqualTo(region + "/" + size);
        for (ApiVersion version : ApiVersion.values()) {
            for (Tile tile : tiles) {
                assertThat(plan(tile.exact(), version, full).output()).isEqualTo(tile.size());
                Dimensions wide = plan(tile.wide(), version, full).output();
                assertThat(wide.width()).isEqualTo(tile.size().width());
                assertThat(near(wide, tile.size())).as(tile.wide()).isTrue();
            }
        }
    }

    @Holds({"IMG-148", "IMG-149"})
    @Test
    void knownPictureAsAWholeIsAskedForAsFull() {
        var full = new Dimensions(5613, 3741);
        for (ApiVersion version : ApiVersion.values()) {
            for (String request : List.of("full/351,234", "full/351,", "0,0,5613,3741/351,")) {
                assertThat(plan(request, version, full).output()).isEqualTo(new Dimensions(351, 234));
            }
        }
    }

    /** Clients that forget to crop at the edge ask for a pixel too many. */
    @Holds("IMG-080")
    @ParameterizedTest(name = "{0}")
    @CsvSource({"'5120,3584,493,157', '494,157'", "'5120,3584,493,157', '493,158'", "'5120,3584,512,512', '494,157'"})
    void onePixelTooManyIsRefusedInVersion3AndEnlargedInVersion2WhereThatIsServed(String region, String size) {
        var full = new Dimensions(5613, 3741);
        var enlarging = new Limits(OptionalInt.of(6000), OptionalInt.empty(), OptionalLong.empty(), true);
        List<String> pieces = List.of(region, size, "0", "default.jpg");
        for (ApiVersion version : ApiVersion.values()) {
            ImageRequest request = ImageRequest.parse(pieces, version);
            assertThatExceptionOfType(IiifException.Malformed.class)
                    .isThrownBy(() -> request.plan(full, Quality.COLOR, Limits.NONE));
        }
        assertThatExceptionOfType(IiifException.Malformed.class).isThrownBy(
                () -> ImageRequest.parse(pieces, ApiVersion.V3).plan(full, Quality.COLOR, enlarging));
        Plan served = ImageRequest.parse(pieces, ApiVersion.V2).plan(full, Quality.COLOR, enlarging);
        assertThat(text(served.output())).isEqualTo(size);
    }

    @Holds("IMG-080")
    @Test
    void tilesOfAnyPictureAreNeverLargerThanTheirRegions() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            var full = new Dimensions(1 + random.nextInt(9000), 1 + random.nextInt(9000));
            var tile = new Dimensions(128 + random.nextInt(900), 128 + random.nextInt(900));
            int factor = 1 << random.nextInt(6);
            for (Tile one : new Info(full, List.of(), tile, List.of(factor)).tiles(factor)) {
                for (ApiVersion version : ApiVersion.values()) {
                    assertThat(plan(one.exact(), version, full).output())
                            .as("%s of %s, seed %d", one, full, SEED).isEqualTo(one.size());
                }
                plan(one.wide(), ApiVersion.V2, full);
            }
        }
    }

    private static Plan plan(String regionAndSize, ApiVersion version, Dimensions full) {
        String[] pieces = regionAndSize.split("/");
        return ImageRequest.parse(List.of(pieces[0], pieces[1], "0", "default.jpg"), version)
                .plan(full, Quality.COLOR, Limits.NONE);
    }

    /** Whether a height follows from a width that was rounded up by less than a pixel. */
    private static boolean near(Dimensions byAspect, Dimensions reckoned) {
        double slope = (double) reckoned.height() / reckoned.width();
        return byAspect.width() == reckoned.width()
                && Math.abs(byAspect.height() - reckoned.height()) <= Math.ceil(slope) + 1;
    }

    private static int aspect(Dimensions full, int width) {
        return (int) Math.max(1, Math.floor((double) full.height() * width / full.width() + 0.5));
    }

    private static Dimensions size(BufferedImage image) {
        return new Dimensions(image.getWidth(), image.getHeight());
    }

    private static String text(Dimensions size) {
        return size.width() + "," + size.height();
    }

    private static int furthest(BufferedImage part, BufferedImage whole, int x, int y) {
        int[] some = part.getRaster().getPixels(0, 0, part.getWidth(), part.getHeight(), (int[]) null);
        int[] wanted = whole.getRaster().getPixels(x, y, part.getWidth(), part.getHeight(), (int[]) null);
        assertThat(some).hasSameSizeAs(wanted);
        int most = 0;
        for (int i = 0; i < some.length; i++) {
            most = Math.max(most, Math.abs(some[i] - wanted[i]));
        }
        return most;
    }

    /** What a client reads of image information. */
    private record Info(Dimensions full, List<Dimensions> sizes, Dimensions tile, List<Integer> factors) {

        static Info of(Gallery gallery, ApiVersion version) {
            JsonNode json = gallery.info("print", version);
            assertThat(json.path("tiles").size()).isEqualTo(1);
            JsonNode grid = json.path("tiles").get(0);
            int width = grid.path("width").asInt();
            return new Info(dimensions(json), json.path("sizes").valueStream().map(Info::dimensions).toList(),
                    new Dimensions(width, grid.path("height").asInt(width)),
                    grid.path("scaleFactors").valueStream().map(JsonNode::asInt).toList());
        }

        private static Dimensions dimensions(JsonNode json) {
            return new Dimensions(json.path("width").asInt(), json.path("height").asInt());
        }

        /** By the arithmetic of the specification's implementation notes. */
        List<Tile> tiles(int factor) {
            List<Tile> tiles = new ArrayList<>();
            for (int y = 0; y < full.height(); y += tile.height() * factor) {
                for (int x = 0; x < full.width(); x += tile.width() * factor) {
                    int width = Math.min(tile.width() * factor, full.width() - x);
                    int height = Math.min(tile.height() * factor, full.height() - y);
                    tiles.add(new Tile(x, y, width, height, new Dimensions(
                            (width + factor - 1) / factor, (height + factor - 1) / factor)));
                }
            }
            return tiles;
        }
    }

    /** One tile as a client asks for it. */
    private record Tile(int x, int y, int width, int height, Dimensions size) {

        String region() {
            return x + "," + y + "," + width + "," + height;
        }

        String exact() {
            return region() + "/" + text(size);
        }

        String wide() {
            return region() + "/" + size.width() + ",";
        }
    }
}
