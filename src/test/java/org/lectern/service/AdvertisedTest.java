package org.lectern.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.service.House.accepting;
import static org.lectern.service.House.asked;
import static org.lectern.service.House.caller;
import static org.lectern.service.House.json;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.Holds;
import org.lectern.blob.FileBlob;
import org.lectern.blob.Picture;
import org.lectern.cache.EhcacheCaches;
import org.lectern.cache.Tiers;
import org.lectern.codec.Codecs;
import org.lectern.codec.EncoderSettings;
import org.lectern.codec.Encoders;
import org.lectern.codec.PngDecoder;
import org.lectern.codec.Pyramid;
import org.lectern.core.ApiVersion;
import org.lectern.core.IiifException;
import org.lectern.image.Format;
import org.lectern.image.Limits;
import org.lectern.image.Plan;
import org.lectern.render.Admission;
import org.lectern.render.Renderer;
import org.lectern.source.Resolver;
import org.lectern.transform.Look;
import tools.jackson.databind.JsonNode;

/**
 * What info.json and its level promise is served, down to the pixels; what they do not promise is refused. The picture
 * has 300×200 pixels, in colour or in grey.
 */
class AdvertisedTest {

    private static final Set<String> LEVEL2_FORMATS = Set.of("jpg", "png");
    private static final Map<ApiVersion, Set<String>> LEVEL2_FEATURES = Map.of(
            ApiVersion.V2, Set.of("regionByPx", "regionByPct", "sizeByW", "sizeByH", "sizeByPct", "sizeByConfinedWh",
                    "sizeByWh", "sizeByDistortedWh", "rotationBy90s", "baseUriRedirect", "cors", "jsonldMediaType"),
            ApiVersion.V3, Set.of("regionSquare", "regionByPx", "regionByPct", "sizeByW", "sizeByH", "sizeByPct",
                    "sizeByConfinedWh", "sizeByWh", "rotationBy90s", "baseUriRedirect", "cors", "jsonldMediaType"));

    /** Each feature that a request for pixels shows, and what the request comes to. */
    private static final Map<String, List<String>> PROBES = Map.ofEntries(
            Map.entry("regionSquare", List.of("square/max/0/default.png", "200x200")),
            Map.entry("regionByPx", List.of("125,15,120,140/max/0/default.png", "120x140")),
            Map.entry("regionByPct", List.of("pct:41.6,7.5,40,70/max/0/default.png", "120x140")),
            Map.entry("sizeByW", List.of("full/150,/0/default.png", "150x100")),
            Map.entry("sizeByH", List.of("full/,50/0/default.png", "75x50")),
            Map.entry("sizeByPct", List.of("full/pct:50/0/default.png", "150x100")),
            Map.entry("sizeByConfinedWh", List.of("full/!225,100/0/default.png", "150x100")),
            Map.entry("sizeByWh", List.of("full/150,100/0/default.png", "150x100")),
            Map.entry("sizeByDistortedWh", List.of("full/225,100/0/default.png", "225x100")),
            Map.entry("sizeAboveFull", List.of("full/600,/0/default.png", "600x400")),
            Map.entry("sizeUpscaling", List.of("full/^600,/0/default.png", "600x400")),
            Map.entry("rotationBy90s", List.of("full/max/270/default.png", "200x300")),
            Map.entry("rotationArbitrary", List.of("full/max/22.5/default.png", "354x300")),
            Map.entry("mirroring", List.of("full/max/!0/default.png", "300x200")));

    private static final Map<Format, String> FIRST_BYTES = Map.of(Format.JPG, "\u00ff\u00d8", Format.PNG, "\u0089PNG",
            Format.GIF, "GIF8", Format.TIF, "", Format.JP2, "\0\0\0\fjP", Format.PDF, "%PDF", Format.WEBP, "RIFF");

    @TempDir
    Path folder;

    @Holds({"IMG-042", "IMG-043", "IMG-049", "IMG-062", "IMG-071", "IMG-075", "IMG-092", "IMG-101", "IMG-102",
        "IMG-104", "IMG-111", "IMG-133", "IMG-195", "IMG-197", "IMG-201", "IMG-205", "IMG-208", "IMG-247", "IMG-248"})
    @ParameterizedTest(name = "version {0}, grey {1}, enlarging {2}, all formats {3}")
    @CsvSource({"V2, false, false, true", "V2, true, true, false", "V3, false, true, true", "V3, true, false, false"})
    void whatIsPromisedIsServedAndNothingElse(ApiVersion version, boolean grey, boolean enlarging, boolean all)
            throws IOException {
        try (EhcacheCaches caches = EhcacheCaches.open(
                new EhcacheCaches.Sizes(Tiers.NONE, Tiers.NONE, Tiers.NONE, Tiers.NONE), Optional.empty())) {
            Bench bench = new Bench(version, pictures(caches, grey, all), limits(enlarging));
            JsonNode extra = version == ApiVersion.V2 ? bench.info().at("/profile/1") : bench.info();
            boolean second = version == ApiVersion.V2;

            Set<String> features = with(LEVEL2_FEATURES.get(version), extra.path(second ? "supports" : "extraFeatures"));
            assertThat(bench.features()).isEqualTo(features);

            Set<String> formats = with(LEVEL2_FORMATS, extra.path(second ? "formats" : "extraFormats"));
            assertThat(bench.formats()).isEqualTo(formats);

            // Bitonal is in version 2's level 2; colour of a grey picture must be answered and not be promised.
            Set<String> qualities = with(second ? Set.of("bitonal") : Set.of(), extra.path(second ? "qualities" : "extraQualities"));
            assertThat(bench.qualities()).isEqualTo(grey ? with(qualities, Set.of("color")) : qualities);
            assertThat(qualities.contains("color")).isEqualTo(!grey);
        }
    }

