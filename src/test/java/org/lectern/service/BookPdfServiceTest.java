package org.lectern.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.blob.Picture;
import org.lectern.codec.Pyramid;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.image.Format;
import org.lectern.image.Limits;
import org.lectern.image.Plan;
import org.lectern.image.Quality;
import org.lectern.source.Apparatus;
import org.lectern.source.Item;
import org.lectern.source.ItemFile;
import org.lectern.source.Kind;
import org.lectern.source.Page;
import org.lectern.source.Resolver;
import org.lectern.source.Section;
import org.lectern.source.Track;

class BookPdfServiceTest {

    /** Draws every page alike, and fails as it is told to. */
    private static final class Press implements Pictures {
        final List<Dimensions> drawn = new ArrayList<>();
        Dimensions size = new Dimensions(3000, 2000);
        OptionalDouble dpi = OptionalDouble.empty();
        int busy;
        int busyFrom;

        @Override
        public Set<Format> formats() {
            return Set.of(Format.JPG);
        }

        @Override
        public Pyramid pyramid(Picture picture) {
            if (picture.blob().name().matches("broken.*|.*\\$3")) {
                throw new IiifException.Broken("'" + picture.blob().name() + "' is cut short.");
            }
            return new Pyramid(List.of(new Pyramid.Level(size, size)), Quality.COLOR, 3, 8, dpi, "drawn");
        }

        @Override
        public String fingerprint(Format format) {
            return "press";
        }

        @Override
        public byte[] image(Picture picture, Plan plan) {
            if (drawn.size() >= busyFrom && busy > 0) {
                busy--;
                throw new IiifException.Busy("busy", Duration.ofSeconds(1));
            }
            drawn.add(plan.output());
            var out = new ByteArrayOutputStream();
            try {
                ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "jpeg", out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    }

    private final Press press = new Press();

    private BookPdfService service(Limits limits, int presses) {
        Shelves shelves = new Shelves("shelves").book("broken", 2).add(book()).add(recording());
        var library = new Library(List.of(Resolver.plain("shelves")), List.of(shelves), Access.ALL);
        return new BookPdfService(library, press, new Links(Links.Slash.DOLLAR), limits, presses);
    }

    /** Six pages, of which the fourth is broken, with two chapters. */
    private static Item book() {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            pages.add(Shelves.page(i, "$" + i, "p. " + i));
        }
        return with(Shelves.item("book", Kind.TEXTS, pages, 0), pages, List.of(
                new Section("One", List.of(1, 2), List.of(new Section("One, part two", List.of(2), List.of()))),
                new Section("Two", List.of(), List.of(new Section("Deep", List.of(4, 5), List.of())))), List.of());
    }

    private static Item recording() {
        Item item = Shelves.item("recording", Kind.TEXTS, List.of(Shelves.page(0, "$0", "1")), 0);
        var media = new ItemFile("1.mp3", "MP3", "audio/mpeg", ItemFile.Use.NONE, Optional.empty(), 7);
        return with(item, List.of(), List.of(), List.of(
                new Track("1", "Track", 10, Optional.empty(), List.of(media), List.of(), Optional.empty())));
    }

    private static Item with(Item item, List<Page> pages, List<Section> sections, List<Track> tracks) {
        return new Item(item.id(), item.kind(), item.label(), item.metadata(), item.summary(), item.rights(), item.attribution(),
                item.seeAlso(), item.viewingDirection(), item.behavior(), pages, 0,
                new Apparatus(List.of("en"), Optional.empty(), Optional.empty(), sections, tracks, List.of()), item.validator(),
                item.modified());
    }

    private Answer.Streamed answer(BookPdfService service, String id, String pages) {
        return (Answer.Streamed) service.pdf(
                House.asked(id), Optional.of(pages).filter(text -> !text.isEmpty()), House.caller());
    }

    private byte[] bytes(BookPdfService service, String id, String pages) throws IOException {
        var out = new ByteArrayOutputStream();
        answer(service, id, pages).body().to(out);
        return out.toByteArray();
    }

    @Test
    void sectionsAreBookmarksAsFarAsTheirPagesAreThere() throws IOException {
        try (PDDocument whole = Loader.loadPDF(bytes(service(Limits.NONE, 1), "book", ""))) {
            assertThat(bookmarks(whole)).containsExactly("One 1", "> One, part two 2", "Two 4", "> Deep 4");
            assertThat(whole.getNumberOfPages()).isEqualTo(6);
            assertThat(whole.getDocumentInformation().getAuthor()).isEqualTo("A; B");
            assertThat(whole.getDocumentCatalog().getPageLabels().getLabelsByPageIndices())
                    .containsExactly("p. 0", "p. 1", "p. 2", "p. 3", "p. 4", "p. 5");
        }
        try (PDDocument part = Loader.loadPDF(bytes(service(Limits.NONE, 1), "book", "6,3"))) {
            assertThat(bookmarks(part)).containsExactly("One 1", "> One, part two 1", "Two 0", "> Deep 0");
        }
        try (PDDocument part = Loader.loadPDF(bytes(service(Limits.NONE, 1), "book", "1"))) {
            assertThat(part.getDocumentCatalog().getDocumentOutline()).isNull();
        }
    }

