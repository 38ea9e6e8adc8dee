package org.lectern.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/**
 * A font for words that are not drawn: its codes are UTF-16, each stands for itself and has the same empty shape. It
 * is embedded, for readers take another in the place of one that is not there.
 *
 * @see <a href="https://pdfa.org/resource/iso-32000-2/">ISO 32000-2, 9.7</a>
 */
final class InvisibleFont {

    /** How wide every letter is, in thousandths of its height. */
    static final int ADVANCE = 500;

    private static final String NAME = "Invisible";
    private static final int CODES = 1 << 16;
    private static final int RANGES_AT_ONCE = 100;
    private static final int EMPTY_SHAPE = 12; // bytes: no contours, no box, no instructions

    private InvisibleFont() {}

    /** Writes it and tells its number. */
    static int write(PdfObjects objects) throws IOException {
        int font = objects.reserve();
        int descendant = objects.reserve();
        int descriptor = objects.reserve();
        int file = stream(objects, "/Length1 " + trueType().length, trueType());
        int shapes = stream(objects, "", shapes());
        int unicode = stream(objects, "", PdfObjects.ascii(toUnicode()));
        objects.put(font, "<</Type/Font/Subtype/Type0/BaseFont/" + NAME + "/Encoding/Identity-H/DescendantFonts[" + descendant
                + " 0 R]/ToUnicode " + unicode + " 0 R>>");
        objects.put(descendant, "<</Type/Font/Subtype/CIDFontType2/BaseFont/" + NAME
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW " + ADVANCE + "/FontDescriptor "
                + descriptor + " 0 R/CIDToGIDMap " + shapes + " 0 R>>");
        objects.put(descriptor, "<</Type/FontDescriptor/FontName/" + NAME + "/Flags 5/FontBBox[0 0 " + ADVANCE
                + " 1000]/ItalicAngle 0/Ascent 1000/Descent 0/CapHeight 1000/StemV 80/FontFile2 " + file + " 0 R>>");
        return font;
    }

    private static int stream(PdfObjects objects, String entries, byte[] bytes) throws IOException {
        int number = objects.reserve();
        objects.put(number, entries + "/Filter/FlateDecode", BookPicture.Data.of(deflated(bytes)));
        return number;
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return deflated.toByteArray();
    }

    /** Ranges of codes may differ in their last byte alone, and a hundred of them stand together. */
    private static String toUnicode() {
        StringBuilder map = new StringBuilder("/CIDInit/ProcSet findresource begin 12 dict begin begincmap"
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def"
                + "/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        for (int high = 0; high < 256; high++) {
            if (high % RANGES_AT_ONCE == 0) {
                map.append(Math.min(RANGES_AT_ONCE, 256 - high)).append(" beginbfrange\n");
            }
            String page = String.format("%02X", high);
            map.append('<').append(page).append("00> <").append(page).append("FF> <").append(page).append("00>\n");
            if (high % RANGES_AT_ONCE == RANGES_AT_ONCE - 1 || high == 255) {
                map.append("endbfrange\n");
            }
        }
        return map.append("endcmap CMapName currentdict/CMap defineresource pop end end").toString();
    }

    /** Every code has the second shape, for the first is what is missing. */
    private static byte[] shapes() {
        byte[] shapes = new byte[2 * CODES];
        for (int low = 1; low < shapes.length; low += 2) {
            shapes[low] = 1;
        }
        return shapes;
    }

    /** A TrueType font of two shapes, both empty. */
    private static byte[] trueType() {
        Map<String, byte[]> tables = new LinkedHashMap<>(); // by name in order
        tables.put("glyf", new byte[2 * EMPTY_SHAPE]);
        tables.put("head", ByteBuffer.allocate(56).putInt(0x10000).putInt(0x10000).putInt(0).putInt(0x5f0f3cf5)
                .putShort((short) 0).putShort((short) 1000).position(46).putShort((short) 8).putShort((short) 2).array());
        tables.put("hhea", ByteBuffer.allocate(36).putInt(0x10000).putShort((short) 1000).putShort((short) 0)
                .position(10).putShort((short) ADVANCE).position(34).putShort((short) 1).array());
        tables.put("hmtx", ByteBuffer.allocate(6).putShort((short) ADVANCE).array());
        tables.put("loca", new byte[] {0, 0, 0, EMPTY_SHAPE / 2, 0, EMPTY_SHAPE});
        tables.put("maxp", ByteBuffer.allocate(32).putInt(0x10000).putShort((short) 2).array());
        int at = 12 + 16 * tables.size();
        ByteBuffer file = ByteBuffer.allocate(at + tables.values().stream().mapToInt(table -> padded(table).length).sum());
        file.putInt(0x10000).putShort((short) tables.size()).putShort((short) 64).putShort((short) 2).putShort((short) 32);
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            file.put(table.getKey().getBytes(StandardCharsets.US_ASCII))
                    .putInt(sum(padded(table.getValue()))).putInt(at).putInt(table.getValue().length);
            at += padded(table.getValue()).length;
        }
        tables.values().forEach(table -> file.put(padded(table)));
        return file.array();
    }

    private static byte[] padded(byte[] table) {
        return Arrays.copyOf(table, table.length + 3 & ~3);
    }

    private static int sum(byte[] table) {
        int sum = 0;
        ByteBuffer words = ByteBuffer.wrap(table);
        while (words.remaining() >= 4) {
            sum += words.getInt();
        }
        return sum;
    }
}
