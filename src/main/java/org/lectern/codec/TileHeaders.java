package org.lectern.codec;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReadParamJava;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import jj2000.j2k.codestream.HeaderInfo;
import jj2000.j2k.codestream.reader.HeaderDecoder;
import jj2000.j2k.io.RandomAccessIO;
import org.lectern.core.IiifException;

/**
 * The headers of a codestream and of its tile-parts as JJ2000 reads them, with what it leaves out: what
 * a tile asks for is checked before it is unpacked, and packet headers packed into tile-parts (PPT) are
 * kept tile for tile. JJ2000 itself looks for them once, before it has seen the second tile.
 */
final class TileHeaders extends HeaderDecoder {

    private final CodestreamHeader header;
    private final Map<Integer, TreeMap<Integer, byte[]>> packed = new TreeMap<>(); // by tile; then part and index

    TileHeaders(PacketBytes bytes, J2KImageReadParamJava param, HeaderInfo info, CodestreamHeader header)
            throws IOException {
        super(bytes, param, info);
        this.header = header;
        if ((Boolean) getDecoderSpecs().pphs.getDefault()) {
            throw new IiifException.Unsupported(
                    "JPEG 2000 with all packet headers packed into the main header (PPM) is not read.");
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
        new TileWork(header, getDecoderSpecs(), tile).check();
    }

    @Override
    public ByteArrayInputStream getPackedPktHead(int tile) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        packed.get(tile).values().forEach(whole::writeBytes);
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
