package org.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

class AltoTest {

    private static String string(String content, int x, int y, int width, int height, String more) {
        return "<String CONTENT=\"" + content + "\" HPOS=\"" + x + "\" VPOS=\"" + y + "\" WIDTH=\"" + width + "\" HEIGHT=\""
                + height + "\" WC=\"0.8\" " + more + "/>";
    }

    private static PageText page(String printSpace) {
        return Reading.page(TextForm.ALTO, "<alto><Layout><Page WIDTH=\"100\" HEIGHT=\"200\"><PrintSpace>" + printSpace
                + "</PrintSpace></Page></Layout></alto>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " xmlns=\"http://schema.ccs-gmbh.com/ALTO\"", " xmlns=\"http://www.loc.gov/standards/alto/ns-v2#\"",
        " xmlns=\"http://www.loc.gov/standards/alto/ns-v3#\"", " xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\""})
    void everyVersionIsReadByItsLocalNames(String namespace) {
        PageText page = Reading.page(TextForm.ALTO, "<?xml version=\"1.0\"?><!DOCTYPE alto SYSTEM \"alto.dtd\"><alto" + namespace
                + "><Description><MeasurementUnit>pixel</MeasurementUnit></Description><Layout><Page WIDTH=\"100\" HEIGHT=\"200\">"
                + "<TopMargin WIDTH=\"100\" HEIGHT=\"10\"/><PrintSpace><TextBlock><TextLine>" + string("Alice", 10, 20, 30, 12, "") + "<SP/>"
                + string("&quot;fell&quot;", 45, 20, 20, 12, "") + "</TextLine></TextBlock></PrintSpace></Page></Layout></alto>");
        assertThat(page.space()).isEqualTo(new Dimensions(100, 200));
        assertThat(Reading.words(page)).containsExactly("Alice@10,20,30,12", "\"fell\"@45,20,20,12");
    }

    @Test
    void prefixesDoNotMatter() {
        PageText page = Reading.page(TextForm.ALTO, "<a:alto xmlns:a=\"x\"><a:Layout><a:Page WIDTH=\"100.4\" HEIGHT=\"200.5\">"
                + "<a:TextLine><a:String a:CONTENT=\"x\" HPOS=\"5.5\" VPOS=\"6.25\" WIDTH=\"7.5\" HEIGHT=\"8.5\"/></a:TextLine></a:Page></a:Layout></a:alto>");
        assertThat(page.space()).isEqualTo(new Dimensions(100, 201));
        assertThat(Reading.words(page)).containsExactly("x@5,6,8,9");
    }

    @Test
    void unitsOtherThanPixelsNeedNoScalingSinceThePageIsMeasuredInThem() {
        PageText page = Reading.page(TextForm.ALTO, "<alto><Description><MeasurementUnit>inch1200</MeasurementUnit></Description>"
                + "<Layout><Page WIDTH=\"9600\" HEIGHT=\"12000\"><TextLine>" + string("x", 4800, 6000, 960, 1200, "")
                + "</TextLine></Page></Layout></alto>");
        assertThat(Reading.words(page)).containsExactly("x@4800,6000,960,1200");
        assertThat(Reading.words(page.scaledTo(new Dimensions(800, 1000)))).containsExactly("x@400,500,80,100");
    }

    @Test
    void whatIsMissingIsTakenFromWhatIsThere() {
        PageText page = Reading.page(TextForm.ALTO, "<alto><Layout><Page><PrintSpace HPOS=\"0\" VPOS=\"0\" WIDTH=\"300\" HEIGHT=\"400\"><TextBlock>"
                + "<TextLine HPOS=\"10\" VPOS=\"20\" WIDTH=\"100\" HEIGHT=\"12\"><String CONTENT=\"a\"/><String CONTENT=\"b\" HPOS=\"50\"/></TextLine>"
                + "<String CONTENT=\"loose\" HPOS=\"1\" VPOS=\"2\" WIDTH=\"3\" HEIGHT=\"4\"/><TextLine><String CONTENT=\"nowhere\"/></TextLine>"
                + "</TextBlock></PrintSpace></Page></Layout></alto>");
        assertThat(page.space()).isEqualTo(new Dimensions(300, 400));
        assertThat(Reading.words(page)).containsExactly("a@10,20,100,12", "b@10,20,100,12", "loose@1,2,3,4", "nowhere@0,0,300,400");
    }

    @Test
    void dividedWordsAreWhatTheFileSaysTheyAre() {
        PageText page = page("<TextBlock><TextLine>" + string("Inter", 1, 2, 3, 4, "SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=\"International\"")
                + "<HYP CONTENT=\"-\"/></TextLine><TextLine>" + string("national", 1, 9, 3, 4, "SUBS_TYPE=\"HypPart2\" SUBS_CONTENT=\"International\"")
                + string("Mr", 5, 9, 3, 4, "SUBS_TYPE=\"Abbreviation\" SUBS_CONTENT=\"Mister\"") + "</TextLine></TextBlock>");
        assertThat(Reading.texts(page)).containsExactly("Inter-(International", "national)International", "Mr");
    }

