package org.lectern.codec;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.image.Quality;
import org.lectern.pdf.PdfPages;
import org.lectern.pdf.Tone;

/**
 * Reads pages of PDFs, each level drawn afresh at its own size.
 *
 * <p>Levels halve, rounding up, from the full size down to {@value #SMALLEST} pixels or less. Any part
 * of a level costs the whole level.
 */
public final class PdfDecoder implements Decoder {

    private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int SMALLEST = 512;
    private static final long FIXED_COST = 12L << 20; // PDFBox's own objects, fonts, stream cache
    private static final int COST_OF_DRAWN_PIXEL = 10; // the page, a transparency group, the answer
    private static final int COST_OF_DRAWN_GRAY = 6; // no group

    private final PdfPages pages;

    /** With what draws the pages. */
    public PdfDecoder(PdfPages pages) {
        this.pages = Objects.requireNonNull(pages);
    }

    @Override
    public String name() {
        return "pdf";
    }

    /** Readers of PDFs accept other bytes before the header, within the first 1024. */
    @Override
    public boolean recognises(byte[] head) {
        for (int at = 0; at + MAGIC.length <= head.length; at++) {
            if (java.util.Arrays.equals(head, at, at + MAGIC.length, MAGIC, 0, MAGIC.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int pages(Blob blob) {
        return pages.count(blob);
    }

    @Override
    public Pyramid pyramid(Picture picture) {
        return pyramid(pages.page(picture.blob(), picture.page()));
    }

    /** {@inheritDoc} Most of what a page costs is to open the file. */
    @Override
    public List<Pyramid> pyramids(Picture picture) {
        return pages.run(picture.blob(), picture.page()).stream().map(this::pyramid).toList();
    }

    private Pyramid pyramid(PdfPages.Page page) {
        int bands = page.tone() == Tone.COLOR ? 3 : 1;
        return new Pyramid(levels(page.size()), nature(page), bands, 8, OptionalDouble.of(page.dpi()), name());
    }

    private static Quality nature(PdfPages.Page page) {
        return switch (page.tone()) {
            case BITONAL -> Quality.BITONAL;
            case GRAY -> Quality.GRAY;
            case COLOR -> Quality.COLOR;
        };
    }

    private static List<Pyramid.Level> levels(Dimensions full) {
        List<Pyramid.Level> levels = new ArrayList<>();
        Dimensions size = full;
        levels.add(new Pyramid.Level(size, size));
        for (int level = 1; Math.max(size.width(), size.height()) > SMALLEST; level++) {
            size = full.dividedBy(1 << level);
            levels.add(new Pyramid.Level(size, size));
        }
        return levels;
    }

    @Override
    public BufferedImage decode(Picture picture, int level, Rect region) {
        return pages.render(picture.blob(), picture.page(), level, region);
    }

    /** {@inheritDoc} Counts one picture as large as any may be, besides the page. */
    @Override
    public long cost(Pyramid pyramid, int level, Rect region) {
        int drawn = pyramid.bands() == 1 ? COST_OF_DRAWN_GRAY : COST_OF_DRAWN_PIXEL;
        return FIXED_COST
                + drawn * pyramid.levels().get(level).size().area()
                + costOfPicturePixel(pyramid.nature()) * PdfPages.picture(pyramid.size());
    }

    /** As measured: PDFBox holds a decoded picture up to three times. */
    private static int costOfPicturePixel(Quality nature) {
        return switch (nature) {
            case BITONAL -> 3;
            case GRAY -> 8;
            default -> 14;
        };
    }
}
