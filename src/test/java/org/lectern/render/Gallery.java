package org.lectern.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.codec.BmpDecoder;
import org.lectern.codec.Codecs;
import org.lectern.codec.Decoder;
import org.lectern.codec.EncoderSettings;
import org.lectern.codec.Encoders;
import org.lectern.codec.GifDecoder;
import org.lectern.codec.Jpeg2000Decoder;
import org.lectern.codec.JpegDecoder;
import org.lectern.codec.JpxPictures;
import org.lectern.codec.PdfDecoder;
import org.lectern.codec.PngDecoder;
import org.lectern.codec.TiffDecoder;
import org.lectern.codec.WebpDecoder;
import org.lectern.core.ApiVersion;
import org.lectern.core.Identifier;
import org.lectern.image.Limits;
import org.lectern.jpeg2000.Jpeg2000Reader;
import org.lectern.pdf.PdfLimits;
import org.lectern.pdf.PdfPages;
import org.lectern.service.Access;
import org.lectern.service.Answer;
import org.lectern.service.Asked;
import org.lectern.service.Caller;
import org.lectern.service.ImageService;
import org.lectern.service.Library;
import org.lectern.service.Links;
import org.lectern.service.Pictures;
import org.lectern.service.Visitor;
import org.lectern.source.Item;
import org.lectern.source.ItemFile;
import org.lectern.source.Location;
import org.lectern.source.Page;
import org.lectern.source.Resolver;
import org.lectern.source.Resource;
import org.lectern.source.Source;
import org.lectern.source.TextPlace;
import org.lectern.transform.Look;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The image service over files in memory, with every decoder and encoder: what a client would be told and given. */
final class Gallery {

    private static final String BASE = "https://iiif.example.org";
    private static final Caller CALLER = new Caller(BASE, Optional.empty(), new Anyone());

    private final Map<String, Blob> hung = new ConcurrentHashMap<>();
    private final ImageService images;
    private final Renderer renderer;

    Gallery(Limits limits) {
        this(limits, MapCaches.keepingTiles());
    }

    /** @param caches those that keep no derivatives make every answer anew */
    Gallery(Limits limits, MapCaches caches) {
        var codecs = new Codecs(decoders(), Encoders.of(EncoderSettings.STANDARD));
        renderer = new Renderer(codecs, caches, new Admission(600L << 20, Duration.ofSeconds(20)),
                Look.STANDARD, "build-1");
        var library = new Library(List.of(Resolver.plain("gallery")), List.of(new Wall()), Access.ALL);
        var links = new Links(Links.Slash.DOLLAR);
        images = new ImageService(library, Pictures.of(renderer), links, limits, List.of());
    }

    private static List<Decoder> decoders() {
        var jpeg2000 = new Jpeg2000Reader(4 << 20, 32 << 20);
        return List.of(new JpegDecoder(), new Jpeg2000Decoder(jpeg2000), new TiffDecoder(), new PngDecoder(),
                new WebpDecoder(), new GifDecoder(), new BmpDecoder(),
                new PdfDecoder(new PdfPages(PdfLimits.STANDARD, new JpxPictures(jpeg2000))));
    }

    /** Puts a file up under a name. */
    Gallery hang(String name, byte[] file) {
        return hang(name, new HeldFile(name, file));
    }

    Gallery hang(String name, Blob file) {
        hung.put(name, file);
        return this;
    }

    /** Its image information document. */
    JsonNode info(String name, ApiVersion version) {
        Answer.Document document = (Answer.Document) images.info(asked(name, version), version, CALLER);
        return JsonMapper.shared().readTree(document.body());
    }

    /** The answer to {region}/{size}/{rotation}/{quality}.{format}. */
    byte[] bytes(String name, ApiVersion version, String request) {
        return image(name, version, request).body().get();
    }

    /** The request in canonical form, from the link that goes with the answer. */
    String canonical(String name, ApiVersion version, String request) {
        String uri = image(name, version, request).links().stream()
                .filter(link -> link.rel().equals("canonical")).findFirst().orElseThrow().uri();
        return uri.substring(uri.indexOf("/" + name + "/") + name.length() + 2).replace("%5E", "^");
    }

    /** The answer, read by a reader of Java's own. */
    BufferedImage pixels(String name, ApiVersion version, String request) {
        return read(bytes(name, version, request));
    }

    private Answer.Image image(String name, ApiVersion version, String request) {
        return (Answer.Image) images.image(
                asked(name, version), List.of(request.split("/")), version, CALLER);
    }

    private static Asked asked(String name, ApiVersion version) {
        return new Asked(new Identifier(name), version == ApiVersion.V2 ? "/iiif/2" : "/iiif/3", false);
    }

    /** A PNG or JPEG as Java itself reads it. */
    static BufferedImage read(byte[] bytes) {
        boolean png = bytes[0] == (byte) 0x89;
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var reader = reader(png ? "png" : "jpeg").createReaderInstance(null);
            reader.setInput(in);
            return reader.read(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImageReaderSpi reader(String format) {
        var providers = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
        while (providers.hasNext()) {
            ImageReaderSpi provider = providers.next();
            if (provider.getClass().getModule() == ImageIO.class.getModule()
                    && Arrays.asList(provider.getFormatNames()).contains(format)) {
                return provider;
            }
        }
        throw new AssertionError(format);
    }

    private record Anyone() implements Visitor {
        @Override
        public String address() {
            return "192.0.2.1";
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }
    }

    private final class Wall implements Source {
        @Override
        public String name() {
            return "gallery";
        }

        @Override
        public Optional<Resource> find(Location location) {
            return Optional.ofNullable(hung.get(location.path().text()))
                    .map(blob -> new Resource.File(new Picture(blob, 0), location.path()));
        }

        @Override
        public Picture picture(Item item, Page page) {
            throw new AssertionError("there are no books here");
        }

        @Override
        public Blob file(Item item, ItemFile file) {
            throw new AssertionError("there are no books here");
        }

        @Override
        public Blob text(Item item, TextPlace text) {
            throw new AssertionError("there are no books here");
        }

        @Override
        public boolean ready() {
            return true;
        }
    }

    /** A file in memory. */
    record HeldFile(String name, byte[] bytes) implements Blob {
        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public int read(long at, byte[] into, int from, int count) {
            if (at >= bytes.length) {
                return -1;
            }
            int some = (int) Math.min(count, bytes.length - at);
            System.arraycopy(bytes, (int) at, into, from, some);
            return some;
        }

        @Override
        public String validator() {
            return "v-" + name + "-" + Arrays.hashCode(bytes);
        }

        @Override
        public Instant modified() {
            return Instant.EPOCH;
        }

        @Override
        public void close() {}
    }
}
