package org.lectern.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lectern.service.House.asked;
import static org.lectern.service.House.caller;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lectern.blob.MapCache;
import org.lectern.blob.Picture;
import org.lectern.codec.Pyramid;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.image.Format;
import org.lectern.image.Plan;
import org.lectern.source.Item;
import org.lectern.source.Kind;
import org.lectern.source.Resource;

class PageSizesTest {

    private static final Instant NOON = Instant.parse("2020-02-02T12:00:00Z");

    private final MapCache documents = new MapCache();
    private final Shelves shelves = new Shelves("s").book("book", 3).book("broken", 2);
    private Instant now = NOON;

    /** Pictures of which some cannot be read just now. */
    private static final class Failing implements Pictures {
        private final Drawn drawn = new Drawn();
        private final List<String> broken = new ArrayList<>();

        @Override
        public java.util.Set<Format> formats() {
            return drawn.formats();
        }

        @Override
        public Pyramid pyramid(Picture picture) {
            Pyramid pyramid = drawn.pyramid(picture);
            if (broken.contains(picture.blob().name())) {
                throw new IiifException.Broken("'" + picture.blob().name() + "' is out of order.");
            }
            return pyramid;
        }

        @Override
        public String fingerprint(Format format) {
            return drawn.fingerprint(format);
        }

        @Override
        public byte[] image(Picture picture, Plan plan) {
            return drawn.image(picture, plan);
        }
    }

    private PageSizes sizes(Pictures pictures) {
        return new PageSizes(pictures, documents, () -> now);
    }

    private Holding holding(String id) {
        return new Holding(shelves.find(new org.lectern.source.Location("s", new org.lectern.core.Identifier(id)))
                .filter(Resource.Whole.class::isInstance).orElseThrow(), shelves);
    }

    @Test
    void whatWasSeenIsNotLookedAtAgainEvenAfterARestart() {
        Drawn first = new Drawn();
        Extents seen = sizes(first).all(holding("book"));
        assertThat(first.opened).containsExactly("book$0", "book$1", "book$2");
        assertThat(seen.at(2)).contains(new Extents.Extent(Shelves.SIZE, 0));

        Drawn second = new Drawn();
        assertThat(sizes(second).all(holding("book")).bytes()).isEqualTo(seen.bytes());
        assertThat(second.opened).isEmpty();
    }

    @Test
    void aManifestAfterARestartOpensNoPicture() {
        House first = House.of(shelves, House.IMPRINT, documents);
        Answer before = first.manifests.manifest(asked("book"), Optional.of(ApiVersion.V3), caller());
        House second = House.of(shelves, House.IMPRINT, documents);
        Answer after = second.manifests.manifest(asked("book"), Optional.of(ApiVersion.V3), caller());
        assertThat(second.drawn.opened).isEmpty();
        assertThat(((Answer.Document) after).body()).isEqualTo(((Answer.Document) before).body());
    }

    @Test
    void aChangedItemIsLookedAtAgain() {
        sizes(new Drawn()).all(holding("book"));
        Item item = holding("book").item().orElseThrow();
        shelves.add(new Item(item.id(), item.kind(), item.label(), item.metadata(), item.summary(), item.rights(),
                item.attribution(), item.seeAlso(), item.viewingDirection(), item.behavior(), item.pages(), item.start(),
                item.apparatus(), "another validator", item.modified()));
        Drawn drawn = new Drawn();
        sizes(drawn).all(holding("book"));
        assertThat(drawn.opened).hasSize(3);
    }

    @Test
    void aPageThatCouldNotBeReadIsTriedAgainAfterAWhileAndTheOthersAreNot() {
        Failing pictures = new Failing();
        pictures.broken.add("book$1");
        Extents first = sizes(pictures).all(holding("book"));
        assertThat(first.at(1)).isEmpty();
        assertThat(first.neighbour(1)).isEqualTo(Shelves.SIZE);

        pictures.broken.clear();
        pictures.drawn.opened.clear();
        now = NOON.plus(PageSizes.REST);
        assertThat(sizes(pictures).all(holding("book")).at(1)).isEmpty();
        assertThat(pictures.drawn.opened).isEmpty();

        now = now.plusMillis(1);
        Extents second = sizes(pictures).all(holding("book"));
        assertThat(second.isComplete()).isTrue();
        assertThat(pictures.drawn.opened).containsExactly("book$1");
        assertThat(second.validator()).isNotEqualTo(first.validator());
    }

