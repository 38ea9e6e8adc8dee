package org.lectern.pdf;

import java.io.IOException;
import java.io.OutputStream;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

/** Decodes the JPEG 2000 pictures of PDFs; handed in by a room above. Thread-safe. */
@FunctionalInterface
public interface JpxReader {

    /** Reads none: pages with such pictures are refused. */
    JpxReader NONE = file -> {
        throw new IiifException.Unsupported("A page of the PDF holds a JPEG 2000 picture; they are not read here.");
    };

    /**
     * Reads the headers of a picture.
     *
     * @param file a JP2 file or a raw codestream; not to be changed any more
     * @throws IiifException.Broken when it cannot be read
     * @throws IiifException.Unsupported when it is of a part of the standard that is not read
     */
    Jpx open(byte[] file);

    /**
     * A picture that was opened. All samples are written as bytes, row by row, the channels of a pixel together; what
     * was coded with another depth is stretched to 0 … 255. The writing methods throw what {@link JpxReader#open}
     * does and what the stream throws. For one thread.
     */
    interface Jpx {

        /** In pixels. */
        Dimensions size();

        /** Channels of the colours that {@link #writeOwn} writes: 1 grey, 3 RGB, 4 CMYK. */
        int ownColours();

        /** The ICC profile of the own colours; empty when they are grey with the curve of sRGB, or sRGB. */
        byte[] ownProfile();

        /** Whether it may be meant for a colour space of so many components. */
        boolean fits(int colours);

        /** Whether it has a channel of opacity. */
        boolean hasOpacity();

        /** Writes the colours that the file itself tells. */
        void writeOwn(OutputStream out) throws IOException;

        /**
         * Writes the first colour channels, through the palette if there is one, for a colour space that the PDF tells.
         *
         * @param colours how many; at most as many as there are channels, and 1 always works
         */
        void writeColours(int colours, OutputStream out) throws IOException;

        /** Writes the first component as it is, neither stretched nor through a palette of the file's own. */
        void writeIndices(OutputStream out) throws IOException;

        /** Writes the channel of opacity, which there must be. */
        void writeOpacity(OutputStream out) throws IOException;
    }
}
