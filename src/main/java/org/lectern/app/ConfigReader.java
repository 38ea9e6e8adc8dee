package org.lectern.app;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lectern.codec.EncoderSettings;
import org.lectern.codec.JpegEncoder;
import org.lectern.codec.TiffEncoder;
import org.lectern.core.ApiVersion;
import org.lectern.core.IiifException;
import org.lectern.image.Format;
import org.lectern.image.Limits;
import org.lectern.transform.Bitonal;
import org.lectern.transform.Look;
import org.lectern.transform.Scaling;
import org.lectern.web.CachePolicy;
import org.lectern.web.Proxies;

/** Makes a {@link Config} of {@link Settings}: every key with its default and what it may be. */
final class ConfigReader {

    private final Settings settings;
    private final long heap;

    /**
     * Over the texts of the keys.
     *
     * @param heap what percentages are of: the largest heap, in bytes
     */
    ConfigReader(Settings settings, long heap) {
        this.settings = settings;
        this.heap = heap;
    }

    /**
     * Reads everything.
     *
     * @throws SettingsException with all that is wrong
     */
    Config read() {
        Config config = new Config(
                library(),
                settings.find("data.dir", ConfigReader::path),
                images(),
                caches(),
                memory(),
                presentation(),
                search(),
                web());
        settings.finish();
        return config;
    }

    private Config.Search search() {
        return new Config.Search(
                settings.get("search.disk", "512MB", this::bytes),
                settings.get("search.wait", "10s", Quantity::duration),
                settings.get("search.page", "100", number(1, 1000)));
    }

    private Config.Library library() {
        String title = settings.get("library.title", "Library", Function.identity());
        List<String> names = settings.list("sources", "", ConfigReader::names);
        return new Config.Library(title, names.stream().map(this::source).flatMap(Optional::stream).toList());
    }

    private static List<String> names(List<String> names) {
        require(names.stream().allMatch(name -> name.matches("[a-z][a-z0-9]*")),
                "a source's name is small letters and digits, as in: sources = scans, maps");
        require(new LinkedHashSet<>(names).size() == names.size(), "each source stands here once");
        return names;
    }

    private Optional<Config.Source> source(String name) {
        Config.SourceKind kind = settings.get("source." + name + ".kind", "folder", choice(Config.SourceKind.class));
        String rootKey = "source." + name + ".root";
        Optional<Path> root = settings.find(rootKey, ConfigReader::folder);
        if (!settings.isSet(rootKey)) {
            settings.reject(rootKey, "the folder of the source '" + name + "' is not said");
        }
        return root.map(path -> new Config.Source(name, kind, path));
    }

    private Config.Images images() {
        Set<Format> formats = settings.get("images.formats", "jpg, png, gif, tif, pdf", ConfigReader::formats);
        return new Config.Images(
                limits(),
                formats,
                settings.list("images.preferred-formats", "", words -> preferred(words, formats)),
                look(),
                encoders(formats),
                settings.get("images.pdf.dpi", "200", number(36, 1200)),
                settings.get("images.unversioned", "2", ConfigReader::version));
    }

    private Look look() {
        return new Look(
                settings.get("images.background", "ffffff", ConfigReader::colour),
                settings.get("images.colour", "srgb", ConfigReader::keepsProfiles),
                settings.get("images.scaling", "area", choice(Scaling.class)),
                new Bitonal(
                        settings.get("images.bitonal", "threshold", choice(Bitonal.Method.class)),
                        settings.get("images.bitonal.threshold", "128", number(1, 255))));
    }

    private EncoderSettings encoders(Set<Format> formats) {
        return new EncoderSettings(
                settings.get("images.jpeg.quality", "80", number(1, 100)),
                settings.get("images.jpeg.chroma", "halved", choice(JpegEncoder.Chroma.class)),
                settings.get("images.jpeg.progressive", "false", ConfigReader::flag),
                settings.get("images.png.level", "3", number(0, 9)),
                settings.get("images.tif.compression", "lzw", choice(TiffEncoder.Compression.class)),
                settings.get("images.jp2.ratio", "10", number(1, 200)),
                formats.contains(Format.WEBP),
                settings.get("images.webp.quality", "80", number(1, 100)));
    }

