package org.lectern.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes a codestream: main header, tile-parts, EOC. */
final class CodestreamWriter {

    private final TestPicture picture;
    private final Encoding encoding;
    private final HeaderWriter headers;
    private final Random random;
    private final long tileWidth;
    private final long tileHeight;

    CodestreamWriter(TestPicture picture, Encoding encoding) {
        this.picture = picture;
        this.encoding = encoding;
        headers = new HeaderWriter(picture, encoding);
        random = new Random(encoding.seed * 7);
        tileWidth = encoding.tileWidth == 0 ? picture.x1() - encoding.tileX : encoding.tileWidth;
        tileHeight = encoding.tileHeight == 0 ? picture.y1() - encoding.tileY : encoding.tileHeight;
    }

    byte[] write() {
        List<CodedPart> parts = ordered(parts());
        List<byte[]> written = written(parts);
        var out = new Segments().marker(0xFF4F);
        headers.size(out, tileWidth, tileHeight);
        headers.coding(out, encoding.main);
        if (encoding.headers == Encoding.Headers.PPM) {
            packedHeaders(parts, out);
        }
        if (encoding.crg) {
            var crg = new Segments();
            picture.planes().forEach(plane -> crg.number(32_768, 2).number(100, 2));
            out.segment(0xFF63, crg);
        }
        if (encoding.tlm) {
            partLengths(parts, written, out);
        }
        if (encoding.plm) {
            packetLengths(parts, out);
        }
        encoding.comments.forEach(comment -> out.segment(0xFF64, new Segments().number(1, 2).bytes(comment)));
        written.forEach(out::bytes);
        if (encoding.endOfCodestream) {
            out.marker(0xFFD9);
        }
        return out.all();
    }

    private List<CodedPart> parts() {
        List<CodedPart> parts = new ArrayList<>();
        int tile = 0;
        for (long y = encoding.tileY; y < picture.y1(); y += tileHeight) {
            for (long x = encoding.tileX; x < picture.x1(); x += tileWidth) {
                parts.addAll(parts(new EncodedTile(picture, encoding, tile++, new long[] {
                    Math.max(x, picture.x0()), Math.max(y, picture.y0()),
                    Math.min(x + tileWidth, picture.x1()), Math.min(y + tileHeight, picture.y1())})));
            }
        }
        return parts;
    }

