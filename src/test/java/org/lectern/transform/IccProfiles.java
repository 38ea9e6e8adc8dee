package org.lectern.transform;

import java.awt.color.ICC_ColorSpace;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lectern.pixels.ProfileSpace;

/** Small colour profiles, written by the book (ICC.1:2001-04). */
public final class IccProfiles {

    private final List<String> names = new ArrayList<>();
    private final List<byte[]> tags = new ArrayList<>();

    private IccProfiles() {}

    /** Wide primaries and a curve of 2.2: the colours of Adobe RGB (1998). */
    public static ICC_ColorSpace wideRgb() {
        return rgb(0x02400000, ADOBE, gamma(563));
    }

    /** Display P3 as telephones embed it: version 4, the curve of sRGB by its formula. */
    public static ICC_ColorSpace displayP3() {
        return rgb(0x04000000, P3, formula(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045));
    }

    /** eciRGB v2 with its curve of L* as a table. */
    public static ICC_ColorSpace eciRgb() {
        var curve = ByteBuffer.allocate(12 + 2 * 4096).put(ascii("curv")).putInt(0).putInt(4096);
        for (int i = 0; i < 4096; i++) {
            curve.putShort((short) Math.round(65_535 * DeltaE.xyz(100 * i / 4095.0, 0, 0)[1]));
        }
        return rgb(0x02400000, ECI, curve);
    }

    /** eciRGB v2 with its curve of L* by a formula, as its profile of version 4 has it. */
    static ICC_ColorSpace eciRgbByFormula() {
        return rgb(0x04000000, ECI, formula(3, 100 / 116.0, 16 / 116.0, 2700 / 24389.0, 0.08));
    }

    /** The primaries under D50, from red to blue: their X, Y and Z. */
    static final double[][] ADOBE = {{0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}};
    static final double[][] P3 = {{0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}};
    static final double[][] ECI = {{0.65027, 0.32028, 0}, {0.17804, 0.60207, 0.06784}, {0.13591, 0.07765, 0.75737}};

    private static ICC_ColorSpace rgb(int version, double[][] primaries, ByteBuffer curve) {
        var profile = new IccProfiles();
        for (int colour = 0; colour < 3; colour++) {
            profile.xyz("rgb".charAt(colour) + "XYZ", primaries[colour][0], primaries[colour][1], primaries[colour][2]);
            profile.tag("rgb".charAt(colour) + "TRC", curve);
        }
        return profile.space(version, "mntr", "RGB ", "XYZ ");
    }

    private static ByteBuffer gamma(int in256ths) {
        return ByteBuffer.allocate(14).put(ascii("curv")).putInt(0).putInt(1).putShort((short) in256ths);
    }

    /** {@code (ax + b)^g} from d on, {@code cx} below. */
    private static ByteBuffer formula(double g, double a, double b, double c, double d) {
        var curve = ByteBuffer.allocate(32).put(ascii("para")).putInt(0).putShort((short) 3).putShort((short) 0);
        for (double value : new double[] {g, a, b, c, d}) {
            curve.putInt((int) Math.round(value * 65536));
        }
        return curve;
    }

    /** Grey with a curve of 1.8. */
    public static ICC_ColorSpace gray() {
        var profile = new IccProfiles();
        profile.tag("kTRC", gamma(461));
        return profile.space(0x02400000, "mntr", "GRAY", "XYZ ");
    }

    /** Colours by a table of the eight corners, with no way back. */
    public static ICC_ColorSpace rgbByTable() {
        var table = ByteBuffer.allocate(48 + 3 * 256 + 8 * 3 + 3 * 256);
        table.put(ascii("mft1")).putInt(0).put(new byte[] {3, 3, 2, 0});
        for (int i = 0; i < 9; i++) {
            table.putInt(i % 4 == 0 ? 1 << 16 : 0);
        }
        ramps(table, 3);
        for (int corner = 0; corner < 8; corner++) {
            int red = corner >> 2;
            int green = corner >> 1 & 1;
            int blue = corner & 1;
            table.put((byte) (60 * red + 150 * green + 45 * blue));
            table.put((byte) (128 + 50 * red - 60 * green + 10 * blue));
            table.put((byte) (128 + 30 * red + 40 * green - 70 * blue));
        }
        ramps(table, 3);
        var profile = new IccProfiles();
        profile.tag("A2B0", table);
        return profile.space(0x02400000, "scnr", "RGB ", "Lab ");
    }

    /** A press: what four inks look like. */
    interface Press {
        /** CIE L*a*b* under D50 of inks from 0 to 1: cyan, magenta, yellow, black. */
        double[] lab(double... inks);
    }

    /** Four inks by a table of so many steps an ink, 16 bits. */
    static ICC_ColorSpace cmyk(int steps, Press press) {
        int nodes = steps * steps * steps * steps;
        var table = ByteBuffer.allocate(52 + 2 * (4 * 2 + nodes * 3 + 3 * 2));
        table.put(ascii("mft2")).putInt(0).put(new byte[] {4, 3, (byte) steps, 0});
        for (int i = 0; i < 9; i++) {
            table.putInt(i % 4 == 0 ? 1 << 16 : 0);
        }
        table.putShort((short) 2).putShort((short) 2);
        straight(table, 4);
        for (int node = 0; node < nodes; node++) {
            double[] lab = press.lab((double) (node / (steps * steps * steps)) / (steps - 1),
                    (double) (node / (steps * steps) % steps) / (steps - 1),
                    (double) (node / steps % steps) / (steps - 1), (double) (node % steps) / (steps - 1));
            table.putShort((short) Math.round(lab[0] * 652.8));
            table.putShort((short) Math.round((lab[1] + 128) * 256));
            table.putShort((short) Math.round((lab[2] + 128) * 256));
        }
        straight(table, 3);
        var profile = new IccProfiles();
        profile.tag("A2B0", table);
        return profile.space(0x02400000, "prtr", "CMYK", "Lab ");
    }

    private static void straight(ByteBuffer table, int count) {
        for (int i = 0; i < count; i++) {
            table.putShort((short) 0).putShort((short) -1);
        }
    }

    /** Four inks by a table of the sixteen corners; black is the strongest. */
    public static ICC_ColorSpace cmyk() {
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
        return profile.space(0x02400000, "prtr", "CMYK", "Lab ");
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

    private ICC_ColorSpace space(int version, String kind, String colours, String connection) {
        xyz("wtpt", 0.9642, 1, 0.8249);
        int size = 132 + 12 * tags.size() + tags.stream().mapToInt(tag -> tag.length).sum();
        var profile = ByteBuffer.allocate(size);
        profile.putInt(size).putInt(0).putInt(version).put(ascii(kind)).put(ascii(colours)).put(ascii(connection));
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
        return new ProfileSpace(profile.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
