package org.lectern.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class MarkupTest {

    @Holds({"PRE-035", "PRE-036"})
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plain & simple                          | plain & simple
            a < b and b > c                         | a < b and b > c
            Letter from <unknown> to Smith          | Letter from <unknown> to Smith
            `<unknown>`                             | `<unknown> `
            &eacute; alone                          | &eacute; alone
            <p>one</p>                              | <p>one</p>
            ` <p>one</p> `                          | <p>one</p>
            <p>one</p><p>two</p>                    | <span><p>one</p><p>two</p></span>
            <p>one<p>two                            | <span><p>one</p><p>two</p></span>
            some <b>bold                            | <span>some <b>bold</b></span>
            <b>bold</b> tail                        | <span><b>bold</b> tail</span>
            <b><i>x</b></i>                         | <b><i>x</i></b>
            one<br>two                              | <span>one<br/>two</span>
            <BR/>                                   | <br/>
            <em>x</em> <strong>y</strong>           | <span><i>x</i> <b>y</b></span>
            <div>one</div><div>two</div>            | <span>one<br/>two<br/></span>
            <p>R&D &amp; &eacute;&#233;&#xE9;&foo;</p> | <p>R&amp;D &amp; ééé&amp;foo;</p>
            <p>1 < 2</p>                            | <p>1 &lt; 2</p>
            <a href="https://x.org/?a=1&b=2">l</a>  | <a href="https://x.org/?a=1&amp;b=2">l</a>
            <a href='mailto:a@x.org'>l</a>          | <a href="mailto:a@x.org">l</a>
            <a href=http://x.org/y>l</a>            | <a href="http://x.org/y">l</a>
            <a rel=nofollow href=http://x.org/>l</a> | <a href="http://x.org/">l</a>
            <a href="/relative">l</a>               | <span>l</span>
            <img src="https://x.org/i.png" alt="a > b" width=9> | <img src="https://x.org/i.png" alt="a &gt; b"/>
            <img alt="none">x                       | <span>x</span>
            H<sub>2</sub>O                          | <span>H<sub>2</sub>O</span>
            <p>unfinished <b                        | <p>unfinished &lt;b</p>
            <p>x</p><!-- note -->                   | <p>x</p>
            """)
    void htmlComesOutAsTheSpecificationAllows(String text, String expected) {
        assertThat(Markup.rich(text, ApiVersion.V3)).isEqualTo(expected);
    }

    @Holds("PRE-036")
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <script>alert(1)</script>                            | ``
            <p>a<script>alert(1)</script>b</p>                   | <p>ab</p>
            <p>a<ScRiPt src=x>alert(1)</sCrIpT >b</p>            | <p>ab</p>
            <p>a<script>alert(1)                                 | <p>a</p>
            <p onclick="alert(1)">a</p>                          | <p>a</p>
            <a href="javascript:alert(1)">a</a>                  | <span>a</span>
            <a href="JaVaScRiPt:alert(1)">a</a>                  | <span>a</span>
            <a href="java&#10;script:alert(1)">a</a>             | <span>a</span>
            <a href="&#106;avascript:alert(1)">a</a>             | <span>a</span>
            <a href=" &#1;javascript:alert(1)">a</a>             | <span>a</span>
            <a href="data:text/html,x">a</a>                     | <span>a</span>
            <a href="http://x.org/" href="javascript:1">a</a>    | <a href="http://x.org/">a</a>
            <a title='>' href="https://x.org/">a</a>             | <a href="https://x.org/">a</a>
            <a href='https://x.org/"onclick="alert(1)'>a</a>     | <a href="https://x.org/&quot;onclick=&quot;alert(1)">a</a>
            <img src=x onerror=alert(1)>b                        | <span>b</span>
            <img src="data:image/png;base64,AA">b                | <span>b</span>
            <svg onload=alert(1)><p>a</p></svg><b>c</b>          | <b>c</b>
            <iframe src="https://x.org"></iframe><b>c</b>        | <b>c</b>
            <style>p{}</style><b>c</b>                           | <b>c</b>
            <b>a</b><!-- <script>alert(1)</script> -->           | <b>a</b>
            <b>a</b><![CDATA[<script>]]>                         | <span><b>a</b>]]&gt;</span>
            <b>&lt;script&gt;alert(1)&lt;/script&gt;</b>         | <b>&lt;script&gt;alert(1)&lt;/script&gt;</b>
            <<b>script>x</b>                                     | <span>&lt;<b>script&gt;x</b></span>
            <b>a&#0;&#xD800;&#x1F600;</b>                        | <b>a\uD83D\uDE00</b>
            """)
    void attacksAreDisarmed(String text, String expected) {
        assertThat(Markup.rich(text, ApiVersion.V3)).isEqualTo(expected);
    }

    @Holds("PRE-036")
    @Test
    void version2KnowsNoSubscripts() {
        assertThat(Markup.rich("<p>H<sub>2</sub>O</p>", ApiVersion.V2)).isEqualTo("<p>H2O</p>");
    }

    @Holds("PRE-034")
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A title                       | A title
            <b>A</b> &amp; <i>B</i>       | A & B
            <p>one</p><p>two</p>          | one  two
            A &amp; B                     | A &amp; B
            `<untitled>`                  | `<untitled> `
            <script>x</script>            | `<script>x</script> `
            """)
    void labelsHoldNoHtml(String text, String expected) {
        assertThat(Markup.plain(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>&", "<b><script></script ", "<b><a href=\"", "<b><a x", "<b>", "<b><!--", "<b></p", "<b><i></b>", "<b a=a a"})
    void longHostileTextsTakeLinearTime(String piece) {
        String text = "<b>" + piece.repeat(20_000) + "</b>";
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> Markup.rich(text, ApiVersion.V3));
    }

    @Test
    void randomSoupIsAlwaysOneWellFormedElementOrPlainText() throws Exception {
        String[] pieces = {"<", ">", "</", "<b>", "</b>", "<p", "<a href='", "https://x.org", "'", "\"", "&", "&amp;", ";",
            "<!--", "-->", "<script>", "</script>", "text", " ", "=", "<img src=http://x.org/ ", "/>", "\u0000", "\uD800",
            "<span>", "</p>", "<br>", "<![CDATA[", "]]>", "<?x", "<div>", "</div>"};
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            StringBuilder soup = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                soup.append(pieces[random.nextInt(pieces.length)]);
            }
            String made = Markup.rich(soup.toString(), ApiVersion.V3);
            if (made.startsWith("<") && made.endsWith(">")) {
                checkTree(made, "seed " + seed + ": " + soup);
            }
        }
    }

    private static void checkTree(String xml, String message) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        Element root;
        try {
            root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (org.xml.sax.SAXException e) {
            throw new AssertionError(message + " became " + xml, e);
        }
        checkElement(root, message);
    }

    private static void checkElement(Element element, String message) {
        assertThat(element.getTagName()).as(message).isIn("a", "b", "br", "i", "img", "p", "span", "small", "sub", "sup");
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            assertThat(element.getAttributes().item(i).getNodeName()).as(message).isIn("href", "src", "alt");
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                checkElement(inner, message);
            }
        }
    }
}