    private List<CodedPart> parts(EncodedTile tile) {
        int layers = encoding.header(tile.index).layers;
        var writer = new PacketWriter(encoding, tile.index);
        List<PacketWriter.Packet> packets = WrittenOrder.of(tile, layers, volumes(tile.index)).stream()
                .map(turn -> writer.write(turn.precinct(), turn.layer())).toList();
        if (packets.size() != tile.precincts.size() * layers) {
            throw new IllegalArgumentException("the progressions leave out packets");
        }
        int count = encoding.tileParts == 1 ? 1 : 1 + random.nextInt(encoding.tileParts);
        int[] cuts = random.ints(count - 1, 0, packets.size() + 1).sorted().toArray();
        List<CodedPart> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < count; i++) {
            int to = i == count - 1 ? packets.size() : cuts[i];
            parts.add(new CodedPart(tile.index, i, count, packets.subList(from, to), from, encoding));
            from = to;
        }
        return parts;
    }

    /** Tile POC, main POC, tile COD, main COD. */
    private List<Encoding.Volume> volumes(int tile) {
        Encoding.Header header = encoding.header(tile);
        if (!header.volumes.isEmpty()) {
            return header.volumes;
        }
        if (!encoding.main.volumes.isEmpty()) {
            return encoding.main.volumes;
        }
        return List.of(new Encoding.Volume(0, 0, header.layers, 33, picture.planes().size(), header.order));
    }

    private List<CodedPart> ordered(List<CodedPart> parts) {
        if (!encoding.mixedTileParts) {
            return parts;
        }
        Map<CodedPart, Double> turns = new HashMap<>();
        double[][] keys = new double[parts.size()][];
        for (CodedPart part : parts) {
            if (part.number == 0) {
                keys[part.tile] = random.doubles(part.count).sorted().toArray();
            }
            turns.put(part, keys[part.tile][part.number]);
        }
        return parts.stream().sorted(Comparator.comparing(turns::get)).toList();
    }

    private List<byte[]> written(List<CodedPart> parts) {
        Map<Integer, Integer> packed = new HashMap<>();
        List<byte[]> written = new ArrayList<>();
        for (CodedPart part : parts) {
            var segments = new Segments();
            if (part.number == 0 && encoding.tileHeaders.containsKey(part.tile)) {
                headers.coding(segments, encoding.tileHeaders.get(part.tile));
            }
            boolean last = written.size() == parts.size() - 1;
            int firstPacked = packed.merge(part.tile, part.packed(encoding), Integer::sum) - part.packed(encoding);
            written.add(part.write(segments.all(), firstPacked, encoding, last && encoding.openEnd));
        }
        return written;
    }

    /** PPM; a length is never cut in two, headers may be. */
    private void packedHeaders(List<CodedPart> parts, Segments out) {
        int all = parts.stream().mapToInt(part -> part.headers().length + 4).sum();
        int most = Math.max(encoding.whims ? 300 : 60_000, all / 200 + 8);
        int index = 0;
        var ppm = new Segments().number(index++, 1);
        for (CodedPart part : parts) {
            if (ppm.size() + 4 > most) {
                out.segment(0xFF60, ppm);
                ppm = new Segments().number(index++, 1);
            }
            ppm.number(part.headers().length, 4);
            for (byte one : part.headers()) {
                if (ppm.size() == most) {
                    out.segment(0xFF60, ppm);
                    ppm = new Segments().number(index++, 1);
                }
                ppm.number(one, 1);
            }
        }
        out.segment(0xFF60, ppm);
    }

    /** Cut into pieces of a length, longer only if 255 would not do. */
    static List<byte[]> pieces(byte[] all, int length) {
        int most = Math.max(length, all.length / 200 + 1);
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < all.length; from += most) {
            pieces.add(Arrays.copyOfRange(all, from, Math.min(all.length, from + most)));
        }
        return pieces;
    }

    private void partLengths(List<CodedPart> parts, List<byte[]> written, Segments out) {
        boolean inOrder = true;
        int longest = 0;
        for (int i = 0; i < parts.size(); i++) {
            inOrder &= parts.get(i).tile == i;
            longest = Math.max(longest, written.get(i).length);
        }
        int tiles = parts.stream().mapToInt(part -> part.tile).max().orElseThrow() + 1;
        int tileBytes = inOrder && random.nextBoolean() ? 0 : tiles <= 255 && random.nextBoolean() ? 1 : 2;
        int lengthBytes = longest < 65_536 && random.nextBoolean() ? 2 : 4;
        int most = Math.max(encoding.whims ? 2 : 9_000, parts.size() / 200 + 1);
        int index = 0;
        for (int from = 0; from < parts.size(); from += most) {
            var tlm = new Segments().number(index++, 1).number(tileBytes << 4 | (lengthBytes == 4 ? 64 : 0), 1);
            for (int i = from; i < Math.min(parts.size(), from + most); i++) {
                tlm.number(parts.get(i).tile, tileBytes).number(written.get(i).length, lengthBytes);
            }
            out.segment(0xFF55, tlm);
        }
    }

    private void packetLengths(List<CodedPart> parts, Segments out) {
        List<byte[]> all = parts.stream().map(part -> {
            var lengths = new Segments();
            part.lengths().forEach(lengths::bytes);
            return lengths.all();
        }).toList();
        if (all.stream().anyMatch(lengths -> lengths.length > 255)) {
            return;
        }
        for (int from = 0; from < all.size(); from += 200) {
            var plm = new Segments().number(from / 200, 1);
            all.subList(from, Math.min(all.size(), from + 200)).forEach(one -> plm.number(one.length, 1).bytes(one));
            out.segment(0xFF57, plm);
        }
    }
}
