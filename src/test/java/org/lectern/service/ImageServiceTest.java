package org.lectern.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lectern.service.House.BASE;
import static org.lectern.service.House.accepting;
import static org.lectern.service.House.asked;
import static org.lectern.service.House.caller;
import static org.lectern.service.House.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.image.Format;
import org.lectern.image.Limits;
import org.lectern.source.Item;
import org.lectern.source.Kind;
import tools.jackson.databind.JsonNode;

class ImageServiceTest {

    private final House house = new House();

    private Answer.Document info(Asked asked, ApiVersion version, Caller caller) {
        return (Answer.Document) house.images.info(asked, version, caller);
    }

    private Answer.Image image(Asked asked, ApiVersion version, String... pieces) {
        return (Answer.Image) house.images.image(asked, List.of(pieces), version, caller());
    }

    @Holds("IMG-003")
    @ParameterizedTest(name = "{0} {1} raw={2}")
    @CsvSource({
        "photo.jpg, /iiif/3, false, /iiif/3/photo.jpg",
        "photo.jpg, '', false, /photo.jpg",
        "books/bible$1, /iiif/3, false, /iiif/3/books%2Fbible$1",
        "books/bible$1, /iiif/3, true, /iiif/3/books/bible$1",
        "books$bible$1, /image/iiif/3, false, /image/iiif/3/books$bible$1",
        "odd/a$b #1.tif, /iiif/3, true, /iiif/3/odd/a$b%20%231.tif",
        "books$bible$scan x.png, /iiif/3, false, /iiif/3/books$bible$scan%20x.png",
    })
    void theIdIsSpelledAsItWasAskedFor(String id, String prefix, boolean raw, String path) {
        Answer answer = house.images.info(asked(id, prefix, raw), ApiVersion.V3, caller());
        assertThat(json(answer).get("id").stringValue()).isEqualTo(BASE + path);
    }

    @Test
    void infoTellsSizeTilesRightsAndFormats() {
        JsonNode info = json(house.images.info(asked("photo.jpg"), ApiVersion.V3, caller()));
        assertThat(info.get("width").intValue()).isEqualTo(3000);
        assertThat(info.get("tiles").get(0).get("width").intValue()).isEqualTo(256);
        assertThat(info.get("rights").stringValue()).isEqualTo("http://creativecommons.org/licenses/by/4.0/");
        JsonNode second = json(house.images.info(asked("photo.jpg"), ApiVersion.V2, caller()));
        assertThat(second.get("attribution").stringValue()).isEqualTo("Example Library");
    }

    @Holds({"IMG-245", "IMG-247"})
    @Test
    void formatsAreRecommendedInVersion3AsTheSettingOrdersThem() {
        House choosy = new House(Shelves.usual(), Access.ALL, Links.Slash.DOLLAR, Limits.NONE,
                List.of(Format.PNG, Format.JPG));
        Answer third = choosy.images.info(asked("photo.jpg"), ApiVersion.V3, caller());
        assertThat(json(third).get("preferredFormats")).hasToString("[\"png\",\"jpg\"]");
        assertThat(json(choosy.images.info(asked("photo.jpg"), ApiVersion.V2, caller())).toString())
                .doesNotContain("preferred");
        assertThat(json(house.images.info(asked("photo.jpg"), ApiVersion.V3, caller())).has("preferredFormats")).isFalse();
    }

    @Holds({"IMG-204", "IMG-249"})
    @ParameterizedTest(name = "{0} is part of {1}")
    @CsvSource({
        "photo.jpg, photo.jpg",
        "books$bible$1, books$bible",
        "books$bible$scan x.png, books$bible",
        "odd/a$b #1.tif, odd%2Fa$b%20%231.tif",
    })
    void anImageIsPartOfItsItemsManifest(String id, String item) {
        JsonNode partOf = json(house.images.info(asked(id), ApiVersion.V3, caller())).get("partOf");
        String label = item.startsWith("odd") ? "odd/a$b #1.tif" : item.replace('$', '/');
        assertThat(partOf).hasToString("[{\"id\":\"" + BASE + "/iiif/3/" + item
                + "/manifest.json\",\"type\":\"Manifest\",\"label\":{\"none\":[\"Title of " + label + "\"]}}]");
        JsonNode second = json(house.images.info(asked(id), ApiVersion.V2, caller()));
        assertThat(second.has("partOf") || second.has("seeAlso")).isFalse();
    }

