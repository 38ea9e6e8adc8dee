package org.lectern.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.core.ApiVersion.V2;

import org.junit.jupiter.api.Test;
import org.lectern.Holds;

/** What documents of version 2 say, property by property. */
class Version2Test {

    private static final String BASE = "https://iiif.example.org/lectern/iiif/";
    private static final String CANVAS = BASE + "bible$leaf0/canvas";

    private final Said bible = Said.in(Documents.bytes(Models.bible(V2), V2));
    private final Said volumes = Said.in(Documents.bytes(Models.volumes(V2), V2));
    private final Said concert = Said.in(Documents.bytes(Models.concert(V2), V2));
    private final Said film = Said.in(Documents.bytes(Models.film(V2), V2));

    @Holds({"PRE-013", "PRE-020", "PRE-021", "PRE-023"})
    @Test
    void theContextComesFirstAndOnlyServicesHaveAnother() {
        assertThat(bible.keys("")).startsWith("@context @id @type label ");
        bible.says("/@context").isEqualTo("'http://iiif.io/api/presentation/2/context.json'");
        assertThat(bible.root().findParents("@context").stream().filter(parent -> !parent.has("profile"))).hasSize(1);
    }

    @Holds({"PRE-032", "PRE-151", "PRE-175"})
    @Test
    void textsHaveLanguagesWhereTheyAreKnown() {
        bible.says("/label").isEqualTo("[{'@value':'Die Bibel','@language':'de'},{'@value':'La Biblia','@language':'es'},'The Bible']");
        concert.says("/label").isEqualTo("'Recordings'");
        bible.says("/description").isEqualTo("[{'@value':'<p>Printed in 1534</p>','@language':'en'}]");
        bible.says("/metadata/0/value").isEqualTo("['<span><b>One</b> &amp; two</span>','A < B']");
    }

    @Holds({"PRE-114", "PRE-153"})
    @Test
    void whatMustBeSaidAndWhoGivesItStandTogether() {
        bible.says("/attribution").isEqualTo("['Courtesy:',{'@value':'<span>Of the <b>owner</b></span>','@language':'en'},"
                + "{'@value':'Example Library','@language':'en'}]");
        bible.says("/logo").isEqualTo("'https://library.example.org/logo.svg'");
        bible.says("/license").isEqualTo("'http://rightsstatements.org/vocab/NoC-US/1.0/'");
    }

    @Holds({"PRE-114", "PRE-153"})
    @Test
    void linksHaveALabelAndAFormat() {
        bible.says("/related").isEqualTo("[{'@id':'https://catalogue.example.org/bible','label':'In the catalogue','format':'text/html'},"
                + "{'@id':'https://iiif.example.org/lectern/bible','label':'Here','format':'text/html'}]");
        bible.says("/rendering").isEqualTo("[{'@id':'" + BASE + "pdf/bible','label':'PDF','format':'application/pdf'},"
                + "{'@id':'" + BASE + "resource/bible/bible.epub','label':'EPUB','format':'application/octet-stream'}]");
        bible.says("/seeAlso/0").isEqualTo("{'@id':'https://catalogue.example.org/bible.xml','label':'MARC',"
                + "'format':'application/xml','profile':'http://www.loc.gov/standards/marcxml'}");
        bible.says("/within").isEqualTo("'" + BASE + "2/shelf/collection.json'");
    }

    @Holds({"PRE-048", "PRE-153"})
    @Test
    void aDateIsInUtcToTheSecond() {
        bible.says("/navDate").isEqualTo("'1534-01-01T00:00:00Z'");
        assertThat(bible.root().findValues("navDate")).hasSize(1);
    }

    @Holds({"PRE-115", "SRC-020", "SRC-021"})
    @Test
    void searchingInsideIsAServiceWithItsContext() {
        bible.says("/service").isEqualTo("{'@context':'http://iiif.io/api/search/1/context.json','@id':'" + BASE + "search/1/bible',"
                + "'profile':'http://iiif.io/api/search/1/search',"
                + "'service':{'@id':'" + BASE + "autocomplete/1/bible','profile':'http://iiif.io/api/search/1/autocomplete'}}");
    }

