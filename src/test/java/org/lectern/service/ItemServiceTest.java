package org.lectern.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lectern.service.House.BASE;
import static org.lectern.service.House.asked;
import static org.lectern.service.House.caller;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.core.IiifException;
import org.lectern.image.Limits;
import org.lectern.presentation.Golden;
import tools.jackson.databind.JsonNode;

class ItemServiceTest {

    private final House house = new House();

    private Answer item(String id, boolean html) {
        return house.items.item(asked(id, "", false), html, caller()).orElseThrow();
    }

    private static Answer.Redirect to(String path) {
        return new Answer.Redirect(303, URI.create(BASE + path));
    }

    @Test
    void programsGetASummaryOfABookAndOfAFolder() {
        Golden.check("service-item.json", ((Answer.Document) item("books$bible", false)).body());
        Golden.check("service-folder-item.json", ((Answer.Document) item("books", false)).body());
    }

    @Test
    void theSummaryNamesFilesAndRecordings() {
        House treasures = House.of(new Shelves("s").add(Treasures.atlas()).add(Treasures.film()));
        JsonNode atlas = House.json(treasures.items.item(asked("maps$atlas", "", false), false, caller()).orElseThrow());
        assertThat(atlas.get("files").get(2).toString()).isEqualTo("{\"name\":\"atlas marc.xml\",\"url\":\"" + BASE
                + "/iiif/resource/maps$atlas/atlas%20marc.xml\",\"label\":\"MARC\",\"format\":\"application/xml\",\"bytes\":34}");
        assertThat(atlas.has("tracks")).isFalse();
        JsonNode film = House.json(treasures.items.item(asked("film", "", false), false, caller()).orElseThrow());
        assertThat(film.get("tracks").toString()).isEqualTo("[{\"title\":\"A film\",\"seconds\":60.0,\"files\":[{"
                + "\"name\":\"film.mp4\",\"url\":\"" + BASE + "/iiif/resource/film/film.mp4\",\"label\":\"MPEG4\","
                + "\"format\":\"video/mp4\",\"bytes\":1000}]}]");
        assertThat(film.has("info") || film.has("thumbnail") || film.has("files")).isFalse();
        assertThat(film.get("images").size()).isZero();
    }

    @Test
    void anItemWithoutPagesHasAPageForPeopleAndIsNoImage() {
        House treasures = House.of(new Shelves("s").add(Treasures.film()));
        assertThat(treasures.items.item(asked("film", "", false), true, caller())).contains(new Answer.Page("book.html", Map.of(
                "base", BASE, "id", "film", "label", "The film", "manifest", BASE + "/iiif/3/film/manifest.json")));
        assertThat(treasures.items.base(asked("film"), caller())).isEqualTo(to("/iiif/3/film/manifest.json"));
        assertThatThrownBy(() -> treasures.images.info(asked("film"), ApiVersion.V3, caller()))
                .isInstanceOf(IiifException.Missing.class)
                .hasMessage("'film' is not an image; it is an item: its manifest is " + BASE + "/iiif/3/film/manifest.json.");
        JsonNode line = House.json(treasures.listings.list("/", Optional.empty(), Optional.empty(), caller())).get("items").get(0);
        assertThat(line.get("mediatype").stringValue()).isEqualTo("movies");
        assertThat(line.has("thumbnail")).isFalse();
    }

    @Holds({"IMG-004", "IMG-005"})
    @Test
    void programsAreLedToTheInformationOfAnImage() {
        assertThat(item("photo.jpg", false)).isEqualTo(to("/photo.jpg/info.json"));
        assertThat(item("books$bible$1", false)).isEqualTo(to("/books$bible$1/info.json"));
        assertThat(item("books$bible$x.png", false)).isEqualTo(to("/books$bible$x.png/info.json"));
    }

    @Holds("IMG-005")
    @Test
    void peopleGetViewers() {
        assertThat(item("books/bible", true)).isEqualTo(new Answer.Page("book.html", Map.of(
                "base", BASE, "id", "books/bible", "label", "Title of books/bible",
                "manifest", BASE + "/iiif/3/books$bible/manifest.json")));
        assertThat(item("books/bible$1", true)).isEqualTo(new Answer.Page("image.html", Map.of(
                "base", BASE, "id", "books/bible$1", "label", "Title of books/bible, p. 1",
                "manifest", BASE + "/iiif/3/books$bible$1/manifest.json",
                "info", BASE + "/iiif/3/books$bible$1/info.json",
                "image", BASE + "/iiif/3/books$bible$1/full/max/0/default.jpg")));
        assertThat(item("odd", true)).isEqualTo(new Answer.Page("gallery.html", Map.of(
                "base", BASE, "title", "Folder odd", "collection", BASE + "/iiif/3/odd/collection.json")));
    }