    private Limits limits() {
        Optional<Integer> width = settings.find("images.max-width", number(1, Integer.MAX_VALUE));
        Optional<Integer> height = settings.find("images.max-height", number(1, Integer.MAX_VALUE));
        long area = settings.get("images.max-area", "100000000", ConfigReader::area);
        boolean upscaling = settings.get("images.upscaling", "false", ConfigReader::flag);
        if (height.isPresent() && width.isEmpty()) {
            settings.reject("images.max-height", "the Image API knows it only beside images.max-width");
            return Limits.NONE;
        }
        if (upscaling && width.isEmpty() && area == 0) {
            settings.reject("images.upscaling", "enlarging wants images.max-width or images.max-area");
            return Limits.NONE;
        }
        return new Limits(
                width.map(OptionalInt::of).orElse(OptionalInt.empty()),
                height.map(OptionalInt::of).orElse(OptionalInt.empty()),
                area == 0 ? OptionalLong.empty() : OptionalLong.of(area),
                upscaling);
    }

    private Config.Caches caches() {
        long tiles = settings.get("cache.tiles", "96MB", cache(CacheTiers.SMALLEST_TILES));
        long disk = settings.get("cache.tiles.disk", "1GB", this::bytes);
        requireMore("cache.tiles.disk", disk, "cache.tiles", tiles);
        long documents = settings.get("cache.documents", "32MB", cache(CacheTiers.SMALLEST));
        long documentsDisk = settings.get("cache.documents.disk", "256MB", this::bytes);
        requireMore("cache.documents.disk", documentsDisk, "cache.documents", documents);
        return new Config.Caches(
                tiles,
                settings.get("cache.derivatives", "48MB", cache(CacheTiers.SMALLEST)),
                documents,
                settings.get("cache.blocks", "24MB", cache(CacheTiers.SMALLEST)),
                disk,
                documentsDisk,
                settings.find("cache.codeblocks", cache(CacheTiers.SMALLEST))
                        .orElseGet(() -> CacheTiers.codeblocks(heap)));
    }

    private void requireMore(String diskKey, long disk, String key, long memory) {
        if (disk > 0 && disk <= memory) {
            settings.reject(
                    diskKey, "0 for none, or more than " + key + ": the disk holds what memory holds, and more");
        }
    }

    private Function<String, Long> cache(long least) {
        return text -> {
            long bytes = bytes(text);
            require(bytes >= least, "at least " + (least >> 20) + "MB are needed");
            return bytes;
        };
    }

    private Config.Memory memory() {
        return new Config.Memory(
                settings.get("memory.budget", "40%", this::bytes),
                settings.get("memory.wait", "10s", Quantity::duration));
    }

    private Config.Presentation presentation() {
        return new Config.Presentation(
                settings.get("presentation.unversioned", "3", ConfigReader::version),
                settings.get("presentation.slashes", "dollar", choice(Config.Slashes.class)),
                provider());
    }

    private Optional<Config.Provider> provider() {
        Optional<String> name = settings.find("presentation.provider.name", Function.identity());
        Optional<URI> homepage = settings.find("presentation.provider.homepage", ConfigReader::address);
        Optional<URI> logo = settings.find("presentation.provider.logo", ConfigReader::address);
        if (name.isEmpty() && (homepage.isPresent() || logo.isPresent())) {
            settings.reject("presentation.provider.name", "homepage and logo want the name of whose they are");
        }
        return name.map(said -> new Config.Provider(said, homepage, logo));
    }

    private static URI address(String text) {
        URI url = URI.create(text);
        require(List.of("http", "https").contains(String.valueOf(url.getScheme())) && url.getHost() != null,
                "a URL like https://library.example.org/logo.png is meant");
        return URI.create(url.toASCIIString());
    }

