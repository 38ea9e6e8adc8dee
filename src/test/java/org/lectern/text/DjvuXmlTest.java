package org.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.blob.BytesBlob;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;

class DjvuXmlTest {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE DjVuXML>\n<DjVuXML><HEAD></HEAD><BODY>";
    private static final String TAIL = "</BODY></DjVuXML>";

    static String book(String... objects) {
        return HEAD + String.join("<MAP name=\"x\"/>", objects) + TAIL;
    }

    static String object(String hidden) {
        return "<OBJECT type=\"image/x.djvu\" height=\"200\" width=\"100\"><PARAM name=\"DPI\" value=\"300\"/><HIDDENTEXT>"
                + hidden + "</HIDDENTEXT></OBJECT>";
    }

    static String word(String coords, String text) {
        return "<WORD coords=\"" + coords + "\" x-confidence=\"89\">" + text + " </WORD>";
    }

    private static PageText page(String hidden) {
        return Reading.page(TextForm.DJVU_XML, book(object(hidden)));
    }

    @Test
    void anObjectIsAPageAndAnEmptyOneABlankPage() {
        List<PageText> pages = Reading.pages(TextForm.DJVU_XML, book(
                object("<PAGECOLUMN><REGION><PARAGRAPH><LINE>" + word("10,40,30,20", "Alice&#x27;s") + word("35,42,60,21,40", "cat")
                        + "</LINE></PARAGRAPH></REGION></PAGECOLUMN>"),
                object(""),
                "<OBJECT height=\"50\" width=\"70\"><HIDDENTEXT/></OBJECT>"));
        assertThat(pages).extracting(PageText::space)
                .containsExactly(new Dimensions(100, 200), new Dimensions(100, 200), new Dimensions(70, 50));
        assertThat(Reading.words(pages.get(0))).containsExactly("Alice's@10,20,20,20", "cat@35,21,25,21");
        assertThat(pages.get(0).lines().get(0).box()).isEqualTo(new Rect(10, 20, 50, 22));
        assertThat(pages.get(1).lines()).isEmpty();
        assertThat(pages.get(2).lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "10,40,30,20 | 10,20,20,20", // left, bottom, right, top
        "10,20,30,40 | 10,20,20,20", // top and bottom swapped
        "30,40,10,20,38 | 10,20,20,20",
        "10.6,40.2,29.1,20.9 | 10,20,20,21", // outward
        "10.0,40.00001,30,20 | 10,20,20,20",
        "10 40 30 20 | 10,20,20,20",
        "'10, 40, 30, 20' | 10,20,20,20",
        "-5,40,30,-3 | 0,0,30,40",
        "90,250,130,190 | 90,190,10,10",
        "500,700,600,600 | 99,199,1,1",
        "10,20,10,20 | 10,20,1,1",
        "100,200,100,200 | 99,199,1,1",
        "10,99999999999,30,20 | 10,20,20,180",
        "1e400,40,30,20 | 0,0,100,200", // no number: nothing tells where it stands but the page
        "10,40,30 | 0,0,100,200",
        "10,40,NaN,20 | 0,0,100,200",
        "'' | 0,0,100,200"})
    void aBoxIsReadLenientlyAndLiesOnThePage(String coords, String box) {
        assertThat(Reading.words(page("<LINE>" + word(coords, "w") + "</LINE>"))).containsExactly("w@" + box);
    }

    @Test
    void aWordWithoutABoxHasThatOfItsLine() {
        assertThat(Reading.words(page("<LINE>" + word("10,40,30,20", "a") + "<WORD>b</WORD>" + word("50,44,70,20", "c") + "</LINE>")))
                .containsExactly("a@10,20,20,20", "b@10,20,60,24", "c@50,20,20,24");
        assertThat(Reading.words(page("<LINE coords=\"5,50,95,10\"><WORD>b</WORD></LINE>"))).containsExactly("b@5,10,90,40");
    }

    @Test
    void aPageWithoutASizeIsAsLargeAsItsBoxesNeed() {
        PageText page = Reading.page(TextForm.DJVU_XML, book("<OBJECT><LINE>" + word("10,40,30.5,20", "a") + "</LINE></OBJECT>"));
        assertThat(page.space()).isEqualTo(new Dimensions(31, 40));
        assertThat(Reading.page(TextForm.DJVU_XML, book("<OBJECT height=\"0\" width=\"x\"/>")).space()).isEqualTo(new Dimensions(1, 1));
        assertThat(Reading.page(TextForm.DJVU_XML, book("<OBJECT height=\"1e99\" width=\"99999999999\"/>")).space())
                .isEqualTo(new Dimensions(1, 1));
    }

    @Test
    void columnsAreBlocksAndParagraphsAreCounted() {
        String line = "<LINE>" + word("10,40,30,20", "a") + "</LINE>";
        PageText page = page("<PAGECOLUMN><REGION><PARAGRAPH>" + line + line + "</PARAGRAPH><PARAGRAPH>" + line + "</PARAGRAPH></REGION>"
                + "<REGION><PARAGRAPH><LINE></LINE></PARAGRAPH></REGION></PAGECOLUMN>"
                + "<PAGECOLUMN><REGION><PARAGRAPH>" + line + "</PARAGRAPH></REGION></PAGECOLUMN>");
        assertThat(Reading.parts(page)).containsExactly("0.0", "0.0", "0.1", "1.2");
        assertThat(page.lines()).extracting(Line::language).containsOnly(Optional.empty());
    }

    @Test
    void wordsComeWithoutSpaceControlsAndHalvesOfCharacters() {
        assertThat(Reading.texts(page("<LINE>" + word("1,2,3,4", " \n a\u00a0&#1;b\u200b\u0085c ") + word("1,2,3,4", "&#xD800;x&#xD835;&#xDD1E;")
                + word("1,2,3,4", " \u00a0\u0007 ") + word("1,2,3,4", "&#x202e;evil") + word("1,2,3,4", "\ufffeno") + "</LINE>")))
                .containsExactly("a b\u200bc", "x\ud835\udd1e", "evil", "no");
    }

    @Test
    void theSinkMayHaveEnough() {
        var blob = new BytesBlob("x_djvu.xml", (book(object(""), object(""), object("")) + "<not well formed").getBytes());
        List<Integer> places = new ArrayList<>();
        TextReaders.read(TextForm.DJVU_XML, blob, (place, text) -> {
            places.add(place);
            return place < 1;
        });
        assertThat(places).containsExactly(0, 1);
        assertThat(blob.isOpen()).isFalse();
    }

    @Test
    void pagesBeforeABreakAreHandedOver() {
        List<Integer> places = new ArrayList<>();
        var blob = new BytesBlob("x_djvu.xml", (HEAD + object("") + object("<LINE>")).getBytes());
        assertThatThrownBy(() -> TextReaders.read(TextForm.DJVU_XML, blob, (place, text) -> places.add(place)))
                .isInstanceOf(IiifException.Broken.class)
                .hasMessage("'x_djvu.xml' ends 'HIDDENTEXT' where it is not open; it cannot be read as XML.");
        assertThat(places).containsExactly(0);
        assertThat(blob.isOpen()).isFalse();
    }

    @Test
    void aFileOfAnotherFormIsRefused() {
        assertThatThrownBy(() -> Reading.pages(TextForm.DJVU_XML, "<alto><Layout><Page/></Layout></alto>"))
                .isInstanceOf(IiifException.Broken.class)
                .hasMessage("'page.xml' holds no page: it should have an OBJECT for each.");
    }
}
