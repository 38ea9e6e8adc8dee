package org.lectern.codec;

import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The readers that every Java has. Their providers cannot be named (their package is closed) but are
 * registered by Java itself; they are picked out of the registry by the module they come from, so
 * that nothing another application registers is ever used. Nothing is registered here.
 */
final class JdkReaders {

    private JdkReaders() {}

    /** The provider of a format, as Java spells its name: {@code jpeg}, {@code tiff}. */
    static ImageReaderSpi provider(String format) {
        Iterator<ImageReaderSpi> providers =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
        while (providers.hasNext()) {
            ImageReaderSpi provider = providers.next();
            if (provider.getClass().getModule() == IIORegistry.class.getModule()
                    && Arrays.asList(provider.getFormatNames()).contains(format)) {
                return provider;
            }
        }
        throw new IllegalStateException("this Java has no reader of " + format);
    }
}
