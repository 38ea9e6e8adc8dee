package org.lectern.blob;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip files byte by byte, so that tests can make the odd and the broken ones too. */
public final class ZipFixture {

    private static final int UTF8 = 0x800;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<byte[]> directory = new ArrayList<>();
    private boolean zip64;
    private byte[] comment = {};

    /** All sizes and places in zip64 fields, and a zip64 end record. */
    public ZipFixture zip64() {
        zip64 = true;
        return this;
    }

    public ZipFixture comment(byte[] text) {
        comment = text;
        return this;
    }

    /** Bytes in front of everything, as in a self-extracting archive. */
    public ZipFixture stub(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public ZipFixture stored(String name, byte[] content) {
        return member(name.getBytes(StandardCharsets.UTF_8), UTF8, 0, content, content.length, content, 0, new byte[0]);
    }

    public ZipFixture deflated(String name, byte[] content) {
        return lying(name, content, content.length);
    }

    /** Deflated, with a length of our own choice in the directory. */
    public ZipFixture lying(String name, byte[] content, long length) {
        return member(name.getBytes(StandardCharsets.UTF_8), UTF8, 8, content, length, deflate(content), 0, new byte[0]);
    }

    /** With these very bytes as name, without the UTF-8 flag. */
    public ZipFixture plainName(byte[] name, byte[] content) {
        return member(name, 0, 0, content, content.length, content, 0, new byte[0]);
    }

    public ZipFixture unicodePath(byte[] plain, String path, byte[] content) {
        byte[] text = path.getBytes(StandardCharsets.UTF_8);
        ByteBuffer extra = little(9 + text.length);
        extra.putShort((short) 0x7075).putShort((short) (5 + text.length)).put((byte) 1).putInt(crc(plain)).put(text);
        return member(plain, 0, 0, content, content.length, content, 0, extra.array());
    }

    public ZipFixture link(String name, String target) {
        byte[] bytes = target.getBytes(StandardCharsets.UTF_8);
        return member(name.getBytes(StandardCharsets.UTF_8), UTF8, 0, bytes, bytes.length, bytes, 0xa1ff, new byte[0]);
    }

    public ZipFixture encrypted(String name, byte[] content) {
        return member(name.getBytes(StandardCharsets.UTF_8), UTF8 | 1, 0, content, content.length, content, 0, new byte[0]);
    }

    public ZipFixture method(String name, int method, byte[] content) {
        return member(name.getBytes(StandardCharsets.UTF_8), UTF8, method, content, content.length, content, 0, new byte[0]);
    }

    private ZipFixture member(
            byte[] name, int flags, int method, byte[] content, long length, byte[] packed, int mode, byte[] extra) {
        long at = out.size();
        ByteBuffer local = little(30 + name.length + 4);
        local.putInt(0x04034b50).putShort((short) 45).putShort((short) flags).putShort((short) method).putInt(0);
        local.putInt(crc(content)).putInt(packed.length).putInt((int) length);
        local.putShort((short) name.length).putShort((short) 4).put(name).putInt(0xcafe); // an extra field that only the local header has
        out.writeBytes(local.array());
        out.writeBytes(packed);
        directory.add(central(name, flags, method, crc(content), length, packed.length, mode, extra, at));
        return this;
    }

    private byte[] central(
            byte[] name, int flags, int method, int crc, long length, long packed, int mode, byte[] extra, long at) {
        int wide = zip64 ? 28 : 0;
        ByteBuffer header = little(46 + name.length + wide + extra.length);
        header.putInt(0x02014b50).putShort((short) (3 << 8 | 45)).putShort((short) 45);
        header.putShort((short) flags).putShort((short) method).putInt(0).putInt(crc);
        header.putInt(zip64 ? -1 : (int) packed).putInt(zip64 ? -1 : (int) length);
        header.putShort((short) name.length).putShort((short) (wide + extra.length)).putShort((short) 0);
        header.putShort((short) 0).putShort((short) 0).putInt(mode << 16).putInt(zip64 ? -1 : (int) at);
        header.put(name);
        if (zip64) {
            header.putShort((short) 1).putShort((short) 24).putLong(length).putLong(packed).putLong(at);
        }
        header.put(extra);
        return header.array();
    }

    public byte[] bytes() {
        long at = out.size();
        directory.forEach(out::writeBytes);
        long length = out.size() - at;
        if (zip64) {
            end64(at, length);
        }
        ByteBuffer end = little(22 + comment.length);
        int count = zip64 ? 0xffff : directory.size();
        end.putInt(0x06054b50).putInt(0).putShort((short) count).putShort((short) count);
        end.putInt(zip64 ? -1 : (int) length).putInt(zip64 ? -1 : (int) at).putShort((short) comment.length).put(comment);
        out.writeBytes(end.array());
        return out.toByteArray();
    }

    private void end64(long at, long length) {
        long endAt = out.size();
        ByteBuffer end = little(56 + 20);
        end.putInt(0x06064b50).putLong(44).putInt(0).putInt(0).putInt(0);
        end.putLong(directory.size()).putLong(directory.size()).putLong(length).putLong(at);
        end.putInt(0x07064b50).putInt(0).putLong(endAt).putInt(1);
        out.writeBytes(end.array());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }
}
