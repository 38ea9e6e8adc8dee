package org.lectern.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;

/** What answers of both versions of the Content Search API say. */
class SearchDocumentsTest {

    private static final String BASE = "https://iiif.example.org/lectern/";
    private static final String CANVAS = BASE + "iiif/bible$leaf1/canvas";
    private static final String HAND = CANVAS + "/word/7";
    private static final String IS = CANVAS + "/word/8";

    private final Said one = Said.in(Documents.bytes(Models.found(1), 1));
    private final Said two = Said.in(Documents.bytes(Models.found(2), 2));

    @Holds({"SRC-022", "PRE-021"})
    @Test
    void version1IsAnAnnotationListOfBothContexts() {
        one.says("/@context").isEqualTo("['http://iiif.io/api/presentation/2/context.json','http://iiif.io/api/search/1/context.json']");
        one.says("/@type").isEqualTo("'sc:AnnotationList'");
        one.says("/@id").isEqualTo("'" + BASE + "iiif/search/1/bible?q=hand&page=2'");
    }

    @Holds({"SRC-009", "SRC-011", "SRC-023", "SRC-026"})
    @Test
    void version1PaintsEachWordOnceInABox() {
        one.says("/resources").isEqualTo("[{'@id':'" + HAND + "','@type':'oa:Annotation','motivation':'sc:painting','resource':"
                + "{'@type':'cnt:ContentAsText','format':'text/plain','chars':'hand'},'on':'" + CANVAS + "#xywh=700,100,90,40'},"
                + "{'@id':'" + IS + "','@type':'oa:Annotation','motivation':'sc:painting','resource':"
                + "{'@type':'cnt:ContentAsText','format':'text/plain','chars':'is'},'on':'" + CANVAS + "#xywh=100,160,30,40'}]");
    }

    @Holds({"SRC-007", "SRC-024", "SRC-026"})
    @Test
    void version1TellsItsPlaceAmongThePagesAndWhatItIgnored() {
        String query = BASE + "iiif/search/1/bible?q=hand";
        one.says("/within").isEqualTo("{'@id':'" + query + "','@type':'sc:Layer','total':5,'first':'" + query + "',"
                + "'last':'" + query + "&page=3','ignored':['user','date']}");
        one.says("/next").isEqualTo("'" + query + "&page=3'");
        one.says("/prev").isEqualTo("'" + query + "'");
        one.says("/startIndex").isEqualTo("2");
    }

    @Holds({"SRC-011", "SRC-025"})
    @Test
    void version1TiesTheWordsOfAHit() {
        one.says("/hits/1/annotations").isEqualTo("['" + HAND + "','" + IS + "']");
        assertThat(one.at("/hits/1/match").stringValue()).isEqualTo("hand is");
        assertThat(one.at("/hits/1/before").stringValue()).isEqualTo("A bird in the ");
        assertThat(one.at("/hits/1/after").stringValue()).isEqualTo(" worth \"two\"");
        one.says("/hits/0/@type").isEqualTo("'search:Hit'");
    }

    @Holds({"SRC-041"})
    @Test
    void version2IsAnAnnotationPageOfItsOwnContext() {
        assertThat(two.keys("")).isEqualTo("@context id type ignored partOf next prev startIndex items annotations");
        two.says("/@context").isEqualTo("'http://iiif.io/api/search/2/context.json'");
        two.says("/type").isEqualTo("'AnnotationPage'");
    }

    @Holds({"SRC-009", "SRC-010", "SRC-011"})
    @Test
    void version2NamesTheManifestOfEachWord() {
        two.says("/items/0").isEqualTo("{'id':'" + HAND + "','type':'Annotation','motivation':'supplementing','body':"
                + "{'type':'TextualBody','value':'hand','format':'text/plain'},'target':{'id':'" + CANVAS + "#xywh=700,100,90,40',"
                + "'type':'Canvas','partOf':{'id':'" + BASE + "iiif/3/bible/manifest.json','type':'Manifest',"
                + "'label':{'none':['The Bible']}}}}");
        assertThat(two.at("/items").size()).isEqualTo(2);
    }

