package org.lectern.pdf;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.rendering.ImageType;
import org.lectern.blob.Blob;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;
import org.lectern.pixels.Pixels;

/**
 * The pages of PDFs as pictures. Stateless, thread-safe; every call opens the blob's PDF anew and
 * leaves the blob open.
 *
 * <p>A page that is one picture covering it has that picture's own pixels; any other has the dots an
 * inch of {@link PdfLimits}, or more when a picture on it is finer. JPEG 2000 pictures are
 * drawn by the reader that is handed in, JBIG2 pictures only while {@link PdfImageReaders} are registered;
 * without, such pages are refused.
 */
public final class PdfPages {

    private static final int BANDS = 3;
    private static final long PICTURE_ALWAYS = 4_000_000;
    private static final double ROUNDING = 1.05;
    private static final int RUN = 500;
    private static final long RUN_NANOS = 300_000_000;

    private final PdfLimits limits;
    private final JpxReader jpx;

    /**
     * With limits that hold for every file.
     *
     * @param jpx reads the JPEG 2000 pictures
     */
    public PdfPages(PdfLimits limits, JpxReader jpx) {
        this.limits = Objects.requireNonNull(limits);
        this.jpx = Objects.requireNonNull(jpx);
    }

    /**
     * What is known of a page without drawing it.
     *
     * @param size in pixels: after the crop box, upright
     * @param dpi dots an inch of that size
     * @param tone what it can show: colour, unless it holds nothing but grey pictures
     */
    public record Page(Dimensions size, double dpi, Tone tone) {}

    /**
     * The number of pages.
     *
     * @throws IiifException.Broken when the file cannot be read as a PDF, or has none
     * @throws IiifException.Unsupported when it needs a password
     * @throws IiifException.TooLarge when there are more than the limit
     */
    public int count(Blob blob) {
        return PdfFile.read(blob, limits, PdfFile::pages);
    }

    /**
     * The size of a page. Cost: reads through the page's operators, decodes no picture.
     *
     * @param page index from 0
     * @throws IiifException.Missing when there is no such page
     * @throws IiifException.Broken when it cannot be read, or has no area
     * @throws IiifException.TooLarge when what hangs on it exceeds a limit
     */
    public Page page(Blob blob, int page) {
        return PdfFile.read(blob, limits, file -> told(size(file, page)));
    }

    /**
     * The sizes of a page and of those behind it, as many as are found within some tenths of a second.
     *
     * @param first index from 0
     * @return at least one; they end before a page that cannot be read, which says why when it is asked for
     * @throws IiifException as {@link #page} does, for the first page
     */
    public List<Page> run(Blob blob, int first) {
        return PdfFile.read(blob, limits, file -> {
            long until = System.nanoTime() + RUN_NANOS;
            List<Page> run = new ArrayList<>(List.of(told(size(file, first))));
            int end = Math.min(file.pages(), first + RUN);
            for (int i = first + 1; i < end && System.nanoTime() - until < 0; i++) {
                Optional<Page> next = readable(file, i);
                if (next.isEmpty()) {
                    break;
                }
                run.add(next.get());
            }
            return run;
        });
    }

    /** Whatever is wrong with a page that nobody has asked for is for another time. */
    private Optional<Page> readable(PdfFile file, int page) {
        try {
            return Optional.of(told(size(file, page)));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private static Page told(PageSize size) {
        return new Page(size.size(), size.dpi(), size.tone());
    }

    /**
     * Draws a part of a page, on white. Cost: always that of the whole page at that size.
     *
     * @param page index from 0
     * @param halvings how often the full size is halved, rounding up, before drawing
     * @param region of the halved page, inside it
     * @return exactly the region, 8 bits, normal form: sRGB, or grey when the page's tone is not colour; the
     *     caller's own
     * @throws IiifException.Missing when there is no such page
     * @throws IiifException.Broken when it cannot be drawn
     * @throws IiifException.Unsupported when a picture on it is of a format that is not read
     * @throws IiifException.TooLarge when drawing it exceeds a limit
     */
    public BufferedImage render(Blob blob, int page, int halvings, Rect region) {
        return PdfFile.read(blob, limits, file -> {
            PageSize size = size(file, page);
            Dimensions drawn = size.halved(halvings);
            if (!drawn.bounds().contains(region)) {
                throw new IllegalArgumentException("region " + region + " of a page of " + drawn);
            }
            var renderer = new BoundedRenderer(file, jpx, drawn.area(), picture(size.size()));
            BufferedImage whole = renderer.renderImage(page, size.scale(drawn), ImageType.BGR);
            return size.tone() == Tone.COLOR ? cut(whole, region) : cutGray(whole, region);
        });
    }

    /**
     * The most pixels that any picture on a page may have: those of the page, which is made large enough
     * for its pictures where the limits allow, and always four million.
     *
     * @param full the page at its full size
     */
    public static long picture(Dimensions full) {
        return (long) Math.max(PICTURE_ALWAYS, ROUNDING * full.area());
    }

    private PageSize size(PdfFile file, int page) throws IOException {
        PageGuard.check(file.page(page), limits);
        return PageSize.of(file.page(page), limits);
    }

    /** From blue, green, red to the normal form; a drawn page may be a pixel larger than was wanted. */
    private static BufferedImage cut(BufferedImage page, Rect region) {
        BufferedImage picture = Pixels.create(region.size(), ColorSpace.getInstance(ColorSpace.CS_sRGB), false, 8);
        byte[] from = ((DataBufferByte) page.getRaster().getDataBuffer()).getData();
        byte[] into = Pixels.bytes(picture);
        int row = region.width() * BANDS;
        for (int y = 0; y < region.height(); y++) {
            int source = ((region.y() + y) * page.getWidth() + region.x()) * BANDS;
            int target = y * row;
            for (int i = 0; i < row; i += BANDS) {
                into[target + i] = from[source + i + 2];
                into[target + i + 1] = from[source + i + 1];
                into[target + i + 2] = from[source + i];
            }
        }
        return picture;
    }

    /** All three bands are equal but for rounding: the middle one is taken. */
    private static BufferedImage cutGray(BufferedImage page, Rect region) {
        BufferedImage picture = Pixels.create(region.size(), ColorSpace.getInstance(ColorSpace.CS_GRAY), false, 8);
        byte[] from = ((DataBufferByte) page.getRaster().getDataBuffer()).getData();
        byte[] into = Pixels.bytes(picture);
        for (int y = 0; y < region.height(); y++) {
            int source = ((region.y() + y) * page.getWidth() + region.x()) * BANDS + 1;
            for (int x = 0; x < region.width(); x++) {
                into[y * region.width() + x] = from[source + x * BANDS];
            }
        }
        return picture;
    }
}
