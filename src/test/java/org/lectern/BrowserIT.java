package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages for people, in a real browser that reaches no other host. */
class BrowserIT {

    private static final int ON_A_PAGE = 60;
    private static final int PICTURES = 61;

    /** Those that are far down load when they are scrolled to. */
    private static final String EVERY_PICTURE_IS_LOADED = """
            [...document.querySelectorAll('a.card')].every(card => {
                const image = card.querySelector('img');
                image?.scrollIntoView();
                return image?.complete && image.naturalWidth > 0;
            })""";

    @TempDir
    private static Path folder;

    private static Launched lectern;
    private static Wire wire;
    private static Browser browser;

    @BeforeAll
    static void serve() {
        Optional<Path> program = Browser.find();
        assumeTrue(program.isPresent(), "no chromium, chromium-browser or google-chrome is installed: pages are not tested");
        Scans scans = new Scans(folder.resolve("library"));
        for (int i = 1; i < PICTURES; i++) {
            scans.picture("picture " + i + ".png", 90, 60);
        }
        scans.picture("wide & <b>bold.png", 1800, 1100);
        scans.book("volume", 4).text("volume/item.json", "{\"label\": \"The Hunting of the Snark\"}");
        lectern = Launched.start(folder, "--port", "0", "--library", scans.root().toString());
        wire = lectern.wire();
        browser = Browser.start(program.get(), folder);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (lectern != null) {
            lectern.close();
        }
    }

    /** Whatever was opened asked nobody else for anything, and nothing of it was blocked or failed. */
    @AfterEach
    void keptToItself() {
        assertThat(browser.requests()).isNotEmpty().allSatisfy(url -> assertThat(url).startsWith(wire.base() + "/"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theGalleryShowsItsFirstPageWithAPictureForEveryItem() {
        browser.open(wire.base() + "/");
        browser.until(cards(ON_A_PAGE));
        browser.until(EVERY_PICTURE_IS_LOADED);
        assertThat(browser.dom()).contains(PICTURES + 1 + " items", "rel=\"next\"").doesNotContain("rel=\"prev\"");
    }

    @Test
    void theGalleryShowsTheRestOnItsSecondPage() {
        browser.open(wire.base() + "/?page=2");
        browser.until(cards(PICTURES + 1 - ON_A_PAGE));
        browser.until(EVERY_PICTURE_IS_LOADED);
        assertThat(browser.dom()).contains("rel=\"prev\"", "wide &amp; &lt;b&gt;bold")
                .doesNotContain("rel=\"next\"", "<b>bold");
    }

    @Test
    void theGalleryKeepsToTheLimitOfALink() {
        browser.open(wire.base() + "/?limit=7&page=2");
        browser.until(cards(7));
        browser.until(EVERY_PICTURE_IS_LOADED);
        assertThat(browser.dom()).contains("limit=7", "rel=\"prev\"", "rel=\"next\"");
    }

    @Test
    void anImageOpensInAViewerThatAsksForTiles() {
        browser.open(wire.base() + "/wide%20&%20%3Cb%3Ebold.png");
        browser.until("document.querySelector('.openseadragon-canvas canvas') !== null");
        browser.untilAskedFor("/info.json");
        browser.untilAskedFor("/0/default.jpg");
        assertThat(browser.dom()).doesNotContain("could not be opened");
    }

    @Test
    void aBookOpensInAViewerThatKnowsItsLabelAndPages() {
        browser.open(wire.base() + "/volume");
        browser.until("document.querySelector('[aria-label=\"Window: The Hunting of the Snark\"] canvas') !== null");
        browser.untilAskedFor("/iiif/3/volume/manifest.json");
        browser.untilAskedFor("/iiif/3/volume$0/info.json");
        browser.untilAskedFor("/0/default.jpg");
    }

    @Test
    void whatIsNotOursIsBlockedInOurPages() {
        browser.open(wire.base() + "/");
        browser.until(cards(ON_A_PAGE));
        browser.run("document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.crept = 1'}))");
        browser.untilComplainedOf("Content Security Policy");
        browser.until("window.crept === undefined");
        browser.open(wire.base() + "/");
        browser.until(cards(ON_A_PAGE));
    }

    private static String cards(int count) {
        return "document.querySelectorAll('a.card').length === " + count;
    }
}
