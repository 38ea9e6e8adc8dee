package org.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

class HocrTest {

    private static final String PAGE = "<div class='ocr_page' title='image \"a; bbox 1 1 1 1.jp2\"; bbox 0 0 100 200; ppageno 0'>";

    private static PageText page(String inside) {
        return Reading.page(TextForm.HOCR, "<html><body>" + PAGE + inside + "</div></body></html>");
    }

    private static String word(String box, String text) {
        return "<span class='ocrx_word' title='bbox " + box + "; x_wconf 93'>" + text + "</span>";
    }

    @Test
    void xhtmlIsRead() {
        PageText page = Reading.page(TextForm.HOCR, "\ufeff<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\""
                + " \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n<html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"en\"><head><title/>"
                + "<style><!-- p > span { color: red } --></style><script>if (1 < 2) { \"<div class='ocr_page'>\" }</script></head><body>" + PAGE
                + "<div class=\"ocr_carea\" title=\"bbox 10 20 60 40\"><p class=\"ocr_par\" lang=\"deu\"><span class=\"ocr_line\" title=\"bbox 10 20 60 40; baseline 0 -8\">\n "
                + word("10 20 30 40", "Alice&#x27;s") + "\n " + word("35 21 60 40", "<strong>c<em>a</em>t</strong>") + "\n</span></p></div></div></body></html>");
        assertThat(page.space()).isEqualTo(new Dimensions(100, 200));
        assertThat(Reading.words(page)).containsExactly("Alice's@10,20,20,20", "cat@35,21,25,19");
        assertThat(page.lines()).extracting(Line::language).containsExactly(Optional.of("de"));
    }

    @Test
    void tagsMayBeLeftOpen() {
        List<PageText> pages = Reading.pages(TextForm.HOCR, "<HTML><BODY><DIV CLASS=ocr_page TITLE='bbox 0 0 100 200'>"
                + "<DIV CLASS=ocrx_block><P CLASS=ocr_par>"
                + "<SPAN CLASS=ocr_line TITLE='bbox 1 2 90 9'><SPAN CLASS=ocrx_word TITLE='bbox 1 2 3 4'>a<SPAN CLASS=ocrx_word TITLE='bbox 4 2 6 4'>b<BR>"
                + "<SPAN CLASS=ocr_line><SPAN CLASS=ocrx_word TITLE='bbox 1 5 3 9'>c</SPAN>"
                + "<P CLASS=ocr_par><SPAN CLASS=ocr_line><SPAN CLASS=ocrx_word TITLE='bbox 1 10 3 14'>d"
                + "<DIV CLASS=ocr_page TITLE='bbox 0 0 30 40'><SPAN CLASS=ocrx_word TITLE='bbox 1 2 3 4'>e");
        assertThat(Reading.words(pages.get(0))).containsExactly("a@1,2,2,2", "b@4,2,2,2", "c@1,5,2,4", "d@1,10,2,4");
        assertThat(Reading.parts(pages.get(0))).containsExactly("0.0", "0.0", "0.1");
        assertThat(pages.get(1).space()).isEqualTo(new Dimensions(30, 40));
        assertThat(Reading.words(pages.get(1))).containsExactly("e@1,2,2,2");
        assertThat(pages).hasSize(2);
    }

    @Test
    void endTagsTooManyCloseNothingElse() {
        assertThat(Reading.parts(page("<div class='ocr_carea'><p class='ocr_par'><span class='ocr_line'>" + word("1 2 3 4", "a</em></span></span></span></div>")
                + word("5 2 7 4", "b") + "</p></p></div></div></div><p class='ocr_par'><span class='ocr_line'>" + word("1 9 3 12", "c") + "</span>")))
                .hasSizeBetween(2, 3).startsWith("0.0");
        assertThat(Reading.texts(page("<span class='ocr_line'>" + word("1 2 3 4", "a") + "</span></div></div>" + word("5 2 7 4", "b"))))
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat", "extra ocr_line", " ocr_line\n x"})
    void everyKindOfLineIsOne(String kind) {
        PageText page = page("<p class='ocr_par'><span class='" + kind + "' title='bbox 1 2 30 9'>" + word("1 2 9 9", "a") + "</span><span class='" + kind
                + "' title='bbox 1 12 30 19'>" + word("1 12 9 19", "b") + "</span></p>");
        assertThat(page.lines()).hasSize(2);
    }

    @Test
    void aHeaderMayHoldLines() {
        assertThat(Reading.texts(page("<div class='ocr_header' title='bbox 0 0 99 20'><span class='ocr_line'>" + word("1 2 9 9", "a")
                + "</span></div><div class='ocr_header'/><span class='ocr_line'>" + word("1 12 9 19", "b") + "</span>"))).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "bbox 10 20 30 40 | 10,20,20,20",
        "x_wconf 9;bbox 10 20 30 40;x_fsize 12 | 10,20,20,20",
        "bbox 10.5 20.25 29.75 39.5; x_conf 55.60 | 10,20,20,20",
        "bbox  10  20\t30 40 ; x | 10,20,20,20",
        "x_bboxes 1 2 3 4; bbox 10 20 30 40 | 10,20,20,20",
        "bbox 30 40 10 20 | 10,20,20,20",
        "bbox 10 20 30 | 5,6,90,50", // that of its line
        "x_wconf 93 | 5,6,90,50",
        "'' | 5,6,90,50"})
    void theBoxIsFoundAmongTheProperties(String title, String box) {
        assertThat(Reading.words(page("<span class='ocr_line' title='bbox 5 6 95 56'><span class='ocrx_word' title='" + title + "'>w</span></span>")))
                .containsExactly("w@" + box);
    }

