package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lectern.jpeg2000.Headers.COC;
import static org.lectern.jpeg2000.Headers.COD;
import static org.lectern.jpeg2000.Headers.EOC;
import static org.lectern.jpeg2000.Headers.PLT;
import static org.lectern.jpeg2000.Headers.POC;
import static org.lectern.jpeg2000.Headers.PPM;
import static org.lectern.jpeg2000.Headers.PPT;
import static org.lectern.jpeg2000.Headers.QCC;
import static org.lectern.jpeg2000.Headers.QCD;
import static org.lectern.jpeg2000.Headers.RGN;
import static org.lectern.jpeg2000.Headers.SOD;
import static org.lectern.jpeg2000.Headers.TLM;
import static org.lectern.jpeg2000.Headers.cod;
import static org.lectern.jpeg2000.Headers.of;
import static org.lectern.jpeg2000.Headers.part;
import static org.lectern.jpeg2000.Headers.qcd;
import static org.lectern.jpeg2000.Headers.sized;
import static org.lectern.jpeg2000.Headers.sot;
import static org.lectern.jpeg2000.Headers.two;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.BytesBlob;
import org.lectern.core.IiifException;

class TileHeadersTest {

    private static final Bytes NOTHING = of();

    private static Bytes joined(Bytes... pieces) {
        Bytes all = of();
        Stream.of(pieces).forEach(piece -> all.raw(piece.array()));
        return all;
    }

    private static TileHeader open(Bytes codestream, int tile) {
        BytesBlob blob = Headers.blob(codestream);
        return new TileHeaders(MainHeader.read(blob, 0, blob.length())).open(blob, tile);
    }

    private static TileHeader.Body body(long from, long length) {
        return new TileHeader.Body(from, from + length);
    }

    @Test
    void tilePartsOfATileAreFoundAmongOthers() {
        Bytes main = two();
        int at = main.size();
        Bytes file = joined(main, part(1, 0, 2, NOTHING, 10), part(0, 0, 1, NOTHING, 20), part(1, 1, 2, NOTHING, 30))
                .u16(EOC);
        assertThat(open(file, 0).bodies()).containsExactly(body(at + 24 + 14, 20));
        assertThat(open(file, 1).bodies()).containsExactly(body(at + 14, 10), body(at + 24 + 34 + 14, 30));
        assertThat(open(file, 1).packedHeaders()).isEmpty();
        assertThat(open(file, 1).packetLengths()).isEmpty();
    }

    @Test
    void codestreamMayBeginInsideTheFile() {
        Bytes file = joined(of().raw(new byte[77]), two(), part(0, 0, 1, NOTHING, 9));
        BytesBlob blob = Headers.blob(file);
        MainHeader header = MainHeader.read(blob, 77, blob.length());
        assertThat(new TileHeaders(header).open(blob, 0).bodies()).containsExactly(body(file.size() - 9, 9));
    }

    @Test
    void tilePartsNeedNotTellTheirNumber() {
        Bytes file = joined(two(), part(0, 0, 0, NOTHING, 1), part(1, 0, 0, NOTHING, 2), part(0, 1, 0, NOTHING, 3))
                .u16(EOC);
        assertThat(open(file, 0).bodies()).extracting(b -> b.to() - b.from()).containsExactly(1L, 3L);
    }

    @Test
    void tilePartsMayTellOneTooFew() {
        Bytes file = joined(two(), part(0, 0, 1, NOTHING, 1), part(0, 1, 1, NOTHING, 2), part(1, 0, 1, NOTHING, 3));
        assertThat(open(file, 0).bodies()).extracting(b -> b.to() - b.from()).containsExactly(1L, 2L);
    }

