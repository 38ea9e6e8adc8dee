package org.lectern.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi;

/**
 * The reader of JBIG2 pictures in the one place where PDFBox looks for it: the registry of ImageIO, which all
 * applications of a container may share. Exactly this one is entered, and taken out again by {@link #close()}, which
 * must be called before the application goes.
 *
 * <p>A reader of JPEG 2000 that came from this application's own libraries by itself is taken out: {@link JpxReader}
 * reads these pictures, and what PDFBox would hand to another one is no picture but made to do harm.
 */
public final class PdfImageReaders implements AutoCloseable {

    private final IIORegistry registry;

    private PdfImageReaders(IIORegistry registry) {
        this.registry = registry;
    }

    /** Enters the reader. Registering twice enters nothing twice. */
    public static PdfImageReaders register() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        registry.registerServiceProvider(new JBIG2ImageReaderSpi(), ImageReaderSpi.class);
        strayReaders(registry).forEach(reader -> registry.deregisterServiceProvider(reader, ImageReaderSpi.class));
        return new PdfImageReaders(registry);
    }

    private static List<ImageReaderSpi> strayReaders(IIORegistry registry) {
        List<ImageReaderSpi> stray = new ArrayList<>();
        registry.getServiceProviders(ImageReaderSpi.class, false).forEachRemaining(reader -> {
            boolean ours = reader.getClass().getClassLoader() == PdfImageReaders.class.getClassLoader();
            if (ours && Arrays.stream(reader.getFormatNames()).anyMatch("JPEG2000"::equalsIgnoreCase)) {
                stray.add(reader);
            }
        });
        return stray;
    }

    /** Takes it out. */
    @Override
    public void close() {
        ImageReaderSpi entered = registry.getServiceProviderByClass(JBIG2ImageReaderSpi.class);
        if (entered != null) {
            registry.deregisterServiceProvider(entered, ImageReaderSpi.class);
        }
    }
}
