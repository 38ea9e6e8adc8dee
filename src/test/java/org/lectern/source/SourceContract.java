package org.lectern.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.blob.Blob;
import org.lectern.core.Identifier;
import org.lectern.core.IiifException;
import org.lectern.text.TextForm;

/** What every source that can list promises. A subclass fills it with items of all its kinds. */
abstract class SourceContract<S extends Source & Catalog> {

    private S source;

    /** A source with at least three items, one of them with several pages, and a collection. */
    abstract S filled() throws IOException;

    @BeforeEach
    void fill() throws IOException {
        source = filled();
    }

    private Optional<Resource> find(Identifier id) {
        return source.find(new Location(source.name(), id));
    }

    private List<Summary> all() {
        return source.list(new ItemQuery(0, Integer.MAX_VALUE)).items();
    }

    private Item item(Summary summary) {
        return ((Resource.Whole) find(summary.id()).orElseThrow()).item();
    }

    @Test
    void itIsReady() {
        assertThat(source.ready()).isTrue();
    }

    @Test
    void whatIsNotThereIsEmpty() {
        for (String id : List.of("no-such-thing", "no/such/thing", "$", "$0", "$$$$", "no$such$7", "a\u0308", "x|y<>:\"?*\\")) {
            assertThat(find(new Identifier(id))).as(id).isEmpty();
        }
    }

    @Test
    void theRootIsACollection() {
        assertThat(find(Identifier.ROOT)).get().isInstanceOf(Resource.Shelf.class);
    }

    @Test
    void everyListedItemIsFoundAndIsWhatTheListSays() {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(3);
        for (Summary summary : all()) {
            Item item = item(summary);
            assertThat(item.id()).isEqualTo(summary.id());
            assertThat(item.kind()).isEqualTo(summary.kind());
            assertThat(item.validator()).isEqualTo(summary.validator());
            assertThat(item.modified()).isEqualTo(summary.modified());
            assertThat(summary.pages()).isIn(0, item.pages().size());
        }
    }

    @Test
    void everyPageIsFoundByItsNameAndHasBytes() {
        for (Summary summary : all()) {
            Item item = item(summary);
            for (Page page : item.pages()) {
                assertThat(page.index()).isEqualTo(item.pages().indexOf(page));
                Resource resource = find(item.idOf(page)).orElseThrow();
                Resource expected = item.isSingleImage() ? new Resource.Whole(item) : new Resource.Leaf(item, page);
                assertThat(resource).isEqualTo(expected);
                try (Blob blob = source.picture(item, page).blob()) {
                    assertThat(blob.head(1)).hasSize(1);
                }
            }
        }
    }

    /** The items' files, however many; at least one of them has some. */
    @Test
    void everyListedFileHasItsLengthInBytes() {
        int seen = 0;
        for (Summary summary : all()) {
            Item item = item(summary);
            for (ItemFile file : item.apparatus().files()) {
                seen++;
                try (Blob blob = source.file(item, file)) {
                    assertThat(blob.length()).as(file.name()).isEqualTo(file.length());
                    assertThat(blob.head(1)).hasSize((int) Math.min(1, file.length()));
                }
            }
        }
        assertThat(seen).isPositive();
    }

    @Test
    void everyTextThatAPageTellsOfIsThere() {
        int seen = 0;
        for (Summary summary : all()) {
            Item item = item(summary);
            for (Page page : item.pages()) {
                if (page.text().isPresent()) {
                    seen++;
                    try (Blob blob = source.text(item, page.text().get())) {
                        assertThat(blob.length()).isPositive();
                    }
                }
            }
        }
        assertThat(seen).isPositive();
    }

    @Test
    void whatAnItemDoesNotListIsNotGiven() {
        for (Summary summary : all()) {
            Item item = item(summary);
            for (String name : List.of("..", "../x", "no/../..", "no-such", "", ".", "/", "/etc/passwd", ".hidden", "a\u0000b")) {
                ItemFile file = new ItemFile(name, "x", "text/plain", ItemFile.Use.NONE, Optional.empty(), 0);
                if (!name.isEmpty() || item.apparatus().files().stream().noneMatch(own -> own.name().isEmpty())) {
                    assertThatThrownBy(() -> source.file(item, file)).as(item.id() + " " + name)
                            .isInstanceOf(IiifException.Missing.class);
                }
                TextPlace text = new TextPlace(TextForm.HOCR, name, 0);
                assertThatThrownBy(() -> source.text(item, text)).as(item.id() + " " + name)
                        .isInstanceOf(IiifException.Missing.class);
            }
        }
    }

    @Test
    void thePictureOfASummaryIsAPictureOfTheItem() {
        for (Summary summary : all()) {
            Resource resource = find(summary.image()).orElseThrow();
            Item item = resource instanceof Resource.Leaf leaf ? leaf.item() : ((Resource.Whole) resource).item();
            assertThat(item.id()).isEqualTo(summary.id());
        }
    }

    @Test
    void stretchesOfTheListMakeTheWholeList() {
        List<Summary> joined = new ArrayList<>();
        int total = all().size();
        for (int start = 0; start < total; start += 2) {
            Listing listing = source.list(new ItemQuery(start, 2));
            assertThat(listing.total()).isEqualTo(total);
            assertThat(listing.start()).isEqualTo(start);
            joined.addAll(listing.items());
        }
        assertThat(joined).isEqualTo(all());
        assertThat(source.list(new ItemQuery(total + 5, 10)).items()).isEmpty();
    }

    @Test
    void theListAndItsItemsKeepTheirValidatorsWhileNothingChanges() {
        Listing listing = source.list(new ItemQuery(0, 10));
        assertThat(source.list(new ItemQuery(0, 10))).isEqualTo(listing);
    }

    @Test
    void everyItemStandsOnExactlyOneShelf() {
        List<Identifier> found = new ArrayList<>();
        collect(Identifier.ROOT, found);
        assertThat(found).containsExactlyInAnyOrderElementsOf(all().stream().map(Summary::id).toList());
    }

    private void collect(Identifier id, List<Identifier> found) {
        Folder folder = ((Resource.Shelf) find(id).orElseThrow()).folder();
        assertThat(folder.id()).isEqualTo(id);
        assertThat(folder.folders().isEmpty() && folder.items().isEmpty()).isFalse();
        folder.items().forEach(item -> found.add(item.id()));
        folder.folders().forEach(entry -> collect(entry.id(), found));
    }
}
