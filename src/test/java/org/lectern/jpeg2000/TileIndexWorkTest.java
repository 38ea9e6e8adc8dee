package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.BytesBlob;
import org.lectern.core.IiifException;

/** What finding packets costs: bytes read, heap and time. */
class TileIndexWorkTest {

    private static final Duration MOMENT = Duration.ofSeconds(2);

    private static List<Area> whole(TileIndex index, int r) {
        return index.components().get(0).resolutions().get(r).bands().stream().map(Subband::area).toList();
    }

    private static void requireAll(TileIndex index, BytesBlob blob) {
        for (int r = 0; r < index.components().get(0).resolutions().size(); r++) {
            index.require(blob, 0, r, whole(index, r));
        }
    }

    /** Packets of one code-block and many bytes: a row of precincts of 64 × 64 in two layers. */
    private static final class LongTile {
        static final int PRECINCTS = 64;
        static final int BODY = 20_000;

        final TileCoding coding = Tiles.coding(2, 0, 6, ProgressionChange.LRCP);
        final ImageSize size = Tiles.size(64 * PRECINCTS, 64);
        final byte[] bytes;
        final int[] lengths = new int[2 * PRECINCTS];

        LongTile() {
            var out = new ByteArrayOutputStream();
            for (int i = 0; i < lengths.length; i++) {
                var bits = new PacketBits();
                bits.bits(i < PRECINCTS ? 0b111 : 0b11, i < PRECINCTS ? 3 : 2); // full, included, no zero plane
                bits.passes(1);
                bits.bits(i < PRECINCTS ? ((1 << 12) - 1) << 1 : 0, i < PRECINCTS ? 13 : 1); // 15 bits of length
                bits.bits(BODY, 15);
                int before = out.size();
                out.writeBytes(bits.finish());
                out.writeBytes(new byte[BODY]);
                lengths[i] = out.size() - before;
            }
            bytes = out.toByteArray();
        }

        TileIndex index(boolean told) {
            return new TileIndex(size, new TileHeader(coding, List.of(new TileHeader.Body(0, bytes.length)),
                    Optional.empty(), told ? Optional.of(lengths) : Optional.empty()), 0);
        }
    }

    @Test
    void aPrecinctIsReadByItsToldLengthsAlone() {
        var tile = new LongTile();
        var blob = new BytesBlob("tile", tile.bytes);
        TileIndex index = tile.index(true);
        index.require(blob, 0, 0, List.of(new Area(64 * 40, 0, 64 * 41, 64)));
        var bytes = new BlockBytes();
        index.block(40, bytes);
        assertThat(bytes.pieces).isEqualTo(2);
        assertThat(Arrays.copyOf(bytes.length, 2)).containsOnly(LongTile.BODY);
        assertThat(blob.bytesRead()).isEqualTo(2 * 2048);
    }

    @Test
    void bodiesAreSkippedNotRead() {
        var tile = new LongTile();
        var blob = new BytesBlob("tile", tile.bytes);
        TileIndex index = tile.index(false);
        index.require(blob, 0, 0, List.of(new Area(0, 0, 1, 1)));
        assertThat(blob.bytesRead()).isEqualTo((LongTile.PRECINCTS + 1) * 2048);
        index.require(blob, 0, 0, List.of(new Area(0, 0, 64, 64)));
        assertThat(blob.bytesRead()).isEqualTo((LongTile.PRECINCTS + 1) * 2048);
    }

    @Test
    void aFailedReadIsMadeUpForByTheNext() {
        var tile = new LongTile();
        for (boolean told : new boolean[] {false, true}) {
            TileIndex index = tile.index(told);
            index.require(new BytesBlob("tile", tile.bytes), 0, 0, List.of(new Area(0, 0, 64, 64)));
            assertThatThrownBy(() -> index.require(new FailingBlob(), 0, 0, List.of(new Area(640, 0, 704, 64))))
                    .isInstanceOf(IiifException.Missing.class);
            var bytes = new BlockBytes();
            index.block(0, bytes);
            assertThat(bytes.pieces).isEqualTo(2);
            requireAll(index, new BytesBlob("tile", tile.bytes));
            for (int block = 0; block < LongTile.PRECINCTS; block++) {
                index.block(block, bytes);
                assertThat(bytes.pieces).isEqualTo(2);
                assertThat(bytes.at[1] - bytes.at[0]).isGreaterThan(LongTile.BODY);
            }
        }
    }

