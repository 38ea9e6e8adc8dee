package org.lectern.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.lectern.jpeg2000.Headers.COC;
import static org.lectern.jpeg2000.Headers.COD;
import static org.lectern.jpeg2000.Headers.QCD;
import static org.lectern.jpeg2000.Headers.SIZ;
import static org.lectern.jpeg2000.Headers.cod;
import static org.lectern.jpeg2000.Headers.of;
import static org.lectern.jpeg2000.Headers.part;
import static org.lectern.jpeg2000.Headers.qcd;
import static org.lectern.jpeg2000.Headers.sized;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

class Jp2FileTest {

    private static Bytes codestream(int components) {
        return sized(100, 60, 100, 60, components).segment(COD, cod(1, 0, 5)).segment(QCD, qcd(5))
                .raw(part(0, 0, 1, of(), 8).array());
    }

    private static Jp2File file(Bytes header, int components) {
        return Jp2File.read(Headers.blob(Headers.jp2(header, codestream(components))));
    }

    private static Bytes colr(int method, Bytes rest) {
        return of().box("colr", of().u8(method, 0, 0).raw(rest.array()));
    }

    /** Three columns of 8, of 12 and of 4 signed bits; two entries. */
    private static Bytes pclr() {
        return of().box("pclr", of().u16(2).u8(3, 7, 11, 0x83).u8(200).u16(0x0abc).u8(0x07).u8(1).u16(0x0002).u8(0x0f));
    }

    private static Bytes cmap(int... fields) {
        Bytes content = of();
        for (int i = 0; i < fields.length; i += 3) {
            content.u16(fields[i]).u8(fields[i + 1], fields[i + 2]);
        }
        return of().box("cmap", content);
    }

    private static Bytes both(Bytes one, Bytes other) {
        return of().raw(one.array()).raw(other.array());
    }

    private static Jp2File.Mapping mapped(int component, int column) {
        return new Jp2File.Mapping(component, Optional.of(column));
    }

    @Test
    void firstBytesTellTheFormat() {
        byte[] jp2 = Headers.jp2(of(), of()).array();
        assertThat(Jp2File.recognises(Arrays.copyOf(jp2, 12))).isTrue();
        assertThat(Jp2File.recognises(Arrays.copyOf(jp2, 11))).isFalse();
        assertThat(Jp2File.recognises(of().u16(0xff4f, 0xff51).array())).isTrue();
        assertThat(Jp2File.recognises(of().u16(0xff4f, 0xff52).array())).isFalse();
        assertThat(Jp2File.recognises(new byte[0])).isFalse();
    }

    @Test
    void rawCodestreamTellsNothingOfColours() {
        Jp2File file = Jp2File.read(Headers.blob(codestream(3)));
        assertThat(file.size(0)).isEqualTo(new Dimensions(100, 60));
        assertThat(file.components()).hasSize(3).containsOnly(new Jp2File.Component(8, false, false));
        assertThat(file.colour()).isEqualTo(new Jp2File.Colour.Unknown());
        assertThat(file.palette()).isEmpty();
        assertThat(file.mappings()).isEmpty();
        assertThat(file.definitions()).isEmpty();
        assertThat(file.dpi()).isEmpty();
        assertThat(file.header().firstTilePartAt()).isEqualTo(codestream(3).size() - 22);
    }

    @Test
    void halvingsEndBeforeASideOfOnePixel() {
        Jp2File file = file(of(), 1);
        assertThat(file.halvings()).isEqualTo(5);
        assertThat(file.size(5)).isEqualTo(new Dimensions(4, 2));
        Bytes deep = sized(100, 60, 100, 60, 1).segment(COD, cod(1, 0, 9)).segment(QCD, qcd(9))
                .raw(part(0, 0, 1, of(), 1).array());
        assertThat(Jp2File.read(Headers.blob(deep)).halvings()).isEqualTo(5);
    }

    @Test
    void halvingsAreThoseThatEveryComponentHas() {
        Bytes stream = sized(100, 60, 100, 60, 2).segment(COD, cod(1, 0, 5)).segment(QCD, qcd(5))
                .segment(COC, of().u8(1, 0, 2, 4, 4, 0, 1)).raw(part(0, 0, 1, of(), 1).array());
        assertThat(Jp2File.read(Headers.blob(stream)).halvings()).isEqualTo(2);
    }

