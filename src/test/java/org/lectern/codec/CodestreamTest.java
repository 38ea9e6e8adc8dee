package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.blob.Picture;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;

/** Codestreams of a few bytes that are unusual, cut short, or made to cost. */
class CodestreamTest {

    private static final byte[] EMPTY_PACKET = {0};
    private static final byte[] NONE = {};
    private static final Duration ALLOWED = Duration.ofSeconds(10);

    private static int[] decoded(byte[] codestream) {
        return assertTimeoutPreemptively(
                ALLOWED, () -> DecoderContract.decoded(Fixtures.jpeg2000(), codestream));
    }

    private static Codestream two(int layers) {
        return new Codestream(16, 8, 8, 8).coding(0, layers, 0, 4).quantisation(0);
    }

    private static int[] grey(int pixels) {
        int[] grey = new int[pixels];
        Arrays.fill(grey, 128);
        return grey;
    }

    @Test
    void packetHeadersPackedIntoEachTileAreRead() {
        byte[] file = two(1).part(0, 0, 1, EMPTY_PACKET, NONE).part(1, 0, 1, EMPTY_PACKET, NONE).ended();
        assertThat(decoded(file)).isEqualTo(grey(128));
    }

    @Test
    void packetHeadersPackedIntoTheMainHeaderAreRead() {
        byte[] file = two(1).segment(0xff60, new byte[] {1, 1, 0}).segment(0xff60, new byte[] {0, 0, 0, 0, 1, 0, 0, 0, 0})
                .part(0, 0, 1, NONE, NONE).part(1, 0, 1, NONE, NONE).ended();
        assertThat(decoded(file)).isEqualTo(grey(128));
    }

    @Test
    void tilePartsNeedNotTellTheirNumber() {
        byte[] file = two(1).part(0, 0, 0, NONE, EMPTY_PACKET).part(1, 0, 0, NONE, EMPTY_PACKET).ended();
        assertThat(decoded(file)).isEqualTo(grey(128));
    }

    @Test
    void codestreamThatEndsBeforeItsLastTileIsShownAsFarAsItGoes() {
        byte[] file = two(1).part(0, 0, 1, NONE, EMPTY_PACKET).ended();
        int[] shown = decoded(Arrays.copyOf(file, file.length - 2));
        for (int y = 0; y < 8; y++) {
            assertThat(Arrays.copyOfRange(shown, 16 * y, 16 * y + 8)).isEqualTo(grey(8));
        }
    }

    @Test
    void progressionChangesMayNameMoreThanThereIs() {
        byte[] change = {0, 0, (byte) 255, (byte) 255, 33, (byte) 255, 1};
        byte[] file = two(1).segment(0xff5f, change)
                .part(0, 0, 1, NONE, EMPTY_PACKET).part(1, 0, 1, NONE, EMPTY_PACKET).ended();
        assertThat(decoded(file)).isEqualTo(grey(128));
    }

    static Stream<Arguments> hostile() {
        byte[] ones = new byte[64];
        Arrays.fill(ones, (byte) 0xff);
        byte[] changes = new byte[7 * 9000];
        for (int i = 0; i < changes.length; i += 7) { // all layers and resolutions, by position
            System.arraycopy(new byte[] {0, 0, (byte) 255, (byte) 255, 33, (byte) 255, 2}, 0, changes, i, 7);
        }
        return Stream.of(
                Arguments.of("packed packet headers end early",
                        two(9).part(0, 0, 1, EMPTY_PACKET, NONE).part(1, 0, 1, EMPTY_PACKET, NONE)),
                Arguments.of("packed packet headers of ones",
                        two(1).part(0, 0, 1, ones, NONE).part(1, 0, 1, ones, NONE)),
                Arguments.of("packet headers are missing from the main header",
                        two(1).segment(0xff60, new byte[] {0, 0, 0, 0, 1, 0})
                                .part(0, 0, 1, NONE, NONE).part(1, 0, 1, NONE, NONE)),
                Arguments.of("precincts of one sample",
                        new Codestream(3000, 3000, 3000, 3000).coding(2, 1, 1, 4, 0x00, 0x00).quantisation(1)
                                .part(0, 0, 1, NONE, EMPTY_PACKET)),
                Arguments.of("65535 layers of small blocks",
                        new Codestream(1000, 1000, 1000, 1000).coding(0, 65535, 0, 0).quantisation(0)
                                .part(0, 0, 1, NONE, EMPTY_PACKET)),
                Arguments.of("progression changes over and over",
                        new Codestream(2000, 2000, 2000, 2000).coding(2, 1, 1, 4, 0x44, 0x44).quantisation(1)
                                .segment(0xff5f, changes).part(0, 0, 1, NONE, EMPTY_PACKET)),
                Arguments.of("16384 components",
                        new Codestream(1000, 1000, 1000, 1000, 16_384).coding(0, 1, 0, 4).quantisation(0)
                                .part(0, 0, 1, NONE, EMPTY_PACKET)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void whatIsMadeToCostIsRefusedOrShownInTime(String what, Codestream codestream) {
        byte[] file = codestream.ended();
        Picture picture = new Picture(new HeldBlob(file, what), 0);
        assertTimeoutPreemptively(ALLOWED, () -> {
            Jpeg2000Decoder decoder = Fixtures.jpeg2000();
            try {
                Rect whole = decoder.pyramid(picture).size().bounds();
                BufferedImage image = decoder.decode(picture, 0, whole);
                assertThat(image.getWidth()).isEqualTo(whole.width());
            } catch (IiifException refused) {
                assertThat(refused.fault().name()).isIn("BROKEN_SOURCE", "TOO_LARGE", "UNSUPPORTED");
            }
        });
    }

    @Test
    void smallResolutionOfALargeTileNeedsLittleMemory() {
        byte[] file = new Codestream(50_000, 43_000, 50_000, 43_000).coding(0, 1, 12, 4).quantisation(12)
                .part(0, 0, 1, NONE, new byte[13]).ended();
        Picture picture = new Picture(new HeldBlob(file, "large"), 0);
        Pyramid pyramid = Fixtures.jpeg2000().pyramid(picture);
        Rect smallest = pyramid.levels().get(12).size().bounds();
        BufferedImage image = Fixtures.jpeg2000().decode(picture, 12, smallest);
        assertThat(DecoderContract.samples(image, image.getRaster().getBounds())).isEqualTo(grey(13 * 11));
    }
}