    private Config.Web web() {
        boolean standard = settings.get("web.proxy-headers", "x-forwarded", ConfigReader::proxyHeaders);
        return new Config.Web(
                settings.find("web.base-url", ConfigReader::url),
                settings.list("web.trusted-proxies", "", ConfigReader::addresses),
                standard,
                settings.get("web.cors", "true", ConfigReader::flag),
                cachePolicy());
    }

    private CachePolicy cachePolicy() {
        Function<String, Duration> duration = Quantity::duration;
        return new CachePolicy(
                settings.get("web.cache.images", "1d", duration),
                settings.get("web.cache.documents", "0", duration),
                settings.get("web.cache.files", "1h", duration));
    }

    private long bytes(String text) {
        return Quantity.bytes(text, heap);
    }

    private static Path path(String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("that is no path on this system", e);
        }
    }

    private static Path folder(String text) {
        Path folder = path(text);
        require(Files.isDirectory(folder) && Files.isReadable(folder), "there is no such folder that can be read");
        return folder;
    }

    private static Set<Format> formats(String text) {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        for (String word : Settings.words(text)) {
            formats.add(format(word));
        }
        require(formats.contains(Format.JPG) && formats.contains(Format.PNG),
                "jpg and png belong to every list; IIIF demands them at level 2");
        return formats;
    }

    private static List<Format> preferred(List<String> words, Set<Format> formats) {
        List<Format> preferred = words.stream().map(ConfigReader::format).distinct().toList();
        require(formats.containsAll(preferred), "only what stands in images.formats can be preferred");
        return preferred;
    }

    private static int colour(String text) {
        require(text.matches("[0-9a-fA-F]{6}"), "a colour like ffffff (red, green, blue) is meant");
        return Integer.parseInt(text, 16);
    }

    private static boolean keepsProfiles(String text) {
        require(text.equals("srgb") || text.equals("keep"), "srgb or keep is meant");
        return text.equals("keep");
    }

    private static Format format(String word) {
        try {
            return Format.parse(word);
        } catch (IiifException.Malformed e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static ApiVersion version(String text) {
        require(text.equals("2") || text.equals("3"), "2 or 3 is meant");
        return text.equals("2") ? ApiVersion.V2 : ApiVersion.V3;
    }

    private static boolean flag(String text) {
        require(text.equals("true") || text.equals("false"), "true or false is meant");
        return text.equals("true");
    }

    private static boolean proxyHeaders(String text) {
        require(text.equals("forwarded") || text.equals("x-forwarded"), "forwarded or x-forwarded is meant");
        return text.equals("forwarded");
    }

    private static long area(String text) {
        require(text.matches("\\d{1,18}"), "a number of pixels is meant, 0 for no limit");
        return Long.parseLong(text);
    }

    private static Function<String, Integer> number(int least, int most) {
        return text -> {
            boolean digits = text.matches("\\d{1,10}");
            require(digits && Long.parseLong(text) >= least && Long.parseLong(text) <= most,
                    "a whole number from " + least + " to " + most + " is meant");
            return Integer.parseInt(text);
        };
    }

    private static <E extends Enum<E>> Function<String, E> choice(Class<E> type) {
        Map<String, E> words = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(value -> value.name().toLowerCase(Locale.ROOT), Function.identity()));
        return text -> {
            require(words.containsKey(text), "one of these is meant: " + String.join(", ", words.keySet()));
            return words.get(text);
        };
    }

    private static URI url(String text) {
        URI url = URI.create(text);
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        require(web && url.getHost() != null && url.getQuery() == null && url.getFragment() == null,
                "a URL like https://iiif.example.org/lectern is meant");
        return url;
    }

    private static List<String> addresses(List<String> entries) {
        Proxies.parse(entries, false);
        return entries;
    }

    private static void require(boolean condition, String meant) {
        if (!condition) {
            throw new IllegalArgumentException(meant);
        }
    }
}
