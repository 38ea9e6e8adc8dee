package org.lectern.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.lectern.core.IiifException;

/**
 * Draws pages, watching at every operator the time spent and the depth of streams in streams, and
 * before every picture what its decoder would allocate.
 */
final class BoundedRenderer extends PDFRenderer {

    private static final long GROUP_PIXELS = 64_000_000; // in all nested transparency groups together
    private static final int DEPTH_AT_LEAST = 4;
    private static final int DEPTH_AT_MOST = 24;

    private final PdfLimits limits;
    private final JpxReader jpx;
    private final long picture;
    private final long deadline;
    private final int deepest;

    /**
     * A renderer for one page, drawn once.
     *
     * @param jpx reads its JPEG 2000 pictures
     * @param pixels what the drawn page will have: a nested group may need as many again
     * @param picture most pixels of a picture on it
     */
    BoundedRenderer(PdfFile file, JpxReader jpx, long pixels, long picture) {
        super(file.document());
        this.jpx = jpx;
        this.limits = file.limits();
        this.picture = picture;
        this.deadline = System.nanoTime() + limits.drawing().toNanos();
        this.deepest = (int) Math.max(DEPTH_AT_LEAST, Math.min(DEPTH_AT_MOST, GROUP_PIXELS / pixels));
        file.document().setResourceCache(new NoPictures());
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    /** Decoded pictures are far larger than the answer; a page seldom shows one twice. */
    private static final class NoPictures extends DefaultResourceCache {
        @Override
        public void put(COSObject indirect, PDXObject object) {
            if (!(object instanceof PDImageXObject)) {
                super.put(indirect, object);
            }
        }
    }

    private final class Drawer extends PageDrawer {
        private int depth;

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            checkTime();
            if (depth >= deepest) {
                throw new IiifException.Broken("A page of the PDF nests its streams more than " + deepest + " deep.");
            }
            if (operator.getName().equals("BI")) {
                checkInline(operator);
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
                throw new IiifException.TooLarge("A page of the PDF takes longer than "
                        + limits.drawing().toSeconds() + " s to draw.");
            }
        }

        /** PDFBox drops what a missing reader cannot read, and a white page would be cached. */
        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
            if (e instanceof MissingImageReaderException) {
                throw new IiifException.Unsupported(
                        "A page of the PDF holds a picture of a format that is not read here.");
            }
            super.operatorException(operator, operands, e);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            checkTime();
            if (image instanceof PDImageXObject object) {
                COSStream stream = object.getCOSObject();
                check(stream);
                unpack(stream, !object.isStencil());
                mask(stream.getCOSStream(COSName.SMASK));
                mask(stream.getCOSStream(COSName.MASK));
            }
            super.drawImage(image);
        }

        private void mask(COSStream image) throws IOException {
            if (image != null) {
                check(image);
                unpack(image, false);
            }
        }

        private void check(COSStream image) throws IOException {
            long pixels = ImageHeader.pixels(image, limits.streamBytes());
            checkPixels(pixels);
            StreamGuard.check(image, limits.streamBytes() + 8 * pixels);
        }

        private void checkPixels(long pixels) {
            if (pixels > picture) {
                throw new IiifException.TooLarge("A page of the PDF holds a picture of " + pixels
                        + " pixels; at most " + picture + " are read.");
            }
        }

        /** A broken picture is left out, as PDFBox leaves out those of other formats. */
        private void unpack(COSStream image, boolean coloured) throws IOException {
            if (!StreamGuard.pictureFilter(image).equals("JPXDecode")) {
                return;
            }
            try {
                JpxStream stream =
                        JpxStream.open(document.getDocument(), image, jpx, limits.streamBytes());
                checkPixels(stream.pixels());
                if (coloured) {
                    stream.becomePicture(getResources());
                } else {
                    stream.becomeMask();
                }
            } catch (IiifException.Broken e) {
                throw new IOException(e);
            }
        }

        private void checkInline(Operator operator) throws IOException {
            COSDictionary parameters = operator.getImageParameters();
            byte[] data = operator.getImageData();
            if (parameters == null || data == null) {
                return;
            }
            try (var stream = new COSStream()) {
                try (OutputStream out = stream.createRawOutputStream()) {
                    out.write(data);
                }
                stream.addAll(parameters);
                stream.setItem(COSName.FILTER, parameters.getDictionaryObject(COSName.FILTER, COSName.F));
                check(stream);
            }
        }
    }
}