    @Test
    void partsBelongTogetherAcrossBlocksAndWithoutTheirWhole() {
        PageText page = page("<TextBlock><TextLine>" + string("to", 1, 2, 3, 4, "SUBS_TYPE=\"HypPart1\"") + "<HYP/></TextLine></TextBlock><TextBlock><TextLine>"
                + string("gether", 1, 9, 3, 4, "SUBS_TYPE=\"HypPart2\"") + "</TextLine></TextBlock>");
        assertThat(Reading.texts(page)).containsExactly("to-(together", "gether)together");
        assertThat(Reading.parts(page)).containsExactly("0.0", "1.1");
    }

    @Test
    void aHyphenElementAloneDividesToo() {
        assertThat(Reading.texts(page("<TextBlock><TextLine>" + string("to", 1, 2, 3, 4, "") + "<HYP CONTENT=\"\u00ad\"/></TextLine><TextLine>"
                + string("gether", 1, 9, 3, 4, "") + "</TextLine></TextBlock>"))).containsExactly("to-(together", "gether)together");
    }

    @Test
    void aHalfIsAloneOnlyWhereThePageEnds() {
        String head = string("Inter", 1, 2, 3, 4, "SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=\"International\"");
        String tail = string("national", 1, 9, 3, 4, "SUBS_TYPE=\"HypPart2\" SUBS_CONTENT=\"International\"");
        String other = "<TextLine>" + string("other", 1, 5, 3, 4, "") + "</TextLine>";
        assertThat(Reading.texts(page("<TextLine>" + tail + "</TextLine>" + other + "<TextLine>" + head + "</TextLine>")))
                .containsExactly("national)International", "other", "Inter(International");
        assertThat(Reading.texts(page(other + "<TextLine>" + head + "</TextLine>" + other + "<TextLine>" + tail + "</TextLine>")))
                .containsExactly("other", "Inter=International", "other", "national");
    }

    @Test
    void languagesAreInheritedAndWrittenAsTags() {
        PageText page = page("<TextBlock language=\"ger\"><TextLine>" + string("a", 1, 2, 3, 4, "") + "</TextLine><TextLine LANG=\"en-gb\">"
                + string("b", 1, 2, 3, 4, "") + "</TextLine></TextBlock><TextBlock><TextLine>" + string("c", 1, 2, 3, 4, "") + "</TextLine></TextBlock>");
        assertThat(page.lines()).extracting(Line::language)
                .containsExactly(Optional.of("de"), Optional.of("en-GB"), Optional.empty());
    }

    @Test
    void blocksInComposedBlocksAreReadAndTheReadingOrderIsFollowed() {
        String blocks = "<ComposedBlock><ComposedBlock><TextBlock ID=\"b1\"><TextLine>" + string("one", 1, 2, 3, 4, "") + "</TextLine></TextBlock></ComposedBlock>"
                + "<TextBlock ID=\"b2\"><TextLine>" + string("two", 1, 2, 3, 4, "") + "</TextLine></TextBlock></ComposedBlock>"
                + "<TextBlock ID=\"b3\"><TextLine>" + string("three", 1, 2, 3, 4, "") + "</TextLine></TextBlock>";
        assertThat(Reading.texts(page(blocks))).containsExactly("one", "two", "three");
        PageText ordered = Reading.page(TextForm.ALTO, "<alto><ReadingOrder><OrderedGroup><ElementRef REF=\"b3\"/><ElementRef REF=\"b1\"/></OrderedGroup>"
                + "</ReadingOrder><Layout><Page WIDTH=\"100\" HEIGHT=\"200\">" + blocks + "</Page></Layout></alto>");
        assertThat(Reading.texts(ordered)).containsExactly("three", "one", "two");
        assertThat(Reading.parts(ordered)).containsExactly("0.0", "1.1", "2.2");
    }

    @Test
    void glyphsAndVariantsAreNoWords() {
        assertThat(Reading.texts(page("<TextLine><String CONTENT=\"\u7fa9\" HPOS=\"1\" VPOS=\"2\" WIDTH=\"3\" HEIGHT=\"4\"><Glyph CONTENT=\"\u7fa9\">"
                + "<Variant CONTENT=\"\u9078\"/></Glyph></String><String CONTENT=\" \"/><String/></TextLine>"))).containsExactly("\u7fa9");
    }

    @Test
    void severalPagesAreCounted() {
        List<PageText> pages = Reading.pages(TextForm.ALTO, "<alto><Layout><Page WIDTH=\"1\" HEIGHT=\"2\"/><Page WIDTH=\"3\" HEIGHT=\"4\"/></Layout></alto>");
        assertThat(pages).extracting(PageText::space).containsExactly(new Dimensions(1, 2), new Dimensions(3, 4));
    }

    @Test
    void aFileWithoutAPageIsRefused() {
        assertThatThrownBy(() -> Reading.pages(TextForm.ALTO, "<alto><Layout/></alto>"))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining("a Page in its Layout");
    }
}
