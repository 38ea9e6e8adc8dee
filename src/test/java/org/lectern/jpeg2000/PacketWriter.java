package org.lectern.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes the packets of a tile: T.800 B.10. */
final class PacketWriter {

    /** One packet, without SOP and EPH. */
    record Packet(byte[] header, byte[] body) {}

    private final Random random;
    private final boolean whims;

    PacketWriter(Encoding encoding, int tile) {
        random = new Random(encoding.seed * 17 + tile);
        whims = encoding.whims;
    }

    /** The packet of one layer of a precinct; layers come in order. */
    Packet write(EncodedTile.Precinct precinct, int layer) {
        var bits = new RawBits();
        var body = new ByteArrayOutputStream();
        boolean empty = precinct.bands().stream().flatMap(band -> band.blocks().stream())
                .noneMatch(block -> contains(block, layer));
        if (empty && !(whims && random.nextBoolean())) {
            bits.put(0);
            return new Packet(bits.end(), new byte[0]);
        }
        bits.put(1);
        for (EncodedTile.BandBlocks band : precinct.bands()) {
            for (int i = 0; i < band.blocks().size(); i++) {
                write(band, i % band.columns(), i / band.columns(), layer, bits, body);
            }
        }
        return new Packet(bits.end(), body.toByteArray());
    }

    private static boolean contains(EncodedBlock block, int layer) {
        for (int its : block.layers) {
            if (its == layer) {
                return true;
            }
        }
        return false;
    }

    private void write(EncodedTile.BandBlocks band, int column, int row, int layer, RawBits bits,
            ByteArrayOutputStream body) {
        EncodedBlock block = band.blocks().get(row * band.columns() + column);
        boolean first = !block.isTold();
        List<EncodedBlock.Pass> passes = block.next(layer);
        if (first) {
            band.inclusion().write(column, row, layer + 1, bits);
        } else {
            bits.put(passes.isEmpty() ? 0 : 1);
        }
        if (passes.isEmpty()) {
            return;
        }
        if (first) {
            for (int threshold = 1; threshold <= block.zeroPlanes + 1; threshold++) {
                band.zeros().write(column, row, threshold, bits);
            }
        }
        count(passes.size(), bits);
        lengths(block, passes, bits);
        body.writeBytes(block.bytes(passes));
    }

    private static void count(int passes, RawBits bits) { // Table B.4
        if (passes == 1) {
            bits.put(0);
        } else if (passes == 2) {
            bits.put(0b10, 2);
        } else if (passes <= 5) {
            bits.put(0b1100 + passes - 3, 4);
        } else if (passes <= 36) {
            bits.put((0b1111 << 5) + passes - 6, 9);
        } else {
            bits.put((0b111111111 << 7) + passes - 37, 16);
        }
    }

    private void lengths(EncodedBlock block, List<EncodedBlock.Pass> passes, RawBits bits) {
        Map<Integer, List<EncodedBlock.Pass>> segments = new LinkedHashMap<>();
        for (EncodedBlock.Pass pass : passes) {
            segments.computeIfAbsent(pass.segment(), number -> new ArrayList<>()).add(pass);
        }
        int more = whims && random.nextInt(8) == 0 ? 1 : 0;
        for (List<EncodedBlock.Pass> segment : segments.values()) {
            int needed = 32 - Integer.numberOfLeadingZeros(bytes(segment));
            more = Math.max(more, needed - log2(segment.size()) - block.lengthBits);
        }
        for (int i = 0; i < more; i++) {
            bits.put(1);
        }
        bits.put(0);
        block.lengthBits += more;
        for (List<EncodedBlock.Pass> segment : segments.values()) {
            bits.put(bytes(segment), block.lengthBits + log2(segment.size()));
        }
    }

    private static int bytes(List<EncodedBlock.Pass> passes) {
        return passes.stream().mapToInt(EncodedBlock.Pass::bytes).sum();
    }

    private static int log2(int value) {
        return 31 - Integer.numberOfLeadingZeros(value);
    }
}
