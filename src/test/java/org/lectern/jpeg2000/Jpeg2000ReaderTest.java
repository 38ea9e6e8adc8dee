package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.Blob;
import org.lectern.blob.BytesBlob;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;

class Jpeg2000ReaderTest {

    private static final Pieces NOWHERE = (place, components) -> {};

    private final Jpeg2000Reader reader = new Jpeg2000Reader(8 << 20, 8 << 20);
    private final Jpeg2000Reader keepsIndex = new Jpeg2000Reader(8 << 20, 0);

    private static BytesBlob blob(TestPicture picture, Encoding encoding) {
        return new BytesBlob("picture.j2k", TestEncoder.encode(picture, encoding));
    }

    /** One tile without a code-block, so its samples are in the middle of their depth. */
    private static BytesBlob empty(int width, int height, int components) {
        return Headers.blob(Headers.sized(width, height, width, height, components)
                .segment(Headers.COD, Headers.cod(1, 0, 0)).segment(Headers.QCD, Headers.qcd(0))
                .raw(Headers.part(0, 0, 1, Headers.of(), components).array()).u16(Headers.EOC));
    }

    private List<Rect> places(Blob blob, Rect region) {
        List<Rect> places = new ArrayList<>();
        reader.read(blob, 0, region, (place, components) -> places.add(place));
        return places;
    }

    @Test
    void largeRegionComesInPiecesOfAFixedGridThatCoverItOnce() {
        BytesBlob blob = empty(1_300, 900, 1);
        var region = new Rect(100, 200, 1_000, 650);
        assertThat(places(blob, region)).containsExactly(
                new Rect(100, 200, 412, 312), new Rect(512, 200, 512, 312), new Rect(1_024, 200, 76, 312),
                new Rect(100, 512, 412, 338), new Rect(512, 512, 512, 338), new Rect(1_024, 512, 76, 338));
        assertThat(WholeLevel.read(reader, blob, 0, region).sample(0, 999, 649)).isEqualTo(128);
    }

    @Test
    void smallRegionIsOnePieceAcrossTheGrid() {
        var across = new Rect(400, 300, 512, 512);
        assertThat(places(empty(1_300, 900, 4), across)).containsExactly(across);
        var wide = new Rect(0, 7, 1_300, 200);
        assertThat(places(empty(1_300, 900, 1), wide)).containsExactly(wide);
    }

    @Test
    void manyComponentsComeInSmallerPieces() {
        assertThat(places(empty(600, 600, 8), new Rect(0, 0, 600, 600))).containsExactly(
                new Rect(0, 0, 256, 512), new Rect(256, 0, 256, 512), new Rect(512, 0, 88, 512),
                new Rect(0, 512, 256, 88), new Rect(256, 512, 256, 88), new Rect(512, 512, 88, 88));
    }

    @Test
    void pictureOfThousandsOfComponentsIsReadInTime() {
        BytesBlob blob = empty(40, 30, 16_384);
        long from = System.nanoTime();
        WholeLevel level = WholeLevel.read(reader, blob, 0, new Rect(0, 0, 40, 30));
        assertThat(level.sample(16_383, 39, 29)).isEqualTo(128);
        assertThat(System.nanoTime() - from).as("nanoseconds").isLessThan(20_000_000_000L);
    }

    @ParameterizedTest(name = "{0} by {1} of {2} components")
    @CsvSource({
        "1, 1, 1, 2097188", "1, 1, 3, 2097188", "512, 512, 3, 11534336", "512, 512, 4, 14680064",
        "100000, 100000, 3, 11534336", "100000, 100000, 16384, 14680064", "10, 10, 4, 2101952",
    })
    void costIsThatOfOnePiece(int width, int height, int components, long bytes) {
        assertThat(Jpeg2000Reader.cost(new Rect(0, 0, width, height), components)).isEqualTo(bytes);
    }

