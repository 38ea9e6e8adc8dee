package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.BytesBlob;
import org.lectern.core.IiifException;

/** Packets written at random by {@link PacketFixture} are found again. */
class TileIndexTest {

    private static final int CASES = 400;

    private static BytesBlob blob(byte[] bytes) {
        return new BytesBlob("tile", bytes);
    }

    private static void requireAll(TileIndex index, BytesBlob blob) {
        for (int c = 0; c < index.components().size(); c++) {
            for (int r = 0; r < index.components().get(c).resolutions().size(); r++) {
                index.require(blob, c, r, whole(index, c, r));
            }
        }
    }

    private static List<Area> whole(TileIndex index, int c, int r) {
        return index.components().get(c).resolutions().get(r).bands().stream().map(Subband::area).toList();
    }

    private static String told(TileIndex index, int block) {
        var bytes = new BlockBytes();
        index.block(block, bytes);
        var text = new StringBuilder("block " + block);
        for (int i = 0; i < bytes.pieces; i++) {
            piece(text.append(i == 0 ? " zero " + bytes.zeroPlanes : ""), bytes.at[i], bytes.length[i], bytes.passes[i]);
        }
        return text.toString();
    }

    private static String written(PacketFixture fixture, int block) {
        var text = new StringBuilder("block " + block);
        List<PacketFixture.Piece> pieces = fixture.pieces(block);
        text.append(pieces.isEmpty() ? "" : " zero " + fixture.zeroPlanes(block));
        pieces.forEach(p -> piece(text, p.at(), p.length(), p.passes()));
        return text.toString();
    }

    private static void piece(StringBuilder text, long at, int length, int passes) {
        text.append(" at ").append(at).append('+').append(length).append(" passes ").append(passes);
    }

    private static void same(TileIndex index, PacketFixture fixture, int block, String what) {
        assertThat(told(index, block)).as(what).isEqualTo(written(fixture, block));
    }