    @Test
    void halvingsAreNoMoreThanSixteen() {
        Bytes stream = sized(1 << 20, 1 << 20, 1 << 20, 1 << 20, 1).segment(COD, cod(1, 0, 32)).segment(QCD, qcd(32))
                .raw(part(0, 0, 1, of(), 1).array());
        assertThat(Jp2File.read(Headers.blob(stream)).halvings()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({"24, true", "25, false", "38, false"})
    void samplesOfUpTo24BitsAreRead(int bits, boolean read) {
        Bytes stream = of().u16(0xff4f)
                .segment(SIZ, of().u16(0).u32(8, 8, 0, 0, 8, 8, 0, 0).u16(1).u8(0x80 | bits - 1, 1, 1))
                .segment(COD, cod(1, 0, 0)).segment(QCD, qcd(0)).raw(part(0, 0, 1, of(), 1).array());
        if (read) {
            assertThat(Jp2File.read(Headers.blob(stream)).components())
                    .containsExactly(new Jp2File.Component(bits, true, false));
        } else {
            assertThatThrownBy(() -> Jp2File.read(Headers.blob(stream)))
                    .isInstanceOf(IiifException.Unsupported.class).hasMessageContaining(bits + " bits");
        }
    }

    @ParameterizedTest
    @CsvSource({"12", "16", "17", "18", "1"})
    void enumeratedColourSpaceIsTold(int space) {
        assertThat(file(colr(1, of().u32(space)), 3).colour()).isEqualTo(new Jp2File.Colour.Enumerated(space));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2, 1, 1, 2", "2, 3, 4, 3, 2, 4"})
    void subsampledComponentsAreThoseCoarserThanTheFinest(int x0, int y0, int x1, int y1, int x2, int y2) {
        Bytes stream = of().u16(0xff4f)
                .segment(SIZ, of().u16(0).u32(64, 64, 0, 0, 64, 64, 0, 0).u16(4)
                        .u8(7, x0, y0).u8(7, x1, y1).u8(7, x2, y2).u8(7, x0, y0))
                .segment(COD, cod(1, 0, 0)).segment(QCD, qcd(0)).raw(part(0, 0, 1, of(), 1).array());
        assertThat(Jp2File.read(Headers.blob(stream)).components())
                .extracting(Jp2File.Component::subsampled).containsExactly(x0 > x2, true, y2 > y0 || x2 > x0, x0 > x2);
    }

    @ParameterizedTest
    @CsvSource({"4470325, true", "1144403200, true", "4470064, false", "0, false", "1129583496, false"})
    void cielabIsToldWithItsParameters(long illuminant, boolean d65) {
        Bytes fields = of().u32(14, 100, 0, 255, 32768, 4294967295L, 4294967294L, illuminant);
        assertThat(file(colr(1, fields), 3).colour()).isEqualTo(new CieLab(
                List.of(new CieLab.Axis(100, 0), new CieLab.Axis(255, 32768),
                        new CieLab.Axis(4294967295.0, 4294967294.0)), d65));
    }

    @Test
    void cielabOfFewerParametersHasTheDefaultsOfItsDepth() {
        Bytes fields = of().u32(14, 100, 0, 255, 32768, 255, 32768).u16(0x0044).u8(0x36);
        for (Bytes told : List.of(of().u32(14), fields)) {
            var lab = (CieLab) file(colr(1, told), 3).colour();
            assertThat(lab).isEqualTo(new CieLab(List.of(), false));
            assertThat(lab.axis(0, 8)).isEqualTo(new CieLab.Axis(100, 0));
            assertThat(lab.axis(1, 8)).isEqualTo(new CieLab.Axis(170, 128));
            assertThat(lab.axis(2, 8)).isEqualTo(new CieLab.Axis(200, 96));
            assertThat(lab.axis(1, 16)).isEqualTo(new CieLab.Axis(170, 32768));
            assertThat(lab.axis(2, 16)).isEqualTo(new CieLab.Axis(200, 24576));
        }
    }

    @Test
    void profileIsTold() {
        for (int method : new int[] {2, 3}) {
            byte[] icc = new byte[128];
            icc[127] = 9;
            assertThat(file(colr(method, of().raw(icc)), 3).colour())
                    .isInstanceOfSatisfying(Jp2File.Colour.Profile.class,
                            profile -> assertThat(profile.icc()).isEqualTo(icc));
        }
    }

    @Test
    void firstColourThatIsUnderstoodCounts() {
        Bytes boxes = of().raw(colr(4, of().u32(16)).array()).raw(colr(1, of().u32(3)).array())
                .raw(colr(2, of().raw(new byte[127])).array()).raw(colr(1, of().u16(0)).array())
                .raw(colr(1, of().u32(17)).array()).raw(colr(2, of().raw(new byte[200])).array());
        assertThat(file(boxes, 1).colour()).isEqualTo(new Jp2File.Colour.Enumerated(17));
        assertThat(file(of().box("colr", of().u8(1)), 1).colour()).isEqualTo(new Jp2File.Colour.Unknown());
    }

    @Test
    void profileThatIsTooLargeIsAsIfItWereNotThere() {
        assertThat(file(colr(2, of().raw(new byte[4 << 20])), 1).colour())
                .isInstanceOf(Jp2File.Colour.Profile.class);
        assertThat(file(colr(2, of().raw(new byte[(4 << 20) + 1])), 1).colour())
                .isEqualTo(new Jp2File.Colour.Unknown());
    }

    @Test
    void paletteIsToldWithItsMapping() {
        Jp2File file = file(both(pclr(), cmap(0, 1, 2, 0, 1, 0, 0, 1, 1)), 1);
        assertThat(file.palette().orElseThrow().bits()).containsExactly(8, 12, 4);
        assertThat(file.palette().orElseThrow().entries())
                .isDeepEqualTo(new int[][] {{200, 0xabc, 15}, {1, 2, 7}});
        assertThat(file.mappings()).containsExactly(mapped(0, 2), mapped(0, 0), mapped(0, 1));
    }

    @Test
    void directMappingStandsBesideThePalette() {
        Jp2File file = file(both(pclr(), cmap(1, 1, 2, 0, 0, 0)), 2);
        assertThat(file.mappings()).containsExactly(mapped(1, 2), new Jp2File.Mapping(0, Optional.empty()));
    }

    @Test
    void brokenMappingOfOneComponentIsPutRight() {
        for (Bytes broken : new Bytes[] {
                cmap(0, 1, 0, 0, 1, 1, 0, 1, 3), cmap(0, 1, 0, 1, 1, 1), cmap(0, 2, 0),
                cmap(0, 1, 0, 0, 1, 0, 0, 1, 0)}) {
            assertThat(file(both(pclr(), broken), 1).mappings())
                    .containsExactly(mapped(0, 0), mapped(0, 1), mapped(0, 2));
        }
    }

    @Test
    void brokenMappingOfMoreComponentsIsPassedOver() {
        Jp2File file = file(both(pclr(), cmap(0, 1, 0, 1, 1, 1, 2, 1, 2)), 2);
        assertThat(file.mappings()).isEmpty();
        assertThat(file.palette()).isEmpty();
    }

    @Test
    void paletteThatNothingGoesThroughIsNotTold() {
        assertThat(file(pclr(), 1).palette()).isEmpty();
        assertThat(file(both(pclr(), cmap(0, 0, 0)), 2).palette()).isEmpty();
        assertThat(file(cmap(0, 1, 0), 1).mappings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 7, 0 entries", "1025, 1, 7, 1025 entries", "1, 0, 7, of 0 columns", "1024, 1, 7, ends early"})
    void paletteThatCannotBeIsBroken(int entries, int columns, int depth, String message) {
        Bytes box = of().box("pclr", of().u16(entries).u8(columns, depth).raw(new byte[1000]));
        assertThatThrownBy(() -> file(box, 1)).isInstanceOf(IiifException.Broken.class).hasMessageContaining(message);
    }

    @Test
    void largestPaletteIsRead() {
        Bytes content = of().u16(1024).u8(255);
        IntStream.range(0, 255).forEach(i -> content.u8(15));
        Bytes box = of().box("pclr", content.raw(new byte[1024 * 255 * 2]));
        assertThat(file(both(box, cmap(0, 1, 254)), 1).palette().orElseThrow().entries()).hasNumberOfRows(1024);
        Bytes deeper = of().box("pclr", of().u16(1).u8(1, 16, 0, 0, 0));
        assertThatThrownBy(() -> file(deeper, 1)).isInstanceOf(IiifException.Unsupported.class)
                .hasMessageContaining("17 bits");
    }

    @Test
    void definitionsOfChannelsThereAreNotAreDropped() {
        Bytes cdef = of().box("cdef",
                of().u16(9).u16(0, 0, 1).u16(2, 0, 3).u16(1, 1, 0).u16(65535, 65535, 65535).u16(1));
        assertThat(file(cdef, 2).definitions()).containsExactly(
                new Jp2File.Definition(0, 0, 1), new Jp2File.Definition(1, 1, 0));
        assertThat(file(of().raw(pclr().array()).raw(cmap(0, 1, 0, 0, 1, 1, 0, 1, 2).array()).raw(cdef.array()), 1)
                .definitions()).hasSize(3);
    }

    private static Bytes res(String type, int above, int below, int exponent) {
        return of().box("res ", of().box(type, of().u16(1, 1, above, below).u8(0, exponent)));
    }

    @Test
    void resolutionOfCaptureComesBeforeThatForDisplay() {
        assertThat(file(res("resd", 11811, 1, 0), 1).dpi().orElseThrow()).isCloseTo(300, within(0.01));
        assertThat(file(both(res("resc", 23622, 10, 1), res("resd", 1, 1, 4)), 1).dpi().orElseThrow())
                .isCloseTo(600, within(0.01));
        assertThat(file(both(res("resd", 1, 1, 4), res("resc", 11811, 1000, 3)), 1).dpi().orElseThrow())
                .isCloseTo(300, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "0, 0, 0", "0, 1, 0", "1, 1, 0", "1, 1, 127", "1, 1, 200"})
    void resolutionThatIsNotSensibleIsNotTold(int above, int below, int exponent) {
        assertThat(file(res("resc", above, below, exponent), 1).dpi()).isEmpty();
    }

    @Test
    void boxesMayTellTheirLengthIn64BitsOrGoToTheEnd() {
        Bytes file = of().u32(12).text("jP  ").u32(0x0d0a870aL)
                .u32(1).text("xml ").u32(0, 20).u32(7)
                .u32(1).text("jp2h").u32(0, 31).raw(colr(1, of().u32(17)).array())
                .u32(0).text("jp2c").raw(codestream(1).array());
        Jp2File read = Jp2File.read(Headers.blob(file));
        assertThat(read.colour()).isEqualTo(new Jp2File.Colour.Enumerated(17));
        assertThat(read.header().end()).isEqualTo(file.size());
    }

    @Test
    void firstCodestreamCountsAndNothingBehindIt() {
        Bytes file = Headers.jp2(colr(1, of().u32(16)), codestream(3)).box("jp2c", codestream(1)).text("garbage");
        assertThat(Jp2File.read(Headers.blob(file)).components()).hasSize(3);
    }

    @Test
    void codestreamEndsWithItsBox() {
        Bytes file = Headers.jp2(of(), codestream(1));
        long end = file.size();
        assertThat(Jp2File.read(Headers.blob(file.text("behind"))).header().end()).isEqualTo(end);
    }

    @Test
    void boxesThatCannotBeAreBroken() {
        Bytes short7 = of().u32(12).text("jP  ").u32(0x0d0a870aL).u32(7).text("jp2h");
        assertThatThrownBy(() -> Jp2File.read(Headers.blob(short7))).isInstanceOf(IiifException.Broken.class)
                .hasMessageContaining("a box has 7 bytes");
        Bytes huge = of().u32(12).text("jP  ").u32(0x0d0a870aL).u32(1).text("free").u32(0xffffffffL, 0xffffffffL);
        assertThatThrownBy(() -> Jp2File.read(Headers.blob(huge))).isInstanceOf(IiifException.Broken.class)
                .hasMessageContaining("no codestream");
        assertThatThrownBy(() -> Jp2File.read(Headers.blob(of()))).isInstanceOf(IiifException.Broken.class);
        Bytes many = of();
        IntStream.range(0, 10_001).forEach(i -> many.u32(8).text("free"));
        assertThatThrownBy(() -> Jp2File.read(Headers.blob(many.box("jp2c", codestream(1)))))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining("no codestream");
    }
}
