package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.blob.BytesBlob;
import org.lectern.core.IiifException;

class PieceBytesTest {

    private final PieceBytes pieces = new PieceBytes();

    private byte[] copy(int piece) {
        byte[] bytes = new byte[pieces.length(piece)];
        pieces.copy(piece, bytes, 0);
        return bytes;
    }

    @ParameterizedTest(name = "with {0} bytes between")
    @CsvSource({"0, 1, 20", "2048, 1, 2068", "2049, 2, 20", "1000000, 2, 20"})
    void piecesNearEachOtherAreReadAtOnce(int between, int reads, int bytes) {
        var blob = new SparseBlob(10_000_000);
        blob.put(5_000, new byte[] {1, 2, 3});
        blob.put(5_010 + between, new byte[] {4, 5, 6});
        pieces.add(5_000, 10, 1);
        pieces.add(5_010 + between, 10, 1);
        pieces.load(blob);
        assertThat(blob.reads()).isEqualTo(reads);
        assertThat(blob.bytesRead()).isEqualTo(bytes);
        assertThat(copy(0)).startsWith(1, 2, 3);
        assertThat(copy(1)).startsWith(4, 5, 6);
    }

    @Test
    void piecesOutOfOrderOverlappingOrEmptyAreThatOfTheFile() {
        byte[] file = new byte[100_000];
        var random = new Random(7);
        random.nextBytes(file);
        for (int round = 0; round < 5; round++) {
            pieces.clear();
            int[] at = random.ints(600, 0, 90_000).toArray();
            for (int i = 0; i < at.length; i++) {
                pieces.add(at[i], i % 7 == 0 ? 0 : 1 + random.nextInt(9_000), i);
            }
            pieces.load(new BytesBlob("random", file));
            assertThat(pieces.count()).isEqualTo(600);
            for (int i = 0; i < at.length; i++) {
                assertThat(pieces.passes(i)).isEqualTo(i);
                assertThat(copy(i)).as("piece %d", i)
                        .isEqualTo(Arrays.copyOfRange(file, at[i], at[i] + pieces.length(i)));
            }
        }
    }

    @Test
    void piecesFarBehindInALargeFileAreFound() {
        var blob = new SparseBlob(1L << 39);
        blob.put((1L << 38) + 5, new byte[] {7});
        pieces.add((1L << 38) + 5, 1, 1);
        pieces.add(3, 1, 1);
        pieces.load(blob);
        assertThat(copy(0)).containsExactly(7);
        assertThat(copy(1)).containsExactly(0);
        assertThat(blob.reads()).isEqualTo(2);
    }

    @Test
    void fileThatEndsBeforeAPieceIsBroken() {
        pieces.add(90, 11, 1);
        assertThatThrownBy(() -> pieces.load(new SparseBlob(100))).isInstanceOf(IiifException.Broken.class)
                .hasMessageContaining("became shorter");
    }

    @Test
    void nothingIsReadForNoPieces() {
        var blob = new SparseBlob(100);
        pieces.load(blob);
        assertThat(blob.reads()).isZero();
    }
}
