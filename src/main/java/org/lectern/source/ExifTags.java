package org.lectern.source;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lectern.tiff.TiffDirectory;

/**
 * The tags of Exif that tell of a picture. Those of a TIFF file stand in its first directory; elsewhere the block is a
 * small TIFF of its own, of which the first directory and the Exif directory under it are read, each once.
 */
final class ExifTags {

    private static final int DESCRIPTION = 270;
    private static final int MAKE = 271;
    private static final int MODEL = 272;
    private static final int SOFTWARE = 305;
    private static final int CHANGED = 306;
    private static final int ARTIST = 315;
    private static final int XMP = 700;
    private static final int COPYRIGHT = 33432;
    private static final int IPTC = 33723;
    private static final int EXIF_DIRECTORY = 34665;
    private static final int TAKEN = 36867;
    private static final int[] TEXTS = {DESCRIPTION, MAKE, MODEL, SOFTWARE, CHANGED, ARTIST, COPYRIGHT, TAKEN};

    private static final int ENTRIES = 1000;
    private static final int LONGEST_TEXT = 64 << 10;
    private static final int LONGEST_BLOCK = 4 << 20;

    private final Map<Integer, byte[]> values = new HashMap<>();

    private ExifTags() {}

    /** Of a TIFF file: XMP, IPTC and tags. */
    static PictureFields of(TiffDirectory directory) {
        ExifTags tags = new ExifTags();
        for (int tag : TEXTS) {
            tags.values.put(tag, directory.bytes(tag, LONGEST_TEXT));
        }
        PictureFields fields = XmpPacket.read(directory.bytes(XMP, LONGEST_BLOCK));
        fields.under(IptcRecord.read(directory.bytes(IPTC, LONGEST_BLOCK)));
        fields.under(tags.fields());
        return fields;
    }

    /** Of an Exif block, which begins with the byte order. */
    static PictureFields read(byte[] block) {
        ExifTags tags = new ExifTags();
        boolean big = block.length >= 8 && block[0] == 'M';
        if (block.length >= 8 && block[0] == block[1] && (big || block[0] == 'I')) {
            Block in = new Block(block, big);
            tags.directory(in, in.number(4, 4));
            tags.value(EXIF_DIRECTORY).filter(pointer -> pointer.length == 4)
                    .ifPresent(pointer -> tags.directory(in, new Block(pointer, big).number(0, 4)));
        }
        return tags.fields();
    }

    /** Bytes and their order; numbers behind the end are 0. */
    private record Block(byte[] bytes, boolean big) {
        long number(long at, int count) {
            if (at < 0 || at > bytes.length - count) {
                return 0;
            }
            long value = 0;
            for (int i = 0; i < count; i++) {
                value = value << 8 | bytes[(int) at + (big ? i : count - 1 - i)] & 0xff;
            }
            return value;
        }
    }

    private void directory(Block in, long at) {
        long entries = Math.min(in.number(at, 2), ENTRIES);
        for (int i = 0; i < entries; i++) {
            long entry = at + 2 + 12L * i;
            long each = in.number(entry + 2, 2) == 4 ? 4 : 1; // longs point; all else that counts here is text
            long length = in.number(entry + 4, 4) * each;
            long from = length <= 4 ? entry + 8 : in.number(entry + 8, 4);
            if (length > 0 && length <= LONGEST_TEXT && from <= in.bytes().length - length) {
                byte[] value = new byte[(int) length];
                System.arraycopy(in.bytes(), (int) from, value, 0, value.length);
                values.putIfAbsent((int) in.number(entry, 2), value);
            }
        }
    }

    private Optional<byte[]> value(int tag) {
        return Optional.ofNullable(values.get(tag));
    }

    /** UTF-8, as many write against the standard, and where it is none, Latin 1. */
    private String text(int tag) {
        byte[] bytes = value(tag).orElse(new byte[0]);
        String text = new String(bytes, StandardCharsets.UTF_8);
        String right = text.indexOf('\ufffd') < 0 ? text : new String(bytes, StandardCharsets.ISO_8859_1);
        int end = right.indexOf('\0');
        return (end < 0 ? right : right.substring(0, end)).strip();
    }

    private PictureFields fields() {
        PictureFields fields = new PictureFields();
        String description = text(DESCRIPTION);
        boolean isSoftware = !description.isEmpty() && description.equals(text(SOFTWARE));
        if (PictureFields.isTitle(description) && !isSoftware) {
            fields.add(PictureFields.TITLE, description);
        } else if (!isSoftware && description.indexOf(' ') > 0 && description.indexOf('=') < 0) { // not for programs
            fields.add(PictureFields.DESCRIPTION, description);
        }
        fields.add(PictureFields.CREATOR, text(ARTIST));
        fields.add(PictureFields.RIGHTS, text(COPYRIGHT));
        String taken = text(TAKEN);
        if (Moments.instant(taken).isPresent()) {
            fields.add(PictureFields.TAKEN, taken);
        }
        fields.addFirst(PictureFields.DATE, Moments.words(
                Moments.instant(taken).isPresent() ? taken : Moments.instant(text(CHANGED)).isPresent() ? text(CHANGED) : ""));
        fields.add(PictureFields.CAMERA, camera(text(MAKE), text(MODEL)));
        return fields;
    }

    private static String camera(String make, String model) {
        return model.toLowerCase(Locale.ROOT).startsWith(make.toLowerCase(Locale.ROOT))
                ? model : make + " " + model;
    }
}