    @Test
    void anItemOfWhichNoPageCanBeReadSaysWhyAndIsNotLookedThroughEachTime() {
        Drawn drawn = new Drawn();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> sizes(drawn).all(holding("broken")))
                    .isInstanceOf(IiifException.Broken.class)
                    .hasMessage("'broken$0' is cut short.");
        }
        assertThat(drawn.opened).containsExactly("broken$0", "broken$1", "broken$0", "broken$0", "broken$0");
    }

    @Test
    void anItemThatCanBeReadAgainIsThereAtOnce() {
        Failing pictures = new Failing();
        pictures.broken.addAll(List.of("book$0", "book$1", "book$2"));
        assertThatThrownBy(() -> sizes(pictures).all(holding("book"))).isInstanceOf(IiifException.Broken.class);
        pictures.broken.clear();
        assertThat(sizes(pictures).all(holding("book")).isComplete()).isTrue();
    }

    @Test
    void theAgeOfWhatWasSeenIsNoPartOfItsValidator() {
        String early = sizes(new Drawn()).all(holding("book")).validator();
        now = NOON.plusSeconds(60);
        documents.remove("sizes1.validator of book");
        Extents late = sizes(new Drawn()).all(holding("book"));
        assertThat(late.seen()).isEqualTo(now);
        assertThat(late.validator()).isEqualTo(early);
    }

    @Test
    void picturesBesideRecordingsStandBehindThePages() {
        shelves.add(Treasures.concert());
        Drawn drawn = new Drawn();
        Extents extents = sizes(drawn).all(holding("concert"));
        assertThat(drawn.opened).containsExactly("concert/01 overture.png", "concert/broken.png");
        assertThat(extents.at(0)).contains(new Extents.Extent(new Dimensions(100, 200), 0));
        assertThat(extents.at(1)).contains(new Extents.Extent(Shelves.SIZE, 0));
        assertThat(extents.at(2)).isEmpty();
        assertThat(extents.isUnreadable(1)).isFalse();
    }

    @Test
    void recordingsAloneNeedNoPage() {
        shelves.add(Treasures.item("mute", Kind.AUDIO, List.of(), List.of(), 0,
                Treasures.tracks(Treasures.concert().apparatus().tracks().get(1))));
        assertThat(sizes(new Drawn()).all(holding("mute")).at(0)).isEmpty();
    }

    @Test
    void extentsComeBackFromTheirBytes() {
        long seed = 20260211;
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            List<Optional<Extents.Extent>> all = IntStream.range(0, random.nextInt(20)).mapToObj(i -> random.nextInt(5) == 0
                    ? Optional.<Extents.Extent>empty()
                    : Optional.of(new Extents.Extent(
                            new Dimensions(1 + random.nextInt(Integer.MAX_VALUE), 1 + random.nextInt(100_000)),
                            random.nextInt(3) * 150.5f))).toList();
            Extents made = new Extents(all, NOON.plusMillis(random.nextInt()));
            Extents read = Extents.of(made.bytes());
            assertThat(IntStream.range(0, all.size()).mapToObj(read::at).toList()).as("seed %s run %s", seed, run).isEqualTo(all);
            assertThat(read.seen()).isEqualTo(made.seen());
            assertThat(read.validator()).isEqualTo(made.validator());
            assertThat(read.isComplete()).isEqualTo(all.stream().allMatch(Optional::isPresent));
            assertThat(read.isUnreadable(all.size())).isEqualTo(all.stream().allMatch(Optional::isEmpty));
        }
    }
}
