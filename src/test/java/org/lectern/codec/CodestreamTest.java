package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lectern.blob.Picture;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;

/** Codestreams that JJ2000 alone would never come back from, or read wrongly. */
class CodestreamTest {

    private static final byte[] EMPTY_PACKET = {0};
    private static final byte[] NONE = {};

    private static int[] decoded(byte[] codestream) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> DecoderContract.decoded(new Jpeg2000Decoder(), codestream));
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
    void packedPacketHeadersThatEndEarlyAreBroken() {
        byte[] file = two(9).part(0, 0, 1, EMPTY_PACKET, NONE).part(1, 0, 1, EMPTY_PACKET, NONE).ended();
        assertThatThrownBy(() -> decoded(file)).isInstanceOf(IiifException.Broken.class)
                .hasMessageContaining("packet header");
    }

    @Test
    void packedPacketHeadersOfOnesAreBroken() {
        byte[] ones = new byte[64];
        Arrays.fill(ones, (byte) 0xff);
        byte[] file = two(1).part(0, 0, 1, ones, NONE).part(1, 0, 1, ones, NONE).ended();
        assertThatThrownBy(() -> decoded(file)).isInstanceOf(IiifException.Broken.class);
    }

    @Test
    void packetHeadersPackedIntoTheMainHeaderAreRead() {
        byte[] file = two(1).segment(0xff60, new byte[] {1, 1, 0}).segment(0xff60, new byte[] {0, 0, 0, 0, 1, 0, 0, 0, 0})
                .part(0, 0, 1, NONE, NONE).part(1, 0, 1, NONE, NONE).ended();
        assertThat(decoded(file)).isEqualTo(grey(128));
    }

    @Test
    void packetHeadersThatAreMissingFromTheMainHeaderAreBroken() {
        byte[] file = two(1).segment(0xff60, new byte[] {0, 0, 0, 0, 1, 0})
                .part(0, 0, 1, NONE, NONE).part(1, 0, 1, NONE, NONE).ended();
        assertThatThrownBy(() -> decoded(file)).isInstanceOf(IiifException.Broken.class)
                .hasMessageContaining("packet header");
    }

    @Test
    void tilePartsNeedNotTellTheirNumber() {
        byte[] file = two(1).part(0, 0, 0, NONE, EMPTY_PACKET).part(1, 0, 0, NONE, EMPTY_PACKET).ended();
        assertThat(decoded(file)).isEqualTo(grey(128));
    }

    @Test
    void codestreamThatEndsBeforeItsLastTileIsBroken() {
        byte[] file = two(1).part(0, 0, 1, NONE, EMPTY_PACKET).ended();
        assertThatThrownBy(() -> decoded(Arrays.copyOf(file, file.length - 2)))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining("last tile");
    }

    @Test
    void precinctsOfOneSampleAreTooMuchForALargeTile() {
        byte[] file = new Codestream(3000, 3000, 3000, 3000).coding(2, 1, 1, 4, 0x00, 0x00).quantisation(1)
                .part(0, 0, 1, NONE, EMPTY_PACKET).ended();
        assertThatThrownBy(() -> decoded(file)).isInstanceOf(IiifException.Unsupported.class)
                .hasMessageContaining("precincts");
    }

    @Test
    void manyLayersOfSmallBlocksAreTooMuch() {
        byte[] file = new Codestream(1000, 1000, 1000, 1000).coding(0, 65535, 0, 0).quantisation(0)
                .part(0, 0, 1, NONE, EMPTY_PACKET).ended();
        assertThatThrownBy(() -> decoded(file)).isInstanceOf(IiifException.Unsupported.class)
                .hasMessageContaining("in 65535 layers");
    }

    @Test
    void progressionChangesOverAndOverAreTooMuch() {
        byte[] changes = new byte[7 * 9000];
        for (int i = 0; i < changes.length; i += 7) { // all layers and resolutions, by position
            System.arraycopy(new byte[] {0, 0, (byte) 255, (byte) 255, 33, (byte) 255, 2}, 0, changes, i, 7);
        }
        byte[] file = new Codestream(2000, 2000, 2000, 2000).coding(2, 1, 1, 4, 0x44, 0x44).quantisation(1)
                .segment(0xff5f, changes).part(0, 0, 1, NONE, EMPTY_PACKET).ended();
        assertThatThrownBy(() -> decoded(file)).isInstanceOf(IiifException.Unsupported.class)
                .hasMessageContaining("progression");
    }

    @Test
    void progressionChangesMayNameMoreThanThereIs() {
        byte[] change = {0, 0, (byte) 255, (byte) 255, 33, (byte) 255, 1};
        byte[] file = two(1).segment(0xff5f, change)
                .part(0, 0, 1, NONE, EMPTY_PACKET).part(1, 0, 1, NONE, EMPTY_PACKET).ended();
        assertThat(decoded(file)).isEqualTo(grey(128));
    }

    @Test
    void smallResolutionOfALargeTileNeedsLittleMemory() {
        byte[] file = new Codestream(50_000, 43_000, 50_000, 43_000).coding(0, 1, 12, 4).quantisation(12)
                .part(0, 0, 1, NONE, new byte[13]).ended();
        Picture picture = new Picture(new HeldBlob(file, "large"), 0);
        Pyramid pyramid = new Jpeg2000Decoder().pyramid(picture);
        Rect smallest = pyramid.levels().get(12).size().bounds();
        BufferedImage image = new Jpeg2000Decoder().decode(picture, 12, smallest);
        assertThat(DecoderContract.samples(image, image.getRaster().getBounds())).isEqualTo(grey(13 * 11));
    }
}
