package org.lectern.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.Blob;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

class TiffFileTest {

    private static final int REDUCED = 1;

    /** Width, height, NewSubfileType and tile side (0 for strips) of a directory. */
    private static int[] directory(int width, int height, int subfile, int tile) {
        return new int[] {width, height, subfile, tile};
    }

    /** A file of nothing but directories; {@code last} is the pointer behind the last one. */
    private static byte[] file(boolean big, ByteOrder order, int last, int[]... directories) {
        int size = big ? 8 + 7 * 20 + 8 : 2 + 7 * 12 + 4;
        int head = big ? 16 : 8;
        ByteBuffer out = ByteBuffer.allocate(head + size * directories.length).order(order);
        out.put(order == ByteOrder.BIG_ENDIAN ? new byte[] {'M', 'M'} : new byte[] {'I', 'I'});
        if (big) {
            out.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(head);
        } else {
            out.putShort((short) 42).putInt(head);
        }
        for (int i = 0; i < directories.length; i++) {
            int next = i + 1 < directories.length ? head + size * (i + 1) : last;
            entries(out, big, directories[i]);
            if (big) {
                out.putLong(next);
            } else {
                out.putInt(next);
            }
        }
        return out.array();
    }

    private static void entries(ByteBuffer out, boolean big, int[] directory) {
        if (big) {
            out.putLong(7);
        } else {
            out.putShort((short) 7);
        }
        boolean tiled = directory[3] > 0;
        int[][] entries = {
            {254, directory[2]}, {256, directory[0]}, {257, directory[1]}, {258, 8},
            {tiled ? 322 : 278, tiled ? directory[3] : directory[1]},
            {tiled ? 323 : 279, tiled ? directory[3] : 1}, {tiled ? 324 : 273, 8}
        };
        for (int[] entry : entries) {
            out.putShort((short) entry[0]).putShort((short) 4);
            if (big) {
                out.putLong(1).putInt(entry[1]).putInt(0);
            } else {
                out.putInt(1).putInt(entry[1]);
            }
        }
    }

    private static TiffFile read(byte[] file) {
        return TiffFile.read(new Bytes(file));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void reducedDirectoriesAreLevelsOfThePageBeforeThem(boolean big) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            TiffFile tiff = read(file(big, order, 0, directory(400, 301, 0, 64), directory(200, 150, REDUCED, 64),
                    directory(100, 75, REDUCED, 64), directory(90, 60, 0, 0)));
            assertThat(tiff.pageCount()).isEqualTo(2);
            assertThat(tiff.page(0).levels()).extracting(TiffDirectory::size).containsExactly(
                    new Dimensions(400, 301), new Dimensions(200, 150), new Dimensions(100, 75));
            assertThat(tiff.page(1).full().size()).isEqualTo(new Dimensions(90, 60));
        }
    }

    @Test
    void unflaggedHalvingsAreLevelsOnlyWhenTiled() {
        assertThat(read(file(false, ByteOrder.BIG_ENDIAN, 0, directory(400, 300, 0, 64), directory(100, 75, 0, 64)))
                        .page(0).levels()).hasSize(2);
        assertThat(read(file(false, ByteOrder.BIG_ENDIAN, 0, directory(400, 300, 0, 0), directory(100, 75, 0, 0)))
                        .pageCount()).isEqualTo(2);
    }

    @Test
    void thumbnailOfAnotherShapeIsNoLevelAndNoPage() {
        TiffFile tiff = read(
                file(false, ByteOrder.BIG_ENDIAN, 0, directory(400, 300, 0, 64), directory(128, 128, REDUCED, 0)));
        assertThat(tiff.pageCount()).isEqualTo(1);
        assertThat(tiff.page(0).levels()).hasSize(1);
    }

    @Test
    void pageBehindTheLastIsMissing() {
        TiffFile tiff = read(file(false, ByteOrder.BIG_ENDIAN, 0, directory(4, 3, 0, 0)));
        assertThatThrownBy(() -> tiff.page(1)).isInstanceOf(IiifException.Missing.class);
    }

    @Test
    void directoriesInACircleAreBroken() {
        byte[] file = file(false, ByteOrder.BIG_ENDIAN, 8, directory(4, 3, 0, 0));
        assertThatThrownBy(() -> read(file)).isInstanceOf(IiifException.Broken.class).hasMessageContaining("circle");
    }

    @Test
    void pointerOutsideTheFileIsBroken() {
        byte[] file = file(false, ByteOrder.BIG_ENDIAN, 1 << 20, directory(4, 3, 0, 0));
        assertThatThrownBy(() -> read(file)).isInstanceOf(IiifException.Broken.class);
    }

    @Test
    void sizesThatNoPictureHasAreBroken() {
        assertThatThrownBy(() -> read(file(false, ByteOrder.BIG_ENDIAN, 0, directory(0, 3, 0, 0))))
                .isInstanceOf(IiifException.Broken.class);
        assertThatThrownBy(() -> read(file(false, ByteOrder.BIG_ENDIAN, 0, directory(-1, 3, 0, 0))))
                .isInstanceOf(IiifException.Broken.class);
    }

    @Test
    void filesCutShortAreBroken() {
        byte[] file = file(true, ByteOrder.LITTLE_ENDIAN, 0, directory(400, 300, 0, 64));
        for (int length = 0; length < file.length - 28; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(IiifException.Broken.class);
        }
    }

    /** A file in memory. */
    private record Bytes(byte[] bytes) implements Blob {
        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public int read(long at, byte[] into, int from, int count) {
            int n = (int) Math.min(count, bytes.length - at);
            if (n <= 0) {
                return -1;
            }
            System.arraycopy(bytes, (int) at, into, from, n);
            return n;
        }

        @Override
        public String validator() {
            return "bytes";
        }

        @Override
        public Instant modified() {
            return Instant.EPOCH;
        }

        @Override
        public String name() {
            return "bytes.tif";
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
