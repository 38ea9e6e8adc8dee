package org.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.core.ApiVersion;
import org.lectern.image.Format;
import org.lectern.image.Limits;

class ConfigFileTest {

    private static final long HEAP = 1000L << 20;

    @TempDir
    Path folder;

    @Test
    void nothingSetMeansTheSampleLibraryAndTheDefaults() {
        Config config = ConfigFile.read(Optional.empty(), Map.of(), new Properties(), HEAP);

        assertThat(config.library()).isEqualTo(new Config.Library("Library", List.of()));
        assertThat(config.images().limits())
                .isEqualTo(new Limits(OptionalInt.empty(), OptionalInt.empty(), OptionalLong.of(100_000_000), false));
        assertThat(config.images().formats()).containsExactlyInAnyOrder(
                Format.JPG, Format.PNG, Format.GIF, Format.TIF, Format.PDF);
        assertThat(config.images().unversioned()).isEqualTo(ApiVersion.V2);
        assertThat(config.presentation().unversioned()).isEqualTo(ApiVersion.V3);
        assertThat(config.memory()).isEqualTo(new Config.Memory(HEAP / 100 * 40, Duration.ofSeconds(10)));
        assertThat(config.caches()).isEqualTo(new Config.Caches(
                96L << 20, 48L << 20, 32L << 20, 24L << 20, 1L << 30, 256L << 20, HEAP / 6));
        assertThat(config.web().baseUrl()).isEmpty();
    }

    @Test
    void valuesAreReadWithTheirUnits() throws IOException {
        Config config = read("cache.tiles = 128MB", "memory.wait=2500ms", "# a remark", "", "  images.max-width =  4000 ");

        assertThat(config.caches().tiles()).isEqualTo(128L << 20);
        assertThat(config.memory().patience()).isEqualTo(Duration.ofMillis(2500));
        assertThat(config.images().limits().maxWidth()).hasValue(4000);
    }

    @Test
    void sourcesKeepTheirOrder() throws IOException {
        Path maps = Files.createDirectory(folder.resolve("maps = ünd C:\\x"));

        Config config = read("sources = maps, scans", "source.scans.root = " + folder, "source.maps.root = " + maps);

        assertThat(config.library().sources())
                .containsExactly(
                        new Config.Source("maps", Config.SourceKind.FOLDER, maps.toAbsolutePath()),
                        new Config.Source("scans", Config.SourceKind.FOLDER, folder.toAbsolutePath()));
    }

    @Test
    void everyErrorIsToldAtOnceWithItsKeyValueAndReason() {
        SettingsException refusal = catchThrowableOfType(
                SettingsException.class,
                () -> read(
                        "cache.tile = 5MB",
                        "images.jpeg.quality = 101",
                        "memory.wait = 10 parsecs",
                        "sources = scans",
                        "source.scans.root = " + folder.resolve("not-there"),
                        "web.base-url = iiif.example.org",
                        "web.trusted-proxies = localhost",
                        "nonsense = 1"));

        assertThat(refusal.errors())
                .containsExactlyInAnyOrder(
                        "source.scans.root = " + folder.resolve("not-there") + ": there is no such folder that can be read",
                        "images.jpeg.quality = 101: a whole number from 1 to 100 is meant",
                        "memory.wait = 10 parsecs: the units of times are ms, s, m, h and d",
                        "web.base-url = iiif.example.org: a URL like https://iiif.example.org/lectern is meant",
                        "web.trusted-proxies = localhost: 'localhost' is neither an IP address nor a network like 10.0.0.0/8",
                        "cache.tile = 5MB: no such key; is cache.tiles meant?",
                        "nonsense = 1: no such key");
    }

