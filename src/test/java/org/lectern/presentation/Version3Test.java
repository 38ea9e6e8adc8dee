package org.lectern.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.core.ApiVersion.V3;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lectern.Holds;
import org.lectern.core.Dimensions;

/** What documents of version 3 say, property by property. */
class Version3Test {

    private static final String CANVAS = "https://iiif.example.org/lectern/iiif/bible$leaf0/canvas";
    private static final String SONG = "https://iiif.example.org/lectern/iiif/concert/first%20song/canvas";

    private final Said bible = Said.in(Documents.bytes(Models.bible(V3), V3));
    private final Said concert = Said.in(Documents.bytes(Models.concert(V3), V3));
    private final Said film = Said.in(Documents.bytes(Models.film(V3), V3));

    @Holds({"PRE-013", "PRE-020", "PRE-022", "PRE-023", "PRE-027"})
    @Test
    void theContextComesFirstAndThoseOfExtensionsBeforeTheApis() {
        assertThat(bible.keys("")).startsWith("@context id type label ");
        bible.says("/@context").isEqualTo("['http://iiif.io/api/annex/services/physdim/1/context.json',"
                + "'http://iiif.io/api/presentation/3/context.json']");
        concert.says("/@context").isEqualTo("'http://iiif.io/api/presentation/3/context.json'");
        assertThat(bible.root().findValues("@context")).hasSize(1);
        assertThat(bible.root().has("@graph")).isFalse();
    }

    @Holds({"PRE-030", "PRE-031", "PRE-034", "PRE-175"})
    @Test
    void textsStandByTheirLanguages() {
        bible.says("/label").isEqualTo("{'de':['Die Bibel'],'es':['La Biblia'],'none':['The Bible']}");
        bible.says("/summary").isEqualTo("{'en':['<p>Printed in <small>1534</small></p>']}");
    }

    @Holds({"PRE-042", "PRE-043"})
    @Test
    void metadataAreCompletePairsInTheirOrder() {
        bible.says("/metadata").isEqualTo("[{'label':{'en':['Author']},"
                + "'value':{'none':['<span><b>One</b> &amp; two</span>','A < B']}}]");
        bible.says("/requiredStatement").isEqualTo("{'label':{'en':['Courtesy']},"
                + "'value':{'en':['<span>Of the <b>owner</b></span>']}}");
    }

    @Holds({"PRE-044", "PRE-175"})
    @Test
    void rightsAreOneUri() {
        bible.says("/rights").isEqualTo("'http://rightsstatements.org/vocab/NoC-US/1.0/'");
    }

    @Holds({"PRE-045", "PRE-055", "PRE-173"})
    @Test
    void aProviderHasItsNameItsPageAndItsLogo() {
        bible.says("/provider").isEqualTo("[{'id':'https://library.example.org/','type':'Agent','label':{'en':['Example Library']},"
                + "'homepage':[{'id':'https://library.example.org/about','type':'Text','label':{'en':['Example Library']},"
                + "'format':'text/html'}],"
                + "'logo':[{'id':'https://library.example.org/logo.svg','type':'Image','format':'image/svg+xml'}]}]");
    }

    @Holds({"PRE-046", "PRE-047", "PRE-174"})
    @Test
    void aThumbnailIsASmallPictureWithItsSizeAndService() {
        assertThat(bible.keys("/thumbnail/0")).isEqualTo("id type format height width service");
        bible.says("/thumbnail/0/id").isEqualTo("'https://iiif.example.org/lectern/iiif/3/bible$1/full/200,300/0/default.jpg'");
        bible.says("/items/0/thumbnail/0/id").isEqualTo("'https://iiif.example.org/lectern/iiif/3/bible$0/full/200,300/0/default.jpg'");
        bible.says("/thumbnail/0/height").isEqualTo("300");
        bible.says("/thumbnail/0/format").isEqualTo("'image/jpeg'");
        bible.says("/thumbnail/0/service/0/type").isEqualTo("'ImageService3'");
    }