    @Holds({"PRE-026", "PRE-101", "PRE-102", "PRE-150"})
    @Test
    void oneSequenceHoldsAllCanvases() {
        assertThat(bible.at("/sequences").size()).isEqualTo(1);
        assertThat(bible.keys("/sequences/0")).isEqualTo("@id @type viewingDirection viewingHint startCanvas canvases");
        bible.says("/sequences/0/@id").isEqualTo("'" + BASE + "2/bible/sequence/normal'");
        bible.says("/sequences/0/startCanvas").isEqualTo("'" + BASE + "bible$leaf1/canvas'");
        assertThat(bible.at("/sequences/0/canvases").size()).isEqualTo(3);
    }

    @Holds({"PRE-113", "PRE-152"})
    @Test
    void behaviorsBecomeTheHintsThatVersion2Knows() {
        bible.says("/viewingHint").isEqualTo("'paged'");
        bible.says("/sequences/0/canvases/0/viewingHint").isEqualTo("'non-paged'");
        bible.says("/sequences/0/canvases/1/viewingHint").isEmpty();
        bible.says("/sequences/0/canvases/2/viewingHint").isEqualTo("'facing-pages'");
        volumes.says("/viewingHint").isEqualTo("'continuous'");
        volumes.says("/viewingDirection").isEqualTo("'right-to-left'");
        concert.says("/viewingHint").isEmpty();
        concert.says("/sequences/0/canvases/0/viewingHint").isEmpty();
    }

    @Holds({"PRE-100", "PRE-103", "PRE-104", "PRE-157"})
    @Test
    void aPictureIsPaintedOnItsCanvas() {
        bible.says("/sequences/0/canvases/0/images").isEqualTo("[{'@id':'" + CANVAS + "/annotation','@type':'oa:Annotation',"
                + "'motivation':'sc:painting','resource':{'@id':'" + BASE + "2/bible$0/full/full/0/default.jpg',"
                + "'@type':'dctypes:Image','format':'image/jpeg','height':3000,'width':2000,'service':"
                + "{'@context':'http://iiif.io/api/image/2/context.json','@id':'" + BASE + "2/bible$0',"
                + "'profile':'http://iiif.io/api/image/2/level2.json'}},'on':'" + CANVAS + "'}]");
        bible.says("/sequences/0/canvases/2/images/0/resource/@id").isEqualTo("'" + BASE + "2/bible$2/full/max/0/default.jpg'");
        bible.says("/sequences/0/canvases/0/height").isEqualTo("3000");
    }

    @Holds({"PRE-105", "PRE-155"})
    @Test
    void textsAreReferredTo() {
        bible.says("/sequences/0/canvases/0/otherContent/0").isEqualTo("{'@id':'" + BASE + "2/annotations/bible$0/lines.json',"
                + "'@type':'sc:AnnotationList','label':[{'@value':'Lines','@language':'en'}]}");
    }

    @Test
    void whatTellsOfACanvasIsASingleObject() {
        bible.says("/sequences/0/canvases/0/seeAlso").startsWith("{'@id':'" + BASE + "resource/bible/0.xml'");
    }

    @Holds("PRE-115")
    @Test
    void theScaleOfThePageHasItsContext() {
        bible.says("/sequences/0/canvases/0/service").isEqualTo(
                "{'@context':'http://iiif.io/api/annex/services/physdim/1/context.json','@id':'" + CANVAS + "#physical-dimensions',"
                        + "'profile':'http://iiif.io/api/annex/services/physdim','physicalScale':0.0846667,'physicalUnits':'mm'}");
    }

    @Holds({"PRE-109", "PRE-113", "PRE-156"})
    @Test
    void rangesAreAFlatListWithOneAboveAllOthers() {
        assertThat(bible.at("/structures").size()).isEqualTo(5);
        bible.says("/structures/0").isEqualTo("{'@id':'" + BASE + "2/bible/range/top','@type':'sc:Range',"
                + "'label':[{'@value':'Die Bibel','@language':'de'},{'@value':'La Biblia','@language':'es'},'The Bible'],"
                + "'viewingHint':'top','ranges':['" + BASE + "bible/range/1','" + BASE + "bible/range/2']}");
        bible.says("/structures/2").isEqualTo("{'@id':'" + BASE + "bible/range/2','@type':'sc:Range','label':'Old Testament',"
                + "'ranges':['" + BASE + "bible/range/3','" + BASE + "bible/range/4'],'canvases':['" + BASE + "bible$leaf1/canvas']}");
    }

