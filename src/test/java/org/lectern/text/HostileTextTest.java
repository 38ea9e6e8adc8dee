package org.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.Blob;
import org.lectern.blob.BytesBlob;
import org.lectern.core.IiifException;

/** Files that want to do harm, or were damaged on their way. */
class HostileTextTest {

    private static final String WORD = "<LINE><WORD coords=\"1,4,3,2\">%s</WORD></LINE>";

    private static String laughs() {
        var subset = new StringBuilder("<!DOCTYPE DjVuXML [<!ENTITY a0 \"lol]>\"><!-- ' ]> -->");
        for (int i = 1; i < 12; i++) {
            subset.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        return subset.append("]>").toString();
    }

    @Test
    void entitiesOfTheFileAreNeitherExpandedNorFetched() {
        for (String doctype : List.of(laughs(), "<!DOCTYPE DjVuXML [<!ENTITY a11 SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE DjVuXML SYSTEM 'http://127.0.0.1:1/no.dtd' [<!ENTITY % a11 SYSTEM \"http://127.0.0.1:1/\"> %a11;]>")) {
            String object = DjvuXmlTest.object(WORD.formatted("&a11;"));
            PageText page = Reading.page(TextForm.DJVU_XML, doctype + "<DjVuXML><BODY>" + object + "</BODY></DjVuXML>");
            assertThat(Reading.texts(page)).containsExactly("&a11;");
        }
    }

    private static final int MANY = 1_000_000;

    @ParameterizedTest
    @EnumSource(value = TextForm.class, names = "PDF", mode = EnumSource.Mode.EXCLUDE)
    void aMillionOpenElementsAreRefused(TextForm form) {
        String page = form == TextForm.HOCR ? "<div class=ocr_page>" : "";
        assertThatThrownBy(() -> Reading.pages(form, page + "<a>".repeat(MANY)))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining("nested more than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a ", "<!-- ", "<![CDATA[", "<?x ", "<!x [", "<a x='", "<a x=\"<", "</a ", "<a>&#", "&&&&", "<", "<a/>]]>"})
    void whatHasNoEndIsRefusedOrReadInTime(String piece) {
        for (String repeated : List.of(piece + "x".repeat(3 * MANY), "<r>" + piece.repeat(MANY / 2))) {
            for (TextForm form : List.of(TextForm.DJVU_XML, TextForm.ALTO, TextForm.PAGE_XML, TextForm.HOCR)) {
                assertThatThrownBy(() -> Reading.pages(form, repeated)).isInstanceOf(IiifException.Broken.class);
            }
            Assertions.assertTimeout(Duration.ofSeconds(60), () -> survive(TextForm.HOCR, bytes(
                    "<div class=ocr_page><span class=ocr_line><span class=ocrx_word>" + repeated)));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aWordOfManyMegabytesIsRefused() {
        String object = DjvuXmlTest.object(WORD.formatted("a&amp;".repeat(MANY)));
        assertThatThrownBy(() -> Reading.pages(TextForm.DJVU_XML, DjvuXmlTest.book(object)))
                .isInstanceOf(IiifException.Broken.class).hasMessageContaining("a text of more than 1048576 characters");
    }

    @Test
    void aTagOfManyMegabytesIsRefused() {
        assertThatThrownBy(() -> Reading.pages(TextForm.ALTO, "<alto><Page " + "a=\"1\" ".repeat(MANY) + "/></alto>"))
                .isInstanceOf(IiifException.Broken.class).hasMessage("'page.xml' has a tag of more than 1048576 characters.");
    }

    @Test
    void moreWordsThanAnyPageHasAreRefused() {
        String line = "<LINE>" + "<WORD>a</WORD>".repeat(200_001) + "</LINE>";
        assertThatThrownBy(() -> Reading.pages(TextForm.DJVU_XML, DjvuXmlTest.book(DjvuXmlTest.object(line))))
                .isInstanceOf(IiifException.TooLarge.class).hasMessageContaining("200000 words");
    }

    @Test
    void morePagesThanAnyBookHasAreRefused() {
        var pages = new AtomicInteger();
        var blob = new BytesBlob("x_djvu.xml", bytes("<DjVuXML>" + "<OBJECT/>".repeat(100_001) + "</DjVuXML>"));
        assertThatThrownBy(() -> TextReaders.read(TextForm.DJVU_XML, blob, (place, text) -> pages.incrementAndGet() > 0))
                .isInstanceOf(IiifException.TooLarge.class).hasMessage("'x_djvu.xml' has more than 100000 pages.");
        assertThat(pages).hasValue(100_000);
    }

    @Test
    void aFileThatIsTooLongIsNotBegun() {
        for (TextForm form : List.of(TextForm.ALTO, TextForm.DJVU_XML)) {
            Blob blob = new LongBlob();
            assertThatThrownBy(() -> TextReaders.read(form, blob, (place, text) -> true))
                    .isInstanceOf(IiifException.TooLarge.class).hasMessageContaining("'long.xml' is longer than");
        }
    }

    /** Says that it is long; must not be read. */
    private static final class LongBlob implements Blob {
        @Override
        public long length() {
            return (512L << 20) + 1;
        }

        @Override
        public int read(long at, byte[] into, int from, int count) {
            throw new AssertionError("read");
        }

        @Override
        public String validator() {
            return "long";
        }

        @Override
        public Instant modified() {
            return Instant.EPOCH;
        }

        @Override
        public String name() {
            return "long.xml";
        }

        @Override
        public void close() {
            // nothing was opened
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "text", "<a>", "<a></b>", "<a", "</a>", "<a b></a>", "<a b=c></a>", "<a 'b'></a>", "<a></a></a>", "<a>< b></a>", "<!-- -->", "\0\0\0\0", "<a><b></a></b>"})
    void xmlThatIsNotWellFormedIsRefused(String xml) {
        assertThatThrownBy(() -> Reading.pages(TextForm.ALTO, xml)).isInstanceOf(IiifException.Broken.class);
    }

    private static final List<String> SEEDS = List.of(
            DjvuXmlTest.book(DjvuXmlTest.object("<PAGECOLUMN><REGION><PARAGRAPH><LINE coords=\"1,9,99,1\">" + DjvuXmlTest.word("10,40,30,20", "Alice&#x27;s rab-")
                    + "</LINE><LINE>" + DjvuXmlTest.word("10,60,30,50", "bit<![CDATA[ & ]]>") + "</LINE></PARAGRAPH></REGION></PAGECOLUMN>"), DjvuXmlTest.object("")),
            "<?xml version='1.0'?><!DOCTYPE html><html lang=en><body><div class='ocr_page' title='bbox 0 0 100 200'><p class=ocr_par lang='deu'><span class=\"ocr_line\" title='bbox 1 2 90 9'>"
                    + "<span class='ocrx_word' title='bbox 1 2 30 9; x_wconf 9'>Inter&shy;</span><!-- c --><br></span><span class=ocr_line title='bbox 1 2 90 9'>church &amp; state</span></p></div>",
            "<alto xmlns='x'><Layout><Page WIDTH='100' HEIGHT='200.5'><PrintSpace><TextBlock ID='a' LANG='de'><TextLine HPOS='1' VPOS='2' WIDTH='50' HEIGHT='9'><String CONTENT='ab' HPOS='1' VPOS='2'"
                    + " WIDTH='10' HEIGHT='9' SUBS_TYPE='HypPart1' SUBS_CONTENT='abcd'/><HYP CONTENT='-'/></TextLine><TextLine><String CONTENT='cd' SUBS_TYPE='HypPart2' SUBS_CONTENT='abcd'/></TextLine>"
                    + "</TextBlock></PrintSpace></Page></Layout></alto>",
            "<PcGts><Page imageWidth='100' imageHeight='200'><ReadingOrder><OrderedGroup><RegionRefIndexed index='1' regionRef='r'/></OrderedGroup></ReadingOrder><TextRegion id='r'>"
                    + "<Coords points='1,2 3,4'/><TextLine><Coords points='1,2 90,20'/><Word><Coords points='1,2 30,20'/><TextEquiv index='0'><Unicode>Alice</Unicode></TextEquiv></Word></TextLine>"
                    + "<TextLine><TextEquiv><Unicode>down the hole</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>");
    private static final List<String> PIECES = List.of("<", ">", "&", ";", "\"", "'", "<!--", "-->", "<![CDATA[", "]]>", "<?", "\0", "\uffff", "\u00ad", "-", " ", "</Page>", "<Page>", "<WORD>",
            "</LINE>", "<Word>", "</TextRegion>", "<TextLine/>", "1e308", "-1", "99999999999", "NaN", "<span class='ocrx_word'>", "</span>", "<div class=ocr_page>", "<HYP/>", "<Glyph>", "<Point x='1'/>");

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() {
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            int which = random.nextInt(SEEDS.size());
            byte[] damaged = damaged(SEEDS.get(which), random);
            try {
                survive(List.of(TextForm.DJVU_XML, TextForm.HOCR, TextForm.ALTO, TextForm.PAGE_XML).get(which), damaged);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static byte[] damaged(String seed, Random random) {
        var text = new StringBuilder(seed);
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(random.nextBoolean() ? 3 : 60));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.delete(at, to);
                case 2 -> text.insert(at, text.substring(random.nextInt(at + 1), at));
                default -> text.replace(at, to, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        byte[] bytes = bytes(text.toString());
        for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** Every page that comes keeps the promises of its records; or the file is refused. */
    private static void survive(TextForm form, byte[] file) {
        try {
            TextReaders.read(form, new BytesBlob("damaged", file), (place, page) -> {
                Word before = null;
                for (Line line : page.lines()) {
                    assertThat(page.space().bounds().contains(line.box())).isTrue();
                    for (Word word : line.words()) {
                        assertThat(line.box().contains(word.box())).isTrue();
                        assertThat(word.text()).isEqualTo(word.text().strip()).doesNotContain("\u00ad");
                        if (word.part() == Word.Part.TAIL && before != null) {
                            assertThat(before.part()).isEqualTo(Word.Part.HEAD);
                            assertThat(before.whole()).isEqualTo(word.whole());
                        }
                        before = word;
                    }
                }
                return true;
            });
        } catch (IiifException.Broken | IiifException.TooLarge e) {
            assertThat(e.getMessage()).endsWith(".");
        }
    }
}