    @Holds({"SRC-007", "SRC-042", "SRC-043"})
    @Test
    void version2TellsItsPlaceAmongThePagesAndWhatItIgnored() {
        String query = BASE + "iiif/search/2/bible?q=hand";
        two.says("/ignored").isEqualTo("['user','date']");
        two.says("/partOf").isEqualTo("{'id':'" + query + "','type':'AnnotationCollection','total':5,"
                + "'first':{'id':'" + query + "','type':'AnnotationPage'},'last':{'id':'" + query + "&page=3','type':'AnnotationPage'}}");
        two.says("/next").isEqualTo("{'id':'" + query + "&page=3','type':'AnnotationPage'}");
        two.says("/prev").isEqualTo("{'id':'" + query + "','type':'AnnotationPage'}");
        two.says("/startIndex").isEqualTo("2");
    }

    @Holds("SRC-044")
    @Test
    void version2PutsTheWordsInTheirContext() {
        assertThat(two.at("/annotations").size()).isEqualTo(1);
        two.says("/annotations/0/items/0").isEqualTo("{'id':'" + BASE + "hit/2','type':'Annotation','motivation':'contextualizing',"
                + "'target':{'type':'SpecificResource','source':'" + HAND + "','selector':[{'type':'TextQuoteSelector',"
                + "'prefix':'A bird in the ','exact':'hand','suffix':' is worth two'}]}}");
        two.says("/annotations/0/items/1/target/0/selector/0").isEqualTo("{'type':'TextQuoteSelector','prefix':'A bird in the ','exact':'hand'}");
        two.says("/annotations/0/items/1/target/1/source").isEqualTo("'" + IS + "'");
        assertThat(two.keys("/annotations/0/items/1/target/1/selector/0")).isEqualTo("type exact suffix");
    }

    @Holds({"SRC-024", "SRC-042"})
    @Test
    void whatWasNotFoundIsAnEmptyAnswer() {
        Said none1 = Said.in(Documents.bytes(Models.nothing(1), 1));
        Said none2 = Said.in(Documents.bytes(Models.nothing(2), 2));
        assertThat(none1.keys("")).isEqualTo("@context @id @type within startIndex resources hits");
        none1.says("/resources").isEqualTo("[]");
        none1.says("/within/total").isEqualTo("0");
        assertThat(none2.keys("")).isEqualTo("@context id type partOf startIndex items");
        none2.says("/items").isEqualTo("[]");
    }

    @Holds({"SRC-007", "SRC-027"})
    @Test
    void wordsOfVersion1LeadToTheirSearch() {
        Said terms = Said.in(Documents.bytes(Models.terms(1), 1));
        assertThat(terms.keys("")).isEqualTo("@context @id @type ignored terms");
        terms.says("/@context").isEqualTo("'http://iiif.io/api/search/1/context.json'");
        terms.says("/@type").isEqualTo("'search:TermList'");
        terms.says("/ignored").isEqualTo("['user']");
        terms.says("/terms/0").isEqualTo("{'match':'bird','url':'" + BASE + "iiif/search/1/bible?q=bird','count':12}");
    }

    @Holds({"SRC-007", "SRC-045"})
    @Test
    void wordsOfVersion2LeadToTheirSearch() {
        Said terms = Said.in(Documents.bytes(Models.terms(2), 2));
        assertThat(terms.keys("")).isEqualTo("@context id type ignored items");
        terms.says("/type").isEqualTo("'TermPage'");
        terms.says("/items/0").isEqualTo("{'value':'bird','total':12,'service':[{'id':'" + BASE + "iiif/search/2/bible?q=bird',"
                + "'type':'SearchService2'}]}");
        Said none = Said.in(Documents.bytes(new Terms(BASE + "iiif/autocomplete/2/bible?q=zz", List.of(), List.of()), 2));
        none.says("/items").isEqualTo("[]");
        none.says("/ignored").isEmpty();
    }

    @Test
    void thereIsNoThirdVersion() {
        assertThatThrownBy(() -> Documents.bytes(Models.terms(1), 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Documents.bytes(Models.found(1), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textsAreWrittenToAStreamThatStaysOpen() {
        int[] closed = {0};
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0]++;
            }
        };
        Documents.write(Models.lines(ApiVersion.V3), ApiVersion.V3, out);
        assertThat(out.toByteArray()).isEqualTo(Documents.bytes(Models.lines(ApiVersion.V3), ApiVersion.V3));
        assertThat(closed[0]).isZero();
    }
}