    @Holds("PRE-048")
    @Test
    void aDateIsInUtcToTheSecond() {
        bible.says("/navDate").isEqualTo("'1534-01-01T00:00:00Z'");
    }

    @Holds({"PRE-025", "PRE-053", "PRE-170"})
    @Test
    void directionIsAWordAndBehaviorAList() {
        bible.says("/viewingDirection").isEqualTo("'left-to-right'");
        bible.says("/behavior").isEqualTo("['paged','no-auto-advance']");
        Said.in(Documents.bytes(Models.volumes(V3), V3)).says("/viewingDirection").isEqualTo("'right-to-left'");
    }

    @Holds({"PRE-028", "PRE-050", "PRE-054", "PRE-056", "PRE-173"})
    @Test
    void linksSayWhatTheyAre() {
        bible.says("/homepage/0").isEqualTo(
                "{'id':'https://catalogue.example.org/bible','type':'Text','label':{'none':['In the catalogue']},'format':'text/html'}");
        bible.says("/rendering/0").isEqualTo(
                "{'id':'https://iiif.example.org/lectern/iiif/pdf/bible','type':'Text','label':{'none':['PDF']},'format':'application/pdf'}");
        bible.says("/seeAlso/0").isEqualTo("{'id':'https://catalogue.example.org/bible.xml','type':'Dataset','label':{'none':['MARC']},"
                + "'format':'application/xml','profile':'http://www.loc.gov/standards/marcxml'}");
        assertThat(bible.at("/homepage").size()).isEqualTo(2);
        assertThat(bible.at("/seeAlso").size()).isEqualTo(2);
        assertThat(bible.keys("/rendering/1")).isEqualTo("id type label");
        bible.says("/items/0/rendering/0/format").isEqualTo("'application/pdf'");
        bible.says("/items/0/seeAlso/0/profile").isEqualTo("'http://www.loc.gov/standards/alto/ns-v4#'");
    }

    @Holds({"PRE-057", "PRE-123", "SRC-020", "SRC-021", "SRC-026", "SRC-040"})
    @Test
    void bothVersionsOfSearchingInsideAreTold() {
        bible.says("/service").isEqualTo("[{'id':'https://iiif.example.org/lectern/iiif/search/2/bible','type':'SearchService2',"
                + "'service':[{'id':'https://iiif.example.org/lectern/iiif/autocomplete/2/bible','type':'AutoCompleteService2'}]},"
                + "{'@id':'https://iiif.example.org/lectern/iiif/search/1/bible','@type':'SearchService1',"
                + "'profile':'http://iiif.io/api/search/1/search',"
                + "'service':[{'@id':'https://iiif.example.org/lectern/iiif/autocomplete/1/bible','@type':'AutoCompleteService1',"
                + "'profile':'http://iiif.io/api/search/1/autocomplete'}]}]");
    }

    @Holds({"PRE-059", "PRE-060", "PRE-175"})
    @Test
    void aManifestTellsWhereItLiesAndWhereItOpens() {
        bible.says("/partOf").isEqualTo("[{'id':'https://iiif.example.org/lectern/iiif/3/shelf/collection.json','type':'Collection',"
                + "'label':{'none':['Shelf']}}]");
        bible.says("/start").isEqualTo("{'id':'https://iiif.example.org/lectern/iiif/bible$leaf1/canvas','type':'Canvas'}");
    }

    @Holds({"PRE-062", "PRE-091", "PRE-093", "PRE-170"})
    @Test
    void rangesLieInOneAnother() {
        bible.says("/structures/0/items").isEqualTo("[{'id':'" + CANVAS + "','type':'Canvas'}]");
        bible.says("/structures/1/items/1/label").isEqualTo("{'none':['Genesis']}");
        assertThat(bible.keys("/structures/1/items/1")).isEqualTo("id type label items");
        assertThat(bible.at("/structures").size()).isEqualTo(2);
    }

