package org.lectern.codec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.lectern.blob.Blob;
import org.lectern.jpeg2000.Jpeg2000Reader;
import org.lectern.pdf.JpxReader;

/**
 * Reads the JPEG 2000 pictures of PDFs. What the reader learned of a picture is kept by the digest of its bytes, so
 * that a page drawn again at another size finds it. Thread-safe.
 */
public final class JpxPictures implements JpxReader {

    static final String FORMAT = "JPEG 2000";

    private final Jpeg2000Reader reader;
    private final KnownProfiles profiles = new KnownProfiles();

    /** Over a reader that may be shared. */
    public JpxPictures(Jpeg2000Reader reader) {
        this.reader = reader;
    }

    @Override
    public Jpx open(byte[] file) {
        Blob blob = new HeldBlob(file, "picture " + digest(file));
        return Guarded.read(FORMAT, blob, () -> new JpxPicture(reader, blob, reader.file(blob), profiles));
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