    @Test
    void anItemWithoutATitleIsCalledByItsName() {
        Item item = Shelves.item("a/b.jpg", Kind.IMAGE, List.of(Shelves.page(0, "", "")), 0);
        Item untitled = new Item(item.id(), item.kind(), " ", item.metadata(), item.summary(), item.rights(),
                item.attribution(), item.seeAlso(), item.viewingDirection(), item.behavior(), item.pages(), 0, item.apparatus(), "v",
                Shelves.MODIFIED);
        House named = House.of(new Shelves("s").add(untitled));
        assertThat(json(named.images.info(asked("a/b.jpg"), ApiVersion.V3, caller())).at("/partOf/0/label/none/0")
                .stringValue()).isEqualTo("b.jpg");
    }

    @Test
    void aFileThatNoItemHoldsIsPartOfNothing() {
        House alone = House.of(Shelves.usual().file("loose/x.png", "loose"));
        JsonNode info = json(alone.images.info(asked("loose/x.png"), ApiVersion.V3, caller()));
        assertThat(info.has("partOf") || info.has("seeAlso") || info.has("rights")).isFalse();
    }

    @Holds({"IMG-204", "IMG-249"})
    @Test
    void descriptionsForMachinesAreNamedWithoutMarkup() {
        JsonNode seeAlso = json(house.images.info(asked("books$bible$1"), ApiVersion.V3, caller())).get("seeAlso");
        assertThat(seeAlso).hasToString("[{\"id\":\"https://example.org/11.xml\",\"type\":\"Dataset\","
                + "\"label\":{\"none\":[\"METS of books/bible\"]},\"format\":\"application/xml\","
                + "\"profile\":\"http://www.loc.gov/METS/\"}]");
    }

    @Holds({"IMG-136", "IMG-204", "IMG-249"})
    @Test
    void theResolutionOfTheFileGivesThePhysicalSizeOfAPixel() {
        assertThat(json(house.images.info(asked("photo.jpg"), ApiVersion.V3, caller())).has("service")).isFalse();
        house.drawn.dpi = OptionalDouble.of(600);
        JsonNode third = json(house.images.info(asked("photo.jpg"), ApiVersion.V3, caller())).get("service");
        assertThat(third.isArray()).isTrue();
        assertThat(third.get(0).get("@id").stringValue()).startsWith(BASE + "/iiif/3/photo.jpg/info.json#");
        assertThat(third.get(0).get("@type").stringValue()).isEqualTo("http://iiif.io/api/annex/services/physdim");
        JsonNode second = json(house.images.info(asked("photo.jpg"), ApiVersion.V2, caller())).get("service");
        assertThat(second.has("@type")).isFalse();
        for (JsonNode service : List.of(third.get(0), second)) {
            assertThat(service.get("@context").stringValue())
                    .isEqualTo("http://iiif.io/api/annex/services/physdim/1/context.json");
            assertThat(service.get("profile").stringValue()).isEqualTo("http://iiif.io/api/annex/services/physdim");
            assertThat(service.get("physicalScale").doubleValue()).isEqualTo(0.0423333);
            assertThat(service.get("physicalUnits").stringValue()).isEqualTo("mm");
        }
    }

    @Test
    void seventyTwoDotsAnInchSayNothingOfASizeInPrint() {
        house.drawn.dpi = OptionalDouble.of(72);
        assertThat(json(house.images.info(asked("photo.jpg"), ApiVersion.V3, caller())).has("service")).isFalse();
    }

