package org.lectern.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.cache.Cache;
import org.lectern.cache.Caches;
import org.lectern.cache.EhcacheCaches;
import org.lectern.codec.BmpDecoder;
import org.lectern.codec.Codecs;
import org.lectern.codec.Decoder;
import org.lectern.codec.Encoder;
import org.lectern.codec.Encoders;
import org.lectern.codec.GifDecoder;
import org.lectern.codec.Jpeg2000Decoder;
import org.lectern.codec.JpegDecoder;
import org.lectern.codec.JpxPictures;
import org.lectern.codec.PdfDecoder;
import org.lectern.codec.PngDecoder;
import org.lectern.codec.TiffDecoder;
import org.lectern.codec.WebpDecoder;
import org.lectern.image.Format;
import org.lectern.jpeg2000.Jpeg2000Reader;
import org.lectern.pdf.PdfImageReaders;
import org.lectern.pdf.PdfLimits;
import org.lectern.pdf.PdfPages;
import org.lectern.render.Admission;
import org.lectern.render.Renderer;
import org.lectern.search.TextIndexes;
import org.lectern.service.Access;
import org.lectern.service.AnnotationService;
import org.lectern.service.BookPdfService;
import org.lectern.service.FileService;
import org.lectern.service.HealthService;
import org.lectern.service.ImageService;
import org.lectern.service.Imprint;
import org.lectern.service.ItemService;
import org.lectern.service.Library;
import org.lectern.service.Links;
import org.lectern.service.ListingService;
import org.lectern.service.ManifestService;
import org.lectern.service.Pictures;
import org.lectern.service.SearchInsideService;
import org.lectern.service.WordsOfItems;
import org.lectern.service.Wording;
import org.lectern.source.Resolver;
import org.lectern.source.Source;
import org.lectern.source.Sources;

/**
 * Builds the rooms from the cellar up and hands each the values it needs. What the server can read and write
 * is to be read here.
 */
final class House {

    private static final Duration FRESHNESS = Duration.ofSeconds(2); // how long what was seen in a folder is believed
    private static final int PRESSES = 4; // books made into PDF at a time, each by one thread

    private final Config config;
    private final Access access;

    House(Config config, Access access) {
        this.config = config;
        this.access = access;
    }

    /**
     * The use cases over the sources.
     *
     * @param places what is served, in order
     * @param data where state may lie
     * @throws SettingsException when a setting turns out not to work on this machine
     */
    Services build(List<Config.Source> places, Path data) {
        Codecs codecs = codecs();
        EhcacheCaches caches =
                EhcacheCaches.open(CacheTiers.of(config.caches()), Optional.of(data.resolve("caches")));
        PdfImageReaders readers = PdfImageReaders.register();
        var links = new Links(switch (config.presentation().slashes()) {
            case DOLLAR -> Links.Slash.DOLLAR;
            case ENCODED -> Links.Slash.ENCODED;
        });
        Library library = library(places, caches);
        var admission = new Admission(config.memory().budget(), config.memory().patience());
        Pictures pictures = Pictures.of(renderer(codecs, caches, admission));
        var limits = config.images().limits();
        Imprint imprint = imprint();
        var words = new WordsOfItems(pictures, documents(caches), config.images().pdfDpi());
        var indexes = new TextIndexes(data.resolve("indexes"), config.search().disk());
        return new Services(
                new ImageService(library, pictures, links, limits, config.images().preferred()),
                new ItemService(library, links, limits, imprint.wording()),
                new ManifestService(library, pictures, documents(caches), links, limits, imprint, admission),
                new ListingService(library, links, limits),
                new FileService(library, links),
                new BookPdfService(library, pictures, links, limits, PRESSES),
                new SearchInsideService(
                        library, links, words, indexes, config.search().patience(), config.search().pageSize()),
                new AnnotationService(library, links, words, documents(caches), imprint.wording()),
                new HealthService(library)::checks,
                () -> {
                    indexes.close();
                    readers.close();
                    caches.close();
                });
    }

    private Imprint imprint() {
        return new Imprint(
                Wording.english(config.library().title()),
                config.presentation().provider().map(provider -> new Imprint.Publisher(
                        provider.name(), provider.homepage().map(URI::toString), provider.logo().map(URI::toString))),
                config.presentation().unversioned(),
                build());
    }

    /** Another build, or other settings of a decoder, would make other things of the same files. */
    private String build() {
        return Build.version() + "," + config.images().pdfDpi();
    }

    private Cache documents(Caches caches) {
        return caches.documents().under(build() + ":");
    }

    private Library library(List<Config.Source> places, Caches caches) {
        var kinds = new Sources(documents(caches), caches.blocks(), FRESHNESS);
        List<Source> sources = places.stream()
                .map(place -> kinds.open(
                        place.kind().toString(), place.name(), Map.of("root", place.root().toString())))
                .toList();
        List<Resolver> resolvers = places.stream().map(place -> Resolver.plain(place.name())).toList();
        return new Library(resolvers, sources, access);
    }

    private Renderer renderer(Codecs codecs, Caches caches, Admission admission) {
        return new Renderer(codecs, caches, admission, config.images().look(), build());
    }

    private Codecs codecs() {
        return new Codecs(decoders(), encoders());
    }

    /** In the order they are asked; each knows its files by their first bytes. */
    private List<Decoder> decoders() {
        var pdf = PdfLimits.STANDARD;
        Jpeg2000Reader jpeg2000 = jpeg2000();
        return List.of(
                new JpegDecoder(),
                new Jpeg2000Decoder(jpeg2000),
                new TiffDecoder(),
                new PngDecoder(),
                new WebpDecoder(),
                new GifDecoder(),
                new BmpDecoder(),
                new PdfDecoder(new PdfPages(
                        new PdfLimits(config.images().pdfDpi(), pdf.side(), pdf.area(), pdf.pages(),
                                pdf.streamBytes(), pdf.drawing()),
                        new JpxPictures(jpeg2000))));
    }

    private Jpeg2000Reader jpeg2000() {
        return new Jpeg2000Reader(config.caches().codeblockIndex(), config.caches().codeblocks());
    }

    private List<Encoder> encoders() {
        try {
            return Encoders.of(config.images().encoders()).stream()
                    .filter(encoder -> config.images().formats().contains(encoder.format()))
                    .toList();
        } catch (IllegalStateException e) {
            throw new SettingsException(List.of("images.formats: " + e.getMessage()));
        }
    }
}
