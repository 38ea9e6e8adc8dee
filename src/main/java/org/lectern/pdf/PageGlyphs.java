package org.lectern.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.text.PageText;

/** Reads through the operators of one page for the characters that they show. For one reading. */
final class PageGlyphs extends PDFStreamEngine {

    private static final int DEPTH = 24;
    private static final double EM = 1000; // units of a font's descriptor
    private static final double ASCENT = 0.75; // of an em, where the font tells nothing of sense
    private static final double DESCENT = -0.22;

    private final PDPage page;
    private final AffineTransform upright;
    private final GlyphLines lines;
    private final PdfLimits limits;
    private final long deadline;
    private int depth;

    PageGlyphs(PDPage page, PageSize size, PdfLimits limits) {
        this.page = page;
        this.upright = upright(page, size);
        this.lines = new GlyphLines(size.size());
        this.limits = limits;
        this.deadline = System.nanoTime() + limits.drawing().toNanos();
        for (var operator : List.of(new BeginText(this), new EndText(this), new Concatenate(this), new Save(this),
                new Restore(this), new DrawObject(this), new SetGraphicsStateParameters(this), new SetMatrix(this),
                new MoveText(this), new MoveTextSetLeading(this), new NextLine(this), new SetCharSpacing(this),
                new SetFontAndSize(this), new SetTextHorizontalScaling(this), new SetTextLeading(this),
                new SetTextRenderingMode(this), new SetTextRise(this), new SetWordSpacing(this), new ShowText(this),
                new ShowTextAdjusted(this), new ShowTextLine(this), new ShowTextLineAndSpace(this))) {
            addOperator(operator);
        }
    }

    /** From the page's own space to pixels of the page as it is drawn. */
    private static AffineTransform upright(PDPage page, PageSize size) {
        PDRectangle box = page.getCropBox();
        Dimensions unturned = size.turned() ? size.size().turned() : size.size();
        var way = new AffineTransform();
        switch (page.getRotation()) {
            case 90 -> way.concatenate(new AffineTransform(0, 1, -1, 0, unturned.height(), 0));
            case 180 -> way.concatenate(new AffineTransform(-1, 0, 0, -1, unturned.width(), unturned.height()));
            case 270 -> way.concatenate(new AffineTransform(0, -1, 1, 0, 0, unturned.width()));
            default -> { } // upright already
        }
        way.scale(unturned.width() / (double) box.getWidth(), -unturned.height() / (double) box.getHeight());
        way.translate(-box.getLowerLeftX(), -box.getUpperRightY());
        return way;
    }

    /** The words of the page. */
    PageText text() throws IOException {
        processPage(page);
        return lines.finish();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        checkTime();
        if (depth >= DEPTH) {
            throw new IiifException.Broken("A page of the PDF nests its streams more than " + DEPTH + " deep.");
        }
        depth++;
        try {
            super.processOperator(operator, operands);
        } finally {
            depth--;
        }
    }

    private void checkTime() {
        if (System.nanoTime() - deadline > 0) {
            throw new IiifException.TooLarge("The text of a page of the PDF takes longer than "
                    + limits.drawing().toSeconds() + " s to read.");
        }
    }

    @Override
    protected void showGlyph(Matrix textToPage, PDFont font, int code, Vector pen) throws IOException {
        checkTime();
        String text = font.toUnicode(code);
        if (text == null && font instanceof PDSimpleFont) {
            text = Character.toString((char) code); // as readers of PDFs do
        }
        if (text == null || text.isEmpty()) {
            return;
        }
        AffineTransform way = textToPage.createAffineTransform();
        way.preConcatenate(upright);
        lines.add(glyph(text, way, font, pen));
    }

    private static Glyph glyph(String text, AffineTransform way, PDFont font, Vector pen) {
        PDFontDescriptor descriptor = font.getFontDescriptor();
        double ascent = within(descriptor == null ? 0 : descriptor.getAscent() / EM, 0.3, 1.3, ASCENT);
        double descent = within(descriptor == null ? 1 : -Math.abs(descriptor.getDescent()) / EM, -0.6, 0, DESCENT);
        double across = font.isVertical() ? 1 : pen.getX();
        Point2D from = way.transform(new Point2D.Double(), null);
        Point2D to = way.transform(new Point2D.Double(pen.getX(), pen.getY()), null);
        Rectangle2D box = way.createTransformedShape(
                new Rectangle2D.Double(Math.min(0, across), descent, Math.abs(across), ascent - descent)).getBounds2D();
        double wide = Math.hypot(way.getScaleX(), way.getShearY());
        double high = Math.hypot(way.getShearX(), way.getScaleY());
        return font.isVertical()
                ? new Glyph(text, from, to, box, high, wide)
                : new Glyph(text, from, to, box, wide, high);
    }

    private static double within(double value, double least, double most, double otherwise) {
        return value >= least && value <= most ? value : otherwise;
    }
}