    @Holds("IMG-145")
    @ParameterizedTest(name = "native tile {0}x{1} offers {2}x{3}")
    @CsvSource({
        "256, 256, 256, 256",
        "1024, 512, 1024, 512",
        "128, 128, 128, 128",
        "3000, 2000, 512, 512",
        "3000, 16, 512, 512",
        "64, 64, 512, 512",
        "2048, 2048, 512, 512",
        "1024, 256, 512, 512",
    })
    void tilesAreTheSourcesOwnWhenViewersWouldWantThem(int width, int height, int offeredWidth, int offeredHeight) {
        house.drawn.tile = new Dimensions(width, height);
        JsonNode tile = json(house.images.info(asked("photo.jpg"), ApiVersion.V3, caller())).get("tiles").get(0);
        assertThat(tile.get("width").intValue()).isEqualTo(offeredWidth);
        assertThat(tile.path("height").intValue(offeredWidth)).isEqualTo(offeredHeight);
    }

    @Holds({"IMG-160", "IMG-161", "IMG-162", "IMG-163", "IMG-206"})
    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none                                                   | 2 | application/json
            none                                                   | 3 | application/ld+json;profile="http://iiif.io/api/image/3/context.json"
            */*                                                    | 2 | application/json
            */*                                                    | 3 | application/ld+json;profile="http://iiif.io/api/image/3/context.json"
            application/ld+json                                    | 2 | application/ld+json
            application/ld+json;profile="x,y;z"                    | 2 | application/ld+json
            application/ld+json                                    | 3 | application/ld+json;profile="http://iiif.io/api/image/3/context.json"
            application/json                                       | 2 | application/json
            application/json                                       | 3 | application/json
            application/json;q=0.5, application/ld+json;q=0.4      | 3 | application/json
            application/json;q=0.5, application/ld+json;q=0.4      | 2 | application/json
            application/json;q=0.5, application/ld+json            | 2 | application/ld+json
            application/ld+json;q=0, */*                           | 3 | application/json
            text/html,application/xhtml+xml,*/*;q=0.8              | 2 | application/json
            text/html,application/xhtml+xml,*/*;q=0.8              | 3 | application/json
            image/png                                              | 3 | application/json
            ,;,"                                                   | 3 | application/json
            """)
    void theKindOfJsonIsNegotiated(String accept, int version, String type) {
        Caller caller = accept == null ? caller() : accepting(accept);
        Answer.Document info = info(asked("photo.jpg"), version == 2 ? ApiVersion.V2 : ApiVersion.V3, caller);
        assertThat(info.contentType()).isEqualTo(type);
        assertThat(info.headers()).containsEntry("Vary", "Accept");
    }

    @Holds("IMG-171")
    @Test
    void infoNamesItsProfile() {
        assertThat(info(asked("photo.jpg"), ApiVersion.V2, caller()).links())
                .containsExactly(new Answer.Link("http://iiif.io/api/image/2/level2.json", "profile"));
    }

    @Test
    void theEntityTagOfInfoChangesWithTypeVersionAndSpelling() {
        Asked asked = asked("books$bible$1");
        assertThat(List.of(
                        info(asked, ApiVersion.V3, caller()),
                        info(asked, ApiVersion.V3, accepting("application/json")),
                        info(asked, ApiVersion.V2, caller()),
                        info(asked("books/bible$1"), ApiVersion.V3, caller())))
                .extracting(document -> document.validity().etag())
                .doesNotHaveDuplicates();
        assertThat(info(asked, ApiVersion.V3, caller()).validity())
                .isEqualTo(info(asked, ApiVersion.V3, caller()).validity());
    }

    @Holds({"IMG-120", "IMG-170"})
    @Test
    void anImageNamesItsCanonicalFormAndProfileAndIsNotMadeBeforeItIsSent() {
        Answer.Image image = image(asked("books$bible$1"), ApiVersion.V3, "0,0,3000,2000", "600,", "0", "color.jpg");
        assertThat(image.links()).containsExactly(
                new Answer.Link(BASE + "/iiif/3/books$bible$1/full/600,400/0/default.jpg", "canonical"),
                new Answer.Link("http://iiif.io/api/image/3/level2.json", "profile"));
        assertThat(image.mediaType()).isEqualTo("image/jpeg");
        assertThat(image.fileName()).isEqualTo("books$bible$1_full_600,400_0_default.jpg");
        assertThat(house.drawn.made).isEmpty();
        assertThat(new String(image.body().get(), StandardCharsets.UTF_8))
                .isEqualTo("books/bible$1 full/600,400/0/default.jpg");
    }

    @Holds("IMG-127")
    @Test
    void theCaretOfACanonicalFormIsEncoded() {
        Limits limits = new Limits(OptionalInt.of(9000), OptionalInt.empty(), OptionalLong.empty(), true);
        House enlarging = new House(Shelves.usual(), Access.ALL, Links.Slash.DOLLAR, limits);
        Answer.Image image = (Answer.Image) enlarging.images.image(
                asked("photo.jpg"), List.of("0,0,100,100", "^200,", "0", "default.png"), ApiVersion.V3, caller());
        assertThat(image.links().get(0).uri()).isEqualTo(BASE + "/iiif/3/photo.jpg/0,0,100,100/%5E200,200/0/default.png");
    }

    @Test
    void theEntityTagOfAnImageIsThatOfItsCanonicalForm() {
        String etag = image(asked("photo.jpg"), ApiVersion.V3, "full", "max", "0", "default.jpg").validity().etag();
        assertThat(image(asked("photo.jpg"), ApiVersion.V3, "full", "pct:100", "0", "color.jpg").validity().etag())
                .isEqualTo(etag);
        assertThat(image(asked("photo.jpg"), ApiVersion.V3, "full", "max", "0", "default.png").validity().etag())
                .isNotEqualTo(etag);
        assertThat(image(asked("books$bible$0"), ApiVersion.V3, "full", "max", "0", "default.jpg").validity().etag())
                .isNotEqualTo(etag);
    }

    @Test
    void aMalformedRequestIsMalformedWhetherTheImageExistsOrNot() {
        assertThatThrownBy(() -> image(asked("nothing"), ApiVersion.V3, "ful", "max", "0", "default.jpg"))
                .isInstanceOf(IiifException.Malformed.class);
        assertThatThrownBy(() -> image(asked("nothing"), ApiVersion.V3, "full", "max", "0", "default.jpg"))
                .isInstanceOf(IiifException.Missing.class)
                .hasMessageContaining("'nothing'");
        assertThat(house.drawn.opened).isEmpty();
    }

    @Holds("IMG-112")
    @Test
    void aFormatThatIsNotMadeIsMalformedAndTheOthersAreNamed() {
        assertThatThrownBy(() -> image(asked("photo.jpg"), ApiVersion.V3, "full", "max", "0", "default.jp2"))
                .isInstanceOf(IiifException.Malformed.class)
                .hasMessageContaining("jpg, png");
    }

    @Test
    void aBookIsNoImageAndItsManifestIsNamed() {
        assertThatThrownBy(() -> info(asked("books$bible"), ApiVersion.V3, caller()))
                .isInstanceOf(IiifException.Missing.class)
                .hasMessageContaining(BASE + "/iiif/3/books$bible/manifest.json")
                .hasMessageContaining(BASE + "/iiif/3/books$bible$0/info.json");
        assertThatThrownBy(() -> info(asked("books"), ApiVersion.V3, caller()))
                .isInstanceOf(IiifException.Missing.class)
                .hasMessageContaining(BASE + "/iiif/3/books/collection.json");
    }
}
