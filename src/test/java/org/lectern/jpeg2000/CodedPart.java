package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One tile-part: some packets of a tile, and their SOP, EPH, PPT and PLT. */
final class CodedPart {

    final int tile;
    final int number;
    final int count;
    private final byte[] headers;
    private final byte[] body;
    private final List<Integer> packetLengths = new ArrayList<>();

    /** Of packets, of which so many came before in their tile. */
    CodedPart(int tile, int number, int count, List<PacketWriter.Packet> packets, int before, Encoding encoding) {
        this.tile = tile;
        this.number = number;
        this.count = count;
        Encoding.Header header = encoding.header(tile);
        var headersOut = new Segments();
        var bodyOut = new Segments();
        var random = new Random(encoding.seed * 13 + tile * 7L + number);
        for (int i = 0; i < packets.size(); i++) {
            int from = bodyOut.size();
            if (header.sop && !(encoding.whims && random.nextInt(3) == 0)) {
                bodyOut.segment(0xFF91, new Segments().number(before + i & 0xFFFF, 2));
            }
            Segments headerTo = encoding.headers == Encoding.Headers.WITH_PACKETS ? bodyOut : headersOut;
            headerTo.bytes(packets.get(i).header());
            if (header.eph) {
                headerTo.marker(0xFF92);
            }
            bodyOut.bytes(packets.get(i).body());
            packetLengths.add(bodyOut.size() - from);
        }
        headers = headersOut.all();
        body = bodyOut.all();
    }

    byte[] headers() {
        return headers;
    }

    /** The lengths of its packets as PLT and PLM tell them, in seven bits a byte. */
    List<byte[]> lengths() {
        List<byte[]> all = new ArrayList<>();
        for (int length : packetLengths) {
            int groups = Math.max(1, (32 - Integer.numberOfLeadingZeros(length) + 6) / 7);
            byte[] one = new byte[groups];
            for (int i = 0; i < groups; i++) {
                one[i] = (byte) (length >> 7 * (groups - 1 - i) & 127 | (i < groups - 1 ? 128 : 0));
            }
            all.add(one);
        }
        return all;
    }

    /** From SOT to the last byte, with marker segments of the tile in between; PPT count on from the parts before. */
    byte[] write(byte[] segments, int firstPacked, Encoding encoding, boolean open) {
        var head = new Segments().bytes(segments);
        if (encoding.plt) {
            packetLengths(head, encoding.whims ? 7 : 20_000);
        }
        if (encoding.headers == Encoding.Headers.PPT) {
            List<byte[]> pieces = packedPieces(encoding);
            for (int i = 0; i < pieces.size(); i++) {
                head.segment(0xFF61, new Segments().number(firstPacked + i, 1).bytes(pieces.get(i)));
            }
        }
        long length = 12L + head.size() + 2 + body.length;
        return new Segments().segment(0xFF90, new Segments().number(tile, 2).number(open ? 0 : length, 4)
                .number(number, 1).number(encoding.countsTileParts ? count : 0, 1))
                .bytes(head.all()).marker(0xFF93).bytes(body).all();
    }

    /** Segments of PPT it takes. */
    int packed(Encoding encoding) {
        return packedPieces(encoding).size();
    }

    /** So few that the numbers of five tile-parts fit into a byte. */
    private List<byte[]> packedPieces(Encoding encoding) {
        return CodestreamWriter.pieces(headers, Math.max(encoding.whims ? 40 : 60_000, headers.length / 45 + 1));
    }

    /** A segment has so many lengths, more only if 255 segments would not do. */
    private void packetLengths(Segments head, int few) {
        List<byte[]> all = lengths();
        int most = Math.max(few, all.size() / 200 + 1);
        int index = 0;
        for (int from = 0; from < all.size(); from += most) {
            var plt = new Segments().number(index++, 1);
            all.subList(from, Math.min(all.size(), from + most)).forEach(plt::bytes);
            head.segment(0xFF58, plt);
        }
    }
}
