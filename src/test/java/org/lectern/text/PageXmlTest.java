package org.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

class PageXmlTest {

    private static PageText page(String inside) {
        return Reading.page(TextForm.PAGE_XML, "<?xml version=\"1.0\" encoding=\"UTF-8\"?><PcGts xmlns=\"http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15\">"
                + "<Metadata/><Page imageFilename=\"a.tif\" imageWidth=\"100\" imageHeight=\"200\">" + inside + "</Page></PcGts>");
    }

    private static String region(String id, String lines) {
        return "<TextRegion id=\"" + id + "\"><Coords points=\"0,0 90,0 90,50 0,50\"/>" + lines + "</TextRegion>";
    }

    private static String line(String points, String text) {
        return "<TextLine><Coords points=\"" + points + "\"/><Baseline points=\"0,199 99,199\"/><TextEquiv><Unicode>" + text + "</Unicode></TextEquiv></TextLine>";
    }

    private static String word(String points, String text) {
        return "<Word><Coords points=\"" + points + "\"/><TextEquiv conf=\"0.9\"><PlainText>no</PlainText><Unicode>" + text + "</Unicode></TextEquiv></Word>";
    }

    @Test
    void outlinesBecomeBoxesAndWordsKeepTheirLine() {
        PageText page = page(region("r1", "<TextLine><Coords points=\"0,0 90,0 90,9\"/>" + word("10,20 30,18 31,40 9,41", "Alice") + word("40,20 60,40", "fell")
                + "<TextEquiv><Unicode>Alice fell</Unicode></TextEquiv></TextLine>" + "<TextLine>" + word("1,50 5,60", "down") + "</TextLine>")
                + region("r2", line("10,80 50,90", "x")));
        assertThat(page.space()).isEqualTo(new Dimensions(100, 200));
        assertThat(Reading.words(page)).containsExactly("Alice@9,18,22,23", "fell@40,20,20,20", "down@1,50,4,10", "x@10,80,40,10");
        assertThat(Reading.parts(page)).containsExactly("0.0", "0.0", "1.1");
    }

    @Test
    void pointsMayBeElements() {
        assertThat(Reading.words(page("<TextRegion><TextLine><Coords><Point x=\"10\" y=\"20\"/><Point y=\"30\" x=\"50\"/></Coords><Baseline><Point x=\"0\" y=\"0\"/></Baseline>"
                + "<TextEquiv><Unicode>a</Unicode></TextEquiv></TextLine></TextRegion>"))).containsExactly("a@10,20,40,10");
    }

    @Test
    void aLineWithoutWordsSharesItsBoxByTheNumberOfCharacters() {
        assertThat(Reading.words(page(region("r", line("0,10 50,10 50,20", "  Down  the hole")))))
                .containsExactly("Down@0,10,16,10", "the@19,10,12,10", "hole@34,10,16,10");
    }

    @Test
    void theWordsOfALineFromTheRightShareItFromThere() {
        assertThat(Reading.words(page(region("r", line("0,10 90,20", "\u05d0\u05d1\u05d2\u05d3 \u05d4\u05d5\u05d6\u05d7")))))
                .containsExactly("\u05d0\u05d1\u05d2\u05d3@50,10,40,10", "\u05d4\u05d5\u05d6\u05d7@0,10,40,10");
    }

    @Test
    void theReadingOfTheLowestIndexCounts() {
        assertThat(Reading.texts(page(region("r", "<TextLine><Word><TextEquiv index=\"2\"><Unicode>c</Unicode></TextEquiv><TextEquiv index=\"1\"><Unicode>b</Unicode></TextEquiv>"
                + "<TextEquiv index=\"3\"><Unicode>d</Unicode></TextEquiv></Word><Word><TextEquiv><Unicode>x</Unicode></TextEquiv><TextEquiv><Unicode>y</Unicode></TextEquiv></Word></TextLine>"))))
                .containsExactly("b", "x");
    }