    @Test
    void charactersInElementsOfTheirOwnMakeAWord() {
        assertThat(Reading.texts(page("<span class='ocr_line'><span class='ocrx_word' title='bbox 1 2 30 4'>\n <span class='ocrx_cinfo' title='x_bboxes 1 2 3 4'>c</span>\n"
                + " <span class='ocrx_cinfo'>a</span>\n <span class='ocrx_cinfo'>t</span>\n</span></span>"))).containsExactly("cat");
    }

    @Test
    void aLineWithoutWordsSharesItsBoxAmongThem() {
        assertThat(Reading.words(page("<span class='ocr_line' title='bbox 0 10 100 20'>\n Down the hole \n</span>")))
                .containsExactly("Down@0,10,31,10", "the@38,10,24,10", "hole@69,10,31,10");
    }

    @Test
    void aSoftHyphenByNameDivides() {
        assertThat(Reading.texts(page("<p><span class='ocr_line'>" + word("1 2 3 4", "Inter&shy;") + "</span><span class='ocr_line'>"
                + word("1 5 3 9", "Church") + "</span></p>"))).containsExactly("Inter-(InterChurch", "Church)InterChurch");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "&lt;b&gt; | <b>", "AT&T | AT&T", "a&b; | a&b;", "&eacute;t&eacute; | \u00e9t\u00e9", "&Eacute; | \u00c9", "&laquo;&mdash;&raquo; | \u00ab\u2014\u00bb",
        "&nbsp;x&nbsp; | x", "&#228;&#xE4;&#XE4; | \u00e4\u00e4\u00e4", "&#150; | \u2013", "&#x110000; | &#x110000;", "&#; | &#;", "&euro;&hellip;&sigmaf;&diams; | \u20ac\u2026\u03c2\u2666",
        "&yuml;&Yuml;&thorn; | \u00ff\u0178\u00fe", "&omega;&Omega;&Alpha; | \u03c9\u03a9\u0391", "x&apos;&quot;&amp;amp; | x'\"&amp;", "&notanentity; | &notanentity;"})
    void referencesAreResolvedAndOtherAmpersandsAreText(String written, String text) {
        assertThat(Reading.texts(page("<span class='ocr_line'>" + word("1 2 3 4", written) + "</span>"))).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "!'<!--,,,> | !'<!--,,,>", "<?\u00ab\u00bb?>i<5t\u00bb<?\u00bb. | <?\u00ab\u00bb?>i<5t\u00bb<?\u00bb.", "a<b | a<b", "a < b | a < b", "<<< | <<<", "</ | </",
        "x<![CDATA[y | x<![CDATA[y", "x<![CDATA[<y>]]> | x<y>", "a<!-- gone -->b | ab", "a<?pi gone?>b | ab", "<!> | <!>", "5<i x | 5<i x"})
    void whatBeginsNoTagIsText(String written, String text) {
        assertThat(Reading.texts(page("<span class='ocr_line'>" + word("1 2 3 4", written) + word("5 2 7 4", "next") + "</span>")))
                .containsExactly(text, "next");
    }

    @Test
    void theLanguageIsThatOfTheParagraphOrOfTheFirstWordButNotOfTheFile() {
        PageText page = Reading.page(TextForm.HOCR, "<html lang='en'><body lang='en'>" + PAGE + "<p class='ocr_par'><span class='ocr_line' title='bbox 1 1 9 9'>"
                + "<span class='ocrx_word' lang='lat' title='bbox 1 2 3 4'>de</span><span class='ocrx_word' lang='deu' title='bbox 4 2 6 4'>der</span></span>"
                + "<span class='ocr_line'>" + word("1 5 3 9", "x") + "</span></p><p class='ocr_par' lang='deu_frak'><span class='ocr_line'><span class='ocrx_word' lang='lat'>x</span></span></p>"
                + "</div></body></html>");
        assertThat(page.lines()).extracting(Line::language)
                .containsExactly(Optional.of("la"), Optional.empty(), Optional.of("de-Latf"));
    }

    @Test
    void aPageWithoutABoxIsAsLargeAsItsWordsNeed() {
        assertThat(Reading.page(TextForm.HOCR, "<div class=ocr_page><span class=ocr_line>" + word("1 2 30 40", "x") + "</span></div>").space())
                .isEqualTo(new Dimensions(30, 40));
    }

    @Test
    void aFileWithoutAPageIsRefused() {
        assertThatThrownBy(() -> Reading.pages(TextForm.HOCR, "<html><body><span class='ocrx_word'>x</span></body></html>"))
                .isInstanceOf(IiifException.Broken.class)
                .hasMessage("'page.xml' holds no page: it should have an element of the class ocr_page.");
    }
}
