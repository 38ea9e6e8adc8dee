package org.lectern.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.Blob;
import org.lectern.blob.BytesBlob;
import org.lectern.core.IiifException;

@Timeout(60)
class XmlTest {

    private static Blob blob(String text) {
        return new BytesBlob("x_meta.xml", text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "<a>", "<a></b>", "plain", "<a>&undefined;</a>",
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a SYSTEM 'http://localhost:1/x.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
        "<!DOCTYPE a [<!ENTITY e 'eeee'><!ENTITY f '&e;&e;&e;&e;'>]><a>&f;</a>"})
    void whatIsNoPlainXmlIsBroken(String text) {
        assertThatThrownBy(() -> MetaXml.read(blob(text))).isInstanceOf(IiifException.Broken.class);
    }

    @Test
    void deepNestingIsBroken() {
        assertThatThrownBy(() -> MetaXml.read(blob("<a>".repeat(100_000)))).isInstanceOf(IiifException.Broken.class);
    }

    @Test
    void markupInAValueIsReadAsItsText() {
        Description meta = MetaXml.read(blob("<m><title> A <i>B</i><![CDATA[ <C>]]> &amp; D </title><title>E</title></m>"));
        assertThat(meta.label()).contains("A B <C> & D");
    }

    @Test
    void theDeclaredEncodingIsReadAndWrongBytesAreReplaced() {
        String xml = "<?xml version=\"1.0\" encoding=\"%s\"?><m><title>\u00e9</title></m>";
        byte[] latin = xml.formatted("ISO-8859-1").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(MetaXml.read(new BytesBlob("x", latin)).label()).contains("\u00e9");
        byte[] wrong = xml.formatted("UTF-8").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(MetaXml.read(new BytesBlob("x", wrong)).label()).contains("\ufffd");
        byte[] wide = xml.formatted("UTF-16").getBytes(StandardCharsets.UTF_16);
        assertThat(MetaXml.read(new BytesBlob("x", wide)).label()).contains("\u00e9");
        assertThat(MetaXml.read(blob("\ufeff<m><title>x</title></m>")).label()).contains("x");
    }

    @Test
    void mutatedFilesAreReadOrBrokenButNothingElse() {
        byte[] xml = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><book xmlns:x='y'><pageData><page leafNum=\"1\"><pageType>Title</pageType>"
                + "<!-- c --><x:pageNumber>é&lt;</x:pageNumber><![CDATA[x]]></page></pageData></book>").getBytes(StandardCharsets.UTF_8);
        for (int seed = 0; seed < 5000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = xml.clone();
            for (int i = random.nextInt(5); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            read(seed, Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length)));
            read(seed, bytes);
        }
    }

    private static void read(int seed, byte[] bytes) {
        try {
            assertThat(Scandata.read(new BytesBlob("x", bytes)).leaves()).hasSizeLessThanOrEqualTo(1);
        } catch (IiifException.Broken broken) {
            assertThat(broken.getMessage()).contains("cannot be read as XML");
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }
}