    private static List<String> bookmarks(PDDocument document) throws IOException {
        List<String> found = new ArrayList<>();
        for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
            found.add(item.getTitle() + " " + ((PDPageDestination) item.getDestination()).retrievePageNumber());
            for (PDOutlineItem part : item.children()) {
                found.add("> " + part.getTitle() + " " + ((PDPageDestination) part.getDestination()).retrievePageNumber());
            }
        }
        return found;
    }

    @ParameterizedTest(name = "{0}x{1}, at most {2} wide → {3}x{4}")
    @CsvSource({"3000, 2000, 0, 3000, 2000", "6000, 4000, 0, 3000, 2000", "2000, 8000, 0, 750, 3000", "3000, 2000, 600, 600, 400",
        "9000, 6000, 4500, 3000, 2000", "9000, 6000, 90, 90, 60"})
    void aPageIsDrawnNoLargerThanNeedBeOrThanIsAllowed(int width, int height, int most, int drawnWidth, int drawnHeight)
            throws IOException {
        press.size = new Dimensions(width, height);
        Limits limits = most == 0
                ? Limits.NONE
                : new Limits(OptionalInt.of(most), OptionalInt.empty(), OptionalLong.empty(), false);
        try (PDDocument page = Loader.loadPDF(bytes(service(limits, 1), "book", "1"))) {
            assertThat(press.drawn).containsExactly(new Dimensions(drawnWidth, drawnHeight));
            assertThat(Math.round(page.getPage(0).getMediaBox().getWidth())).isEqualTo(Math.round(width * 72 / 300f));
        }
    }

    @ParameterizedTest(name = "{0} dpi → {1} points")
    @CsvSource({"600, 360", "150, 1440", "72, 720", "71, 3042"})
    void thePageIsAsLargeAsTheFileTells(double dpi, int points) throws IOException {
        press.dpi = OptionalDouble.of(dpi);
        try (PDDocument page = Loader.loadPDF(bytes(service(Limits.NONE, 1), "book", "1"))) {
            assertThat(Math.round(page.getPage(0).getMediaBox().getWidth())).isEqualTo(points);
        }
    }

    @Test
    void whereNoPageCanBeReadThereIsNoBook() {
        assertThatThrownBy(() -> bytes(service(Limits.NONE, 1), "broken", ""))
                .isInstanceOf(IiifException.Broken.class).hasMessage("'broken$0' is cut short.");
        assertThatThrownBy(() -> bytes(service(Limits.NONE, 1), "book", "4")).isInstanceOf(IiifException.Broken.class);
    }

    @Test
    void aBookThatIsBegunWaitsForItsTurn() throws IOException {
        press.busy = 5;
        press.busyFrom = 1;
        try (PDDocument book = Loader.loadPDF(bytes(service(Limits.NONE, 1), "book", "1-3"))) {
            assertThat(book.getNumberOfPages()).isEqualTo(3);
        }
        press.busy = 1;
        press.busyFrom = 0;
        assertThatThrownBy(() -> bytes(service(Limits.NONE, 1), "book", "1-3")).isInstanceOf(IiifException.Busy.class);
    }

    @Test
    void onlySoManyBooksAreMadeAtOnce() throws IOException {
        BookPdfService service = service(Limits.NONE, 1);
        assertThatThrownBy(() -> bytes(service, "broken", "")).isInstanceOf(IiifException.Broken.class);
        List<Throwable> second = new ArrayList<>();
        answer(service, "book", "1").body().to(new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int count) {
                if (second.isEmpty()) {
                    second.add(catchThrowable(() -> bytes(service, "book", "2")));
                }
                super.write(bytes, from, count);
            }
        });
        assertThat(second.get(0)).isInstanceOf(IiifException.Busy.class);
        assertThat(bytes(service, "book", "2")).isNotEmpty();
    }

    @Test
    void theTagIsOfThePagesHoweverTheyAreWritten() {
        BookPdfService service = service(Limits.NONE, 1);
        String two = answer(service, "book", "1-2").validity().etag();
        assertThat(answer(service, "book", "1,2").validity().etag()).isEqualTo(two);
        assertThat(answer(service, "book", "2,1").validity().etag()).isNotEqualTo(two);
        assertThat(answer(service, "book", "").validity().etag()).isEqualTo(answer(service, "book", "1-6").validity().etag());
        assertThat(answer(service, "book$1", "").validity().etag()).isEqualTo(answer(service, "book", "2").validity().etag());
    }

    @Test
    void aRecordingHasNoPages() {
        assertThatThrownBy(() -> answer(service(Limits.NONE, 1), "recording", ""))
                .isInstanceOf(IiifException.Missing.class).hasMessageContaining("no pages");
    }
}
