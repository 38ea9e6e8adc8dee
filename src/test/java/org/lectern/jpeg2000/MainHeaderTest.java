package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lectern.jpeg2000.Headers.COC;
import static org.lectern.jpeg2000.Headers.COD;
import static org.lectern.jpeg2000.Headers.POC;
import static org.lectern.jpeg2000.Headers.QCC;
import static org.lectern.jpeg2000.Headers.QCD;
import static org.lectern.jpeg2000.Headers.RGN;
import static org.lectern.jpeg2000.Headers.SIZ;
import static org.lectern.jpeg2000.Headers.cod;
import static org.lectern.jpeg2000.Headers.of;
import static org.lectern.jpeg2000.Headers.part;
import static org.lectern.jpeg2000.Headers.qcd;
import static org.lectern.jpeg2000.Headers.sized;
import static org.lectern.jpeg2000.Headers.two;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

class MainHeaderTest {

    private static final Bytes NOTHING = of();

    private static MainHeader main(Bytes header) {
        return Headers.main(of().raw(header.array()).raw(part(0, 0, 1, NOTHING, 1).array()));
    }

    private static Bytes stream(Bytes siz) {
        return of().u16(0xff4f).segment(SIZ, siz).segment(COD, cod(1, 0, 0)).segment(QCD, qcd(0));
    }

    private static Bytes three(Bytes cod) {
        return sized(64, 64, 64, 64, 3).segment(COD, cod).segment(QCD, qcd(2));
    }

    private static Bytes siz(long x1, long y1, long x0, long y0, long tw, long th, long tx, long ty) {
        return of().u16(0xff4f).segment(SIZ, of().u16(0).u32(x1, y1, x0, y0, tw, th, tx, ty).u16(1).u8(7, 1, 1))
                .segment(COD, cod(1, 0, 1)).segment(QCD, qcd(1));
    }

    @Test
    void sizesAndComponentsAreTold() {
        Bytes siz = of().u16(0).u32(1000, 800, 10, 20, 256, 128, 5, 6).u16(3).u8(7, 1, 1).u8(0x8b, 2, 1).u8(0, 2, 255);
        ImageSize size = main(stream(siz)).size();
        assertThat(size.image()).isEqualTo(new Area(10, 20, 1000, 800));
        assertThat(List.of(size.tileX(), size.tileY(), size.tileWidth(), size.tileHeight()))
                .containsExactly(5, 6, 256, 128);
        assertThat(size.tiles()).isEqualTo(4 * 7);
        assertThat(size.components()).containsExactly(new ImageSize.Component(8, false, 1, 1),
                new ImageSize.Component(12, true, 2, 1), new ImageSize.Component(1, false, 2, 255));
    }

