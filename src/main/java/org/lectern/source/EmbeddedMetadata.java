package org.lectern.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.lectern.blob.Blob;
import org.lectern.core.IiifException;
import org.lectern.tiff.TiffFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * Only headers are read, and of them no more than the bounds say. What is wrong in them is no reason not to show the
 * picture: it is told of in the log, for those who look for it, and otherwise as if it were not there.
 */
/**
 * What a picture's file tells of itself: XMP before IPTC before Exif, in JPEG, TIFF, PNG, WebP and JP2.
 */
final class EmbeddedMetadata {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMetadata.class);

    private static final int PIECES = 1000; // segments, chunks or boxes that are looked at
    private static final int LONGEST = 4 << 20;
    private static final String XMP_MARK = "http://ns.adobe.com/xap/1.0/\0";
    private static final String EXIF_MARK = "Exif\0\0";
    private static final String RESOURCES_MARK = "Photoshop 3.0\0";
    private static final byte[] XMP_UUID = HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");

    private final Blob blob;
    private final PictureFields xmp = new PictureFields();
    private final PictureFields iptc = new PictureFields();
    private final PictureFields exif = new PictureFields();

    private EmbeddedMetadata(Blob blob) {
        this.blob = blob;
    }

    /** Reads it; nothing where the file tells nothing, or cannot be read. Closes the blob. */
    static Description read(Blob blob) {
        try (blob) {
            return new EmbeddedMetadata(blob).fields().description();
        } catch (IiifException.Broken | IiifException.TooLarge e) {
            LOG.debug("what {} tells of itself is ignored: {}", blob.name(), e.getMessage());
            return Description.NONE;
        }
    }

    private PictureFields fields() {
        byte[] head = blob.head(12);
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (TiffFile.recognises(head)) {
            return ExifTags.of(TiffFile.read(blob).page(0).full());
        }
        if (start.startsWith("\u00ff\u00d8")) {
            jpeg();
        } else if (start.startsWith("\u0089PNG")) {
            png();
        } else if (start.startsWith("RIFF") && start.endsWith("WEBP")) {
            webp();
        } else if (start.startsWith("jP  ", 4)) {
            jp2();
        }
        xmp.under(iptc);
        xmp.under(exif);
        return xmp;
    }

    private void jpeg() {
        long at = 2;
        for (int i = 0; i < PIECES && at <= blob.length() - 4; i++) {
            byte[] head = blob.bytes(at, 4);
            int marker = head[1] & 0xff;
            boolean isHeader = (head[0] & 0xff) == 0xff && marker != 0xda && marker != 0xd9;
            int length = (int) number(head, 2, 2);
            if (!isHeader || length < 2 || length > blob.length() - at - 2) {
                return;
            }
            if (marker == 0xe1 || marker == 0xed) {
                segment(blob.bytes(at + 4, length - 2));
            }
            at += 2L + length;
        }
    }

    private void segment(byte[] bytes) {
        if (begins(bytes, XMP_MARK)) {
            xmp.under(XmpPacket.read(rest(bytes, XMP_MARK.length())));
        } else if (begins(bytes, EXIF_MARK)) {
            exif.under(ExifTags.read(rest(bytes, EXIF_MARK.length())));
        } else if (begins(bytes, RESOURCES_MARK)) {
            iptc.under(IptcRecord.inResources(rest(bytes, RESOURCES_MARK.length())));
        }
    }

    private void png() {
        long at = 8;
        for (int i = 0; i < PIECES && at <= blob.length() - 12; i++) {
            byte[] head = blob.bytes(at, 8);
            long length = number(head, 0, 4);
            String type = new String(head, 4, 4, StandardCharsets.ISO_8859_1);
            if (length > blob.length() - at - 12) {
                return;
            }
            if (length <= LONGEST && (type.equals("iTXt") || type.equals("tEXt") || type.equals("eXIf"))) {
                chunk(type, blob.bytes(at + 8, (int) length));
            }
            at += 12 + length;
        }
    }

    private void chunk(String type, byte[] bytes) {
        if (type.equals("eXIf")) {
            exif.under(ExifTags.read(bytes));
            return;
        }
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = latin.indexOf('\0');
        if (end < 0) {
            return;
        }
        String keyword = latin.substring(0, end);
        if (type.equals("tEXt")) {
            text(keyword, latin.substring(end + 1));
            return;
        }
        int language = latin.indexOf('\0', end + 3);
        int translated = language < 0 ? -1 : latin.indexOf('\0', language + 1);
        if (translated < 0 || bytes[end + 1] != 0) { // compressed ones are rare
            return;
        }
        byte[] value = rest(bytes, translated + 1);
        if (keyword.equals("XML:com.adobe.xmp")) {
            xmp.under(XmpPacket.read(value));
        } else {
            text(keyword, new String(value, StandardCharsets.UTF_8));
        }
    }

    private void text(String keyword, String value) {
        switch (keyword) {
            case "Title" -> exif.addFirst(PictureFields.TITLE, value);
            case "Author" -> exif.addFirst(PictureFields.CREATOR, value);
            case "Description" -> exif.addFirst(PictureFields.DESCRIPTION, value);
            case "Copyright" -> exif.addFirst(PictureFields.RIGHTS, value);
            case "Creation Time" -> exif.addFirst(PictureFields.DATE, Moments.words(value));
            default -> { } // programs and their settings
        }
    }

    private void webp() {
        long at = 12;
        for (int i = 0; i < PIECES && at <= blob.length() - 8; i++) {
            byte[] head = blob.bytes(at, 8);
            long length = Integer.toUnsignedLong(Integer.reverseBytes((int) number(head, 4, 4)));
            String type = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
            if (length > blob.length() - at - 8) {
                return;
            }
            if (length <= LONGEST && type.equals("XMP ")) {
                xmp.under(XmpPacket.read(blob.bytes(at + 8, (int) length)));
            } else if (length <= LONGEST && type.equals("EXIF")) {
                byte[] bytes = blob.bytes(at + 8, (int) length);
                exif.under(ExifTags.read(begins(bytes, EXIF_MARK) ? rest(bytes, EXIF_MARK.length()) : bytes));
            }
            at += 8 + length + (length & 1);
        }
    }

    private void jp2() {
        long at = 0;
        for (int i = 0; i < PIECES && at <= blob.length() - 8; i++) {
            byte[] head = blob.bytes(at, 8);
            long length = number(head, 0, 4);
            String type = new String(head, 4, 4, StandardCharsets.ISO_8859_1);
            if (length == 1 && at <= blob.length() - 16) {
                length = number(blob.bytes(at + 8, 8), 0, 8);
            }
            if (length < 8 || length > blob.length() - at) {
                return; // the last box, whose length may be left open, is the codestream
            }
            if (type.equals("uuid") && length >= 24 && length <= LONGEST
                    && Arrays.equals(blob.bytes(at + 8, 16), XMP_UUID)) {
                xmp.under(XmpPacket.read(blob.bytes(at + 24, (int) length - 24)));
            }
            at += length;
        }
    }

    private static boolean begins(byte[] bytes, String mark) {
        return bytes.length >= mark.length()
                && new String(bytes, 0, mark.length(), StandardCharsets.ISO_8859_1).equals(mark);
    }

    private static byte[] rest(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static long number(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }
}