    private static void sameAll(TileIndex index, PacketFixture fixture, String what) {
        assertThat(index.components().stream().mapToInt(TileComponent::blocks).sum()).as(what)
                .isEqualTo(fixture.blocks.size());
        List<String> told = fixture.blocks.keySet().stream().map(block -> told(index, block)).toList();
        assertThat(told).as(what).isEqualTo(fixture.blocks.keySet().stream().map(b -> written(fixture, b)).toList());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyBlockIsFoundAsItWasWritten(boolean told) {
        for (long seed = 0; seed < CASES; seed++) {
            var fixture = new PacketFixture(seed);
            var index = new TileIndex(fixture.size, fixture.header(told), fixture.tile);
            requireAll(index, blob(fixture.bytes()));
            sameAll(index, fixture, "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsAskedForInPartsIsWhatIsAskedForAtOnce(boolean told) {
        for (long seed = 0; seed < CASES; seed++) {
            var fixture = new PacketFixture(seed);
            var index = new TileIndex(fixture.size, fixture.header(told), fixture.tile);
            var random = new Random(seed);
            for (int i = 0; i < 12; i++) {
                requirePart(index, fixture, random, "seed " + seed + ", part " + i);
            }
            requireAll(index, blob(fixture.bytes()));
            sameAll(index, fixture, "seed " + seed);
        }
    }

    private static void requirePart(TileIndex index, PacketFixture fixture, Random random, String what) {
        int c = random.nextInt(index.components().size());
        int r = random.nextInt(index.components().get(c).resolutions().size());
        List<Subband> bands = index.components().get(c).resolutions().get(r).bands();
        List<Area> windows = bands.stream().map(band -> part(band.area(), random)).toList();
        index.require(blob(fixture.bytes()), c, r, windows);
        for (int b = 0; b < bands.size(); b++) {
            Subband band = bands.get(b);
            for (int y = windows.get(b).y0(); y < windows.get(b).y1(); y++) {
                for (int x = windows.get(b).x0(); x < windows.get(b).x1(); x += 3) {
                    same(index, fixture,
                            band.block(x >> band.blockWidthExponent(), y >> band.blockHeightExponent()), what);
                }
            }
        }
    }

    private static Area part(Area area, Random random) {
        if (area.isEmpty() || random.nextInt(4) == 0) {
            return new Area(area.x0(), area.y0(), area.x0(), area.y0());
        }
        int x = area.x0() + random.nextInt(area.width());
        int y = area.y0() + random.nextInt(area.height());
        return new Area(x, y, x + 1 + random.nextInt(area.x1() - x), y + 1 + random.nextInt(area.y1() - y));
    }

    @Test
    void packetLengthsThatLieDoNoHarm() {
        for (long seed = 0; seed < CASES; seed++) {
            var fixture = new PacketFixture(seed);
            var random = new Random(seed);
            int[] lie = lie(fixture.lengths, random);
            var index = new TileIndex(fixture.size, fixture.header(fixture.bodies, Optional.of(lie)), fixture.tile);
            requireAll(index, blob(fixture.bytes()));
            sameAll(index, fixture, "seed " + seed);
        }
    }

    private static int[] lie(int[] truth, Random random) {
        int[] lie = truth.clone();
        if (lie.length == 0) {
            return new int[] {5};
        }
        int a = random.nextInt(lie.length);
        int b = random.nextInt(lie.length);
        switch (random.nextInt(5)) {
            case 0 -> lie[a] += random.nextInt(9) - 4;
            case 1 -> {
                lie[a]++;
                lie[b]--;
            }
            case 2 -> {
                int kept = lie[a];
                lie[a] = lie[b];
                lie[b] = kept;
            }
            case 3 -> lie = Arrays.copyOf(lie, lie.length + 1 - 2 * random.nextInt(2));
            default -> lie[a] = random.nextInt();
        }
        return lie;
    }

    @Test
    void aTileCutShortHasThePacketsBefore() {
        for (long seed = 0; seed < 30; seed++) {
            var fixture = new PacketFixture(seed);
            byte[] bytes = fixture.bytes();
            for (int end = 0; end < bytes.length; end += seed < 3 ? 1 : 1 + bytes.length / 200) {
                TileHeader header = fixture.header(fixture.bodies(end),
                        seed % 2 == 0 ? Optional.of(fixture.lengths) : Optional.empty());
                var index = new TileIndex(fixture.size, header, fixture.tile);
                requireAll(index, blob(Arrays.copyOf(bytes, end)));
                for (int block : fixture.blocks.keySet()) {
                    assertPrefix(index, fixture, block, end, "seed " + seed + " cut at " + end);
                }
            }
        }
    }

    private static void assertPrefix(TileIndex index, PacketFixture fixture, int block, int end, String what) {
        var bytes = new BlockBytes();
        index.block(block, bytes);
        List<PacketFixture.Piece> pieces = fixture.pieces(block);
        assertThat(bytes.pieces).as(what).isLessThanOrEqualTo(pieces.size());
        long there = 0;
        for (int i = 0; i < bytes.pieces; i++) {
            PacketFixture.Piece whole = pieces.get(i);
            boolean last = i == bytes.pieces - 1;
            if (bytes.length[i] > 0 && bytes.at[i] != whole.at() || bytes.length[i] > whole.length() || bytes.at[i] + bytes.length[i] > end
                    || !last && bytes.length[i] < whole.length()) {
                assertThat(told(index, block)).as(what).isEqualTo("the beginning of " + written(fixture, block));
            }
            there += bytes.length[i];
        }
        assertThat(there).as(what).isGreaterThanOrEqualTo(fixture.bytesBefore(block, end));
    }

    @Test
    void damagedBytesGivePiecesInsideTheFileOrARefusal() {
        int refused = 0;
        for (long seed = 0; seed < CASES; seed++) {
            var fixture = new PacketFixture(seed);
            byte[] bytes = fixture.bytes();
            var random = new Random(seed);
            for (int i = 1 + random.nextInt(5); i > 0 && bytes.length > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            var index = new TileIndex(fixture.size, fixture.header(seed % 3 == 0), fixture.tile);
            try {
                requireAll(index, blob(bytes));
            } catch (IiifException.Broken e) {
                assertThat(e).hasMessageContaining("first packet");
                refused++;
            }
            fixture.blocks.keySet().forEach(block -> inside(index, block, bytes.length));
        }
        assertThat(refused).isLessThan(CASES / 4);
    }

    private static void inside(TileIndex index, int block, int end) {
        var bytes = new BlockBytes();
        index.block(block, bytes);
        for (int i = 0; i < bytes.pieces; i++) {
            assertThat(bytes.length[i]).isNotNegative();
            assertThat(bytes.passes[i]).isPositive();
            assertThat(bytes.at[i] + bytes.length[i]).isLessThanOrEqualTo(end);
        }
    }

    @Test
    void aFirstPacketThatNoEncoderWritesIsBroken() {
        TileCoding coding = Tiles.coding(1, 0, 15, ProgressionChange.LRCP);
        var size = Tiles.size(64, 64);
        byte[] bytes = new byte[40];
        bytes[0] = (byte) 0xc0; // not empty, included, and zero bit-planes without end
        var index = new TileIndex(size, Tiles.header(coding, bytes), 0);
        assertThatThrownBy(() -> requireAll(index, blob(bytes))).isInstanceOf(IiifException.Broken.class);
    }
}