    @Holds({"PRE-040", "PRE-052", "PRE-082"})
    @Test
    void aCanvasIsAsLargeAsItsPicture() {
        assertThat(bible.keys("/items/0")).isEqualTo(
                "id type label height width behavior thumbnail rendering seeAlso service items annotations");
        bible.says("/items/0/id").isEqualTo("'" + CANVAS + "'");
        bible.says("/items/0/height").isEqualTo("3000");
        bible.says("/items/0/width").isEqualTo("2000");
    }

    @Holds({"PRE-083", "PRE-085", "PRE-086", "PRE-099"})
    @Test
    void aPictureIsPaintedOnItsCanvasAndHasBothServices() {
        bible.says("/items/0/items").isEqualTo("[{'id':'" + CANVAS + "/page','type':'AnnotationPage','items':["
                + "{'id':'" + CANVAS + "/annotation','type':'Annotation','motivation':'painting','body':"
                + "{'id':'https://iiif.example.org/lectern/iiif/3/bible$0/full/max/0/default.jpg','type':'Image','format':'image/jpeg',"
                + "'height':3000,'width':2000,'service':["
                + "{'id':'https://iiif.example.org/lectern/iiif/3/bible$0','type':'ImageService3','profile':'level2'},"
                + "{'@id':'https://iiif.example.org/lectern/iiif/2/bible$0','@type':'ImageService2',"
                + "'profile':'http://iiif.io/api/image/2/level2.json'}]},'target':'" + CANVAS + "'}]}]");
    }

    @Holds({"PRE-083", "PRE-175"})
    @Test
    void aCanvasWithoutAPictureSaysSo() {
        Canvas blank = new Canvas(CANVAS, LanguageMap.of("Lost"), new Dimensions(1, 2),
                Optional.empty(), Optional.empty());
        Manifest manifest = Models.volumes(V3);
        Said said = Said.in(Documents.bytes(new Manifest(manifest.id(), manifest.label(), manifest.metadata(), manifest.summary(),
                manifest.requiredStatement(), manifest.rights(), manifest.viewingDirection(), manifest.behavior(), manifest.start(),
                manifest.thumbnail(), manifest.provider(), manifest.homepage(), manifest.seeAlso(), manifest.rendering(),
                manifest.navDate(), manifest.search(), manifest.partOf(), List.of(), List.of(blank)), V3));
        said.says("/items/0/items").isEqualTo("[]");
        said.says("/structures").isEmpty();
    }

    @Holds({"PRE-063", "PRE-089", "PRE-123"})
    @Test
    void textsAreReferredTo() {
        bible.says("/items/0/annotations/0").isEqualTo("{'id':'https://iiif.example.org/lectern/iiif/3/annotations/bible$0/lines.json',"
                + "'type':'AnnotationPage','label':{'en':['Lines']}}");
    }

    @Holds({"PRE-027", "PRE-057"})
    @Test
    void theScaleOfThePageHasNoContextOfItsOwn() {
        bible.says("/items/0/service").isEqualTo("[{'@id':'" + CANVAS + "#physical-dimensions',"
                + "'@type':'http://iiif.io/api/annex/services/physdim','profile':'http://iiif.io/api/annex/services/physdim',"
                + "'physicalScale':0.0846667,'physicalUnits':'mm'}]");
    }

    @Holds("PRE-072")
    @Test
    void howPagesFaceEachOtherIsToldOfPagedBooksOnly() {
        bible.says("/items/0/behavior").isEqualTo("['non-paged']");
        bible.says("/items/2/behavior").isEqualTo("['facing-pages','auto-advance']");
        Said.in(Documents.bytes(Models.volumes(V3), V3)).says("/items/0/behavior").isEmpty();
    }

    @Holds({"PRE-041", "PRE-052", "PRE-087", "PRE-096", "PRE-175"})
    @Test
    void whatIsHeardLastsAndMayBeChosenFrom() {
        concert.says("/items/0/duration").isEqualTo("237.5");
        concert.says("/items/0/height").isEmpty();
        concert.says("/items/0/items/0/items/0/body").isEqualTo("{'type':'Choice','items':["
                + "{'id':'https://iiif.example.org/lectern/iiif/resource/concert/first%20song.mp3','type':'Sound',"
                + "'label':{'none':['MP3']},'format':'audio/mpeg','duration':237.5},"
                + "{'id':'https://iiif.example.org/lectern/iiif/resource/concert/first%20song.flac','type':'Sound',"
                + "'label':{'none':['FLAC']},'format':'audio/flac','duration':237.5}]}");
        concert.says("/items/1/items/0/items/0/body/type").isEqualTo("'Sound'");
    }