    @Test
    void aWordWithoutTextHasThatOfItsGlyphs() {
        assertThat(Reading.texts(page(region("r", "<TextLine><Word><Glyph><TextEquiv><Unicode>a</Unicode></TextEquiv></Glyph><Glyph><TextEquiv><Unicode>b</Unicode></TextEquiv></Glyph></Word>"
                + "<Word><Glyph><TextEquiv><Unicode>q</Unicode></TextEquiv></Glyph><TextEquiv><Unicode>c</Unicode></TextEquiv></Word></TextLine>"))))
                .containsExactly("ab", "c");
    }

    @Test
    void aRegionWithoutLinesIsCutIntoRows() {
        PageText page = page("<TextRegion><Coords points=\"0,0 90,60\"/><TextEquiv><Unicode>one two\n\nthree</Unicode></TextEquiv></TextRegion>");
        assertThat(Reading.words(page)).containsExactly("one@0,0,39,30", "two@51,0,39,30", "three@0,30,90,30");
        assertThat(Reading.parts(page)).containsExactly("0.0", "0.0");
    }

    @Test
    void theTextOfARegionIsNotReadTwice() {
        assertThat(Reading.texts(page("<TextRegion id=\"a\"><TextRegion id=\"b\">" + line("1,1 9,9", "once") + "<TextEquiv><Unicode>once</Unicode></TextEquiv></TextRegion>"
                + "<TextEquiv><Unicode>once</Unicode></TextEquiv></TextRegion>"))).containsExactly("once");
    }

    @Test
    void theReadingOrderIsFollowedByIndexAndThroughGroups() {
        String order = "<ReadingOrder><OrderedGroup id=\"g\"><RegionRefIndexed index=\"2\" regionRef=\"r1\"/><OrderedGroupIndexed index=\"0\">"
                + "<RegionRefIndexed index=\"10\" regionRef=\"r2\"/><RegionRefIndexed index=\"9\" regionRef=\"r3\"/></OrderedGroupIndexed>"
                + "<RegionRefIndexed index=\"1\" regionRef=\"r4\"/></OrderedGroup></ReadingOrder>";
        String regions = region("r0", line("1,1 9,9", "none")) + region("r1", line("1,1 9,9", "last")) + region("r2", line("1,1 9,9", "second") + line("1,1 9,9", "third"))
                + region("r3", line("1,1 9,9", "first")) + region("r4", line("1,1 9,9", "fourth"));
        PageText page = page(order + regions);
        assertThat(Reading.texts(page)).containsExactly("first", "second", "third", "fourth", "last", "none");
        assertThat(Reading.parts(page)).containsExactly("0.0", "1.1", "1.1", "2.2", "3.3", "4.4");
        assertThat(Reading.texts(page(regions))).startsWith("none", "last", "second");
    }

    @Test
    void languagesAreNames() {
        PageText page = page("<TextRegion primaryLanguage=\"German\"><TextLine>" + word("1,1 9,9", "a") + "</TextLine><TextLine primaryLanguage=\"Latin\">" + word("1,1 9,9", "b")
                + "</TextLine></TextRegion><TextRegion><TextLine><Word language=\"French\"><TextEquiv><Unicode>c</Unicode></TextEquiv></Word></TextLine></TextRegion>");
        assertThat(page.lines()).extracting(Line::language).containsExactly(Optional.of("de"), Optional.of("la"), Optional.of("fr"));
    }

    @Test
    void dividedLinesAreJoined() {
        assertThat(Reading.texts(page(region("r", line("1,1 50,9", "a rab\u2e17") + line("1,10 50,19", "bit hole")))))
                .containsExactly("a", "rab\u2e17(rabbit", "bit)rabbit", "hole");
    }

    @Test
    void aFileWithoutAPageIsRefused() {
        assertThatThrownBy(() -> Reading.pages(TextForm.PAGE_XML, "<PcGts/>"))
                .isInstanceOf(IiifException.Broken.class).hasMessage("'page.xml' holds no page: it should have a Page.");
    }
}