    @Holds("PRE-156")
    @Test
    void aRangeThatStandsAboveAllNeedsNoOther() {
        assertThat(volumes.at("/structures").size()).isEqualTo(4);
        volumes.says("/structures/0/@id").isEqualTo("'" + BASE + "set/range/1'");
        volumes.says("/structures/0/viewingHint").isEqualTo("'top'");
        volumes.says("/structures/1/viewingHint").isEmpty();
    }

    @Holds("PRE-154")
    @Test
    void aRecordingIsThePictureThatGoesWithItAndLinksToItsFiles() {
        String canvas = "/sequences/0/canvases/0";
        concert.says(canvas + "/width").isEqualTo("800");
        concert.says(canvas + "/height").isEqualTo("200");
        concert.says(canvas + "/images/0/resource/service/@id").isEqualTo("'" + BASE + "2/concert%2Ffirst.png'");
        concert.says(canvas + "/images/0/on").isEqualTo("'" + BASE + "concert/first%20song/canvas'");
        concert.says(canvas + "/rendering").isEqualTo("[{'@id':'" + BASE + "resource/concert/first%20song.mp3','label':'MP3',"
                + "'format':'audio/mpeg'},{'@id':'" + BASE + "resource/concert/first%20song.flac','label':'FLAC','format':'audio/flac'}]");
    }

    @Holds("PRE-154")
    @Test
    void aRecordingWithoutAPictureIsABlankCanvas() {
        String canvas = "/sequences/0/canvases/1";
        concert.says(canvas + "/images").isEqualTo("[]");
        concert.says(canvas + "/width").isEqualTo("1200");
        concert.says(canvas + "/rendering").isEqualTo("{'@id':'" + BASE + "resource/concert/2.ogg','label':'Ogg','format':'audio/ogg'}");
    }

    @Holds("PRE-154")
    @Test
    void aFilmLinksToItsFilesItsSubtitlesAndTheRest() {
        film.says("/sequences/0/canvases/0/width").isEqualTo("640");
        assertThat(film.at("/sequences/0/canvases/0/rendering").valueStream().map(link -> link.get("format").stringValue()))
                .containsExactly("video/mp4", "video/ogg", "text/vtt", "text/vtt", "text/plain");
    }

    @Holds({"PRE-106", "PRE-107"})
    @Test
    void linesArePaintedOnTheirCanvas() {
        Said.in(Documents.bytes(Models.lines(V2), V2)).says("/resources/1").isEqualTo("{'@id':'" + BASE + "bible$leaf1/canvas/line/2',"
                + "'@type':'oa:Annotation','motivation':'sc:painting','resource':{'@type':'cnt:ContentAsText','format':'text/plain',"
                + "'language':'he','chars':'בראשית ברא'},'on':'" + BASE + "bible$leaf1/canvas#xywh=100,200,1900,60'}");
    }

    @Holds({"PRE-111", "PRE-158"})
    @Test
    void aCollectionListsEachKindAndTheirOrderWhereItWouldBeLost() {
        Said page = Said.in(Documents.bytes(Models.shelf(V2), V2));
        assertThat(page.keys("")).isEqualTo(
                "@context @id @type label within startIndex next prev collections manifests members");
        page.says("/collections").isEqualTo("[{'@id':'" + BASE + "2/shelf$inner/collection.json','@type':'sc:Collection','label':'Inner'}]");
        page.says("/members/0").isEqualTo("{'@id':'" + BASE + "2/bible/manifest.json','@type':'sc:Manifest','label':'Bible'}");
        page.says("/members/1/viewingHint").isEqualTo("'individuals'");
    }

    @Holds("PRE-112")
    @Test
    void aCutCollectionTellsItsFirstPageAndPagesTellTheirNeighbours() {
        Said whole = Said.in(Documents.bytes(Models.whole(V2), V2));
        Said page = Said.in(Documents.bytes(Models.shelf(V2), V2));
        assertThat(whole.keys("")).isEqualTo(
                "@context @id @type label description thumbnail attribution logo within total first last");
        whole.says("/total").isEqualTo("2500");
        whole.says("/first").isEqualTo("'" + BASE + "2/shelf/collection.json?page=1'");
        whole.says("/last").isEqualTo("'" + BASE + "2/shelf/collection.json?page=3'");
        page.says("/within").isEqualTo("'" + BASE + "2/shelf/collection.json'");
        page.says("/startIndex").isEqualTo("1000");
        page.says("/next").isEqualTo("'" + BASE + "2/shelf/collection.json?page=3'");
        page.says("/prev").isEqualTo("'" + BASE + "2/shelf/collection.json?page=1'");
    }
}
