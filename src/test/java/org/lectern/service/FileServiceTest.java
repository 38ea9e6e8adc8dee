package org.lectern.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.core.IiifException;
import org.lectern.image.Limits;
import org.lectern.service.Access.Decision;
import org.lectern.source.Apparatus;
import org.lectern.source.Item;
import org.lectern.source.ItemFile;
import org.lectern.source.Kind;

class FileServiceTest {

    private static final Access POLICY = (visitor, item) ->
            item.text().equals("books/bible/private.pdf") ? Decision.FORBIDDEN : Decision.ALLOW;

    private static Shelves shelves() {
        return new Shelves("shelves")
                .add(listing("photo.jpg", Kind.IMAGE, "", "notes/on it.txt"))
                .add(listing("books/bible", Kind.TEXTS, "bible.pdf", "text/one.xml", ".hidden", "text/.git/config", "private.pdf"))
                .add(listing("books/bible/text", Kind.TEXTS, "two.xml", "one.xml"))
                .add(listing("odd/c$d", Kind.TEXTS, "x#1.pdf"));
    }

    private static Item listing(String id, Kind kind, String... files) {
        Item item = Shelves.item(id, kind, List.of(Shelves.page(0, kind == Kind.IMAGE ? "" : "$0", "1")), 0);
        return new Item(item.id(), kind, item.label(), item.metadata(), item.summary(), item.rights(), item.attribution(),
                item.seeAlso(), item.viewingDirection(), item.behavior(), item.pages(), 0,
                new Apparatus(List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(),
                        Arrays.stream(files).map(FileServiceTest::file).toList()),
                item.validator(), item.modified());
    }

    private static ItemFile file(String name) {
        return new ItemFile(name, "label", "application/x-test", ItemFile.Use.NONE, Optional.empty(), 7);
    }

    private final House house = new House(shelves(), POLICY, Links.Slash.DOLLAR, Limits.NONE);

    private Answer.File file(String... pieces) {
        return (Answer.File) house.files.file(List.of(pieces), House.caller());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "books|bible|bible.pdf, books/bible/bible.pdf", "books$bible|bible.pdf, books/bible/bible.pdf",
        "books/bible|bible.pdf, books/bible/bible.pdf", "books$bible|text|one.xml, books/bible/text/one.xml",
        "books$bible|text/one.xml, books/bible/text/one.xml", "photo.jpg|photo.jpg, photo.jpg/", "odd/c$d|x#1.pdf, odd/c$d/x#1.pdf",
        "photo.jpg|notes|on it.txt, photo.jpg/notes/on it.txt"})
    void aFileIsFoundInEverySpelling(String pieces, String blob) {
        assertThat(file(pieces.split("\\|")).blob().name()).isEqualTo(blob);
    }

    @Test
    void theShortestIdentifierThatListsTheFileCounts() {
        assertThat(file("books", "bible", "text", "one.xml").links().get(0).uri())
                .isEqualTo(House.BASE + "/iiif/resource/books$bible/text/one.xml");
        assertThat(file("books", "bible", "text", "two.xml").links().get(0).uri())
                .isEqualTo(House.BASE + "/iiif/resource/books$bible$text/two.xml");
    }

    @Test
    void itTellsWhatItIs() {
        Answer.File file = file("photo.jpg", "notes", "on it.txt");
        assertThat(file.mediaType()).isEqualTo("application/x-test");
        assertThat(file.fileName()).isEqualTo("on it.txt");
        assertThat(file.validity().modified()).contains(Shelves.MODIFIED);
        assertThat(file.validity().etag()).isNotEqualTo(file("photo.jpg", "photo.jpg").validity().etag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"books$bible|nothing.pdf", "books$bible|.hidden", "books$bible|text|.git|config", "books$bible|item.json",
        "books$bible|Bible.pdf", "books$bible|text", "photo.jpg|x|photo.jpg", "books$bible$0|bible.pdf"})
    void whatIsNotListedIsNotGiven(String pieces) {
        assertThatThrownBy(() -> file(pieces.split("\\|"))).isInstanceOf(IiifException.Missing.class);
    }

    @Test
    void aProblemTellsWhereTheListIs() {
        assertThatThrownBy(() -> file("books", "bible", "x.pdf"))
                .hasMessage("'books/bible' lists no file 'x.pdf'; those that it lists are told at "
                        + House.BASE + "/iiif/books$bible.");
        assertThatThrownBy(() -> file("nothing", "x.pdf")).hasMessageContaining("No item stands in front of 'nothing/x.pdf'");
        assertThat(House.json(house.items.item(House.asked("books/bible"), false, House.caller()).orElseThrow())
                .get("files").get(0).get("url").asString()).isEqualTo(House.BASE + "/iiif/resource/books$bible/bible.pdf");
    }

    @Test
    void whatMayNotBeSeenByItsOwnNameIsNotToBeHadAsAFile() {
        assertThatThrownBy(() -> file("books$bible", "private.pdf")).isInstanceOf(IiifException.Denied.class);
        assertThatThrownBy(() -> file("books", "bible", "private.pdf")).isInstanceOf(IiifException.Denied.class);
    }
}