    @Test
    void thePageOfAFileInAnItemLeadsToTheItemsManifest() {
        assertThat(item("books$bible$x.png", true)).isEqualTo(new Answer.Page("image.html", Map.of(
                "base", BASE, "id", "books$bible$x.png", "label", "books$bible$x.png",
                "manifest", BASE + "/iiif/3/books$bible/manifest.json",
                "info", BASE + "/iiif/3/books$bible$x.png/info.json",
                "image", BASE + "/iiif/3/books$bible$x.png/full/max/0/default.jpg")));
    }

    @Test
    void aFileThatNoItemHoldsHasNoManifestToLeadTo() {
        House alone = House.of(Shelves.usual().file("loose/x.png", "loose"));
        Answer page = alone.items.item(asked("loose$x.png", "", false), true, caller()).orElseThrow();
        assertThat(((Answer.Page) page).values()).containsEntry("manifest", "");
    }

    @Holds("IMG-006")
    @ParameterizedTest(name = "{0}/ below {1}, for a browser {2}, leads to {3}")
    @CsvSource({
        "photo.jpg, '', false, /photo.jpg/info.json",
        "photo.jpg, /iiif, false, /iiif/photo.jpg/info.json",
        "photo.jpg, '', true, /photo.jpg",
        "books/bible$1, /iiif, false, /iiif/books%2Fbible$1/info.json",
        "books$bible$x.png, '', false, /books$bible$x.png/info.json",
        "books$bible, '', false, /books$bible",
        "books$bible, '', true, /books$bible",
        "books, '', false, /books",
    })
    void aSlashBehindANameLeadsOnAtOnce(String id, String prefix, boolean html, String path) {
        assertThat(house.items.slashed(asked(id, prefix, false), html, caller())).isEqualTo(to(path));
    }

    @Holds("IMG-006")
    @Test
    void aSlashBehindRawSlashesKeepsThem() {
        assertThat(house.items.slashed(asked("books/bible$1", "", true), false, caller()))
                .isEqualTo(to("/books/bible$1/info.json"));
    }

    @Test
    void aSlashBehindWhatIsNotThereIsMissing() {
        assertThatThrownBy(() -> house.items.slashed(asked("nothing"), true, caller()))
                .isInstanceOf(IiifException.Missing.class);
    }

    @ParameterizedTest(name = "{0} is also {1}")
    @CsvSource({
        "books/bible, books$bible",
        "books/bible$1, books$bible$1",
        "books/bible/x.png, books$bible$x.png",
    })
    void rawSlashesLeadToTheDollarForm(String id, String path) {
        for (boolean html : new boolean[] {true, false}) {
            assertThat(house.items.item(asked(id, "/iiif", true), html, caller())).contains(to("/iiif/" + path));
        }
    }

    @Test
    void rawSlashesAreAnsweredWhereNoOtherFormIsSure() {
        assertThat(house.items.item(asked("odd/c$d", "", true), true, caller()).orElseThrow())
                .isInstanceOf(Answer.Page.class);
    }

    @Test
    void rawSlashesLeadToTheEncodedFormWhereTheSettingSaysSo() {
        House encoded = new House(Shelves.usual(), Access.ALL, Links.Slash.ENCODED, Limits.NONE);
        assertThat(encoded.items.item(asked("odd/c$d", "", true), true, caller())).contains(to("/odd%2Fc$d"));
        assertThat(encoded.items.item(asked("odd/c$d", "", false), true, caller()).orElseThrow())
                .isInstanceOf(Answer.Page.class);
    }

    @Holds("IMG-004")
    @Test
    void baseUrisLeadToDocuments() {
        assertThat(house.items.base(asked("photo.jpg"), caller())).isEqualTo(to("/iiif/3/photo.jpg/info.json"));
        assertThat(house.items.base(asked("books/bible$1"), caller())).isEqualTo(to("/iiif/3/books%2Fbible$1/info.json"));
        assertThat(house.items.base(asked("books$bible"), caller())).isEqualTo(to("/iiif/3/books$bible/manifest.json"));
        assertThat(house.items.base(asked("books"), caller())).isEqualTo(to("/iiif/3/books/collection.json"));
        assertThatThrownBy(() -> house.items.base(asked("nothing"), caller())).isInstanceOf(IiifException.Missing.class);
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(house.items.item(asked("nothing"), true, caller())).isEmpty();
        assertThat(house.items.item(asked("books$bible$9"), false, caller())).isEmpty();
    }
}