    @Test
    void lastTilePartWithoutLengthGoesToTheEndOfTheCodestream() {
        Bytes open = joined(two(), sot(0, 0, 0, 1).u16(SOD).raw(new byte[50]));
        assertThat(open(open, 0).bodies()).containsExactly(body(open.size() - 50, 50));
        int end = open.size();
        assertThat(open(open.u16(EOC), 0).bodies()).containsExactly(body(end - 50, 50));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 11, 13, 65, 0xffffffffL})
    void tilePartOfAnImpossibleLengthIsCutToTheEnd(long length) {
        Bytes file = joined(two(), sot(0, length, 0, 1).u16(SOD).raw(new byte[50]));
        assertThat(open(file, 0).bodies()).containsExactly(body(file.size() - 50, 50));
    }

    @Test
    void tilePartOfNothingButItsStartIsPassedOver() {
        Bytes file = joined(two(), sot(0, 12, 0, 2), part(0, 1, 2, NOTHING, 5));
        assertThat(open(file, 0).bodies()).containsExactly(body(file.size() - 5, 5));
    }

    @Test
    void codestreamCutShortHasWhatItHas() {
        Bytes file = joined(two(), part(0, 0, 1, NOTHING, 20), part(1, 0, 1, NOTHING, 20));
        byte[] whole = file.array();
        for (int cut = 0; cut <= 20; cut++) {
            Bytes rest = of().raw(Arrays.copyOf(whole, whole.length - cut));
            assertThat(open(rest, 0).bodies()).hasSize(1);
            assertThat(open(rest, 1).bodies()).containsExactly(body(whole.length - 20, 20 - cut));
        }
        for (int cut = 21; cut <= 34; cut++) {
            assertThat(open(of().raw(Arrays.copyOf(whole, whole.length - cut)), 1).bodies()).isEmpty();
        }
    }

    @Test
    void tileThereIsNotEndsTheCodestream() {
        Bytes file = joined(two(), part(0, 0, 1, NOTHING, 1), part(2, 0, 1, NOTHING, 1), part(1, 0, 1, NOTHING, 1));
        assertThat(open(file, 0).bodies()).hasSize(1);
        assertThat(open(file, 1).bodies()).isEmpty();
    }

    @Test
    void tileComesBeforeMainAndComponentBeforeDefault() {
        Bytes main = sized(8, 8, 8, 8, 4).segment(COD, cod(1, 0, 1)).segment(QCD, qcd(5))
                .segment(COC, of().u8(1, 0, 2, 4, 4, 0, 1)).segment(QCC, of().u8(1, 32, 16))
                .segment(RGN, of().u8(1, 0, 7)).segment(RGN, of().u8(2, 0, 8));
        Bytes tile = of().segment(COC, of().u8(2, 0, 4, 4, 4, 0, 1)).segment(QCC, of().u8(2, 32, 24))
                .segment(RGN, of().u8(2, 0, 9));
        TileCoding alone = open(joined(main, part(0, 0, 1, tile, 0)), 0).coding();
        assertThat(alone.components()).extracting(ComponentCoding::levels).containsExactly(1, 2, 4, 1);
        assertThat(alone.quantization()).extracting(q -> q.steps().length).containsExactly(16, 1, 1, 16);
        assertThat(alone.quantization()).extracting(q -> q.exponent(0)).containsExactly(8, 2, 3, 8);
        assertThat(alone.regionShift()).containsExactly(0, 7, 9, 0);
        tile.segment(COD, of().u8(6, 1).u16(2).u8(1, 3, 4, 4, 0, 1)).segment(QCD, of().u8(32, 40));
        TileCoding both = open(joined(main, part(0, 0, 1, tile, 0)), 0).coding();
        assertThat(both.components()).extracting(ComponentCoding::levels).containsExactly(3, 3, 4, 3);
        assertThat(both.quantization()).extracting(q -> q.exponent(0)).containsExactly(5, 5, 3, 5);
        assertThat(both.layers()).isEqualTo(2);
        assertThat(both.componentTransform()).isTrue();
        assertThat(both.sop()).isTrue();
        assertThat(both.eph()).isTrue();
        assertThat(both.order()).containsExactly(new ProgressionChange(0, 0, 2, 5, 4, ProgressionChange.RLCP));
    }

    @Test
    void codingOfLaterTilePartsIsPassedOverAndTheirProgressionsCarryOn() {
        Bytes first = of().segment(POC, of().u8(0, 0).u16(1).u8(1, 1, 2));
        Bytes later = of().segment(COD, cod(9, 0, 0)).segment(POC, of().u8(1, 0).u16(1).u8(2, 1, 3));
        Bytes main = two().segment(POC, of().u8(0, 0).u16(1).u8(2, 1, 4));
        Bytes file = joined(main, part(0, 0, 2, first, 1), part(0, 1, 2, later, 1), part(1, 0, 1, NOTHING, 1));
        assertThat(open(file, 0).coding().layers()).isEqualTo(1);
        assertThat(open(file, 0).coding().order()).extracting(ProgressionChange::order).containsExactly(2, 3);
        assertThat(open(file, 1).coding().order()).extracting(ProgressionChange::order).containsExactly(4);
    }

    @Test
    void tileOfHighThroughputIsNotRead() {
        Bytes tile = of().segment(COC, of().u8(0, 0, 1, 4, 4, 0x40, 1));
        assertThatThrownBy(() -> open(joined(two(), part(0, 0, 1, tile, 0)), 0))
                .isInstanceOf(IiifException.Unsupported.class).hasMessageContaining("HTJ2K");
    }

    @Test
    void tilePartHeaderThatMakesNoSenseIsBroken() {
        assertThatThrownBy(() -> open(joined(two(), part(0, 0, 1, of().u16(0x0102), 0)), 0))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining("102");
        assertThatThrownBy(() -> open(joined(two(), part(0, 0, 1, of().u16(EOC), 0)), 0))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining("SOD");
    }

    @Test
    void packetHeadersOfTilePartsAreJoinedInTheirOrder() {
        Bytes first = of().segment(PPT, of().u8(1, 30, 40)).segment(PPT, of().u8(0, 10, 20));
        Bytes second = of().segment(PPT, of().u8(0, 50));
        Bytes file = joined(two(), part(0, 0, 2, first, 1), part(0, 1, 2, second, 1), part(1, 0, 1, NOTHING, 1));
        assertThat(open(file, 0).packedHeaders()).hasValueSatisfying(
                bytes -> assertThat(bytes).containsExactly(10, 20, 30, 40, 50));
        assertThat(open(file, 1).packedHeaders()).isEmpty();
    }

    @Test
    void packetHeadersInTheMainHeaderMayBeCutAnywhere() {
        byte[] whole = of().u32(2).u8(10, 11).u32(0).u32(3).u8(20, 21, 22).u32(1).u8(30).array();
        for (int cut = 0; cut <= whole.length; cut++) {
            for (int other = cut; other <= whole.length; other++) {
                Bytes main = two()
                        .segment(PPM, of().u8(2).raw(Arrays.copyOfRange(whole, other, whole.length)))
                        .segment(PPM, of().u8(0).raw(Arrays.copyOf(whole, cut)))
                        .segment(PPM, of().u8(1).raw(Arrays.copyOfRange(whole, cut, other)));
                Bytes file = joined(main, part(1, 0, 2, NOTHING, 1), part(0, 0, 2, NOTHING, 1),
                        part(0, 1, 2, NOTHING, 1), part(1, 1, 2, NOTHING, 1));
                assertThat(open(file, 0).packedHeaders().orElseThrow()).containsExactly(20, 21, 22);
                assertThat(open(file, 1).packedHeaders().orElseThrow()).containsExactly(10, 11, 30);
            }
        }
    }

    @Test
    void packetHeadersThatEndEarlyOrStandTwiceAreBroken() {
        Bytes early = joined(two().segment(PPM, of().u8(0).u32(9).u8(1)), part(0, 0, 1, NOTHING, 1));
        assertThatThrownBy(() -> open(early, 0))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining("PPM ends early");
        Bytes twice = joined(two().segment(PPM, of().u8(0).u32(1).u8(1)),
                part(0, 0, 1, of().segment(PPT, of().u8(0, 1)), 1));
        assertThatThrownBy(() -> open(twice, 0)).isInstanceOf(IiifException.Broken.class)
                .hasMessageContaining("PPM and in PPT");
    }

    @Test
    void packetHeadersThatPpmDoesNotTellAreNone() {
        Bytes file = joined(two().segment(PPM, of().u8(0).u32(1).u8(1)), part(0, 0, 1, NOTHING, 1),
                part(1, 0, 1, NOTHING, 1));
        assertThat(open(file, 1).packedHeaders().orElseThrow()).isEmpty();
    }

    @Test
    void packetLengthsAreReadAcrossSegmentsAndTileParts() {
        Bytes first = of().segment(PLT, of().u8(1, 0x01, 0x7f)).segment(PLT, of().u8(0, 5, 0x81));
        Bytes second = of().segment(PLT, of().u8(0, 0x82, 0x00));
        Bytes file = joined(two(), part(0, 0, 2, first, 261), part(0, 1, 2, second, 300));
        assertThat(open(file, 0).packetLengths().orElseThrow()).containsExactly(5, 129, 127, 256);
    }

    @ParameterizedTest
    @CsvSource({"9, 5, 5", "10, 133, 5", "0, 0, 1", "300, 255, 255"})
    void packetLengthsThatDoNotFitAreNotBelieved(int body, int one, int other) {
        Bytes plt = of().segment(PLT, of().u8(0, one, other));
        assertThat(open(joined(two(), part(0, 0, 1, plt, body)), 0).packetLengths()).isEmpty();
    }

    @Test
    void packetLengthsThatOneTilePartDoesNotTellAreNone() {
        Bytes plt = of().segment(PLT, of().u8(0, 1));
        assertThat(open(joined(two(), part(0, 0, 2, plt, 1), part(0, 1, 2, NOTHING, 1)), 0).packetLengths()).isEmpty();
    }

    private static SparseBlob large(int tiles, long tileBytes, boolean told, int lie) {
        Bytes main = sized(tiles, 1, 1, 1, 1).segment(COD, cod(1, 0, 0)).segment(QCD, qcd(0));
        if (told) {
            Bytes tlm = of().u8(0, 0x60);
            for (int i = 0; i < tiles; i++) {
                tlm.u16(i).u32(tileBytes + (i == 1 ? lie : 0));
            }
            main.segment(TLM, tlm);
        }
        var blob = new SparseBlob(main.size() + tiles * tileBytes + 2);
        blob.put(0, main.array());
        for (int i = 0; i < tiles; i++) {
            blob.put(main.size() + i * tileBytes, sot(i, tileBytes, 0, 1).u16(SOD).array());
        }
        blob.put(blob.length() - 2, of().u16(EOC).array());
        return blob;
    }

    @Test
    void tileOfALargeFileWithTlmReadsAlmostNothing() {
        SparseBlob blob = large(1000, 1 << 20, true, 0);
        MainHeader main = MainHeader.read(blob, 0, blob.length());
        long before = blob.bytesRead();
        assertThat(before).isLessThan(6_000 + 3 * 4096);
        TileHeader tile = new TileHeaders(main).open(blob, 900);
        assertThat(tile.bodies()).containsExactly(
                body(main.firstTilePartAt() + 900L * (1 << 20) + 14, (1 << 20) - 14));
        assertThat(blob.bytesRead() - before).isEqualTo(12 + 64);
    }

    @Test
    void tileOfALargeFileWithoutTlmReadsNoFurtherThanItNeeds() {
        SparseBlob blob = large(1000, 1 << 20, false, 0);
        var tiles = new TileHeaders(MainHeader.read(blob, 0, blob.length()));
        long before = blob.bytesRead();
        assertThat(tiles.open(blob, 0).bodies()).hasSize(1);
        assertThat(blob.bytesRead() - before).isEqualTo(2 * 12 + 64);
        before = blob.bytesRead();
        assertThat(tiles.open(blob, 900).bodies()).hasSize(1);
        assertThat(blob.bytesRead() - before).isEqualTo(900 * 12 + 64);
        before = blob.bytesRead();
        assertThat(tiles.open(blob, 450).bodies()).hasSize(1);
        assertThat(blob.bytesRead() - before).isEqualTo(64);
    }

    @Test
    void lyingTlmIsFoundOutAndPassedOver() {
        SparseBlob blob = large(100, 1000, true, 4);
        MainHeader main = MainHeader.read(blob, 0, blob.length());
        var tiles = new TileHeaders(main);
        for (int tile : List.of(0, 50, 1, 99)) {
            assertThat(tiles.open(blob, tile).bodies())
                    .containsExactly(body(main.firstTilePartAt() + tile * 1000L + 14, 986));
        }
    }

    @Test
    void shortFormsOfTlmAreRead() {
        Bytes ordered = two().segment(TLM, of().u8(0, 0x00).u16(24, 34));
        Bytes named = two().segment(TLM, of().u8(1, 0x50).u8(1).u32(34)).segment(TLM, of().u8(0, 0x10).u8(0).u16(24));
        for (Bytes main : List.of(ordered, named)) {
            BytesBlob blob = Headers.blob(
                    joined(main, part(0, 0, 0, NOTHING, 10), part(1, 0, 0, NOTHING, 20)).u16(EOC));
            MainHeader header = MainHeader.read(blob, 0, blob.length());
            assertThat(header.tilePartLengths().orElseThrow().of(1, 100))
                    .containsExactly(new TilePart(1, 136, 158));
            assertThat(new TileHeaders(header).open(blob, 1).bodies()).containsExactly(body(main.size() + 38, 20));
        }
    }

    @Test
    void tlmThatLeavesTilePartsOutIsPassedOver() {
        for (int told : List.of(0, 2)) {
            Bytes main = two().segment(TLM, of().u8(0, 0x50).u8(0).u32(24));
            Bytes file = joined(main, part(0, 0, told, NOTHING, 10), part(0, 1, told, NOTHING, 20));
            assertThat(open(file, 0).bodies()).hasSize(2);
        }
    }

    @Test
    void tlmThatCannotBeIsNotKept() {
        for (Bytes tlm : List.of(of().u8(0, 0x70).u32(0, 0), of().u8(0, 0x50).u8(2).u32(24), of().u8(0, 0x00).u16(11),
                of().u8(0), of().u8(0, 0x00).raw(new byte[2000]))) {
            BytesBlob blob = Headers.blob(joined(two().segment(TLM, tlm), part(0, 0, 1, NOTHING, 10)));
            assertThat(MainHeader.read(blob, 0, blob.length()).tilePartLengths()).isEmpty();
        }
    }

    @Test
    void tileCutShortThatTlmTellsOfHasWhatItHas() {
        Bytes main = two().segment(TLM, of().u8(0, 0x00).u16(24, 34));
        byte[] whole = joined(main, part(0, 0, 1, NOTHING, 10), part(1, 0, 1, NOTHING, 20)).array();
        Bytes file = of().raw(Arrays.copyOf(whole, whole.length - 7));
        assertThat(open(file, 1).bodies()).containsExactly(body(whole.length - 20, 13));
        assertThat(open(file, 0).bodies()).containsExactly(body(whole.length - 34 - 10, 10));
    }

    @Test
    void manySmallTilePartsAreReadInLargePortions() {
        SparseBlob blob = large(5000, 14, false, 0);
        var tiles = new TileHeaders(MainHeader.read(blob, 0, blob.length()));
        int before = blob.reads();
        assertThat(tiles.open(blob, 4999).bodies()).containsExactly(body(blob.length() - 2, 0));
        assertThat(blob.reads() - before).isLessThan(30);
    }
}
