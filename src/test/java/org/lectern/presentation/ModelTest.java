package org.lectern.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;

/** What the model refuses, because no document could say it. */
class ModelTest {

    private static final LanguageMap NAME = LanguageMap.of("name");
    private static final Optional<Dimensions> SIZE = Optional.of(new Dimensions(2, 3));
    private static final Canvas.Content PICTURE = new Canvas.Painting(Models.uri("x"), SIZE.get(), false);
    private static final Canvas.Content SONG =
            new Canvas.Recording(List.of(new Canvas.MediaFile("http://x", false, "audio/mpeg", NAME)));

    private static Canvas canvas(
            LanguageMap label, Optional<Dimensions> size, Optional<Double> duration, Canvas.Content content, Optional<Canvas> other) {
        return new Canvas("http://c", label, size, duration, Optional.of(content), Optional.empty(), List.of(), List.of(), List.of(),
                List.of(), List.of(), Optional.empty(), other);
    }

    private static Manifest manifest(List<Range> structures, List<Canvas> canvases) {
        return new Manifest("http://m", NAME, List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                Manifest.ViewingDirection.LEFT_TO_RIGHT, List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(),
                List.of(), Optional.empty(), Optional.empty(), List.of(), structures, canvases);
    }

    @Holds({"PRE-082", "PRE-102"})
    @Test
    void aManifestHasACanvas() {
        assertThatIllegalArgumentException().isThrownBy(() -> manifest(List.of(), List.of()));
    }

    @Holds({"PRE-052", "PRE-084", "PRE-103"})
    @Test
    void aCanvasHasALabelAndTheExtentOfItsContent() {
        Optional<Double> none = Optional.empty();
        assertThat(canvas(NAME, SIZE, none, PICTURE, Optional.empty()).size()).isEqualTo(SIZE);
        assertThat(canvas(NAME, Optional.empty(), Optional.of(1.5), SONG, Optional.empty()).size()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> canvas(LanguageMap.EMPTY, SIZE, none, PICTURE, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> canvas(NAME, Optional.empty(), none, SONG, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> canvas(NAME, SIZE, none, SONG, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(
                () -> canvas(NAME, Optional.empty(), Optional.of(1.0), PICTURE, Optional.empty()));
        for (double seconds : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(
                    () -> canvas(NAME, Optional.empty(), Optional.of(seconds), SONG, Optional.empty()));
        }
    }

    @Holds("PRE-049")
    @Test
    void whatAccompaniesACanvasIsNotAccompanied() {
        Canvas inner = canvas(NAME, SIZE, Optional.empty(), PICTURE, Optional.empty());
        Canvas outer = canvas(NAME, SIZE, Optional.of(1.0), SONG, Optional.of(inner));
        assertThatIllegalArgumentException().isThrownBy(() -> canvas(NAME, SIZE, Optional.of(1.0), SONG, Optional.of(outer)));
    }

    @Holds({"PRE-045", "PRE-054", "PRE-080", "PRE-087"})
    @Test
    void whatPeopleChooseFromHasALabel() {
        LanguageMap none = LanguageMap.of(" ");
        assertThatIllegalArgumentException().isThrownBy(() -> new Link("http://x", "Text", none, Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Agent("http://x", none, Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Canvas.MediaFile("http://x", true, "video/mp4", none));
        assertThatIllegalArgumentException().isThrownBy(() -> new Canvas.Caption("http://x", none, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Canvas.Recording(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new SearchResponse.Hit("http://x", "", "", "", List.of()));
        assertThatIllegalArgumentException().isThrownBy(
                () -> new Reference(Models.uri("x"), Reference.Type.MANIFEST, none, Optional.empty()));
    }

    @Holds("PRE-091")
    @Test
    void aRangeHasALabelAndSomethingInIt() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Range("http://r", NAME, List.of()));
        assertThatIllegalArgumentException().isThrownBy(
                () -> new Range("http://r", LanguageMap.EMPTY, List.of(new Range.Part("http://c"))));
    }

    @Holds("PRE-112")
    @Test
    void aCutCollectionListsCollectionsAndAPageLiesInOne() {
        Reference manifest = Models.reference("m", Reference.Type.MANIFEST, "m");
        Reference page = Models.reference("p", Reference.Type.COLLECTION, "p");
        assertThatIllegalArgumentException().isThrownBy(() -> paged(List.of(page, manifest), List.of(), new Collection.Whole(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> paged(List.of(), List.of(), new Collection.Whole(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> paged(
                List.of(manifest), List.of(), new Collection.Page(0, Optional.empty(), Optional.empty())));
    }

    private static Collection paged(List<Reference> items, List<Reference> partOf, Collection.Paging paging) {
        return new Collection("http://f", NAME, Optional.empty(), Optional.empty(), List.of(), items, partOf, Optional.of(paging));
    }

    @Test
    void rangesThatLieTooDeepGiveTheirCanvasesToTheLowestThatIsLeft() {
        RangeMember deepest = new Range.Part(Models.canvas("b", 0));
        Range range = null;
        for (int level = 5000; level > 0; level--) {
            RangeMember inner = range == null ? deepest : range;
            range = Models.range("b", level, "level " + level, inner, new Range.Part(Models.canvas("b", level % 2)));
        }
        Canvas zero = new Canvas(Models.canvas("b", 0), NAME, SIZE.get(), Optional.empty(), Optional.empty());
        Canvas one = new Canvas(Models.canvas("b", 1), NAME, SIZE.get(), Optional.empty(), Optional.empty());
        Manifest manifest = manifest(List.of(range), List.of(zero, one));
        Range lowest = manifest.structures().get(0);
        while (lowest.items().get(0) instanceof Range inner) {
            lowest = inner;
        }
        assertThat(lowest.id()).endsWith("/range/50");
        assertThat(lowest.items()).contains(Models.part("b", 0), Models.part("b", 1));
        for (ApiVersion version : ApiVersion.values()) {
            assertThat(Documents.bytes(manifest, version)).isNotEmpty();
        }
        PresentationRules.check3(Documents.bytes(manifest, ApiVersion.V3));
        PresentationRules.check2(Documents.bytes(manifest, ApiVersion.V2));
    }
}