    private static Limits limits(boolean enlarging) {
        return new Limits(OptionalInt.of(1000), OptionalInt.empty(), OptionalLong.empty(), enlarging);
    }

    private static Set<String> with(Set<String> some, JsonNode more) {
        return with(some, more.valueStream().map(JsonNode::asString).toList());
    }

    private static Set<String> with(Set<String> some, Collection<String> more) {
        Set<String> both = new TreeSet<>(some);
        for (String one : more) {
            assertThat(both.add(one)).as(one + " is said twice").isTrue();
        }
        return both;
    }

    /** A renderer of this picture, whatever is asked for. */
    private Pictures pictures(EhcacheCaches caches, boolean grey, boolean all) throws IOException {
        Path file = folder.resolve("picture.png");
        int type = grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        ImageIO.write(new BufferedImage(300, 200, type), "png", file.toFile());
        Codecs codecs = new Codecs(List.of(new PngDecoder()), Encoders.of(EncoderSettings.STANDARD).stream()
                .filter(encoder -> all || LEVEL2_FORMATS.contains(encoder.format().toString()))
                .toList());
        Renderer renderer = new Renderer(
                codecs, caches, new Admission(64L << 20, Duration.ofSeconds(10)), Look.STANDARD, "test");
        return new OnePicture(renderer, () -> new Picture(FileBlob.of(file, "test"), 0));
    }

    private record OnePicture(Renderer renderer, Supplier<Picture> only) implements Pictures {
        @Override
        public Set<Format> formats() {
            return renderer.formats();
        }

        @Override
        public Pyramid pyramid(Picture picture) {
            return renderer.pyramid(only.get());
        }

        @Override
        public String fingerprint(Format format) {
            return renderer.fingerprint(format);
        }

        @Override
        public byte[] image(Picture picture, Plan plan) {
            return renderer.image(only.get(), plan);
        }
    }

    /** Tries everything that the specification has a name for. */
    private static final class Bench {

        private final ApiVersion version;
        private final ImageService images;
        private final ItemService items;

        Bench(ApiVersion version, Pictures pictures, Limits limits) {
            Shelves shelves = Shelves.usual();
            Links links = new Links(Links.Slash.DOLLAR);
            Library library = new Library(List.of(Resolver.plain(shelves.name())), List.of(shelves), Access.ALL);
            this.version = version;
            this.images = new ImageService(library, pictures, links, limits, List.of());
            this.items = new ItemService(library, links, limits, House.WORDING);
        }

        JsonNode info() {
            return json(images.info(asked("photo.jpg"), version, caller()));
        }

        Set<String> features() throws IOException {
            Map<String, Boolean> works = new TreeMap<>(Map.of("cors", true)); // the web room's, on whatever is answered
            for (Map.Entry<String, List<String>> probe : PROBES.entrySet()) {
                works.put(probe.getKey(), isServed(probe.getValue().get(0), probe.getValue().get(1)));
            }
            Set<String> rels = new HashSet<>();
            ((Answer.Image) image("full/max/0/default.jpg").orElseThrow()).links().forEach(link -> rels.add(link.rel()));
            works.put("canonicalLinkHeader", rels.contains("canonical"));
            works.put("profileLinkHeader", rels.contains("profile"));
            works.put("baseUriRedirect", items.base(asked("photo.jpg"), caller()) instanceof Answer.Redirect);
            Answer linked = images.info(asked("photo.jpg"), version, accepting("application/ld+json"));
            works.put("jsonldMediaType", ((Answer.Document) linked).contentType().startsWith("application/ld+json"));
            works.keySet().retainAll(named());
            works.values().removeIf(served -> !served);
            return works.keySet();
        }

        /** Names that only the other version has. */
        private Set<String> named() {
            Set<String> named = new HashSet<>(PROBES.keySet());
            named.addAll(Set.of("cors", "canonicalLinkHeader", "profileLinkHeader", "baseUriRedirect", "jsonldMediaType"));
            named.removeAll(version == ApiVersion.V2
                    ? Set.of("sizeUpscaling")
                    : Set.of("sizeAboveFull", "sizeByDistortedWh"));
            return named;
        }

        private boolean isServed(String request, String size) throws IOException {
            Optional<Answer> answer = image(request);
            if (answer.isEmpty()) {
                return false;
            }
            byte[] bytes = ((Answer.Image) answer.get()).body().get();
            BufferedImage made = ImageIO.read(new ByteArrayInputStream(bytes));
            assertThat(made.getWidth() + "x" + made.getHeight()).as(request).isEqualTo(size);
            return true;
        }

        Set<String> formats() {
            Set<String> made = new TreeSet<>();
            for (Format format : EnumSet.allOf(Format.class)) {
                image("full/150,/0/default." + format).ifPresent(answer -> {
                    byte[] bytes = ((Answer.Image) answer).body().get();
                    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).startsWith(FIRST_BYTES.get(format));
                    assertThat(((Answer.Image) answer).mediaType()).isEqualTo(format.mediaType());
                    made.add(format.toString());
                });
            }
            return made;
        }

        Set<String> qualities() {
            Set<String> made = new TreeSet<>();
            Stream.of("color", "gray", "bitonal", "grey", "native").forEach(quality ->
                    image("full/150,/0/" + quality + ".png").ifPresent(answer -> {
                        assertThat(((Answer.Image) answer).body().get()).isNotEmpty();
                        made.add(quality);
                    }));
            return made;
        }

        private Optional<Answer> image(String request) {
            try {
                return Optional.of(images.image(asked("photo.jpg"), Arrays.asList(request.split("/")), version, caller()));
            } catch (IiifException.Malformed | IiifException.Unsupported refused) {
                return Optional.empty();
            }
        }
    }
}
