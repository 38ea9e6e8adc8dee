package org.lectern.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

/**
 * The box of a page that is shown, and the pixels it becomes. Points, before the page is turned.
 *
 * @param width of the crop box
 * @param height of the crop box
 * @param turned whether rows become columns when it is shown
 * @param size in pixels, upright, at full size
 * @param dpi dots an inch at full size
 * @param tone what it can show
 */
record PageSize(float width, float height, boolean turned, Dimensions size, double dpi, Tone tone) {

    private static final double POINTS = 72; // an inch
    private static final double NEAR = 0.01;

    static PageSize of(PDPage page, PdfLimits limits) throws IOException {
        PDRectangle box = page.getCropBox();
        float width = box.getWidth();
        float height = box.getHeight();
        if (!(width > 0 && height > 0) || Float.isInfinite(width) || Float.isInfinite(height)) {
            throw new IiifException.Broken("A page of the PDF has no area: it is " + width + " by " + height + " points.");
        }
        float unit = Math.max(1, page.getUserUnit());
        PageScan scan = PageScan.of(page);
        double scale = bounded(scale(scan, width, height, limits.dpi() * unit / POINTS), width, height, limits);
        boolean turned = page.getRotation() % 180 != 0;
        Dimensions unturned = pixels(scan, scale, width, height);
        Dimensions size = turned ? unturned.turned() : unturned;
        return new PageSize(width, height, turned, size, scale * POINTS / unit, scan.tone());
    }

    /** A mere picture keeps its own pixels; no page has fewer pixels than a picture on it. */
    private static double scale(PageScan scan, float width, float height, double standard) {
        if (scan.coveringScale() > 0 && !scan.hasMarks()) {
            return scan.coveringScale();
        }
        double forPictures = Math.sqrt(scan.largestPicture() / ((double) width * height));
        return Math.max(Math.max(standard, scan.coveringScale()), forPictures);
    }

    private static double bounded(double scale, float width, float height, PdfLimits limits) {
        double bySide = limits.side() / (double) Math.max(width, height);
        double byArea = Math.sqrt(limits.area() / ((double) width * height));
        return Math.min(scale, Math.min(bySide, byArea));
    }

    private static Dimensions pixels(PageScan scan, double scale, float width, float height) {
        var size = new Dimensions(rounded(width * scale), rounded(height * scale));
        if (scan.coveringScale() != scale || scan.hasMarks()) {
            return size;
        }
        Dimensions own = scan.coveringSize();
        return near(own.width(), size.width()) && near(own.height(), size.height()) ? own : size;
    }

    private static int rounded(double pixels) {
        return (int) Math.max(1, Math.round(pixels));
    }

    private static boolean near(int own, int computed) {
        return Math.abs(own - computed) <= Math.max(1, NEAR * own);
    }

    /** The size of the page halved so many times, as clients of tiles round. */
    Dimensions halved(int times) {
        return size.dividedBy(1 << times);
    }

    /** The least scale at which PDFBox, which rounds down, gives at least this size. */
    float scale(Dimensions wanted) {
        Dimensions unturned = turned ? wanted.turned() : wanted;
        float scale = (float) Math.max(unturned.width() / (double) width, unturned.height() / (double) height);
        while (Math.floor(width * scale) < unturned.width() || Math.floor(height * scale) < unturned.height()) {
            scale = Math.nextUp(scale);
        }
        return scale;
    }
}
