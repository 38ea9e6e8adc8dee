package org.lectern.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lectern.Holds;

class TableOfContentsTest {

    private static List<Page> pages(int offset, String... types) {
        return IntStream.range(0, types.length).mapToObj(i -> new Page(offset + i, i, "$" + i,
                types[i].equals("Normal") || types[i].equals("Chapter") ? Integer.toString(i + 1) : types[i],
                Optional.of(types[i]).filter(type -> !type.isEmpty()), Optional.empty(), "")).toList();
    }

    private static Section section(String label, int from, int to, Section... parts) {
        return new Section(label, IntStream.range(from, to).boxed().toList(), List.of(parts));
    }

    private static List<Section> contents(String... types) {
        return TableOfContents.of(pages(0, types), Map.of());
    }

    @Test
    void textAloneHasNoContents() {
        assertThat(contents("Normal", "Normal", "", "Tissue", "Foldout", "Illustrations", "White Card")).isEmpty();
    }

    @Test
    @Holds("PRE-170")
    void frontMatterEndsWithItselfAndChaptersWithTheNext() {
        assertThat(contents("Cover", "Normal", "Title Page", "Copyright", "Contents", "Contents", "Normal", "Chapter", "Normal",
                "Illustrations", "Normal", "Chapter", "Chapter", "Foldout", "Appendix", "Appendix", "Index", "Normal", "Cover"))
                .containsExactly(section("Cover", 0, 1), section("Title page", 2, 3), section("Copyright", 3, 4),
                        section("Contents", 4, 6), section("Chapter, p. 8", 7, 11), section("Chapter, p. 12", 11, 12),
                        section("Chapter, p. 13", 12, 14), section("Appendix", 14, 16), section("Index", 16, 18),
                        section("Back cover", 18, 19));
    }

    @Test
    void coversAreAtTheFrontUnlessTheyAreLast() {
        assertThat(contents("Cover", "Cover")).containsExactly(section("Cover", 0, 2));
        assertThat(contents("Cover", "Normal", "Cover", "Normal")).extracting(Section::label).containsExactly("Cover", "Cover");
        assertThat(contents("Normal", "Cover")).extracting(Section::label).containsExactly("Back cover");
    }

    @Test
    void indexesAreThoseOfTheItem() {
        assertThat(TableOfContents.of(pages(40, "Cover", "Chapter", "Normal"), Map.of()))
                .containsExactly(section("Cover", 40, 41), section("Chapter", 41, 43));
    }

    @Test
    void headingsBeginSectionsWithinSections() {
        Map<Integer, Scandata.Heading> headings = Map.of(1, new Scandata.Heading("I. One", 1),
                2, new Scandata.Heading("a", 2), 4, new Scandata.Heading("b", 3), 5, new Scandata.Heading("c", 2),
                6, new Scandata.Heading("II. Two", 1));
        assertThat(TableOfContents.of(pages(0, "Cover", "Chapter", "Normal", "Normal", "Normal", "Normal", "Chapter", "Normal"), headings))
                .containsExactly(section("Cover", 0, 1),
                        section("I. One", 1, 6, section("a", 2, 5, section("b", 4, 5)), section("c", 5, 6)),
                        section("II. Two", 6, 8));
    }

    @Test
    void longTitlesAreCutBetweenCharacters() {
        for (int before = 295; before < 302; before++) {
            String title = "x".repeat(before) + "😀".repeat(20);
            String label = TableOfContents.of(pages(0, "Normal"), Map.of(0, new Scandata.Heading(title, 1))).get(0).label();
            assertThat(label).hasSizeLessThanOrEqualTo(301).endsWith("…");
            assertThat(title).startsWith(label.substring(0, label.length() - 1));
            assertThat(Character.isHighSurrogate(label.charAt(label.length() - 2))).as("cut after %s", before).isFalse();
        }
    }

    @Test
    void whateverTheLeavesAreSectionsStayInOrderAndInsideEachOther() {
        List<String> types = List.of("Cover", "Title", "Normal", "Normal", "Chapter", "Index", "Foldout", "Contents", "");
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int count = random.nextInt(30);
            Map<Integer, Scandata.Heading> headings = new HashMap<>();
            String[] leaves = Stream.generate(() -> types.get(random.nextInt(types.size()))).limit(count).toArray(String[]::new);
            for (int i = 0; i < count; i++) {
                if (random.nextInt(4) == 0) {
                    headings.put(i, new Scandata.Heading("h" + i, 1 + random.nextInt(6)));
                }
            }
            check(TableOfContents.of(pages(0, leaves), headings), 0, count, "seed " + seed);
        }
    }

    private static void check(List<Section> sections, int from, int to, String seed) {
        int next = from;
        for (Section section : sections) {
            List<Integer> pages = new ArrayList<>(section.pages());
            assertThat(pages).as(seed).isNotEmpty()
                    .isEqualTo(IntStream.range(pages.get(0), pages.get(0) + pages.size()).boxed().toList());
            assertThat(pages.get(0)).as(seed).isGreaterThanOrEqualTo(next);
            next = pages.get(0) + pages.size();
            assertThat(next).as(seed).isLessThanOrEqualTo(to);
            check(section.parts(), pages.get(0), next, seed);
        }
    }
}
