package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Readers that judge what the encoders wrote. */
final class Readers {

    private Readers() {}

    static ImageReaderSpi ofJdk(String format) {
        var providers = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
        while (providers.hasNext()) {
            ImageReaderSpi provider = providers.next();
            if (provider.getClass().getModule() == ImageIO.class.getModule()
                    && java.util.List.of(provider.getFormatNames()).contains(format)) {
                return provider;
            }
        }
        throw new AssertionError(format);
    }

    static BufferedImage read(ImageReaderSpi provider, byte[] bytes) throws IOException {
        return with(provider, bytes, reader -> {
            try {
                return reader.read(0);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    static IIOMetadata metadata(ImageReaderSpi provider, byte[] bytes) throws IOException {
        return with(provider, bytes, reader -> {
            try {
                return reader.getImageMetadata(0);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static <T> T with(ImageReaderSpi provider, byte[] bytes, Function<ImageReader, T> reading)
            throws IOException {
        ImageReader reader = provider.createReaderInstance(null);
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in);
            return reading.apply(reader);
        } finally {
            reader.dispose();
        }
    }
}
