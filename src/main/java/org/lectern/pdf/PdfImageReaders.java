package org.lectern.pdf;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.util.List;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi;

/**
 * The readers of JPEG 2000 and JBIG2 pictures in the one place where PDFBox looks for them: the
 * registry of ImageIO, which all applications of a container may share. Exactly these two are entered,
 * and taken out again by {@link #close()}, which must be called before the application goes.
 */
public final class PdfImageReaders implements AutoCloseable {

    private final IIORegistry registry;
    private final List<ImageReaderSpi> readers;

    private PdfImageReaders(IIORegistry registry, List<ImageReaderSpi> readers) {
        this.registry = registry;
        this.readers = readers;
    }

    /** Enters the readers. Registering twice enters nothing twice. */
    public static PdfImageReaders register() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        List<ImageReaderSpi> readers = List.of(new J2KImageReaderSpi(), new JBIG2ImageReaderSpi());
        readers.forEach(reader -> registry.registerServiceProvider(reader, ImageReaderSpi.class));
        return new PdfImageReaders(registry, readers);
    }

    /** Takes them out. */
    @Override
    public void close() {
        for (ImageReaderSpi reader : readers) {
            ImageReaderSpi entered = registry.getServiceProviderByClass(reader.getClass());
            if (entered != null) {
                registry.deregisterServiceProvider(entered, ImageReaderSpi.class);
            }
        }
    }
}