    @Test
    void toldLengthsLocateEveryPacket() {
        for (long seed = 0; seed < 200; seed++) {
            var fixture = new PacketFixture(seed);
            if (fixture.isPacked() || fixture.lengths.length == 0) {
                continue;
            }
            List<TileComponent> components =
                    new TileIndex(fixture.size, fixture.header(false), fixture.tile).components();
            var grids = new TileGrids(fixture.size, fixture.coding, fixture.tile, components);
            var places = new PacketPlaces(fixture.bodies, fixture.lengths, grids.count());
            assertThat(places.locate(grids)).as("seed %d", seed).isTrue();
            for (int i = 0; i < fixture.lengths.length; i++) {
                assertThat(places.place(i).from()).as("seed %d, packet %d", seed, i)
                        .isEqualTo(fixture.packetEnds[i] - fixture.lengths[i]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void precinctsByTheMillionCostAFewBytesNoMore(int order) {
        byte[] bytes = new byte[300];
        var index = new TileIndex(Tiles.size(8000, 8000), Tiles.header(Tiles.coding(65_535, 5, 1, order), bytes), 0);
        assertTimeoutPreemptively(MOMENT, () -> requireAll(index, new BytesBlob("tile", bytes)));
        assertThat(index.weight()).isLessThan(20_000);
    }

    @Test
    void anAbsurdNumberOfCodeBlocksIsRefused() {
        TileHeader header = Tiles.header(Tiles.coding(1, 5, 15, 2, List.of()), new byte[10]);
        assertThatThrownBy(() -> new TileIndex(Tiles.size(Integer.MAX_VALUE, Integer.MAX_VALUE), header, 0))
                .isInstanceOf(IiifException.TooLarge.class);
    }

    @Test
    void aPrecinctOfMillionsOfCodeBlocksIsRefusedForFewBytes() {
        byte[] bytes = new byte[300];
        Arrays.fill(bytes, (byte) 0x80); // each packet full, each tag tree above the layer
        TileCoding coding = Tiles.coding(65_535, 0, 15, 2,
                List.of(new ProgressionChange(0, 0, 65_535, 1, 1, ProgressionChange.LRCP)));
        var index = new TileIndex(Tiles.size(30_000, 30_000), Tiles.header(coding, bytes), 0);
        assertTimeoutPreemptively(MOMENT, () -> assertThatThrownBy(() -> requireAll(index, new BytesBlob("tile", bytes)))
                .isInstanceOf(IiifException.TooLarge.class));
    }

    @Test
    void layersThatIncludeNothingOfAMillionCodeBlocksAreBoundedInTime() {
        byte[] bytes = new byte[20_000];
        Arrays.fill(bytes, (byte) 0x80);
        TileCoding coding = Tiles.coding(65_535, 0, 15, 2,
                List.of(new ProgressionChange(0, 0, 65_535, 1, 1, ProgressionChange.LRCP)));
        var index = new TileIndex(Tiles.size(4000, 4000), Tiles.header(coding, bytes), 0);
        assertTimeoutPreemptively(MOMENT, () -> assertThatThrownBy(() -> requireAll(index, new BytesBlob("tile", bytes)))
                .isInstanceOf(IiifException.TooLarge.class));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void progressionsThatSendNothingNewAreBoundedInTime(int order) {
        byte[] bytes = new byte[60_000]; // of 64 516 precincts
        List<ProgressionChange> volumes =
                new ArrayList<>(Collections.nCopies(60_000, new ProgressionChange(0, 0, 1, 1, 1, order)));
        volumes.set(0, new ProgressionChange(0, 0, 1, 1, 1, ProgressionChange.RPCL));
        TileCoding coding = Tiles.coding(2, 0, 6, 6, volumes);
        byte[] more = Arrays.copyOf(bytes, 65_000);
        var index = new TileIndex(Tiles.size(64 * 254, 64 * 254), Tiles.header(coding, more), 0);
        assertTimeoutPreemptively(Duration.ofSeconds(4), () -> assertThatThrownBy(
                () -> requireAll(index, new BytesBlob("tile", more))).isInstanceOf(IiifException.TooLarge.class));
    }

    @Test
    void everyCodeBlockOfAScanTakesFewBytes() {
        var random = new Random(7);
        var bits = new PacketBits();
        int[][] first = new int[64][64];
        int[][] zeroes = new int[64][64];
        Arrays.stream(zeroes).forEach(row -> Arrays.setAll(row, i -> random.nextInt(9)));
        var inclusion = new PacketBits.Tree(first);
        var zeroPlanes = new PacketBits.Tree(zeroes);
        bits.bit(1);
        for (int i = 0; i < 64 * 64; i++) {
            inclusion.write(bits, i % 64, i / 64, 1);
            zeroPlanes.write(bits, i % 64, i / 64, zeroes[i / 64][i % 64] + 1);
            bits.passes(1);
            bits.bits(0, 4);
        }
        byte[] bytes = bits.finish();
        var index = new TileIndex(Tiles.size(4096, 4096),
                Tiles.header(Tiles.coding(1, 0, 15, ProgressionChange.LRCP), bytes), 0);
        requireAll(index, new BytesBlob("tile", bytes));
        assertThat(index.weight() / (64.0 * 64)).isBetween(20.0, 28.0);
        var block = new BlockBytes();
        index.block(64 * 63 + 63, block);
        assertThat(block.zeroPlanes).isEqualTo(zeroes[63][63]);
        assertThat(block.at[0]).isEqualTo(bytes.length);
    }
}
