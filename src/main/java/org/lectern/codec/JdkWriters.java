package org.lectern.codec;

import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;

/**
 * The JDK's own writers. Its classes are not exported, so they are taken from the registry; but never
 * another that a library or a neighbour in the container has entered under the same name.
 */
final class JdkWriters {

    private JdkWriters() {}

    /** The provider of a format's writer, by the name ImageIO gives the format. */
    static ImageWriterSpi of(String format) {
        Iterator<ImageWriterSpi> providers =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageWriterSpi.class, true);
        while (providers.hasNext()) {
            ImageWriterSpi provider = providers.next();
            if (provider.getClass().getModule() == ImageIO.class.getModule()
                    && Arrays.asList(provider.getFormatNames()).contains(format)) {
                return provider;
            }
        }
        throw new IllegalStateException("this Java has no writer of " + format);
    }
}
