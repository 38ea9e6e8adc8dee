package org.lectern.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.core.Dimensions;
import org.lectern.core.Identifier;
import org.lectern.text.TextForm;

class ItemBytesTest {

    private static final int SEEDS = 200;

    @Test
    void noItemIsNoBytes() {
        assertThat(ItemBytes.write(Optional.empty())).isEmpty();
        assertThat(ItemBytes.read(new byte[0])).isEmpty();
    }

    @Test
    void everyItemIsReadAsItWasWritten() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Item item = new Maker(new Random(seed)).item();
            assertThat(ItemBytes.read(ItemBytes.write(Optional.of(item)))).as("seed " + seed).contains(item);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,'',''", "7,a.pdf,''", "0,a/b$c/d:e_jp2.zip,x/y z/日本_0001.jp2", "123456789,'','/'", "0,'12/x','/3/'"})
    void aMemberIsReadAsItWasWritten(int page, String file, String inner) {
        Member member = new Member(page, file, inner);
        assertThat(Member.parse(member.toString())).isEqualTo(member);
    }

    /** Makes things of any content. */
    private record Maker(Random random) {

        private String text() {
            return Stream.generate(() -> List.of("a", "/", "$", "ü", "日", "😀", " ", "\n", "<b>").get(random.nextInt(9)))
                    .limit(random.nextInt(12)).reduce("", String::concat);
        }

        private <T> List<T> some(Supplier<T> maker) {
            return Stream.generate(maker).limit(random.nextInt(4)).toList();
        }

        private <T> Optional<T> maybe(Supplier<T> maker) {
            return random.nextBoolean() ? Optional.of(maker.get()) : Optional.empty();
        }

        private <T> T one(T[] values) {
            return values[random.nextInt(values.length)];
        }

        private Dimensions size() {
            return new Dimensions(1 + random.nextInt(9000), 1 + random.nextInt(9000));
        }

        private ItemFile file() {
            return new ItemFile(text(), text(), text(), one(ItemFile.Use.values()), maybe(this::text), random.nextLong());
        }

        private Section section(int depth) {
            List<Section> parts = depth == 0 ? List.of() : some(() -> section(depth - 1));
            return new Section("s" + text(), List.of(random.nextInt(100), random.nextInt(100)), parts);
        }

        private Track track() {
            List<ItemFile> media = Stream.concat(Stream.of(file()), some(this::file).stream()).toList();
            return new Track(text(), text(), 0.001 + random.nextDouble(), maybe(this::size), media,
                    some(() -> new Track.Caption(file(), maybe(this::text), text())), maybe(this::file));
        }

        private Page page(int index) {
            return new Page(index, random.nextInt(), text(), text(), maybe(this::text), maybe(this::size),
                    maybe(() -> 1 + random.nextInt(1000)),
                    maybe(() -> new TextPlace(one(TextForm.values()), text(), random.nextInt())), text());
        }

        private Apparatus apparatus() {
            return new Apparatus(some(this::text), maybe(this::text), maybe(() -> Instant.ofEpochSecond(random.nextInt() * 99L)),
                    some(() -> section(3)), some(this::track), some(this::file));
        }

        Item item() {
            int pages = 1 + random.nextInt(5);
            return new Item(new Identifier("id" + random.nextInt()), one(Kind.values()), text(),
                    some(() -> new Item.Metadata(text(), some(this::text))), maybe(this::text), maybe(this::text), maybe(this::text),
                    some(() -> new Item.SeeAlso(text(), text(), maybe(this::text), maybe(this::text), maybe(this::text))),
                    one(ViewingDirection.values()), some(this::text), IntStream.range(0, pages).mapToObj(this::page).toList(),
                    random.nextInt(pages), apparatus(), text(), Instant.ofEpochSecond(random.nextInt()));
        }
    }
}
