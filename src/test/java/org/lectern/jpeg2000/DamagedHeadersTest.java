package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.lectern.jpeg2000.Headers.COC;
import static org.lectern.jpeg2000.Headers.COD;
import static org.lectern.jpeg2000.Headers.PLT;
import static org.lectern.jpeg2000.Headers.POC;
import static org.lectern.jpeg2000.Headers.PPM;
import static org.lectern.jpeg2000.Headers.PPT;
import static org.lectern.jpeg2000.Headers.QCC;
import static org.lectern.jpeg2000.Headers.QCD;
import static org.lectern.jpeg2000.Headers.RGN;
import static org.lectern.jpeg2000.Headers.TLM;
import static org.lectern.jpeg2000.Headers.cod;
import static org.lectern.jpeg2000.Headers.of;
import static org.lectern.jpeg2000.Headers.part;
import static org.lectern.jpeg2000.Headers.qcd;
import static org.lectern.jpeg2000.Headers.sized;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lectern.blob.BytesBlob;
import org.lectern.core.IiifException;

/** Whatever is wrong with a file: its headers are read, or refused in words. */
class DamagedHeadersTest {

    private static final int CHANGES = 20_000;

    /** With every box and every marker segment, but for one of PPM and PPT. */
    private static byte[] whole(boolean ppm) {
        Bytes boxes = of().box("ihdr", of().u32(8, 16).u16(2).u8(7, 7, 0, 0))
                .box("colr", of().u8(1, 0, 0).u32(17)).box("colr", of().u8(2, 0, 0, 1, 2, 3))
                .box("pclr", of().u16(2).u8(2, 7, 0x8b, 1).u16(2).u8(3).u16(4))
                .box("cmap", of().u16(0).u8(1, 0).u16(1).u8(0, 0))
                .box("cdef", of().u16(2).u16(0, 0, 1, 1, 1, 0))
                .box("res ", of().box("resc", of().u16(300, 1, 300, 1).u8(1, 1)));
        Bytes main = sized(16, 8, 8, 8, 2).segment(COD, cod(2, 0, 2)).segment(QCD, qcd(2))
                .segment(COC, of().u8(1, 1, 1, 4, 4, 0, 0, 0x77, 0x88)).segment(QCC, of().u8(1, 34).u16(1, 2, 3, 4))
                .segment(RGN, of().u8(1, 0, 3)).segment(POC, of().u8(0, 0).u16(2).u8(3, 2, 1))
                .segment(Headers.COM, of().u16(1).text("hello"));
        Bytes one = of().segment(PLT, of().u8(0, 4, 0x80, 6)).segment(POC, of().u8(0, 0).u16(2).u8(3, 0, 2));
        Bytes two = of().segment(QCD, qcd(2)).segment(COD, cod(1, 0, 1)).segment(PLT, of().u8(0, 10));
        if (ppm) {
            main.segment(PPM, of().u8(1, 3, 1, 2, 3)).segment(PPM, of().u8(0).u32(1).u8(9).u16(0).u8(0));
        } else {
            two.segment(PPT, of().u8(0, 1, 2));
        }
        Bytes first = part(0, 0, 1, one, 10);
        Bytes second = part(1, 0, 1, two, 10);
        main.segment(TLM, of().u8(0, 0x60).u16(0).u32(first.size()).u16(1).u32(second.size()));
        return Headers.jp2(boxes, main.raw(first.array()).raw(second.array()).u16(Headers.EOC)).array();
    }

    /** Reads all that can be read; whether it could. */
    private static boolean isRead(byte[] bytes) {
        var blob = new BytesBlob("damaged.jp2", bytes);
        try {
            Jp2File file = Jp2File.read(blob);
            assertThat(file.size(file.halvings()).area()).isPositive();
            var tiles = new TileHeaders(file.header());
            for (int tile : new int[] {0, 1, file.header().size().tiles() - 1}) {
                if (tile < file.header().size().tiles()) {
                    check(tiles.open(blob, tile), file, bytes.length);
                }
            }
            check(file);
            return true;
        } catch (IiifException.Broken | IiifException.TooLarge | IiifException.Unsupported e) {
            assertThat(e.getMessage()).endsWith(".");
            return false;
        }
    }

    private static void check(TileHeader header, Jp2File file, int length) {
        assertThat(header.coding().components()).hasSameSizeAs(file.components());
        for (TileHeader.Body body : header.bodies()) {
            assertThat(body.from()).isBetween(0L, body.to());
            assertThat(body.to()).isLessThanOrEqualTo(length);
        }
        header.packetLengths().ifPresent(lengths -> assertThat(Arrays.stream(lengths).asLongStream().sum())
                .isLessThanOrEqualTo(header.bodies().stream().mapToLong(b -> b.to() - b.from()).sum()));
    }

    private static void check(Jp2File file) {
        for (Jp2File.Mapping mapping : file.mappings()) {
            assertThat(mapping.component()).isLessThan(file.components().size());
            mapping.column().ifPresent(
                    column -> assertThat(column).isLessThan(file.palette().orElseThrow().bits().length));
        }
    }

    @Test
    void wholeFileIsRead() {
        for (boolean ppm : List.of(true, false)) {
            assertThat(isRead(whole(ppm))).isTrue();
            var blob = new BytesBlob("whole.jp2", whole(ppm));
            Jp2File file = Jp2File.read(blob);
            assertThat(file.palette()).isPresent();
            TileHeader second = new TileHeaders(file.header()).open(blob, 1);
            byte[] packed = ppm ? new byte[] {1, 2, 3} : new byte[] {1, 2};
            assertThat(second.packedHeaders().orElseThrow()).containsExactly(packed);
            assertThat(second.packetLengths().orElseThrow()).containsExactly(10);
        }
    }

    @Test
    void fileCutAnywhereIsReadOrRefused() {
        for (boolean ppm : List.of(true, false)) {
            byte[] whole = whole(ppm);
            int read = 0;
            for (int length = 0; length < whole.length; length++) {
                read += isRead(Arrays.copyOf(whole, length)) ? 1 : 0;
            }
            assertThat(read).isBetween(40, 150); // all that reach the first tile-part
        }
    }

    @Test
    void fileWithChangedBytesIsReadOrRefused() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            byte[][] wholes = {whole(true), whole(false)};
            for (int seed = 0; seed < CHANGES; seed++) {
                var random = new Random(seed);
                byte[] changed = wholes[seed & 1].clone();
                for (int n = random.nextInt(4); n >= 0; n--) {
                    int value = random.nextInt(4) == 0 ? 0xff : random.nextInt(256);
                    changed[random.nextInt(changed.length)] = (byte) value;
                }
                try {
                    isRead(changed);
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError("seed " + seed, e);
                }
            }
        });
    }
}
