package org.lectern.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.blob.BytesBlob;

class MetaXmlTest {

    private static Description read(String fields) {
        String xml = "<?xml version='1.0'?><metadata>" + fields + "</metadata>";
        return MetaXml.read(new BytesBlob("meta", xml.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({"eng,en", "en,en", "English,en", "ger,de", "deu,de", "German,de", "fre,fr", "chi,zh", "yid,yi", "heb,he", "grc,grc",
        "pt-BR,pt-BR", "zh-hant,zh-Hant", "Ancient Greek,''", "LATIN,la", "ara,ar", "frisian,''", "Unknown,''", "und,''", "mul,''", "zxx,''",
        "xx,''", "qqq,''", "'',''", "<b>,''", "e,''", "english?,''", "en-,''"})
    void languagesBecomeTagsWhereTheyAreKnown(String written, String tag) {
        assertThat(Languages.of(List.of(written))).isEqualTo(tag.isEmpty() ? List.of() : List.of(tag));
    }

    @Test
    void severalLanguagesStandInOneValueOrInSeveral() {
        assertThat(read("<language>English; French</language><language>lat</language><language>Klingonese</language>"
                + "<language>eng</language>").languages()).containsExactly("en", "fr", "la");
        assertThat(read("<language>Klingonese</language>").metadata())
                .containsExactly(new Item.Metadata("Language", List.of("Klingonese")));
    }

    @ParameterizedTest
    @CsvSource({"1866,1866-01-01", "1866-07,1866-07-01", "2000-02-29,2000-02-29"})
    void datesAreTheFirstMomentOfWhatTheySay(String written, String day) {
        assertThat(read("<date>" + written + "</date>").date()).contains(Instant.parse(day + "T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1866-13", "1900-02-29", "c1866", "[1866]", "1866-1870", "18", "0000", "1866-07-01T00:00", "١٨٦٦"})
    void otherDatesAreMetadataAlone(String written) {
        assertThat(read("<date>" + written + "</date>").date()).isEmpty();
        assertThat(read("<date>" + written + "</date>").metadata()).hasSize(1);
        assertThat(read("<date>" + written + "</date><year>1999</year>").date()).contains(Instant.parse("1999-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"texts,TEXTS", "image,IMAGE", "audio,AUDIO", "etree,AUDIO", "movies,MOVIES", "Movies,MOVIES", "software,TEXTS", "data,TEXTS"})
    void theMediatypeTellsTheKind(String mediatype, Kind kind) {
        assertThat(read("<mediatype>" + mediatype + "</mediatype>").kind()).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"creator,Creator", "page-progression,Page progression", "isbn,ISBN", "issn-l,ISSN-L", "scandate,Scan date",
        "ocr_detected_lang,OCR detected language", "ocr_module_version,OCR module version", "identifier-ark,Identifier ARK",
        "possible-copyright-status,Possible copyright status", "call_number,Call number", "mediatype,Media type", "publisher,Publisher"})
    void namesBecomeLabelsForPeople(String name, String label) {
        assertThat(read("<" + name + ">x</" + name + "><" + name + ">y</" + name + ">").metadata())
                .containsExactly(new Item.Metadata(label, List.of("x", "y")));
    }

    @Test
    void whatReadersNeedNotKnowIsHidden() {
        assertThat(read("<uploader>a@b</uploader><btih>x</btih><publicdate>x</publicdate><curation>x</curation>").metadata()).isEmpty();
    }

    @Test
    void thePageElsewhereIsOnTheWeb() {
        assertThat(read("<identifier-access>http://archive.org/details/x</identifier-access>").homepage())
                .contains("http://archive.org/details/x");
        assertThat(read("<identifier-access>javascript:alert(1)</identifier-access>").homepage()).isEmpty();
        assertThat(read("<identifier-access>archive.org/details/x</identifier-access>").homepage()).isEmpty();
    }

    @Test
    void severalDescriptionsAreOneTextAndRightsStandInMetadata() {
        Description read = read("<description>One</description><description>Two</description><rights>Ask</rights>"
                + "<licenseurl>http://creativecommons.org/licenses/by/4.0/</licenseurl>");
        assertThat(read.summary()).contains("One\nTwo");
        assertThat(read.rights()).contains("http://creativecommons.org/licenses/by/4.0/");
        assertThat(read.metadata()).containsExactly(new Item.Metadata("Rights", List.of("Ask")));
        assertThat(read.label()).isEqualTo(Optional.empty());
    }
}
