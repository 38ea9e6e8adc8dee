package org.lectern.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lectern.service.House.BASE;
import static org.lectern.service.House.asked;
import static org.lectern.service.House.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.core.IiifException;
import org.lectern.presentation.PresentationRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CollectionPagesTest {

    private static final String V3 = BASE + "/iiif/3/f/collection.json";
    private static final String V2 = BASE + "/iiif/2/f/collection.json";

    /** Of a folder of folders and items. */
    private static House house(int folders, int items) {
        Shelves shelves = new Shelves("s");
        for (int i = 0; i < folders; i++) {
            shelves.image("f/folder" + i + "/x.jpg");
        }
        for (int i = 0; i < items; i++) {
            shelves.image("f/i" + i + ".jpg");
        }
        return House.of(shelves);
    }

    private static byte[] bytes(House house, String page, ApiVersion version) {
        return ((Answer.Document) house.manifests.collection(
                asked("f", version == ApiVersion.V2 ? "/iiif/2" : "/iiif/3", false), Optional.of(version),
                Optional.ofNullable(page), caller())).body();
    }

    private static JsonNode json(House house, String page, ApiVersion version) {
        return JsonMapper.shared().readTree(bytes(house, page, version));
    }

    @Holds({"PRE-001", "PRE-080", "PRE-081"})
    @ParameterizedTest(name = "{0} folders, {1} items: {2} pages")
    @CsvSource({"0, 1001, 2", "3, 1998, 3", "1000, 1, 2", "1001, 1000, 3", "2, 2998, 3"})
    void aLongCollectionIsCutAndItsPagesHoldAllOfItOnce(int folders, int items, int pages) {
        House house = house(folders, items);
        JsonNode whole = json(house, null, ApiVersion.V3);
        assertThat(whole.get("id").stringValue()).isEqualTo(V3);
        assertThat(whole.get("items").size()).isEqualTo(pages);
        List<String> members = new ArrayList<>();
        for (int n = 1; n <= pages; n++) {
            JsonNode link = whole.get("items").get(n - 1);
            assertThat(link.get("id").stringValue()).isEqualTo(V3 + "?page=" + n);
            assertThat(link.get("type").stringValue()).isEqualTo("Collection");
            JsonNode page = json(house, "" + n, ApiVersion.V3);
            assertThat(page.get("id").stringValue()).isEqualTo(V3 + "?page=" + n);
            assertThat(page.get("label")).isEqualTo(link.get("label"));
            assertThat(page.get("partOf").get(0).get("id").stringValue()).isEqualTo(V3);
            assertThat(page.get("items").size()).isEqualTo(Math.min(1000, folders + items - 1000 * (n - 1)));
            page.get("items").forEach(member -> members.add(member.get("id").stringValue()));
        }
        assertThat(members).hasSize(folders + items).doesNotHaveDuplicates();
        assertThat(members.subList(0, folders)).allMatch(id -> id.endsWith("/collection.json"));
        assertThat(members.subList(folders, members.size())).allMatch(id -> id.endsWith("/manifest.json"));
    }

    @Test
    void pagesAreCalledByTheirMembers() {
        JsonNode pages = json(house(0, 1234), null, ApiVersion.V3).get("items");
        assertThat(pages.get(0).get("label").toString()).isEqualTo("{\"none\":[\"Folder f, 1–1000\"]}");
        assertThat(pages.get(1).get("label").toString()).isEqualTo("{\"none\":[\"Folder f, 1001–1234\"]}");
    }

    @Test
    void pagesHaveThePicturesOfTheirItems() {
        House house = house(1000, 1);
        assertThat(json(house, "1", ApiVersion.V3).has("thumbnail")).isFalse();
        JsonNode second = json(house, "2", ApiVersion.V3);
        assertThat(second.get("thumbnail").get(0).get("id").stringValue())
                .isEqualTo(BASE + "/iiif/3/f$i0.jpg/full/!200,200/0/default.jpg");
        assertThat(second.get("items").get(0).get("thumbnail")).isEqualTo(second.get("thumbnail"));
        assertThat(json(house, null, ApiVersion.V3).get("thumbnail")).isEqualTo(second.get("thumbnail"));
    }

    @Holds({"PRE-112", "PRE-158"})
    @Test
    void versionTwoHasWordsForPages() {
        House house = house(1, 2500);
        JsonNode whole = json(house, null, ApiVersion.V2);
        assertThat(whole.get("first").stringValue()).isEqualTo(V2 + "?page=1");
        assertThat(whole.get("last").stringValue()).isEqualTo(V2 + "?page=3");
        assertThat(whole.get("total").intValue()).isEqualTo(2501);
        assertThat(whole.has("collections") || whole.has("manifests") || whole.has("members")).isFalse();
        JsonNode first = json(house, "1", ApiVersion.V2);
        assertThat(first.get("next").stringValue()).isEqualTo(V2 + "?page=2");
        assertThat(first.has("prev")).isFalse();
        JsonNode second = json(house, "2", ApiVersion.V2);
        assertThat(second.get("startIndex").intValue()).isEqualTo(1000);
        assertThat(second.get("prev").stringValue()).isEqualTo(V2 + "?page=1");
        assertThat(second.get("next").stringValue()).isEqualTo(V2 + "?page=3");
        JsonNode last = json(house, "3", ApiVersion.V2);
        assertThat(last.has("next")).isFalse();
        assertThat(last.get("manifests").size()).isEqualTo(501);
    }

    @Test
    void wholeAndPagesKeepTheRulesOfBothVersions() {
        House house = house(2, 1500);
        for (String page : new String[] {null, "1", "2"}) {
            PresentationRules.check3(bytes(house, page, ApiVersion.V3));
            PresentationRules.check2(bytes(house, page, ApiVersion.V2));
        }
    }

    @Test
    void wholeAndPagesPassTheOfficialSchema() {
        House house = house(2, 1500);
        for (String page : new String[] {null, "1", "2"}) {
            PresentationRules.checkSchema(bytes(house, page, ApiVersion.V3));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "", "one", "1.0", " 1", "9999999999", "１"})
    void aPageIsAWholeNumberFromOne(String page) {
        House house = house(0, 1001);
        assertThatThrownBy(() -> bytes(house, page, ApiVersion.V3))
                .isInstanceOf(IiifException.Malformed.class)
                .hasMessage("The parameter 'page' is '" + page + "'; a whole number from 1 is meant.");
    }

    @Test
    void aPageBehindTheLastIsMissing() {
        House house = house(0, 1001);
        assertThatThrownBy(() -> bytes(house, "3", ApiVersion.V3))
                .isInstanceOf(IiifException.Missing.class)
                .hasMessage("This collection has 2 pages; there is no page 3.");
    }

    @Test
    void aCollectionThatFitsIsNotCut() {
        House house = house(1, 999);
        assertThat(json(house, null, ApiVersion.V3).get("items").size()).isEqualTo(1000);
        assertThatThrownBy(() -> bytes(house, "1", ApiVersion.V3))
                .isInstanceOf(IiifException.Missing.class)
                .hasMessageContaining("not cut into pages");
    }

    @Test
    void aRecordingInAListHasNoPictureToStandForIt() {
        House house = House.of(new Shelves("s").image("f/a.jpg").add(Treasures.film()).add(Treasures.concert()));
        JsonNode members = JsonMapper.shared().readTree(((Answer.Document) house.manifests.collection(
                new Asked(org.lectern.core.Identifier.ROOT, "/iiif/3", false), Optional.of(ApiVersion.V3), Optional.empty(),
                caller())).body()).get("items");
        List<String> pictured = new ArrayList<>();
        members.forEach(member -> {
            if (member.has("thumbnail")) {
                pictured.add(member.get("id").stringValue());
            }
        });
        assertThat(pictured).containsExactly(BASE + "/iiif/3/concert/manifest.json");
        assertThat(members.size()).isEqualTo(3);
    }
}