    @Test
    void aSourceWithoutAFolderIsAnError() {
        assertThatThrownBy(() -> read("sources = scans"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("source.scans.root: the folder of the source 'scans' is not said");
    }

    @Test
    void aLineThatIsNoSettingAndAKeySetTwiceAreErrorsWithTheirLine() {
        SettingsException refusal = catchThrowableOfType(
                SettingsException.class, () -> read("web.cors = true", "hello", "web.cors = false", "images.jpeg.quality = 0"));

        assertThat(refusal.errors())
                .containsExactly(
                        "line 2: 'hello' is no setting; key = value is meant",
                        "line 3: web.cors is set a second time",
                        "images.jpeg.quality = 0: a whole number from 1 to 100 is meant");
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() throws IOException {
        Config config = ConfigFile.read(
                Optional.of(file("cache.tiles = 128MB", "images.max-width = 10")),
                Map.of("LECTERN_CACHE_TILES", "32MB", "LECTERN_IMAGES_MAX_WIDTH", "20", "LECTERN_PORT", "tcp://10.0.0.1"),
                new Properties(),
                HEAP);

        assertThat(config.caches().tiles()).isEqualTo(32L << 20);
        assertThat(config.images().limits().maxWidth()).hasValue(20);
    }

    @Test
    void theCommandLineGoesBeforeBoth() throws IOException {
        Properties system = new Properties();
        system.setProperty("lectern.library", folder.toString());
        system.setProperty("lectern.base-url", "https://b.example/x");

        Config config = ConfigFile.read(
                Optional.of(file("sources = gone", "source.gone.root = /not/there", "web.base-url = https://a.example")),
                Map.of("LECTERN_SOURCES", "other", "LECTERN_WEB_BASE_URL", "https://c.example"),
                system,
                HEAP);

        assertThat(config.library().sources())
                .containsExactly(new Config.Source("library", Config.SourceKind.FOLDER, folder.toAbsolutePath()));
        assertThat(config.web().baseUrl()).hasToString("Optional[https://b.example/x]");
    }

    @ParameterizedTest(name = "{0}, {1}, {2} → {3}")
    @CsvSource({"a,b,c,a", ",b,c,b", ",,c,c", ",,,"})
    void theFileIsFoundBySystemPropertyThenVariableThenParameter(
            String property, String variable, String parameter, String expected) {
        Properties system = new Properties();
        if (property != null) {
            system.setProperty("lectern.conf", property);
        }
        Map<String, String> environment = variable == null ? Map.of() : Map.of("LECTERN_CONF", variable);

        assertThat(ConfigFile.find(system, environment, Optional.ofNullable(parameter)))
                .isEqualTo(Optional.ofNullable(expected).map(Path::of));
    }

    @Test
    void aFileThatIsNamedAndMissingIsAnError() {
        Optional<Path> missing = Optional.of(folder.resolve("gone.properties"));

        assertThatThrownBy(() -> ConfigFile.read(missing, Map.of(), new Properties(), HEAP))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("gone.properties cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "images.max-height = 5, images.max-height",
        "images.upscaling = true|images.max-area = 0, images.upscaling",
        "'images.formats = jpg, gif', jpg and png belong",
        "images.formats = bmp, none of the Image API",
        "cache.tiles = 5XB, units of sizes",
        "cache.tiles = 101%, at most 100%",
        "cache.tiles = 99999999999TB, more than any machine",
        "'sources = a, a', each source stands here once",
        "sources = A-b, small letters",
        "web.trusted-proxies = 10.0.0.0/33, 10.0.0.0/33",
        "presentation.slashes = both, dollar"
    })
    void valuesThatCannotBeMeantAreRefused(String line, String reason) {
        assertThatThrownBy(() -> read(line.split("\\|")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void sharesThatDoNotFitTheHeapAreRefused() throws IOException {
        MemoryShares shares = new MemoryShares(100L << 20, 100L << 20);
        Config modest = read("memory.budget=40MB", "cache.tiles=40MB", "cache.codeblocks=16MB");
        Config greedyOnTheHeap = read("memory.budget=80MB", "cache.codeblocks=8MB");
        Config greedyForBlocks = read("memory.budget=40MB", "cache.codeblocks=32MB");
        Config greedyBesideIt = read("memory.budget=40MB", "cache.tiles=100MB", "cache.codeblocks=8MB");

        assertThat(new MemoryShares(100L << 20, 144L << 20).check(modest)).contains("code-blocks 16 MB + their index 4 MB").contains("rest 19 MB").contains("144 MB of 144 MB");
        assertThatThrownBy(() -> new MemoryShares(100L << 20, 200L << 20).check(greedyOnTheHeap))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("memory.budget takes 80 MB")
                .hasMessageContaining("cache.codeblocks with its index 10 MB");
        assertThatThrownBy(() -> new MemoryShares(100L << 20, 200L << 20).check(greedyForBlocks))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("cache.codeblocks with its index 40 MB");
        assertThatThrownBy(() -> new MemoryShares(100L << 20, 203L << 20).check(greedyBesideIt))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("204 MB together; only 203 MB");
    }

    @Test
    void aProviderHasANameAndAddressesOfTheWeb() throws IOException {
        assertThat(read().presentation().provider()).isEmpty();
        assertThat(read("presentation.provider.name = Bücherei").presentation().provider())
                .contains(new Config.Provider("Bücherei", Optional.empty(), Optional.empty()));
        assertThat(read("presentation.provider.name = L", "presentation.provider.homepage = https://example.org/ü?a=b#c",
                        "presentation.provider.logo = http://example.org/logo.png").presentation().provider())
                .contains(new Config.Provider("L", Optional.of(URI.create("https://example.org/%C3%BC?a=b#c")),
                        Optional.of(URI.create("http://example.org/logo.png"))));
        assertThatThrownBy(() -> read("presentation.provider.logo = https://example.org/logo.png"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("presentation.provider.name: homepage and logo want the name");
        for (String url : List.of("javascript:alert(1)", "logo.png", "https:///logo.png", "ftp://example.org/x", "http://a b")) {
            assertThatThrownBy(() -> read("presentation.provider.name = L", "presentation.provider.logo = " + url))
                    .as(url)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("presentation.provider.logo");
        }
    }

    @Test
    void theDiskHoldsMoreThanTheMemoryInFrontOfIt() throws IOException {
        assertThatThrownBy(() -> read("cache.tiles = 64MB", "cache.tiles.disk = 64MB"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("cache.tiles.disk");
        assertThatThrownBy(() -> read("cache.documents = 64MB", "cache.documents.disk = 64MB"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("cache.documents.disk: 0 for none, or more than cache.documents");
        assertThat(read("cache.documents = 512MB", "cache.documents.disk = 0").caches().documentsDisk()).isZero();
        assertThatThrownBy(() -> read("cache.documents = 1MB"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("at least 8MB");
    }

    @ParameterizedTest(name = "a heap of {0} MB keeps {1} MB of code-blocks and {2} MB of where they lie")
    @CsvSource({"24, 8, 2", "96, 16, 4", "480, 80, 20", "8192, 256, 64"})
    void codeBlocksTakeASixthOfTheHeapWithinBounds(long heap, long blocks, long index) {
        Config.Caches caches = ConfigFile.read(Optional.empty(), Map.of(), new Properties(), heap << 20).caches();

        assertThat(caches.codeblocks()).isEqualTo(blocks << 20);
        assertThat(caches.codeblockIndex()).isEqualTo(index << 20);
        assertThat(caches.heap()).isEqualTo(blocks + index << 20);
    }

    @Test
    void codeBlocksMayTakeMoreThanTheirDefaultWhenItIsSaid() throws IOException {
        assertThat(read("cache.codeblocks = 50%").caches().codeblocks()).isEqualTo(HEAP / 2);
        assertThatThrownBy(() -> read("cache.codeblocks = 4MB"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("cache.codeblocks = 4MB: at least 8MB");
    }

    @Test
    void aDataDirectoryIsHeldByOneAlone() throws IOException {
        Path data = folder.resolve("data");
        try (DataDirectory first = DataDirectory.open(data)) {
            assertThatThrownBy(() -> DataDirectory.open(first.path()))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("another Lectern");
        }
        DataDirectory.open(data).close();
    }

    private Config read(String... lines) throws IOException {
        return ConfigFile.read(Optional.of(file(lines)), Map.of(), new Properties(), HEAP);
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("lectern.properties"), List.of(lines));
    }
}