    @Holds({"PRE-049", "PRE-096"})
    @Test
    void aRecordingMayBeAccompaniedByAPicture() {
        assertThat(concert.keys("/items/0/accompanyingCanvas")).isEqualTo("id type label height width items");
        concert.says("/items/0/accompanyingCanvas/id").isEqualTo("'" + SONG + "/accompanying'");
        concert.says("/items/0/accompanyingCanvas/items/0/items/0/target").isEqualTo("'" + SONG + "/accompanying'");
        concert.says("/items/1/accompanyingCanvas").isEmpty();
    }

    @Holds({"PRE-041", "PRE-084", "PRE-096", "PRE-175"})
    @Test
    void aVideoFillsItsCanvasInSpaceAndTime() {
        film.says("/items/0/width").isEqualTo("640");
        film.says("/items/0/items/0/items/0/body/items/0").isEqualTo(
                "{'id':'https://iiif.example.org/lectern/iiif/resource/film/film.mp4','type':'Video','label':{'none':['MPEG4']},"
                        + "'format':'video/mp4','height':480,'width':640,'duration':3600.25}");
    }

    @Holds({"PRE-051", "PRE-063", "PRE-088", "PRE-096", "PRE-175"})
    @Test
    void subtitlesSupplementTheirCanvas() {
        film.says("/items/0/annotations/0/items/0").isEqualTo(
                "{'id':'https://iiif.example.org/lectern/iiif/film/film/canvas/captions/1','type':'Annotation',"
                        + "'motivation':'supplementing','body':{'id':'https://iiif.example.org/lectern/iiif/resource/film/film.en.vtt',"
                        + "'type':'Text','label':{'none':['English']},'format':'text/vtt','language':'en'},"
                        + "'target':'https://iiif.example.org/lectern/iiif/film/film/canvas'}");
        assertThat(film.keys("/items/0/annotations/0/items/1/body")).isEqualTo("id type label format");
    }

    @Holds({"PRE-051", "PRE-085", "PRE-088", "PRE-123"})
    @Test
    void linesSupplementTheirCanvas() {
        Said lines = Said.in(Documents.bytes(Models.lines(V3), V3));
        lines.says("/items/1").isEqualTo("{'id':'https://iiif.example.org/lectern/iiif/bible$leaf1/canvas/line/2','type':'Annotation',"
                + "'motivation':'supplementing','textGranularity':'line','body':{'type':'TextualBody','value':'בראשית ברא',"
                + "'format':'text/plain','language':'he'},'target':"
                + "'https://iiif.example.org/lectern/iiif/bible$leaf1/canvas#xywh=100,200,1900,60'}");
    }

    @Holds({"PRE-080", "PRE-081"})
    @Test
    void aCutCollectionIsACollectionOfCollections() {
        Said whole = Said.in(Documents.bytes(Models.whole(V3), V3));
        Said page = Said.in(Documents.bytes(Models.shelf(V3), V3));
        assertThat(whole.keys("")).isEqualTo("@context id type label summary provider thumbnail partOf items");
        whole.says("/items/1").isEqualTo("{'id':'https://iiif.example.org/lectern/iiif/3/shelf/collection.json?page=2',"
                + "'type':'Collection','label':{'none':['1001–2000']}}");
        assertThat(page.keys("")).isEqualTo("@context id type label partOf items");
        page.says("/id").isEqualTo(whole.at("/items/1/id").toString().replace('"', '\''));
        page.says("/items/0/type").isEqualTo("'Manifest'");
        page.says("/partOf/0/id").isEqualTo(whole.at("/id").toString().replace('"', '\''));
    }
}
