package org.lectern.pdf;

import java.time.Duration;
import java.util.Objects;

/**
 * How far a PDF is believed.
 *
 * @param dpi dots an inch at which a page is drawn that is not a mere picture
 * @param side longest side of a page in pixels
 * @param area most pixels of a page
 * @param pages most pages of a file
 * @param streamBytes most bytes that one stream, a picture's apart, may inflate to
 * @param drawing longest time for drawing one page
 */
public record PdfLimits(double dpi, int side, long area, int pages, long streamBytes, Duration drawing) {

    /** 200 dpi, 16 384 pixels, 64 megapixels, 100 000 pages, 64 MiB, 15 seconds. */
    public static final PdfLimits STANDARD =
            new PdfLimits(200, 16_384, 64_000_000, 100_000, 64L << 20, Duration.ofSeconds(15));

    /** Refuses what could draw nothing. */
    public PdfLimits {
        Objects.requireNonNull(drawing);
        if (!(dpi >= 1) || side < 1 || area < 1 || pages < 1 || streamBytes < 1 || drawing.toNanos() < 1) {
            throw new IllegalArgumentException("every limit of a PDF is positive");
        }
    }
}
