package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockDecoderTest {

    private static final int PLANES = 25;

    private final BlockDecoder decoder = new BlockDecoder();

    /** Coefficients and how they are coded. */
    private record Block(int[] coefficients, int width, int orientation, int style) {

        /** Few large ones among many small ones, in patches. */
        static Block random(Random random, int width, int height, int style, int magnitudeBits) {
            int[] coefficients = new int[width * height];
            double rare = random.nextDouble();
            for (int i = 0; i < coefficients.length; i++) {
                boolean patch = (i / 5 + i / width / 3) % 4 == 0;
                int bits = random.nextDouble() < rare * (patch ? 1 : 0.1) ? random.nextInt(magnitudeBits + 1) : 0;
                coefficients[i] = random.nextInt(1 << bits) * (random.nextBoolean() ? 1 : -1);
            }
            return new Block(coefficients, width, random.nextInt(4), style);
        }

        int height() {
            return coefficients.length / width;
        }

        EncodedBlock encoded(int dropped) {
            return new BlockEncoder(coefficients, width, orientation, style)
                    .encode(PLANES, dropped, false, new Random(1));
        }

        Subband band() {
            return new Subband(orientation, 0, new Area(0, 0, width, height()), 10, 10, 0, PLANES, 1);
        }

        ComponentCoding coding() {
            return new ComponentCoding(0, 6, 6, style, true, new int[] {0xff});
        }

        /** In halves of a step, when all bits down to a plane are known. */
        int[] middles(int plane) {
            return Arrays.stream(coefficients).map(value -> {
                int known = Math.abs(value) >> plane;
                return known == 0 ? 0 : Integer.signum(value) * ((2 * known + 1) << plane);
            }).toArray();
        }

        @Override
        public String toString() {
            return width + "x" + height() + " of orientation " + orientation + " in style " + style;
        }
    }

    private int[] decode(Block block, EncodedBlock encoded) {
        return decode(block, encoded.zeroPlanes, segments(block, encoded));
    }

    private int[] decode(Block block, int zeroPlanes, CodedSegments segments) {
        segments.seal();
        int[] decoded =
                decoder.decode(block.width, block.height(), block.band(), block.coding(), zeroPlanes, segments);
        return Arrays.copyOf(decoded, block.coefficients.length);
    }

    /** A piece for each pass. */
    private static CodedSegments segments(Block block, EncodedBlock encoded) {
        var segments = new CodedSegments();
        int from = 0;
        for (EncodedBlock.Pass pass : encoded.passes) {
            int at = segments.add(pass.bytes(), 1, block.coding());
            System.arraycopy(encoded.data, from, segments.bytes, at, pass.bytes());
            from += pass.bytes();
        }
        return segments;
    }

    @Test
    void everyStyleAndOrientationIsDecodedAtAnySize() {
        for (int style = 0; style < 64; style++) {
            for (int seed = 0; seed < 12; seed++) {
                var random = new Random(style * 100 + seed);
                var block = Block.random(random, 1 + random.nextInt(64), 1 + random.nextInt(64), style,
                        1 + random.nextInt(14));
                assertThat(decode(block, block.encoded(0))).as("seed %d: %s", style * 100 + seed, block)
                        .isEqualTo(block.middles(0));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1024, 4, 0", "4, 1024, 0", "1024, 4, 63", "4, 1024, 63", "1024, 1, 5", "1, 1024, 8", "1, 1, 0", "1, 1, 63",
        "64, 64, 8", "64, 64, 0",
    })
    void blockOfTheLargestSidesIsDecoded(int width, int height, int style) {
        var block = Block.random(new Random(width + height), width, height, style, 12);
        assertThat(decode(block, block.encoded(0))).isEqualTo(block.middles(0));
    }

    @Test
    void blockOfAllBitPlanesIsDecoded() {
        int[] coefficients = {(1 << 25) - 1, -(1 << 24), 0, 1, -1, 1 - (1 << 25)};
        for (int style = 0; style < 64; style++) {
            var block = new Block(coefficients, 2, Subband.HL, style);
            assertThat(decode(block, block.encoded(0))).as("style %d", style).isEqualTo(block.middles(0));
        }
    }

    @Test
    void blockCutAfterACleanUpHasTheMiddleOfWhatIsNotKnown() {
        for (int style = 0; style < 64; style++) {
            var random = new Random(style);
            var block = Block.random(random, 30, 21, style, 9);
            for (int plane = 1; plane < 8; plane++) {
                assertThat(decode(block, block.encoded(3 * plane))).as("%s without %d planes", block, plane)
                        .isEqualTo(block.middles(plane));
            }
        }
    }

    @Test
    void blockCutWithinABitPlaneHasTheMiddleOfOneStepOrTheOther() {
        int between = 0;
        for (int style = 0; style < 64; style++) {
            var block = Block.random(new Random(style), 30, 21, style, 9);
            for (int dropped : new int[] {1, 2, 4, 5, 10, 11}) {
                int[] decoded = decode(block, block.encoded(dropped));
                int[] finer = block.middles(dropped / 3);
                int[] coarser = block.middles(dropped / 3 + 1);
                for (int i = 0; i < decoded.length; i++) {
                    assertThat(decoded[i]).as("coefficient %d of %s without %d passes", i, block, dropped)
                            .isIn(finer[i], coarser[i]);
                }
                between += Arrays.equals(decoded, coarser) || Arrays.equals(decoded, finer) ? 0 : 1;
            }
        }
        assertThat(between).as("blocks of both steps").isPositive();
    }

    @Test
    void refinementMissingLeavesOneCoefficientBetween() {
        var block = new Block(new int[] {5}, 1, Subband.LL, 0);
        assertThat(decode(block, block.encoded(0))).containsExactly(11);
        assertThat(decode(block, block.encoded(1))).as("the clean-up has nothing to tell").containsExactly(11);
        assertThat(decode(block, block.encoded(2))).containsExactly(10);
        assertThat(decode(block, block.encoded(5))).containsExactly(12);
        assertThat(decode(block, block.encoded(7))).as("no pass").containsExactly(0);
    }

    @Test
    void passesBeyondTheLastPlaneSayNothing() {
        for (int style : new int[] {0, ComponentCoding.BYPASS, ComponentCoding.TERMINATE, 63}) {
            var block = Block.random(new Random(style), 13, 17, style, 12);
            EncodedBlock encoded = block.encoded(0);
            CodedSegments segments = segments(block, encoded);
            int bytes = block.coding().is(ComponentCoding.TERMINATE) ? 3 : 0; // else they would be of the last pass
            for (int i = 0; i < 7; i++) {
                int at = segments.add(bytes, 1, block.coding());
                Arrays.fill(segments.bytes, at, at + bytes, (byte) 0x5a);
            }
            assertThat(decode(block, encoded.zeroPlanes, segments)).as("style %d", style).isEqualTo(block.middles(0));
        }
    }

    @Test
    void emptySegmentIsDecodedAsOneOfOnes() {
        for (int style : new int[] {ComponentCoding.TERMINATE, ComponentCoding.TERMINATE | ComponentCoding.BYPASS}) {
            var block = Block.random(new Random(4), 12, 9, style, 12);
            EncodedBlock encoded = block.encoded(20);
            CodedSegments empty = segments(block, encoded);
            CodedSegments ones = segments(block, encoded);
            for (int pass = encoded.passes.size(); pass < encoded.passes.size() + 18; pass++) {
                empty.add(0, 1, block.coding());
                int at = ones.add(200, 1, block.coding());
                for (int i = 0; i < 200; i++) {
                    boolean stuffed = CodedSegments.bypasses(pass, block.coding()) && i % 2 == 1;
                    ones.bytes[at + i] = (byte) (stuffed ? 0x7f : 0xff);
                }
            }
            assertThat(decode(block, encoded.zeroPlanes, empty)).as("style %d", style)
                    .isEqualTo(decode(block, encoded.zeroPlanes, ones)).isNotEqualTo(decode(block, encoded));
        }
    }

    @Test
    void nothingOfABlockIsLeftForTheNext() {
        var large = Block.random(new Random(1), 64, 64, ComponentCoding.BYPASS, 14);
        var small = Block.random(new Random(2), 9, 30, 0, 5);
        int[] alone = new BlockDecoderTest().decode(small, small.encoded(0));
        decode(large, large.encoded(1));
        assertThat(decode(small, small.encoded(0))).isEqualTo(alone);
        assertThat(decode(small, PLANES - 3, new CodedSegments())).containsOnly(0);
    }
}