    @Test
    void ofComponentsThatAreNotWantedNothingIsRead() {
        var kind = new TestPicture.Kind(8, false, 1, 1);
        var picture = TestPicture.of(0, 0, 200, 150, 5, kind, kind, kind, kind, kind);
        BytesBlob blob = blob(picture, new Encoding().order(Encoding.CPRL));
        keepsIndex.read(blob, 0, new Rect(0, 0, 200, 150), NOWHERE);
        long all = bytes(blob, List.of(0, 1, 2, 3, 4));
        assertThat(bytes(blob, List.of(4))).isBetween(1L, all / 3);
        assertThat(bytes(blob, List.of(3)) + bytes(blob, List.of(4)) + bytes(blob, List.of(0)))
                .as("the first three may be transformed together").isBetween(all, all + 4 * PieceBytes.GAP);
        assertThat(bytes(blob, List.of(0))).isEqualTo(bytes(blob, List.of(0, 1, 2)));
        assertThat(bytes(blob, List.of())).isZero();
    }

    private long bytes(BytesBlob blob, List<Integer> components) {
        long before = blob.bytesRead();
        keepsIndex.read(blob, 0, new Rect(0, 0, 200, 150), components, (place, samples) -> {
            for (int c = 0; c < 5; c++) {
                assertThat(samples[c].length).as("component %d", c).isEqualTo(components.contains(c) ? 30_000 : 0);
            }
        });
        return blob.bytesRead() - before;
    }

