package org.lectern.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lectern.service.House.BASE;
import static org.lectern.service.House.accepting;
import static org.lectern.service.House.asked;
import static org.lectern.service.House.caller;
import static org.lectern.service.House.json;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;
import org.lectern.image.Limits;
import org.lectern.presentation.Golden;
import org.lectern.presentation.PresentationRules;
import org.lectern.render.Admission;
import org.lectern.source.Item;
import org.lectern.source.Kind;
import org.lectern.source.Page;
import tools.jackson.databind.JsonNode;

class ManifestServiceTest {

    private static final Optional<ApiVersion> V2 = Optional.of(ApiVersion.V2);
    private static final Optional<ApiVersion> V3 = Optional.of(ApiVersion.V3);

    private final House house = new House();

    private byte[] manifest(String id, Optional<ApiVersion> version) {
        return ((Answer.Document) house.manifests.manifest(asked(id), version, caller())).body();
    }

    private byte[] collection(Asked asked, Optional<ApiVersion> version) {
        return ((Answer.Document) house.manifests.collection(asked, version, Optional.empty(), caller())).body();
    }

    static Stream<String> items() {
        return Stream.of("photo.jpg", "books$bible", "books/bible$2", "odd/a$b #1.tif", "odd/c$d", "odd/c$d$1");
    }

    static Stream<String> folders() {
        return Stream.of("", "books", "odd");
    }

    @Test
    void aManifestWaitsForMemoryLikeAPicture() {
        Admission.Permit picture = house.admission.enter(house.admission.budget());

        assertThatThrownBy(() -> manifest("books$bible", V3)).isInstanceOf(IiifException.Busy.class);
        assertThatThrownBy(() -> collection(asked("books"), V2)).isInstanceOf(IiifException.Busy.class);

        picture.close();
        assertThat(manifest("books$bible", V3)).isNotEmpty();
        assertThat(collection(asked("books"), V2)).isNotEmpty();
    }

    @Test
    void memoryIsGivenBackWhetherTheManifestCameToBeOrNot() {
        manifest("books$bible", V3);
        assertThatThrownBy(() -> manifest("books$none", V3)).isInstanceOf(IiifException.Missing.class);

        house.admission.enter(house.admission.budget()).close();
    }

    @ParameterizedTest
    @MethodSource("items")
    void manifestsPassTheOfficialSchema(String id) {
        PresentationRules.checkSchema(manifest(id, V3));
    }

