package org.lectern.blob;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes tar files byte by byte. */
public final class TarFixture {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public TarFixture file(String name, byte[] content) {
        return member(name, "", '0', content.length, content);
    }

    public TarFixture prefixed(String prefix, String name, byte[] content) {
        return member(name, prefix, '0', content.length, content);
    }

    public TarFixture link(String name) {
        return member(name, "", '2', 0, new byte[0]);
    }

    public TarFixture folder(String name) {
        return member(name, "", '5', 0, new byte[0]);
    }

    /** GNU's way: a member of type L holds the name of the next. */
    public TarFixture longName(String name, byte[] content) {
        byte[] text = (name + "\0").getBytes(StandardCharsets.UTF_8);
        member("././@LongLink", "", 'L', text.length, text);
        return member(name.substring(0, 90), "", '0', content.length, content);
    }

    /** The pax way; a plain size of 0 is overridden by the record. */
    public TarFixture pax(String path, byte[] content) {
        byte[] text = (record("path", path) + record("size", Integer.toString(content.length)))
                .getBytes(StandardCharsets.UTF_8);
        member("PaxHeaders/x", "", 'x', text.length, text);
        return member("short", "", '0', 0, content);
    }

    public TarFixture sparse(String name, byte[] content) {
        byte[] text = record("GNU.sparse.major", "1").getBytes(StandardCharsets.UTF_8);
        member("PaxHeaders/x", "", 'x', text.length, text);
        return member(name, "", '0', content.length, content);
    }

    private static String record(String key, String value) {
        int rest = (" " + key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8).length;
        int length = rest + Integer.toString(rest).length();
        length = rest + Integer.toString(length).length();
        return length + " " + key + "=" + value + "\n";
    }

    private TarFixture member(String name, String prefix, char type, long size, byte[] content) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000644\0");
        put(header, 124, String.format("%011o", size));
        put(header, 136, "00000000000");
        Arrays.fill(header, 148, 156, (byte) ' ');
        header[156] = (byte) type;
        put(header, 257, "ustar\00000");
        put(header, 345, prefix);
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, String.format("%06o\0 ", sum));
        out.writeBytes(header);
        out.writeBytes(content);
        out.writeBytes(new byte[(512 - content.length % 512) % 512]);
        return this;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    public byte[] bytes() {
        byte[] members = out.toByteArray();
        return Arrays.copyOf(members, members.length + 1024);
    }
}
