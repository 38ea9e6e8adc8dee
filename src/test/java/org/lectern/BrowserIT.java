package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.Browser.Visit;

/** The pages for people, in a real browser that reaches no other host. */
class BrowserIT {

    private static final int ON_A_PAGE = 60;
    private static final int PICTURES = 61;

    @TempDir
    private static Path folder;

    private static Optional<Browser> found = Optional.empty();
    private static Launched lectern;
    private static Wire wire;

    @BeforeAll
    static void serve() {
        found = Browser.find(folder);
        assumeTrue(found.isPresent(), "no chromium, chromium-browser or google-chrome is installed: pages are not tested");
        Scans scans = new Scans(folder.resolve("library"));
        for (int i = 1; i < PICTURES; i++) {
            scans.picture("picture " + i + ".png", 90, 60);
        }
        scans.picture("wide & <b>bold.png", 1800, 1100);
        scans.book("volume", 4).text("volume/item.json", "{\"label\": \"The Hunting of the Snark\"}");
        lectern = Launched.start(folder, "--port", "0", "--library", scans.root().toString());
        wire = lectern.wire();
    }

    @AfterAll
    static void stop() {
        if (lectern != null) {
            lectern.close();
        }
    }

    private static Visit open(String path) {
        Visit visit = found.orElseThrow().open(wire.base() + path);
        assertThat(visit.requests()).isNotEmpty().allSatisfy(url -> assertThat(url).startsWith(wire.base() + "/"));
        assertThat(visit.console()).noneMatch(line -> line.contains("Content Security Policy"))
                .noneMatch(line -> line.contains("Uncaught") || line.contains("Failed to load"));
        return visit;
    }

    @Test
    void theGalleryShowsItsFirstPageWithAPictureForEveryItem() {
        Visit gallery = open("/");
        assertThat(gallery.dom()).contains(PICTURES + 1 + " items", "picture 10");
        assertThat(gallery.count("<a class=\"card\"")).isEqualTo(ON_A_PAGE);
        assertThat(gallery.count("class=\"shown\"")).as("loaded thumbnails").isEqualTo(ON_A_PAGE);
        assertThat(gallery.dom()).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
    }

    @Test
    void theGalleryShowsTheRestOnItsSecondPage() {
        Visit gallery = open("/?page=2");
        assertThat(gallery.count("<a class=\"card\"")).isEqualTo(PICTURES + 1 - ON_A_PAGE);
        assertThat(gallery.count("class=\"shown\"")).isEqualTo(PICTURES + 1 - ON_A_PAGE);
        assertThat(gallery.dom()).contains("rel=\"prev\"", "wide &amp; &lt;b&gt;bold")
                .doesNotContain("rel=\"next\"", "<b>bold");
    }

    @Test
    void anImageOpensInAViewerThatAsksForTiles() {
        Visit image = open("/wide%20&%20%3Cb%3Ebold.png");
        assertThat(image.dom()).contains("openseadragon-canvas", "<canvas").doesNotContain("could not be opened");
        assertThat(image.requests()).anyMatch(url -> url.endsWith("/info.json"))
                .anyMatch(url -> url.contains("/0/default.jpg"));
    }

    @Test
    void aBookOpensInAViewerThatKnowsItsLabelAndPages() {
        Visit book = open("/volume");
        assertThat(book.dom()).contains("aria-label=\"Window: The Hunting of the Snark\"", "<canvas");
        assertThat(book.requests()).contains(wire.base() + "/iiif/3/volume/manifest.json")
                .anyMatch(url -> url.startsWith(wire.base() + "/iiif/3/volume$0/full/"));
    }
}