    @Test
    void tileWiderThan31BitsIsCut() {
        ImageSize size = main(siz(16, 8, 0, 0, 0xffffffffL, 0x80000000L, 0, 0)).size();
        assertThat(size.tiles()).isEqualTo(1);
        assertThat(size.tile(0)).isEqualTo(new Area(0, 0, 16, 8));
        assertThat(size.tileWidth()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void componentWithoutSamplesIsLegalBesideOneThatHasSome() {
        Bytes siz = of().u16(0).u32(12, 12, 1, 1, 12, 12, 0, 0).u16(2).u8(7, 1, 1).u8(7, 255, 255);
        ImageSize size = main(stream(siz)).size();
        assertThat(size.size(0)).isEqualTo(new Dimensions(11, 11));
        assertThat(size.tile(0).divided(255, 255).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8, 0, 0, 8, 8, 0, 0, claims to be 0 by 8",
        "4, 8, 4, 0, 8, 8, 0, 0, claims to be 0 by 8",
        "4, 8, 5, 0, 8, 8, 0, 0, 'its picture ends at 4, 8, before it begins at 5, 0'",
        "4, 8, 0, 4294967295, 8, 8, 0, 0, 'its picture ends at 4, 8, before it begins at 0, 4294967295'",
        "16, 8, 0, 0, 0, 8, 0, 0, do not cover",
        "16, 8, 0, 0, 8, 8, 1, 0, do not cover",
        "16, 8, 8, 0, 8, 8, 0, 0, do not cover",
        "65536, 1, 0, 0, 1, 1, 0, 0, claims 65536 by 1 tiles",
        "60000, 60000, 0, 0, 1, 1, 0, 0, claims 60000 by 60000 tiles",
    })
    void sizesThatCannotBeAreBroken(
            long x1, long y1, long x0, long y0, long tw, long th, long tx, long ty, String message) {
        assertThatThrownBy(() -> main(siz(x1, y1, x0, y0, tw, th, tx, ty)))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining(message);
    }

    @Test
    void coordinatesOver31BitsAreTooLarge() {
        assertThatThrownBy(() -> main(siz(0x80000000L, 8, 0x7fffffffL, 0, 0xffffffffL, 8, 0, 0)))
                .isInstanceOf(IiifException.TooLarge.class).hasMessageContaining("2147483648");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1, claims 0 components", "2, 1, 1, claims 2 components", "1, 0, 1, steps of 0 by 1",
        "1, 1, 0, steps of 1 by 0"})
    void componentsThatCannotBeAreBroken(int count, int stepX, int stepY, String message) {
        Bytes siz = of().u16(0).u32(8, 8, 0, 0, 8, 8, 0, 0).u16(count).u8(7, stepX, stepY);
        assertThatThrownBy(() -> main(of().u16(0xff4f).segment(SIZ, siz)))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining(message);
    }

    @Test
    void codingStyleIsTold() {
        Bytes cod = of().u8(7, 2).u16(300).u8(1, 2, 3, 4, 0x3f, 0, 0x10, 0x87, 0xf9);
        TileCoding coding = main(three(cod)).coding();
        assertThat(coding.layers()).isEqualTo(300);
        assertThat(coding.componentTransform()).isTrue();
        assertThat(coding.sop()).isTrue();
        assertThat(coding.eph()).isTrue();
        ComponentCoding component = coding.components().get(2);
        assertThat(component.levels()).isEqualTo(2);
        assertThat(component.blockWidthExponent()).isEqualTo(5);
        assertThat(component.blockHeightExponent()).isEqualTo(6);
        assertThat(component.blockStyle()).isEqualTo(0x3f);
        assertThat(component.reversible()).isFalse();
        assertThat(component.precincts()).containsExactly(0x10, 0x87, 0xf9);
        assertThat(coding.order()).containsExactly(new ProgressionChange(0, 0, 300, 3, 3, ProgressionChange.RPCL));
    }

    @Test
    void precinctsThatAreNotToldAreTheLargest() {
        TileCoding coding = main(three(cod(1, 0, 2))).coding();
        assertThat(coding.sop() || coding.eph()).isFalse();
        assertThat(coding.components().get(0).precincts()).containsExactly(0xff, 0xff, 0xff);
        assertThat(coding.components().get(0).reversible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "8, 0, 1, 0, 1, 4, 4, 1, coding style is 8",
        "0, 5, 1, 0, 1, 4, 4, 1, progression order is 5",
        "0, 0, 0, 0, 1, 4, 4, 1, 0 layers",
        "0, 0, 1, 2, 1, 4, 4, 1, component transformation 2",
        "0, 0, 1, 0, 33, 4, 4, 1, 33 decompositions",
        "0, 0, 1, 0, 1, 9, 0, 1, 2^11 by 2^2",
        "0, 0, 1, 0, 1, 5, 4, 1, 2^7 by 2^6",
        "0, 0, 1, 0, 1, 4, 4, 2, wavelet 2",
        "1, 0, 1, 0, 1, 4, 4, 1, ends early",
    })
    void codingThatCannotBeIsBroken(
            int style, int order, int layers, int mct, int levels, int w, int h, int wavelet, String message) {
        Bytes cod = of().u8(style, order).u16(layers).u8(mct, levels, w, h, 0, wavelet);
        assertThatThrownBy(() -> main(three(cod))).isInstanceOf(IiifException.Broken.class)
                .hasMessageContaining(message);
    }

    @Test
    void precinctOfOneSampleIsOfTheLowestResolutionAlone() {
        Bytes lowest = of().u8(1, 0).u16(1).u8(0, 1, 4, 4, 0, 1, 0x00, 0x11);
        assertThat(main(three(lowest)).coding().components().get(0).precincts()).containsExactly(0, 0x11);
        Bytes other = of().u8(1, 0).u16(1).u8(0, 1, 4, 4, 0, 1, 0x11, 0x10);
        assertThatThrownBy(() -> main(three(other))).isInstanceOf(IiifException.Broken.class)
                .hasMessageContaining("resolution 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x40, 0x80, 0xc0})
    void highThroughputStyleIsNotRead(int style) {
        Bytes cod = of().u8(0, 0).u16(1).u8(0, 1, 4, 4, style, 1);
        assertThatThrownBy(() -> main(three(cod))).isInstanceOf(IiifException.Unsupported.class)
                .hasMessage("High-throughput JPEG 2000 (HTJ2K, Part 15) is not read; JPEG 2000 Part 1 is.");
    }

    @Test
    void highThroughputCapabilityIsNotRead() {
        assertThatThrownBy(() -> main(two().segment(0xff50, of().u32(1 << 17).u16(0))))
                .isInstanceOf(IiifException.Unsupported.class).hasMessageContaining("HTJ2K");
        assertThat(main(two().segment(0xff50, of().u32(1 << 18).u16(0))).size().tiles()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xff70, 0xff74, 0xff77, 0xff79})
    void extensionsOfPart2AreNotRead(int marker) {
        assertThatThrownBy(() -> main(two().segment(marker, of().u16(0))))
                .isInstanceOf(IiifException.Unsupported.class).hasMessageContaining("Part 2");
    }

    @Test
    void componentsHaveTheirOwnCodingAndQuantisation() {
        TileCoding coding = main(three(cod(1, 0, 2))
                .segment(COC, of().u8(1, 1, 1, 2, 3, 9, 0, 0x22, 0x33))
                .segment(QCC, of().u8(2, 3 << 5 | 1).u16(0x4812))
                .segment(RGN, of().u8(0, 0, 37))).coding();
        assertThat(coding.components().get(0).levels()).isEqualTo(2);
        ComponentCoding own = coding.components().get(1);
        assertThat(own.levels()).isEqualTo(1);
        assertThat(own.blockWidthExponent()).isEqualTo(4);
        assertThat(own.blockHeightExponent()).isEqualTo(5);
        assertThat(own.blockStyle()).isEqualTo(9);
        assertThat(own.reversible()).isFalse();
        assertThat(own.precincts()).containsExactly(0x22, 0x33);
        assertThat(coding.quantization().get(1).kind()).isEqualTo(Quantization.NONE);
        assertThat(coding.quantization().get(1).guardBits()).isEqualTo(2);
        assertThat(coding.quantization().get(1).exponent(6)).isEqualTo(14);
        Quantization derived = coding.quantization().get(2);
        assertThat(derived.kind()).isEqualTo(Quantization.DERIVED);
        assertThat(derived.guardBits()).isEqualTo(3);
        assertThat(derived.exponent(0)).isEqualTo(9);
        assertThat(derived.mantissa(4)).isEqualTo(0x12);
        assertThat(coding.regionShift()).containsExactly(37, 0, 0);
    }

    @Test
    void componentsHaveTheirOwnCodingWhereverItStands() {
        Bytes header = sized(64, 64, 64, 64, 2).segment(COC, of().u8(1, 0, 0, 4, 4, 0, 1))
                .segment(QCC, of().u8(1, 0).u8(8)).segment(QCD, qcd(2)).segment(COD, cod(1, 0, 2));
        TileCoding coding = main(header).coding();
        assertThat(coding.components()).extracting(ComponentCoding::levels).containsExactly(2, 0);
        assertThat(coding.quantization()).extracting(q -> q.steps().length).containsExactly(7, 1);
    }

    @Test
    void expoundedStepsAreToldEach() {
        TileCoding coding = main(sized(8, 8, 8, 8, 1).segment(COD, cod(1, 0, 1))
                .segment(QCD, of().u8(1 << 5 | 2).u16(0x4801, 0x5002, 0x5803, 0xffff))).coding();
        Quantization steps = coding.quantization().get(0);
        assertThat(steps.steps()).containsExactly(0x4801, 0x5002, 0x5803, 0xffff);
        assertThat(steps.exponent(3)).isEqualTo(31);
        assertThat(steps.mantissa(3)).isEqualTo(2047);
    }

    @Test
    void numbersOfMoreThan256ComponentsHaveTwoBytes() {
        Bytes header = sized(8, 8, 8, 8, 257).segment(COD, cod(1, 0, 0)).segment(QCD, qcd(0))
                .segment(RGN, of().u16(256).u8(0, 5)).segment(POC, of().u8(0).u16(3, 1).u8(1).u16(0).u8(4));
        TileCoding coding = main(header).coding();
        assertThat(coding.regionShift().get(256)).isEqualTo(5);
        assertThat(coding.order()).containsExactly(new ProgressionChange(0, 3, 1, 1, 257, ProgressionChange.CPRL));
    }

    @Test
    void progressionChangesAreCutToWhatThereIs() {
        TileCoding coding = main(three(cod(4, 0, 2)).segment(POC, of()
                .u8(0, 0).u16(2).u8(33, 0, 1)
                .u8(1, 1).u16(65535).u8(2, 255, 3))).coding();
        assertThat(coding.order()).containsExactly(
                new ProgressionChange(0, 0, 2, 3, 3, ProgressionChange.RLCP),
                new ProgressionChange(1, 1, 4, 2, 3, ProgressionChange.PCRL));
    }

    @Test
    void progressionChangesOverAndOverAreTooMuch() {
        Bytes changes = of();
        for (int i = 0; i < 257; i++) {
            changes.u8(0, 0).u16(1).u8(33, 1, 0);
        }
        assertThatThrownBy(() -> main(two().segment(POC, changes))).isInstanceOf(IiifException.TooLarge.class)
                .hasMessageContaining("256 times");
    }

    @Test
    void componentTransformOfComponentsThatDifferIsPassedOver() {
        assertThat(main(three(cod(1, 1, 2))).coding().componentTransform()).isTrue();
        assertThat(main(sized(8, 8, 8, 8, 2).segment(COD, cod(1, 1, 0)).segment(QCD, qcd(0))).coding()
                .componentTransform()).isFalse();
        Bytes otherWavelet = three(cod(1, 1, 2)).segment(COC, of().u8(2, 0, 2, 4, 4, 0, 0));
        assertThat(main(otherWavelet).coding().componentTransform()).isFalse();
        Bytes steps = of().u16(0).u32(8, 8, 0, 0, 8, 8, 0, 0).u16(3).u8(7, 1, 1).u8(7, 2, 2).u8(7, 2, 2);
        assertThat(main(of().u16(0xff4f).segment(SIZ, steps).segment(COD, cod(1, 1, 0)).segment(QCD, qcd(0)))
                .coding().componentTransform()).isFalse();
    }

    @Test
    void segmentsThatSayNothingOfTheCodingAreSkipped() {
        Bytes header = two().segment(Headers.COM, of().u16(1).text("hello")).segment(Headers.CRG, of().u16(0, 0))
                .segment(Headers.PLM, of().u8(0, 1, 2)).u16(0xff30).segment(0xff6f, of().u32(0)).segment(0xff01, of());
        assertThat(main(header).levels()).isEqualTo(1);
    }

    @Test
    void headerOfEndlessSegmentsIsBroken() {
        Bytes header = two();
        for (int i = 0; i < 100_000; i++) {
            header.u16(Headers.COM, 2);
        }
        assertThatThrownBy(() -> main(header)).isInstanceOf(IiifException.Broken.class)
                .hasMessageContaining("100000 marker segments");
    }

    @Test
    void headerThatLacksWhatItNeedsIsBroken() {
        assertThatThrownBy(() -> main(sized(8, 8, 8, 8, 1).segment(QCD, qcd(1))))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining("COD");
        assertThatThrownBy(() -> main(sized(8, 8, 8, 8, 1).segment(COD, cod(1, 0, 1))))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining("QCD");
        assertThatThrownBy(() -> main(of().u16(0xff4f).segment(COD, cod(1, 0, 1))))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining("SOC and SIZ");
        assertThatThrownBy(() -> Headers.main(two())).isInstanceOf(IiifException.Broken.class)
                .hasMessageContaining("main header");
        assertThatThrownBy(() -> main(two().u16(0x1234))).isInstanceOf(IiifException.Broken.class)
                .hasMessageContaining("1234");
        assertThatThrownBy(() -> main(two().u16(Headers.COM, 1))).isInstanceOf(IiifException.Broken.class)
                .hasMessageContaining("1 bytes");
    }

    @ParameterizedTest
    @CsvSource({"65363, 1", "65373, 1", "65374, 1"})
    void segmentsForComponentsThereAreNotAreBroken(int marker, int component) {
        assertThatThrownBy(() -> main(two().segment(marker, of().u8(component, 0, 0, 0, 0, 0, 0))))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining("component 1; it has 1");
    }

    @Test
    void manyComponentsAreRead() {
        MainHeader header = main(sized(8, 8, 8, 8, 16_384).segment(COD, cod(1, 0, 0)).segment(QCD, qcd(0)));
        assertThat(header.coding().components()).hasSize(16_384);
    }
}
