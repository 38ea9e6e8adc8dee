package org.lectern.codec;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.util.Optional;
import org.lectern.blob.Blob;
import org.lectern.blob.Picture;
import org.lectern.jpeg2000.Jp2File;
import org.lectern.pdf.BookPicture;
import org.lectern.pixels.ProfileBytes;
import org.lectern.tiff.TiffDirectory;
import org.lectern.tiff.TiffFile;
import org.lectern.tiff.TiffTag;

/**
 * Which pictures a PDF can hold as they are stored: JPEG of 8 bits, sequential or progressive; JP2 of 8 bits that is
 * grey or RGB and nothing more, which is what readers of PDF can be trusted with; and TIFF that is one strip of CCITT
 * group 4.
 */
public final class PdfEmbedding {

    private static final int GROUP_4 = 4;
    private static final int BLACK_IS_ZERO = 1;
    private static final int LARGEST_FAX = 4 << 20;
    private static final int GREY_SPACE = 17;
    private static final int SRGB_SPACE = 16;

    private PdfEmbedding() {}

    /**
     * The picture as it is stored; empty when it has to be decoded. Cost: its header.
     *
     * @param picture its blob is left open, and read when the result is written
     * @throws org.lectern.core.IiifException.Broken when its header cannot be read
     */
    public static Optional<BookPicture> of(Picture picture) {
        byte[] head = picture.blob().head(Decoder.HEAD_BYTES);
        if (Heads.has(head, 0, "\u00ff\u00d8\u00ff")) {
            return Guarded.read("JPEG", picture.blob(), () -> jpeg(picture.blob(), JpegHeader.read(picture.blob())));
        }
        if (Heads.has(head, 4, "jP  \r\n\u0087\n")) {
            return jp2(picture.blob(), Jp2File.read(picture.blob()));
        }
        return TiffFile.recognises(head)
                ? fax(TiffFile.read(picture.blob()).page(picture.page()).full())
                : Optional.empty();
    }

    /** A picture that was made for it. */
    public static Optional<BookPicture> ofJpeg(byte[] made) {
        return of(new Picture(new HeldBlob(made, "page.jpg"), 0));
    }

    private static Optional<BookPicture> jpeg(Blob blob, JpegHeader header) {
        int bands = header.components();
        if (header.process() > JpegHeader.PROGRESSIVE || header.bits() != 8 || bands != 1 && bands != 3 && bands != 4) {
            return Optional.empty();
        }
        boolean silentRgb = bands == 3 && !header.luminance() && header.adobe() < 0;
        return Optional.of(new BookPicture(
                header.size(),
                header.exif().orientation().exif(),
                silentRgb ? BookPicture.Coding.JPEG_RGB : BookPicture.Coding.JPEG,
                bands,
                profile(header.icc(), bands),
                bands == 4 && header.inverted(),
                BookPicture.Data.of(blob)));
    }

    private static Optional<BookPicture> jp2(Blob blob, Jp2File file) {
        int bands = file.components().size();
        boolean plain = (bands == 1 || bands == 3)
                && file.palette().isEmpty()
                && file.mappings().isEmpty()
                && file.definitions().stream().allMatch(told -> told.type() == 0 && told.association() == told.channel() + 1)
                && file.components().stream().allMatch(one -> one.bits() == 8 && !one.signed() && !one.subsampled());
        if (!plain) {
            return Optional.empty();
        }
        if (file.colour() instanceof Jp2File.Colour.Profile told) {
            return profile(told.icc(), bands).map(icc -> jp2(blob, file, Optional.of(icc)));
        }
        boolean usual = file.colour() instanceof Jp2File.Colour.Enumerated told
                && told.space() == (bands == 1 ? GREY_SPACE : SRGB_SPACE);
        return usual ? Optional.of(jp2(blob, file, Optional.empty())) : Optional.empty();
    }

    private static BookPicture jp2(Blob blob, Jp2File file, Optional<byte[]> profile) {
        return new BookPicture(file.size(0), 1, BookPicture.Coding.JP2, file.components().size(), profile, false,
                BookPicture.Data.of(blob));
    }

    private static Optional<byte[]> profile(byte[] icc, int bands) {
        return EmbeddedProfile.space(icc, bands)
                .filter(ICC_ColorSpace.class::isInstance)
                .map((ColorSpace space) -> ProfileBytes.of((ICC_ColorSpace) space).array());
    }

    private static Optional<BookPicture> fax(TiffDirectory page) {
        boolean plain = page.compression() == GROUP_4
                && page.chunks() == 1
                && !page.tiled()
                && page.samples() == 1
                && page.bits(0) == 1
                && page.photometric() <= BLACK_IS_ZERO
                && page.number(TiffTag.FILL_ORDER, 1) == 1
                && page.chunkLength(0) > 0
                && page.chunkLength(0) <= LARGEST_FAX;
        if (!plain) {
            return Optional.empty();
        }
        byte[] strip = page.stored(page.chunkAt(0), (int) page.chunkLength(0));
        return Optional.of(new BookPicture(page.size(), Orientation.of(page.orientation()).exif(), BookPicture.Coding.FAX, 1,
                Optional.empty(), page.photometric() == BLACK_IS_ZERO, BookPicture.Data.of(strip)));
    }
}
