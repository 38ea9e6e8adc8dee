package org.lectern.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.lectern.core.IiifException;
import org.lectern.pdf.JpxReader.Jpx;

/**
 * Puts the samples of a JPEG 2000 picture in the place of its stream, so that PDFBox finds an ordinary picture.
 * PDFBox's own filter knows nothing of the dictionary: whether palettes are to be applied, and which channels are the colours.
 *
 * @see <a href="https://www.iso.org/standard/75839.html">ISO 32000-2, 7.4.9</a>
 */
final class JpxStream {

    /** Something that writes samples. */
    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private final COSDocument document;
    private final COSStream image;
    private final Jpx jpx;

    private JpxStream(COSDocument document, COSStream image, Jpx jpx) {
        this.document = document;
        this.image = image;
        this.jpx = jpx;
    }

    /**
     * Opens a picture, still coded.
     *
     * @param most bytes that it may have
     * @throws IiifException.TooLarge when it has more
     */
    static JpxStream open(COSDocument document, COSStream image, JpxReader reader, long most) throws IOException {
        try (InputStream in = StreamGuard.beforePictureFilter(image, most)) {
            byte[] file = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
            if (file.length > most) {
                throw new IiifException.TooLarge("A JPEG 2000 picture of the PDF has more than " + most + " bytes.");
            }
            return new JpxStream(document, image, reader.open(file));
        }
    }

    /** By its own header. */
    long pixels() {
        return jpx.size().area();
    }

    /** For a picture that masks another one, or a place to be painted: one channel, whatever it has. */
    void becomeMask() throws IOException {
        if (image.getBoolean(COSName.IMAGE_MASK, COSName.IM, false)) {
            int width = jpx.size().width();
            write(image, out -> jpx.writeColours(1, new PackedBits(out, width)));
            describe(image, 1);
            return;
        }
        write(image, out -> jpx.writeColours(1, out));
        describe(image, 8);
        image.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
        image.removeItem(COSName.DECODE);
    }

    /** For any other picture. */
    void becomePicture(PDResources resources) throws IOException {
        int colours = colours(resources);
        softMask(colours);
        describe(image, 8);
        image.removeItem(COSName.DECODE);
    }

    private int colours(PDResources resources) throws IOException {
        COSBase told = image.getDictionaryObject(COSName.COLORSPACE, COSName.CS);
        PDColorSpace space = told == null ? null : PDColorSpace.create(told, resources);
        if (space instanceof PDIndexed) {
            write(image, jpx::writeIndices);
            return 1;
        }
        if (space != null && jpx.fits(space.getNumberOfComponents())) {
            write(image, out -> jpx.writeColours(space.getNumberOfComponents(), out));
            return space.getNumberOfComponents();
        }
        write(image, jpx::writeOwn);
        image.setItem(COSName.COLORSPACE, ownSpace());
        return jpx.ownColours();
    }

    private COSBase ownSpace() throws IOException {
        byte[] icc = jpx.ownProfile();
        if (icc.length == 0) {
            return jpx.ownColours() == 1 ? COSName.DEVICEGRAY : COSName.DEVICERGB;
        }
        COSStream profile = document.createCOSStream();
        profile.setInt(COSName.N, jpx.ownColours());
        write(profile, out -> out.write(icc));
        var space = new COSArray();
        space.add(COSName.ICCBASED);
        space.add(profile);
        return space;
    }

    private void softMask(int colours) throws IOException {
        int inData = image.getInt(COSName.SMASK_IN_DATA, 0);
        if (inData == 0 || !jpx.hasOpacity()) {
            return;
        }
        COSStream mask = document.createCOSStream();
        mask.setItem(COSName.TYPE, COSName.XOBJECT);
        mask.setItem(COSName.SUBTYPE, COSName.IMAGE);
        mask.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
        write(mask, jpx::writeOpacity);
        describe(mask, 8);
        if (inData == 2) {
            COSArray matte = image.getCOSArray(COSName.MATTE);
            mask.setItem(COSName.MATTE, matte == null ? black(colours) : matte);
        }
        image.setItem(COSName.SMASK, mask);
    }

    private static COSArray black(int colours) {
        var black = new COSArray();
        for (int i = 0; i < colours; i++) {
            black.add(COSFloat.ZERO);
        }
        return black;
    }

    private static void write(COSStream stream, Writing writing) throws IOException {
        stream.removeItem(COSName.FILTER);
        stream.removeItem(COSName.F);
        stream.removeItem(COSName.DECODE_PARMS);
        stream.removeItem(COSName.DP);
        try (OutputStream out = stream.createRawOutputStream()) {
            writing.to(out);
        }
    }

    private void describe(COSDictionary picture, int bits) {
        picture.setInt(COSName.WIDTH, jpx.size().width());
        picture.setInt(COSName.HEIGHT, jpx.size().height());
        picture.setInt(COSName.BITS_PER_COMPONENT, bits);
        picture.removeItem(COSName.SMASK_IN_DATA);
    }
}