    @ParameterizedTest
    @MethodSource("items")
    void manifestsKeepTheRulesOfBothVersions(String id) {
        PresentationRules.check3(manifest(id, V3));
        PresentationRules.check2(manifest(id, V2));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void collectionsPassTheOfficialSchema(String id) {
        PresentationRules.checkSchema(collection(new Asked(new Identifier(id), "/iiif/3", false), V3));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void collectionsKeepTheRulesOfBothVersions(String id) {
        Asked asked = new Asked(new Identifier(id), "/iiif/3", false);
        PresentationRules.check3(collection(asked, V3));
        PresentationRules.check2(collection(asked, V2));
    }

    @Holds("IMG-211")
    @Test
    void documentsAreWrittenAsReviewed() {
        Golden.check("service-book-3.json", manifest("books$bible", V3));
        Golden.check("service-book-2.json", manifest("books$bible", V2));
        Golden.check("service-page-3.json", manifest("books/bible$2", V3));
        Golden.check("service-odd-3.json", manifest("odd/a$b #1.tif", V3));
        Golden.check("service-library-3.json", collection(new Asked(Identifier.ROOT, "/iiif/3", false), V3));
        Golden.check("service-folder-2.json", collection(asked("books"), V2));
    }

    @Holds({"PRE-001", "PRE-040"})
    @ParameterizedTest(name = "{0} {1} raw={2}")
    @CsvSource({
        "books/bible, /iiif/3, false, /iiif/3/books%2Fbible/manifest.json",
        "books/bible, '', true, /books/bible/manifest.json",
        "books$bible, /iiif, false, /iiif/books$bible/manifest.json",
    })
    void theIdIsTheUrlAskedForAndCanvasesAreAlwaysTheSame(String id, String prefix, boolean raw, String path) {
        JsonNode manifest = json(house.manifests.manifest(asked(id, prefix, raw), V3, caller()));
        assertThat(manifest.get("id").stringValue()).isEqualTo(BASE + path);
        JsonNode canvas = manifest.get("items").get(2);
        assertThat(canvas.get("id").stringValue()).isEqualTo(BASE + "/iiif/books$bible$leaf2/canvas");
        JsonNode page = json(house.manifests.manifest(asked(id + "$2", prefix, raw), V3, caller()));
        assertThat(page.get("items").size()).isEqualTo(1);
        assertThat(page.get("items").get(0)).isEqualTo(canvas);
        JsonNode second = json(house.manifests.manifest(asked(id, prefix, raw), V2, caller()));
        assertThat(second.get("sequences").get(0).get("canvases").get(2).get("@id")).isEqualTo(canvas.get("id"));
    }

    @Holds({"PRE-009", "PRE-014"})
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none                                                                                   | 3
            application/ld+json;profile="http://iiif.io/api/presentation/2/context.json"           | 2
            application/ld+json;profile=http://iiif.io/api/presentation/2/context.json             | 2
            application/ld+json;profile="https://iiif.io/api/presentation/2/context.json"          | 2
            application/ld+json;profile="http://x.org/y http://iiif.io/api/presentation/2/context.json" | 2
            application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"           | 3
            application/ld+json;q=0.5;profile="http://iiif.io/api/presentation/2/context.json",application/ld+json;profile="http://iiif.io/api/presentation/3/context.json" | 3
            application/ld+json;profile="http://iiif.io/api/presentation/2/context.json";q=0       | 3
            application/ld+json;profile="http://iiif.io/api/presentation/9/context.json"           | 3
            """)
    void theVersionIsNegotiatedWherePathsTellNone(String accept, int version) {
        Caller caller = accept == null ? caller() : accepting(accept);
        Answer answer = house.manifests.manifest(asked("photo.jpg", "/iiif", false), Optional.empty(), caller);
        assertThat(json(answer).get("@context").stringValue())
                .isEqualTo("http://iiif.io/api/presentation/" + version + "/context.json");
        assertThat(((Answer.Document) answer).headers()).containsEntry("Vary", "Accept");
    }

    @Holds("PRE-009")
    @Test
    void thePathWinsOverTheAcceptHeader() {
        Caller caller = accepting("application/ld+json;profile=\"http://iiif.io/api/presentation/2/context.json\"");
        assertThat(json(house.manifests.manifest(asked("photo.jpg"), V3, caller)).has("id")).isTrue();
    }

    @Holds({"PRE-007", "PRE-008", "PRE-010"})
    @Test
    void theKindOfJsonIsNegotiated() {
        String linked = "application/ld+json;profile=\"http://iiif.io/api/presentation/3/context.json\"";
        assertThat(type(V3, caller())).isEqualTo(linked);
        assertThat(type(V3, accepting("application/json"))).isEqualTo("application/json");
        assertThat(type(V3, accepting("text/html,*/*;q=0.8"))).isEqualTo("application/json");
        assertThat(type(V3, accepting("application/ld+json;profile=http://iiif.io/api/presentation/3/context.json")))
                .isEqualTo(linked);
        assertThat(type(V2, caller())).isEqualTo("application/json");
        assertThat(type(V2, accepting("application/ld+json"))).isEqualTo("application/ld+json");
    }

    private String type(Optional<ApiVersion> version, Caller caller) {
        return ((Answer.Document) house.manifests.manifest(asked("photo.jpg"), version, caller)).contentType();
    }

    @Test
    void aFolderLeadsToItsCollection() {
        assertThat(house.manifests.manifest(asked("books", "/iiif/2", false), V2, caller()))
                .isEqualTo(new Answer.Redirect(303, URI.create(BASE + "/iiif/2/books/collection.json")));
        assertThat(house.manifests.manifest(new Asked(Identifier.ROOT, "/iiif", false), V2, caller()))
                .isEqualTo(new Answer.Redirect(303, URI.create(BASE + "/iiif/collection.json")));
    }

    @Test
    void whatHasNoManifestOrCollectionSaysWhatItHas() {
        assertThatThrownBy(() -> manifest("books$bible$x.png", V3))
                .isInstanceOf(IiifException.Missing.class)
                .hasMessageContaining("/iiif/3/books$bible$x.png/info.json");
        assertThatThrownBy(() -> collection(asked("books$bible"), V3))
                .isInstanceOf(IiifException.Missing.class)
                .hasMessageContaining("/iiif/3/books$bible/manifest.json");
        assertThatThrownBy(() -> manifest("nothing", V3)).isInstanceOf(IiifException.Missing.class);
    }

    @Holds({"PRE-083", "PRE-175"})
    @Test
    void onePageThatCannotBeReadKeepsItsPlaceWithTheSizeOfItsNeighbour() {
        Item item = Shelves.item("book", Kind.TEXTS,
                List.of(Shelves.page(0, "$broken0", "i"), sized(1, 700, 900), Shelves.page(2, "$broken2", ""), sized(3, 5, 5)), 0);
        JsonNode manifest = json(House.of(new Shelves("s").add(item)).manifests.manifest(asked("book"), V3, caller()));
        List<String> seen = new ArrayList<>();
        manifest.get("items").forEach(canvas -> seen.add(canvas.get("width") + "x" + canvas.get("height") + " "
                + canvas.get("items").size() + " " + canvas.get("label").iterator().next().get(0).stringValue()));
        assertThat(seen).containsExactly(
                "700x900 0 i (this page cannot be read)", "700x900 1 p. 1", "700x900 0 3 (this page cannot be read)", "5x5 1 p. 3");
        assertThat(manifest.get("thumbnail").get(0).get("id").stringValue()).contains("/book$1/full/");
        PresentationRules.check3(manifest.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Page sized(int index, int width, int height) {
        return new Page(index, index, "$" + index, "p. " + index, Optional.empty(),
                Optional.of(new Dimensions(width, height)), "member " + index);
    }

    @Test
    void anItemOfWhichNoPageCanBeReadIsBroken() {
        House broken = House.of(new Shelves("s").image("broken.jpg").book("broken", 3));
        for (String id : List.of("broken.jpg", "broken", "broken$1")) {
            assertThatThrownBy(() -> broken.manifests.manifest(asked(id), V3, caller()))
                    .isInstanceOf(IiifException.Broken.class);
        }
    }

    @Test
    void pagesOfKnownSizeAreNotOpened() {
        House known = House.of(new Shelves("s").add(Shelves.item("book", Kind.TEXTS, List.of(sized(0, 9, 9), sized(1, 9, 9)), 0)));
        known.manifests.manifest(asked("book"), V3, caller());
        assertThat(known.drawn.opened).isEmpty();
    }

    @Test
    void pagesOfTheSameNumberGetCanvasesOfTheirOwn() {
        Page twin = new Page(1, 0, "$n1", "twin", Optional.empty(), Optional.of(new Dimensions(9, 9)), "m");
        House twins = House.of(new Shelves("s").add(Shelves.item("book", Kind.TEXTS, List.of(sized(0, 9, 9), twin), 0)));
        JsonNode items = json(twins.manifests.manifest(asked("book"), V3, caller())).get("items");
        assertThat(items.get(1).get("id").stringValue()).isEqualTo(BASE + "/iiif/book$n1/canvas");
        assertThat(json(twins.manifests.manifest(asked("book$n1"), V3, caller())).get("items").get(0))
                .isEqualTo(items.get(1));
    }

    @Test
    void aManifestOfTooManyPagesIsRefused() {
        Item endless = Shelves.item("book", Kind.TEXTS, Collections.nCopies(20_001, sized(0, 9, 9)), 0);
        assertThatThrownBy(() -> House.of(new Shelves("s").add(endless)).manifests.manifest(asked("book"), V3, caller()))
                .isInstanceOf(IiifException.TooLarge.class)
                .hasMessageContaining("20001");
    }

    @Holds({"PRE-086", "PRE-094", "PRE-157"})
    @Test
    void limitsShowInTheSizeOfThePaintedPicture() {
        Limits limits = new Limits(OptionalInt.of(1500), OptionalInt.empty(), OptionalLong.empty(), false);
        House limited = new House(Shelves.usual(), Access.ALL, Links.Slash.DOLLAR, limits);
        JsonNode canvas = json(limited.manifests.manifest(asked("photo.jpg"), V3, caller())).get("items").get(0);
        assertThat(canvas.get("width").intValue()).isEqualTo(3000);
        assertThat(canvas.get("items").get(0).get("items").get(0).get("body").get("width").intValue()).isEqualTo(1500);
        JsonNode second = json(limited.manifests.manifest(asked("photo.jpg"), V2, caller()));
        assertThat(second.get("sequences").get(0).get("canvases").get(0).get("images").get(0).get("resource").get("@id")
                .stringValue()).endsWith("/full/max/0/default.jpg");
    }

    @Holds("PRE-044")
    @Test
    void rightsThatAreNoLicenceByUriBecomeALineOfDescription() {
        Item item = Shelves.item("x", Kind.IMAGE, List.of(Shelves.page(0, "", "")), 0);
        Item free = new Item(item.id(), item.kind(), item.label(), item.metadata(), item.summary(), Optional.of("Ask us"),
                item.attribution(), item.seeAlso(), item.viewingDirection(), item.behavior(), item.pages(), 0, item.apparatus(), "v",
                Shelves.MODIFIED);
        JsonNode manifest = json(House.of(new Shelves("s").add(free)).manifests.manifest(asked("x"), V3, caller()));
        assertThat(manifest.has("rights")).isFalse();
        JsonNode last = manifest.get("metadata").get(manifest.get("metadata").size() - 1);
        assertThat(last.toString()).isEqualTo("{\"label\":{\"en\":[\"Rights\"]},\"value\":{\"none\":[\"Ask us\"]}}");
    }

    @Holds("PRE-013")
    @Test
    void theEntityTagChangesWithVersionTypeAndUrlAndWithNothingElse() {
        List<String> tags = new ArrayList<>();
        for (Optional<ApiVersion> version : List.of(V2, V3)) {
            for (String prefix : List.of("/iiif", "/iiif/3")) {
                Asked asked = asked("books$bible", prefix, false);
                Answer.Document once = (Answer.Document) house.manifests.manifest(asked, version, caller());
                Answer.Document again = (Answer.Document) house.manifests.manifest(asked, version, caller());
                assertThat(again.validity()).isEqualTo(once.validity());
                tags.add(once.validity().etag());
            }
        }
        assertThat(tags).doesNotHaveDuplicates();
    }
}
