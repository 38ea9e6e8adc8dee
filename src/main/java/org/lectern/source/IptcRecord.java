package org.lectern.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** IPTC-IIM: data sets of a record, as Photoshop keeps them in image resource 0x0404 and TIFF in tag 33723. */
final class IptcRecord {

    private static final int MARK = 0x1c;
    private static final int RESOURCE = 0x0404;
    private static final int CODED_CHARACTER_SET = 90;

    /** Data sets of record 2 that are told once or several times as they are. */
    private static final Map<Integer, String> FIELDS = Map.of(5, PictureFields.TITLE, 25, PictureFields.KEYWORDS,
            80, PictureFields.CREATOR, 116, PictureFields.RIGHTS, 120, PictureFields.DESCRIPTION);
    private static final int HEADLINE = 105;
    private static final int DATE_CREATED = 55;
    private static final int[] PLACES = {92, 90, 95, 101}; // sublocation, city, state, country

    private final byte[] bytes;
    private final PictureFields fields = new PictureFields();
    private final String[] places = new String[256];
    private Charset charset = StandardCharsets.ISO_8859_1;
    private String headline = "";

    private IptcRecord(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads the image resources of Photoshop, and in them the record. */
    static PictureFields inResources(byte[] resources) {
        int at = 0;
        while (at + 12 <= resources.length && ascii(resources, at, 4).equals("8BIM")) {
            int name = 1 + (resources[at + 6] & 0xff);
            int sizeAt = at + 6 + name + (name & 1);
            if (sizeAt + 4 > resources.length) {
                break;
            }
            int size = (int) number(resources, sizeAt, 4);
            int from = sizeAt + 4;
            if (size < 0 || size > resources.length - from) {
                break;
            }
            if (number(resources, at + 4, 2) == RESOURCE) {
                return read(Arrays.copyOfRange(resources, from, from + size));
            }
            at = from + size + (size & 1);
        }
        return new PictureFields();
    }

    /** Reads the record; what does not fit into the bytes ends it. */
    static PictureFields read(byte[] bytes) {
        IptcRecord record = new IptcRecord(bytes);
        record.read();
        return record.fields;
    }

    private void read() {
        int at = 0;
        while (at + 5 <= bytes.length && (bytes[at] & 0xff) == MARK) {
            int size = (int) number(bytes, at + 3, 2);
            if (size > bytes.length - at - 5) { // also the long form, which no text needs
                break;
            }
            dataSet(bytes[at + 1] & 0xff, bytes[at + 2] & 0xff, at + 5, size);
            at += 5 + size;
        }
        fields.addFirst(PictureFields.TITLE, headline);
        fields.add(PictureFields.PLACE, IntStream.of(PLACES).mapToObj(place -> places[place])
                .filter(place -> place != null && !place.isBlank()).collect(Collectors.joining(", ")));
    }

    private void dataSet(int record, int number, int at, int size) {
        if (record == 1 && number == CODED_CHARACTER_SET) {
            charset = ascii(bytes, at, size).equals("\u001b%G") ? StandardCharsets.UTF_8 : charset;
        }
        if (record != 2) {
            return;
        }
        String text = new String(bytes, at, size, charset);
        if (FIELDS.containsKey(number)) {
            fields.add(FIELDS.get(number), text);
        } else if (number == HEADLINE) {
            headline = text;
        } else if (number == DATE_CREATED) {
            fields.addFirst(PictureFields.TAKEN, text);
            fields.addFirst(PictureFields.DATE, Moments.words(text));
        } else {
            places[number] = text.strip();
        }
    }

    private static String ascii(byte[] bytes, int at, int count) {
        return new String(bytes, at, count, StandardCharsets.ISO_8859_1);
    }

    private static long number(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }
}
