package org.lectern.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** A random tile of random packets, written to bytes, with what an index must tell of its code-blocks. */
final class PacketFixture {

    /** A part of a codeword segment of a code-block. */
    record Piece(long at, int length, int passes, int segment) {}

    /** A code-block that is being written. */
    private static final class Block {
        int number;
        int firstLayer;
        int zeroPlanes;
        int planes;
        int passes;
        int lengthBits = 3;
        final List<Piece> pieces = new ArrayList<>();
    }

    /** The code-blocks of one sub-band in one precinct, rows of columns. */
    private static final class Part {
        Block[][] blocks;
        PacketBits.Tree inclusion;
        PacketBits.Tree zeroPlanes;
    }

    final Random random;
    final ImageSize size;
    final int tile;
    final TileCoding coding;
    final List<NaiveOrder.Packet> packets;
    final Map<Integer, Block> blocks = new TreeMap<>();
    private final Map<List<Integer>, List<Part>> precincts = new HashMap<>();
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final ByteArrayOutputStream headers = new ByteArrayOutputStream();
    private final boolean packed;
    final List<TileHeader.Body> bodies = new ArrayList<>();
    final int[] lengths;
    final long[] packetEnds;
    int count;

    PacketFixture(long seed) {
        random = new Random(seed);
        size = size();
        tile = random.nextInt(size.tiles());
        coding = coding();
        packed = random.nextInt(5) == 0;
        packets = new NaiveOrder(size, coding, tile).packets();
        lengths = new int[packets.size()];
        packetEnds = new long[packets.size()];
        layOut();
        write();
    }

    private int below(int bound) {
        return random.nextInt(bound);
    }

    private ImageSize size() {
        int x = below(40);
        int y = below(40);
        var image = new Area(x, y, x + 1 + below(80), y + 1 + below(80));
        int tileX = below(x + 1);
        int tileY = below(y + 1);
        List<ImageSize.Component> components = new ArrayList<>();
        for (int c = 1 + below(3); c > 0; c--) {
            components.add(new ImageSize.Component(8, false, 1 + below(3), 1 + below(3)));
        }
        return new ImageSize(image, tileX, tileY, x - tileX + 5 + below(90), y - tileY + 5 + below(90), components);
    }

