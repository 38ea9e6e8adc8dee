package org.lectern.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lectern.service.House.BASE;
import static org.lectern.service.House.caller;
import static org.lectern.service.House.json;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.core.IiifException;
import org.lectern.image.Limits;
import org.lectern.presentation.Golden;
import org.lectern.source.Resolver;
import tools.jackson.databind.JsonNode;

class ListingServiceTest {

    private static Answer.Document list(House house, String page, String limit) {
        return (Answer.Document) house.listings.list("/", Optional.ofNullable(page), Optional.ofNullable(limit), caller());
    }

    private static House ofImages(int count) {
        Shelves shelves = new Shelves("s");
        for (int i = 0; i < count; i++) {
            shelves.image("i" + i);
        }
        return House.of(shelves);
    }

    @Test
    void theListIsWrittenAsReviewed() {
        Golden.check("service-listing.json", list(new House(), null, "3").body());
    }

    @ParameterizedTest(name = "{0} items, page {1}, limit {2}")
    @CsvSource(nullValues = "-", value = {
        "120, -, -, 0, 1, 50, 50, 50, 2",
        "120, 3, -, 100, 3, 50, 20, -, -",
        "120, 2, 100, 100, 2, 100, 20, -, -",
        "120, 1, 5000, 0, 1, 100, 100, 100, 2",
        "100, 2, 50, 50, 2, 50, 50, -, -",
        "100, 3, 50, 100, 3, 50, 0, -, -",
        "0, -, -, 0, 1, 50, 0, -, -",
        "3, 1, 1, 0, 1, 1, 1, 1, 2",
        "3, 99999999999999999999, 1, 99999999999999999998, 99999999999999999999, 1, 0, -, -",
        "3, 2147483647, 100, 214748364600, 2147483647, 100, 0, -, -",
        "3, 1, 99999999999999999999, 0, 1, 100, 3, -, -",
    })
    void pagesCountFromOneAndItemsFromZero(
            int total, String page, String limit, String start, String shown, int effective, int count, String next, String cursor) {
        JsonNode list = json(list(ofImages(total), page, limit));
        assertThat(list.get("numFound").intValue()).isEqualTo(total);
        assertThat(list.get("total").intValue()).isEqualTo(total);
        assertThat(list.get("start").toString()).isEqualTo(start);
        assertThat(list.get("page").toString()).isEqualTo(shown);
        assertThat(list.get("limit").intValue()).isEqualTo(effective);
        assertThat(list.get("count").intValue()).isEqualTo(count);
        assertThat(list.get("ids").size()).isEqualTo(count);
        assertThat(list.get("items").size()).isEqualTo(count);
        assertThat(list.get("next").toString()).isEqualTo(next == null ? "null" : next);
        assertThat(list.get("cursor").toString()).isEqualTo(cursor == null ? "null" : "\"" + cursor + "\"");
    }

    @ParameterizedTest(name = "page {0} of 5 pages")
    @CsvSource(nullValues = "-", value = {
        "1, first=1 next=2 last=5",
        "3, first=1 prev=2 next=4 last=5",
        "5, first=1 prev=4 last=5",
        "9, first=1 prev=5 last=5",
    })
    void linksLeadFirstPrevNextLast(String page, String expected) {
        List<Answer.Link> links = list(ofImages(50), page, "10").links();
        assertThat(String.join(" ", links.stream()
                        .map(link -> link.rel() + "=" + link.uri().replaceAll(".*page=(\\d+)&limit=10$", "$1"))
                        .toList()))
                .isEqualTo(expected);
        assertThat(links.get(0).uri()).isEqualTo(BASE + "/?page=1&limit=10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "", " ", "x", "1.5", "+1", "1e3", "٣", "00"})
    void whatIsNoNumberFromOneIsMalformed(String text) {
        House house = ofImages(1);
        assertThatThrownBy(() -> list(house, text, null))
                .isInstanceOf(IiifException.Malformed.class).hasMessageContaining("'page'");
        assertThatThrownBy(() -> list(house, null, text))
                .isInstanceOf(IiifException.Malformed.class).hasMessageContaining("'limit'");
    }

    @Test
    void theTotalIsAHeaderToo() {
        assertThat(list(ofImages(7), null, "2").headers()).containsEntry("X-Total-Count", "7");
    }

    @Test
    void severalSourcesFollowEachOther() {
        Shelves first = new Shelves("one").image("a").image("b").image("c");
        Shelves second = new Shelves("two").image("d").image("e");
        Library library = new Library(
                List.of(Resolver.plain("one"), Resolver.plain("two")), List.of(first, second), Access.ALL);
        ListingService listings = new ListingService(library, new Links(Links.Slash.DOLLAR), Limits.NONE);
        Answer answer = listings.list("/iiif/", Optional.of("2"), Optional.of("2"), caller());
        assertThat(json(answer).get("ids").toString()).isEqualTo("[\"c\",\"d\"]");
        assertThat(json(answer).get("total").intValue()).isEqualTo(5);
        assertThat(library.find(new org.lectern.core.Identifier("e"), caller().visitor())).isPresent();
    }
}