    @Test
    void regionTouchingAnyBorderIsThatOfTheWhole() {
        var picture = TestPicture.of(33, 18, 177, 131, 6, new TestPicture.Kind(12, true, 1, 1));
        BytesBlob blob = blob(picture, new Encoding().levels(4).tileOffset(5, 3).tiles(61, 47));
        Dimensions full = reader.file(blob).size(0);
        assertThat(full).isEqualTo(new Dimensions(144, 113));
        for (int halvings = 0; halvings <= 4; halvings++) {
            Dimensions size = reader.file(blob).size(halvings);
            WholeLevel whole = WholeLevel.read(reader, blob, halvings, size.bounds());
            for (int width : new int[] {1, 2, size.width()}) {
                for (int height : new int[] {1, 3, size.height()}) {
                    for (int corner = 0; corner < 4; corner++) {
                        var region = new Rect((corner & 1) * (size.width() - width),
                                (corner >> 1) * (size.height() - height), width, height);
                        assertThat(whole.agrees(WholeLevel.read(keepsIndex, blob, halvings, region)))
                                .as("%s after %d halvings", region, halvings).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void whatIsKeptIsNotReadAgain() {
        BytesBlob blob = blob(TestPicture.rgb(300, 200, 7), new Encoding().tiles(128, 128).componentTransform());
        var region = new Rect(20, 30, 200, 150);
        reader.read(blob, 0, region, NOWHERE);
        long first = blob.bytesRead();
        reader.read(blob, 0, region, NOWHERE);
        assertThat(blob.bytesRead()).isEqualTo(first);
        reader.read(blob, 2, new Rect(0, 0, 50, 40), NOWHERE);
        assertThat(blob.bytesRead()).as("lower resolutions of these tiles").isEqualTo(first);
    }

    @Test
    void withoutCodeBlocksKeptOnlyTheirBytesAreReadAgain() {
        BytesBlob blob = blob(TestPicture.grey(300, 200, 8), new Encoding());
        keepsIndex.read(blob, 0, new Rect(0, 0, 300, 200), NOWHERE);
        long first = blob.bytesRead();
        keepsIndex.read(blob, 0, new Rect(0, 0, 300, 200), NOWHERE);
        assertThat(blob.bytesRead() - first).isBetween(1L, blob.length());
    }

    @Test
    void fileThatChangedIsReadAnew() {
        var first = TestPicture.grey(60, 50, 1);
        var second = TestPicture.grey(60, 50, 2);
        for (TestPicture picture : List.of(first, second, first)) {
            WholeLevel level = WholeLevel.read(reader, blob(picture, new Encoding()), 0, new Rect(0, 0, 60, 50));
            for (int i = 0; i < 3_000; i++) {
                assertThat(level.sample(0, i % 60, i / 60)).isEqualTo(picture.planes().get(0).samples()[i]);
            }
        }
    }

    @Test
    void fileThatBecomesShorterIsBrokenAndReadableWhenItIsWholeAgain() {
        var picture = TestPicture.grey(120, 90, 3);
        var blob = new CutBlob(TestEncoder.encode(picture, new Encoding()));
        var region = new Rect(0, 0, 120, 90);
        WholeLevel whole = WholeLevel.read(keepsIndex, blob, 0, region);
        blob.cut(blob.length() / 2);
        assertThatThrownBy(() -> keepsIndex.read(blob, 0, region, NOWHERE))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining("became shorter");
        blob.cut(blob.length());
        assertThat(whole.agrees(WholeLevel.read(keepsIndex, blob, 0, region))).isTrue();
    }

    @Test
    void cutFileShowsWhatIsThere() {
        var picture = TestPicture.grey(200, 100, 4);
        byte[] file = TestEncoder.encode(picture, new Encoding().tiles(100, 100).levels(2));
        byte[] cut = Arrays.copyOf(file, file.length * 4 / 5);
        WholeLevel level = WholeLevel.read(reader, new BytesBlob("cut", cut), 0, new Rect(0, 0, 200, 100));
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 100; x++) {
                assertThat(level.sample(0, x, y)).isEqualTo(picture.planes().get(0).samples()[y * 200 + x]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {ComponentCoding.TERMINATE, ComponentCoding.TERMINATE | ComponentCoding.BYPASS, 63})
    void codeBlockOfOneSampleAndManyTerminatedPassesIsReadWhole(int style) {
        var picture = TestPicture.of(0, 0, 9, 7, 5, new TestPicture.Kind(24, false, 1, 1));
        BytesBlob blob = blob(picture, new Encoding().levels(0).blockStyle(style).precincts(0));
        WholeLevel level = WholeLevel.read(reader, blob, 0, new Rect(0, 0, 9, 7));
        for (int i = 0; i < 63; i++) {
            assertThat(level.sample(0, i % 9, i / 9)).isEqualTo(picture.planes().get(0).samples()[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 16, 255})
    void coarseSampleIsFoundInATileFarFromItsPixel(int step) {
        var picture = TestPicture.of(0, 0, 1_100, 70, 9,
                new TestPicture.Kind(8, false, 1, 1), new TestPicture.Kind(8, false, step, 1));
        var encoding = new Encoding().levels(5).tiles(50, 70);
        BytesBlob blob = blob(picture, encoding);
        for (int halvings = 0; halvings <= 5; halvings += 5) {
            Dimensions size = reader.file(blob).size(halvings);
            var shown = new ShownLevel(picture, encoding, halvings);
            for (int x = 0; x < size.width(); x += halvings == 0 ? 37 : 1) {
                WholeLevel one = WholeLevel.read(new Jpeg2000Reader(1 << 20, 0), blob, halvings, new Rect(x, 0, 1, 1));
                assertThat(one.sample(0, 0, 0)).isEqualTo(shown.sample(0, x, 0));
                assertThat(one.sample(1, 0, 0)).as("pixel %d after %d halvings", x, halvings)
                        .isEqualTo(shown.sample(1, x, 0));
            }
        }
    }

    @Test
    void levelIsNotPickedFromMillionsOfSamplesOfATileThatHasNoneOfItsOwn() {
        Bytes own = Headers.of().segment(Headers.COD, Headers.cod(1, 0, 0)).segment(Headers.QCD, Headers.qcd(0));
        Blob blob = Headers.blob(Headers.sized(4_096, 4_096, 4_096, 4_096, 1)
                .segment(Headers.COD, Headers.cod(1, 0, 6)).segment(Headers.QCD, Headers.qcd(6))
                .raw(Headers.part(0, 0, 1, own, 1).array()).u16(Headers.EOC));
        assertThat(reader.file(blob).halvings()).isEqualTo(6);
        assertThat(WholeLevel.read(reader, blob, 5, new Rect(7, 9, 60, 60)).sample(0, 59, 59)).isEqualTo(128);
        assertThatThrownBy(() -> reader.read(blob, 5, new Rect(0, 0, 128, 128), NOWHERE))
                .isInstanceOf(IiifException.Unsupported.class).hasMessageContaining("fewer decompositions");
    }
}
