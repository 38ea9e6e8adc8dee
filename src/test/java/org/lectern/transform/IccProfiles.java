package org.lectern.transform;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Small colour profiles, written by the book (ICC.1:2001-04). */
final class IccProfiles {

    private final List<String> names = new ArrayList<>();
    private final List<byte[]> tags = new ArrayList<>();

    private IccProfiles() {}

    /** Wide primaries and a curve of 2.2: the colours of Adobe RGB (1998). */
    static ICC_ColorSpace wideRgb() {
        var profile = new IccProfiles();
        profile.xyz("rXYZ", 0.60974, 0.31111, 0.01947);
        profile.xyz("gXYZ", 0.20528, 0.62567, 0.06087);
        profile.xyz("bXYZ", 0.14919, 0.06322, 0.74457);
        for (String curve : List.of("rTRC", "gTRC", "bTRC")) {
            profile.tag(curve, ByteBuffer.allocate(14).put(ascii("curv")).putInt(0).putInt(1).putShort((short) 563));
        }
        return profile.space("mntr", "RGB ", "XYZ ");
    }

    /** Four inks by a table of the sixteen corners; black is the strongest. */
    static ICC_ColorSpace cmyk() {
        var table = ByteBuffer.allocate(48 + 4 * 256 + 16 * 3 + 3 * 256);
        table.put(ascii("mft1")).putInt(0).put(new byte[] {4, 3, 2, 0});
        for (int i = 0; i < 9; i++) {
            table.putInt(i % 4 == 0 ? 1 << 16 : 0);
        }
        ramps(table, 4);
        for (int corner = 0; corner < 16; corner++) {
            int cyan = corner >> 3;
            int magenta = corner >> 2 & 1;
            int yellow = corner >> 1 & 1;
            int black = corner & 1;
            int light = Math.max(0, 255 - 110 * cyan - 100 * magenta - 20 * yellow - 200 * black);
            table.put((byte) light);
            table.put((byte) (128 + (1 - black) * (60 * magenta - 30 * cyan)));
            table.put((byte) (128 + (1 - black) * (80 * yellow - 40 * cyan)));
        }
        ramps(table, 3);
        var profile = new IccProfiles();
        profile.tag("A2B0", table);
        return profile.space("prtr", "CMYK", "Lab ");
    }

    private static void ramps(ByteBuffer table, int count) {
        for (int i = 0; i < count * 256; i++) {
            table.put((byte) i);
        }
    }

    private void xyz(String name, double x, double y, double z) {
        var tag = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
        for (double value : new double[] {x, y, z}) {
            tag.putInt((int) Math.round(value * 65536));
        }
        tag(name, tag);
    }

    private void tag(String name, ByteBuffer content) {
        names.add(name);
        tags.add(java.util.Arrays.copyOf(content.array(), (content.capacity() + 3) / 4 * 4));
    }

    private ICC_ColorSpace space(String kind, String colours, String connection) {
        xyz("wtpt", 0.9642, 1, 0.8249);
        int size = 132 + 12 * tags.size() + tags.stream().mapToInt(tag -> tag.length).sum();
        var profile = ByteBuffer.allocate(size);
        profile.putInt(size).putInt(0).putInt(0x02400000).put(ascii(kind)).put(ascii(colours)).put(ascii(connection));
        profile.putShort((short) 2026).putShort((short) 1).putShort((short) 1).position(36);
        profile.put(ascii("acsp")).position(68);
        profile.putInt((int) Math.round(0.9642 * 65536)).putInt(65536).putInt((int) Math.round(0.8249 * 65536));
        profile.position(128).putInt(tags.size());
        int at = 132 + 12 * tags.size();
        for (int i = 0; i < tags.size(); i++) {
            profile.put(ascii(names.get(i))).putInt(at).putInt(tags.get(i).length);
            at += tags.get(i).length;
        }
        tags.forEach(profile::put);
        return new ICC_ColorSpace(ICC_Profile.getInstance(profile.array()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