    private TileCoding coding() {
        List<ComponentCoding> components = new ArrayList<>();
        List<Quantization> quantization = new ArrayList<>();
        int most = 0;
        for (int c = 0; c < size.components().size(); c++) {
            int levels = below(5);
            most = Math.max(most, levels);
            int[] precincts = new int[levels + 1];
            boolean whole = below(3) == 0;
            for (int r = 0; r <= levels; r++) {
                int least = r == 0 ? 0 : 1;
                precincts[r] = whole ? 0xff : least + below(6) | least + below(6) << 4;
            }
            int style = below(8) & (ComponentCoding.BYPASS | ComponentCoding.TERMINATE);
            components.add(new ComponentCoding(levels, 2 + below(3), 2 + below(3), style, true, precincts));
            int[] steps = new int[3 * levels + 1];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = 2 + below(9) << 11;
            }
            quantization.add(new Quantization(Quantization.NONE, 1 + below(3), steps));
        }
        int layers = 1 + below(6);
        List<ProgressionChange> order = new ArrayList<>();
        for (int volumes = below(3) == 0 ? below(4) : 0; volumes > 0; volumes--) {
            order.add(new ProgressionChange(below(most + 1), below(3), 1 + below(8), 1 + below(6), 1 + below(3), below(5)));
        }
        if (order.isEmpty() || below(2) == 0) {
            order.add(new ProgressionChange(0, 0, layers, most + 1, components.size(), below(5)));
        }
        List<Integer> shifts = components.stream().map(c -> below(2)).toList();
        return new TileCoding(layers, false, below(2) == 0, below(2) == 0, components, quantization, shifts, order);
    }

    private void layOut() {
        Area area = size.tile(tile);
        for (int c = 0; c < coding.components().size(); c++) {
            for (int r = 0; r <= coding.components().get(c).levels(); r++) {
                for (int orientation = r == 0 ? 0 : 1; orientation <= (r == 0 ? 0 : 3); orientation++) {
                    band(area, c, r, orientation);
                }
            }
        }
    }

    /** Every coefficient of a sub-band is asked which code-block and precinct it is in. */
    private void band(Area area, int c, int r, int orientation) {
        ComponentCoding component = coding.components().get(c);
        int level = r == 0 ? component.levels() : component.levels() - r + 1;
        long half = 1L << level - 1;
        int offsetX = level == 0 || orientation % 2 == 0 ? 0 : (int) half;
        int offsetY = level == 0 || orientation < 2 ? 0 : (int) half;
        long stepX = size.components().get(c).stepX();
        long stepY = size.components().get(c).stepY();
        long x0 = NaiveOrder.up(NaiveOrder.up(area.x0(), stepX) - offsetX, 1L << level);
        long x1 = NaiveOrder.up(NaiveOrder.up(area.x1(), stepX) - offsetX, 1L << level);
        long y0 = NaiveOrder.up(NaiveOrder.up(area.y0(), stepY) - offsetY, 1L << level);
        long y1 = NaiveOrder.up(NaiveOrder.up(area.y1(), stepY) - offsetY, 1L << level);
        int precinctX = component.precinctWidthExponent(r) - (r == 0 ? 0 : 1);
        int precinctY = component.precinctHeightExponent(r) - (r == 0 ? 0 : 1);
        int blockX = Math.min(component.blockWidthExponent(), precinctX);
        int blockY = Math.min(component.blockHeightExponent(), precinctY);
        var order = new NaiveOrder(size, coding, tile);
        int across = order.across(c, r);
        int halvings = component.levels() - r;
        long firstX = NaiveOrder.up(area.x0(), stepX << halvings) >> component.precinctWidthExponent(r);
        long firstY = NaiveOrder.up(area.y0(), stepY << halvings) >> component.precinctHeightExponent(r);
        Map<Integer, TreeMap<Long, TreeMap<Long, Block>>> found = new TreeMap<>();
        for (long y = y0; y < y1; y++) {
            TreeMap<Long, Block> row = new TreeMap<>();
            for (long x = x0; x < x1; x++) {
                int precinct = (int) ((x >> precinctX) - firstX + across * ((y >> precinctY) - firstY));
                found.computeIfAbsent(precinct, p -> new TreeMap<>()).computeIfAbsent(y >> blockY, b -> new TreeMap<>())
                        .computeIfAbsent(x >> blockX, b -> new Block());
            }
        }
        number(found, (int) (((x1 - 1) >> blockX) - (x0 >> blockX) + 1), x0 >> blockX, y0 >> blockY);
        int bitPlanes = coding.quantization().get(c).guardBits() + (coding.quantization().get(c).steps()[
                r == 0 ? 0 : 3 * (r - 1) + orientation] >> 11) - 1 + coding.regionShift().get(c);
        found.forEach((precinct, rows) -> precincts.computeIfAbsent(List.of(c, r, precinct), p -> new ArrayList<>())
                .add(part(rows, bitPlanes)));
    }

    private void number(Map<Integer, TreeMap<Long, TreeMap<Long, Block>>> found, int columns, long firstX, long firstY) {
        int first = blocks.size();
        found.values().forEach(rows -> rows.forEach((y, row) -> row.forEach((x, block) -> {
            block.number = (int) (first + (y - firstY) * columns + x - firstX);
            blocks.put(block.number, block);
        })));
    }

    private Part part(TreeMap<Long, TreeMap<Long, Block>> rows, int bitPlanes) {
        var part = new Part();
        part.blocks = rows.values().stream().map(row -> row.values().toArray(Block[]::new)).toArray(Block[][]::new);
        int height = part.blocks.length;
        int width = part.blocks[0].length;
        int[][] first = new int[height][width];
        int[][] zeroes = new int[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Block block = part.blocks[y][x];
                block.firstLayer = below(coding.layers() + 1);
                block.zeroPlanes = below(bitPlanes);
                block.planes = bitPlanes - block.zeroPlanes;
                first[y][x] = block.firstLayer;
                zeroes[y][x] = block.zeroPlanes;
            }
        }
        part.inclusion = new PacketBits.Tree(first);
        part.zeroPlanes = new PacketBits.Tree(zeroes);
        return part;
    }

    private void write() {
        junk(below(50));
        long from = file.size();
        for (int i = 0; i < packets.size(); i++) {
            while (below(12) == 0) {
                bodies.add(new TileHeader.Body(from, file.size()));
                junk(below(30));
                from = file.size();
            }
            int before = file.size() + (packed ? 0 : headers.size());
            packet(packets.get(i), i);
            lengths[i] = file.size() - before;
            packetEnds[i] = file.size();
        }
        bodies.add(new TileHeader.Body(from, file.size()));
        junk(below(20));
    }

    private void junk(int bytes) {
        for (int i = 0; i < bytes; i++) {
            file.write(below(256));
        }
    }

    private void packet(NaiveOrder.Packet packet, int number) {
        if (coding.sop() && below(3) > 0) {
            file.writeBytes(new byte[] {(byte) 0xff, (byte) 0x91, 0, 4, (byte) (number >> 8), (byte) number});
        }
        var bits = new PacketBits();
        var body = new ByteArrayOutputStream();
        Map<Block, List<int[]>> contributions = new java.util.LinkedHashMap<>();
        List<Part> parts = precincts.getOrDefault(
                List.of(packet.component(), packet.resolution(), packet.precinct()), List.of());
        boolean empty = below(5) == 0 && parts.stream().flatMap(p -> Arrays.stream(p.blocks)).flatMap(Arrays::stream)
                .noneMatch(b -> b.firstLayer == packet.layer());
        bits.bit(empty ? 0 : 1);
        for (Part part : empty ? List.<Part>of() : parts) {
            for (int y = 0; y < part.blocks.length; y++) {
                for (int x = 0; x < part.blocks[y].length; x++) {
                    contribution(bits, part, x, y, packet, contributions);
                }
            }
        }
        ByteArrayOutputStream to = packed ? headers : file;
        to.writeBytes(bits.finish());
        if (coding.eph()) {
            to.writeBytes(new byte[] {(byte) 0xff, (byte) 0x92});
        }
        contributions.forEach((block, segments) -> segments.forEach(s -> {
            block.pieces.add(new Piece(file.size(), s[0], s[1], s[2]));
            for (int i = 0; i < s[0]; i++) {
                file.write(below(255));
            }
        }));
    }

    private void contribution(PacketBits bits, Part part, int x, int y, NaiveOrder.Packet packet,
            Map<Block, List<int[]>> contributions) {
        Block block = part.blocks[y][x];
        int layer = packet.layer();
        if (layer <= block.firstLayer) {
            part.inclusion.write(bits, x, y, layer + 1);
        }
        int left = 3 * block.planes - 2 - block.passes;
        boolean contributes = layer == block.firstLayer || layer > block.firstLayer && left > 0 && below(2) == 0;
        if (layer > block.firstLayer) {
            bits.bit(contributes ? 1 : 0);
        }
        if (!contributes) {
            return;
        }
        if (layer == block.firstLayer) {
            part.zeroPlanes.write(bits, x, y, block.zeroPlanes + 1);
        }
        int passes = 1 + below(below(3) == 0 ? left : Math.min(left, 6));
        bits.passes(passes);
        List<int[]> segments = segments(block, passes, coding.components().get(packet.component()));
        int more = below(8) == 0 ? 1 : 0;
        for (int[] s : segments) {
            int log = 31 - Integer.numberOfLeadingZeros(s[1]);
            more = Math.max(more, 32 - Integer.numberOfLeadingZeros(s[0]) - log - block.lengthBits);
        }
        block.lengthBits += more;
        for (int i = 0; i < more; i++) {
            bits.bit(1);
        }
        bits.bit(0);
        for (int[] s : segments) {
            bits.bits(s[0], block.lengthBits + 31 - Integer.numberOfLeadingZeros(s[1]));
        }
        contributions.put(block, segments);
    }

    /** Each length, passes, number of its codeword segment. */
    private List<int[]> segments(Block block, int passes, ComponentCoding style) {
        List<int[]> segments = new ArrayList<>();
        for (int i = 0; i < passes; i++) {
            int segment = segment(block.passes++, style);
            if (segments.isEmpty() || segments.get(segments.size() - 1)[2] != segment) {
                segments.add(new int[] {length(), 0, segment});
            }
            segments.get(segments.size() - 1)[1]++;
        }
        return segments;
    }

    /** Beside packed headers never 0: in which tile-part nothing lies is not told. */
    private int length() {
        return (packed ? 1 : 0) + (below(6) == 0 ? 0 : below(below(10) == 0 ? 300 : 20));
    }

    /** Which codeword segment a pass is in (Tables D.8 and D.9). */
    private static int segment(int pass, ComponentCoding style) {
        if (style.is(ComponentCoding.TERMINATE)) {
            return pass;
        }
        int segment = 0;
        for (int i = 1; style.is(ComponentCoding.BYPASS) && i <= pass; i++) {
            segment += raw(i) == raw(i - 1) ? 0 : 1;
        }
        return segment;
    }

    private static boolean raw(int pass) {
        int plane = (pass + 2) / 3; // 0 has a clean-up pass alone
        boolean cleanUp = pass % 3 == 0;
        return plane >= 4 && !cleanUp;
    }

    byte[] bytes() {
        return file.toByteArray();
    }

    TileHeader header(boolean told) {
        return header(bodies, told ? Optional.of(lengths) : Optional.empty());
    }

    TileHeader header(List<TileHeader.Body> there, Optional<int[]> told) {
        return new TileHeader(coding, there, packed ? Optional.of(headers.toByteArray()) : Optional.empty(), told);
    }

    /** The bodies of a file that ends early. */
    List<TileHeader.Body> bodies(long end) {
        return bodies.stream().filter(b -> b.from() < end)
                .map(b -> new TileHeader.Body(b.from(), Math.min(end, b.to()))).toList();
    }

    boolean isPacked() {
        return packed;
    }

    int zeroPlanes(int block) {
        return blocks.get(block).zeroPlanes;
    }

    /** What the index must tell of a code-block: what follows directly in one segment is one piece. */
    List<Piece> pieces(int block) {
        List<Piece> merged = new ArrayList<>();
        for (Piece p : blocks.get(block).pieces) {
            Piece last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && last.segment() == p.segment() && last.at() + last.length() == p.at()) {
                merged.set(merged.size() - 1,
                        new Piece(last.at(), last.length() + p.length(), last.passes() + p.passes(), p.segment()));
            } else {
                merged.add(p);
            }
        }
        return merged;
    }

    /** Pieces whose packet ends at or before a position. */
    long bytesBefore(int block, long end) {
        long packetEnd = 0;
        for (long p : packetEnds) {
            packetEnd = p <= end ? p : packetEnd;
        }
        long limit = packetEnd;
        return blocks.get(block).pieces.stream().filter(p -> p.at() + p.length() <= limit).mapToLong(Piece::length).sum();
    }
}
