package org.lectern.codec;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReadParamJava;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import jj2000.j2k.codestream.HeaderInfo;
import jj2000.j2k.codestream.reader.HeaderDecoder;
import jj2000.j2k.io.RandomAccessIO;
import org.lectern.core.IiifException;

/**
 * The headers of a codestream and of its tile-parts as JJ2000 reads them, with what it leaves out: what
 * a tile asks for is checked before it is unpacked, and packet headers packed into the main header (PPM)
 * or into tile-parts (PPT) are kept tile for tile. JJ2000 itself looks for them once, before it has seen
 * the second tile.
 */
final class TileHeaders extends HeaderDecoder {

    private static final int SOT_AS_READ = SOT & 0xffff;
    private static final int PPM_AS_READ = PPM & 0xffff;
    private static final int TLM_AS_READ = TLM & 0xffff;

    private final CodestreamHeader header;
    private final Deque<byte[]> packedForParts = new ArrayDeque<>(); // of PPM, for the tile-parts as they come
    private final BitSet seen = new BitSet();
    private final Map<Integer, TreeMap<Integer, byte[]>> packed = new TreeMap<>(); // by tile; then part and index

    TileHeaders(PacketBytes bytes, J2KImageReadParamJava param, HeaderInfo info, CodestreamHeader header)
            throws IOException {
        super(bytes, param, info);
        this.header = header;
        if ((Boolean) getDecoderSpecs().pphs.getDefault()) {
            int at = bytes.getPos();
            unpack(segments(bytes));
            bytes.seek(at);
        }
    }

    /** The contents of all PPM in the order of their numbers. */
    private static byte[] segments(PacketBytes in) throws IOException {
        SortedMap<Integer, byte[]> segments = new TreeMap<>();
        in.seek(2);
        for (int marker = in.readUnsignedShort(); marker != SOT_AS_READ; marker = in.readUnsignedShort()) {
            int end = in.getPos() + in.readUnsignedShort();
            if (marker == TLM_AS_READ) {
                throw new IiifException.Unsupported("JPEG 2000 with packet headers in the main header (PPM)"
                        + " and lengths of tile-parts (TLM) is not read; it is with one of them.");
            }
            if (marker == PPM_AS_READ) {
                int index = in.readUnsignedByte();
                byte[] content = new byte[Math.max(0, end - in.getPos())];
                in.readFully(content, 0, content.length);
                segments.put(index, content);
            }
            in.seek(end);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        segments.values().forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    private void unpack(byte[] all) {
        ByteBuffer rest = ByteBuffer.wrap(all);
        while (rest.remaining() >= Integer.BYTES) {
            int length = rest.getInt();
            if (length < 0 || length > rest.remaining()) {
                throw new IiifException.Broken("The JPEG 2000 codestream is broken: a PPM segment ends early.");
            }
            byte[] headers = new byte[length];
            rest.get(headers);
            packedForParts.add(headers);
        }
    }

    @Override
    public void setTileOfTileParts(int tile) {
        byte[] headers = packedForParts.poll();
        if (headers != null) {
            TreeMap<Integer, byte[]> parts = packed.computeIfAbsent(tile, t -> new TreeMap<>());
            parts.put(parts.size(), headers);
        }
    }

    @Override
    public void extractTilePartMarkSeg(short marker, RandomAccessIO in, int tile, int part) throws IOException {
        if (marker != PPT) {
            super.extractTilePartMarkSeg(marker, in, tile, part);
            return;
        }
        byte[] headers = new byte[Math.max(0, in.readUnsignedShort() - 3)];
        int index = in.readUnsignedByte();
        in.readFully(headers, 0, headers.length);
        packed.computeIfAbsent(tile, t -> new TreeMap<>()).put(part << 8 | index, headers);
        getDecoderSpecs().pphs.setTileDef(tile, Boolean.TRUE);
    }

    @Override
    public void readFoundTilePartMarkSeg(int tile, int part) throws IOException {
        super.readFoundTilePartMarkSeg(tile, part);
        seen.set(tile);
        new TileWork(header, getDecoderSpecs(), tile).check();
    }

    /** Whether a tile-part of the tile has been found. */
    boolean seen(int tile) {
        return seen.get(tile);
    }

    @Override
    public ByteArrayInputStream getPackedPktHead(int tile) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        packed.getOrDefault(tile, new TreeMap<>()).values().forEach(whole::writeBytes);
        return new PackedBytes(whole.toByteArray());
    }

    /** Packed packet headers; JJ2000 does not come back from ones that end early, nor from 0xFF after 0xFF. */
    private static final class PackedBytes extends ByteArrayInputStream {
        private int last;

        PackedBytes(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read() {
            int octet = super.read();
            if (octet < 0 || octet == 0xff && last == 0xff) {
                throw new IiifException.Broken("The JPEG 2000 codestream is broken: a packet header makes no sense.");
            }
            last = octet;
            return octet;
        }
    }
}
