package org.lectern.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.Holds;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;
import org.lectern.text.Line;
import org.lectern.text.PageText;
import org.lectern.text.Word;

class TextIndexesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final BookText PROVERB = book("proverb", "A bird in the hand\nis worth two in the bush");

    @TempDir
    private Path folder;

    private TextIndexes indexes;

    @BeforeEach
    void open() {
        indexes = new TextIndexes(folder, 1 << 24);
    }

    @AfterEach
    void close() {
        indexes.close();
    }

    /** Pages of lines; every word is 10 wide and stands at ten times its offset in its line. */
    private static BookText book(String validator, String... pages) {
        return BookText.of(validator, pages.length, sink -> {
            for (int i = 0; i < pages.length; i++) {
                sink.page(i, page(pages[i]));
            }
        });
    }

    private static PageText page(String text) {
        List<Line> lines = new ArrayList<>();
        for (String line : text.split("\n")) {
            List<Word> words = new ArrayList<>();
            for (String word : line.strip().split(" +")) {
                if (!word.isEmpty()) {
                    words.add(Word.of(word, new Rect(10 * words.size(), 20 * lines.size(), 10, 20)));
                }
            }
            if (!words.isEmpty()) {
                lines.add(new Line(new Rect(0, 20 * lines.size(), 10 * words.size(), 20), 0, 0, Optional.empty(), words));
            }
        }
        return new PageText(new Dimensions(1000, 1000), lines);
    }

    private Found find(BookText book, String q) {
        return indexes.search(book, TextQuery.parse(q), 0, 100, PATIENCE);
    }

    private List<String> matches(BookText book, String q) {
        return find(book, q).hits().stream().map(hit -> hit.page() + ": " + hit.match()).toList();
    }

    @Test
    @Holds({"SRC-004", "SRC-046", "SRC-047"})
    void theProverbIsFoundByWordBeginningAndPhrase() {
        assertThat(matches(PROVERB, "bird")).containsExactly("0: bird");
        assertThat(matches(PROVERB, "b*")).containsExactly("0: bird", "0: bush");
        Found phrase = find(PROVERB, "\"hand is\"");
        assertThat(phrase.total()).isEqualTo(1);
        assertThat(phrase.hits().get(0)).isEqualTo(new Found.Hit(0, "A bird in the", "worth two in the bush", List.of(
                new Found.Word(4, "hand", new Rect(40, 0, 10, 20)), new Found.Word(5, "is", new Rect(0, 20, 10, 20)))));
        assertThat(find(PROVERB, "feather")).isEqualTo(new Found(0, 0, List.of()));
    }

    @Test
    void caseAndAccentsDoNotCountOnEitherSide() {
        BookText book = book("accents", "Čapek und die Straße", "CAPEK aux ÉTOILES");
        assertThat(matches(book, "capek")).containsExactly("0: Čapek", "1: CAPEK");
        assertThat(matches(book, "čápek")).hasSize(2);
        assertThat(matches(book, "strasse")).containsExactly("0: Straße");
        assertThat(matches(book, "etoiles")).containsExactly("1: ÉTOILES");
    }

    @Test
    void rightToLeftWritingIsFoundWithAndWithoutItsVowels() {
        BookText book = book("rtl", "بِسْمِ ٱللَّهِ", "בראשית ברא אלהים");
        assertThat(find(book, "بسم").total()).isEqualTo(1);
        assertThat(find(book, "בְּרֵאשִׁית").total()).isEqualTo(1);
        assertThat(matches(book, "\"ברא אלהים\"")).containsExactly("1: ברא אלהים");
    }

    @Test
    void aPartOfARunWithoutSpacesIsFoundAndTheRunIsMarked() {
        BookText book = book("han", "曹雪芹紅樓夢");
        assertThat(matches(book, "紅樓夢")).containsExactly("0: 曹雪芹紅樓夢");
        assertThat(matches(book, "夢紅")).isEmpty();
    }

    @Test
    void aDividedWordIsFoundOnceByItsWholeAndHasTwoBoxes() {
        Word head = new Word("won-", new Rect(900, 0, 90, 20), Word.Part.HEAD, "wonder");
        Word tail = new Word("der", new Rect(0, 20, 70, 20), Word.Part.TAIL, "wonder");
        PageText page = new PageText(new Dimensions(1000, 1000), List.of(
                new Line(head.box(), 0, 0, Optional.empty(), List.of(head)),
                new Line(tail.box(), 0, 0, Optional.empty(), List.of(tail, Word.of("land", new Rect(80, 20, 40, 20))))));
        BookText book = BookText.of("divided", 1, sink -> sink.page(7, page));
        Found found = find(book, "\"wonder land\"");
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.hits().get(0).page()).isEqualTo(7);
        assertThat(found.hits().get(0).words()).extracting(Found.Word::text).containsExactly("won-", "der", "land");
        assertThat(find(book, "der").total()).isZero();
    }

    @Test
    void allPhrasesMustStandOnThePage() {
        BookText book = book("and", "cat and dog", "cat alone", "dog, then: cat!");
        assertThat(matches(book, "dog cat")).containsExactly("0: cat", "0: dog", "2: dog,", "2: cat!");
    }

    @Test
    void stretchesPutTogetherAreTheWhole() {
        String[] pages = new String[40];
        Arrays.fill(pages, "tick tock tick");
        BookText book = book("clock", pages);
        List<Found.Hit> whole = find(book, "tick").hits();
        assertThat(whole).hasSize(80);
        List<Found.Hit> pieces = new ArrayList<>();
        for (int from = 0; from < 80; from += 7) {
            Found piece = indexes.search(book, TextQuery.parse("tick"), from, 7, PATIENCE);
            assertThat(piece.total()).isEqualTo(80);
            assertThat(piece.start()).isEqualTo(from);
            pieces.addAll(piece.hits());
        }
        assertThat(pieces).isEqualTo(whole);
        assertThat(indexes.search(book, TextQuery.parse("tick"), 80, 7, PATIENCE).hits()).isEmpty();
    }

    @Test
    void theIndexFindsWhatLookingAtEveryWordFinds() {
        long seed = 20261124;
        Random random = new Random(seed);
        String[] words = {"a", "ab", "abc", "b", "ba", "Ä", "c-d", "e"};
        for (int round = 0; round < 15; round++) {
            String[] pages = new String[1 + random.nextInt(6)];
            for (int i = 0; i < pages.length; i++) {
                pages[i] = text(random, words, random.nextInt(30));
            }
            BookText book = book("random" + round, pages);
            for (int i = 0; i < 20; i++) {
                String q = random.nextBoolean() ? "\"" + text(random, words, 1 + random.nextInt(3)) + "\""
                        : text(random, words, 1 + random.nextInt(2)) + (random.nextBoolean() ? "*" : "");
                assertThat(matches(book, q)).as("seed %d, pages %s, q %s", seed, Arrays.toString(pages), q)
                        .isEqualTo(lookedUp(pages, TextQuery.parse(q)));
            }
        }
    }

    private static String text(Random random, String[] words, int count) {
        return String.join(" ", Stream.generate(() -> words[random.nextInt(words.length)]).limit(count).toList());
    }

    /** Another way to the same: words of one token or two, each with the index of its word. */
    private static List<String> lookedUp(String[] pages, TextQuery query) {
        List<String> found = new ArrayList<>();
        for (int number = 0; number < pages.length; number++) {
            String[] words = pages[number].split(" ");
            List<String> tokens = new ArrayList<>();
            List<Integer> owners = new ArrayList<>();
            for (int i = 0; i < words.length; i++) {
                for (String token : Folding.tokens(words[i])) {
                    tokens.add(token);
                    owners.add(i);
                }
            }
            java.util.TreeSet<List<Integer>> spans = new java.util.TreeSet<>(
                    java.util.Comparator.<List<Integer>>comparingInt(span -> span.get(0)).thenComparingInt(span -> span.get(1)));
            boolean all = true;
            for (TextQuery.Phrase phrase : query.phrases()) {
                boolean any = false;
                for (int at = 0; at + phrase.words().size() <= tokens.size(); at++) {
                    List<String> there = tokens.subList(at, at + phrase.words().size());
                    int last = there.size() - 1;
                    boolean same = there.subList(0, last).equals(phrase.words().subList(0, last))
                            && (phrase.open() ? there.get(last).startsWith(phrase.words().get(last))
                                    : there.get(last).equals(phrase.words().get(last)));
                    if (same) {
                        any = true;
                        spans.add(List.of(owners.get(at), owners.get(at + last)));
                    }
                }
                all &= any;
            }
            if (all && !query.phrases().isEmpty()) {
                for (List<Integer> span : spans) {
                    found.add(number + ": " + String.join(" ", Arrays.copyOfRange(words, span.get(0), span.get(1) + 1)));
                }
            }
        }
        return found;
    }

    @Test
    void wordsAreSuggestedByAlphabetInTheirCommonestSpelling() {
        BookText book = book("words", "Alice alice Alice, alas! ALL", "al-Andalus \"Alice\" about");
        assertThat(indexes.suggest(book, "AL", 1, 10, PATIENCE)).containsExactly(
                new Suggestion("al", 1), new Suggestion("alas", 1), new Suggestion("Alice", 4), new Suggestion("ALL", 1));
        assertThat(indexes.suggest(book, "al", 2, 10, PATIENCE)).containsExactly(new Suggestion("Alice", 4));
        assertThat(indexes.suggest(book, "al", 1, 2, PATIENCE)).hasSize(2);
        assertThat(indexes.suggest(book, "z", 1, 10, PATIENCE)).isEmpty();
    }

    @Test
    void ofSeveralWordsTheLastIsCompletedToWhatStandsBehindTheOthers() {
        assertThat(indexes.suggest(PROVERB, "in the", 1, 10, PATIENCE)).containsExactly(new Suggestion("in the", 2));
        assertThat(indexes.suggest(PROVERB, "the b", 1, 10, PATIENCE)).containsExactly(new Suggestion("the bush", 1));
    }

    @Test
    void aHundredWhoAskAtOnceWaitForOneMaking() throws Exception {
        AtomicInteger made = new AtomicInteger();
        BookText slow = BookText.of("slow", 1, sink -> {
            made.incrementAndGet();
            sink.page(0, page("one word"));
        });
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Integer>> asked = Stream.generate(() -> threads.submit(() -> find(slow, "word").total()))
                    .limit(100).toList();
            for (Future<Integer> one : asked) {
                assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void whoDoesNotWaitIsToldHowFarItIsAndFindsItLater() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch half = new CountDownLatch(1);
        BookText slow = BookText.of("gated", 2, sink -> {
            sink.page(0, page("first page"));
            half.countDown();
            await(gate);
            sink.page(1, page("second page"));
        });
        assertThatThrownBy(() -> indexes.search(slow, TextQuery.parse("page"), 0, 1, Duration.ZERO))
                .isInstanceOf(IiifException.Busy.class).hasMessageContaining("of 2 pages");
        await(half);
        assertThat(indexes.progress()).containsExactly(new TextIndexes.Progress("gated", 1, 2));
        gate.countDown();
        assertThat(find(slow, "page").total()).isEqualTo(2);
        assertThat(indexes.progress()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aMakingThatFailsFailsThoseWhoWaitAndIsNotTriedAgainAtOnce() throws IOException {
        AtomicInteger tried = new AtomicInteger();
        BookText broken = BookText.of("broken", 1, sink -> {
            tried.incrementAndGet();
            throw new IiifException.Broken("its words cannot be read");
        });
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> find(broken, "x")).isInstanceOf(IiifException.Broken.class);
        }
        assertThat(tried).hasValue(1);
        assertThat(folders()).isEmpty();
    }

    @Test
    void anIndexIsFoundAgainAfterARestartAndMadeAgainWhenItIsBroken() throws IOException {
        assertThat(find(PROVERB, "bird").total()).isEqualTo(1);
        indexes.close();
        BookText unread = BookText.of("proverb", 1, sink -> {
            throw new AssertionError("it is read again");
        });
        indexes = new TextIndexes(folder, 1 << 24);
        assertThat(find(unread, "bush").total()).isEqualTo(1);
        indexes.close();
        for (Path index : folders()) {
            try (Stream<Path> files = Files.list(index)) {
                for (Path file : files.toList()) {
                    Files.write(file, new byte[] {1, 2, 3});
                }
            }
        }
        indexes = new TextIndexes(folder, 1 << 24);
        assertThat(find(PROVERB, "bush").total()).isEqualTo(1);
    }

    @Test
    void whatACrashLeftHalfWrittenIsRemoved() throws IOException {
        find(PROVERB, "bird");
        indexes.close();
        Path half = Files.createDirectories(folder.resolve("abc.half"));
        Files.writeString(half.resolve("segments_1"), "half");
        indexes = new TextIndexes(folder, 1 << 24);
        assertThat(half).doesNotExist();
        assertThat(folders()).hasSize(1);
    }

    @Test
    void thoseUnusedForLongestGoWhenThereAreTooMany() throws IOException {
        indexes.close();
        indexes = new TextIndexes(folder, 1); // not one fits: only what is open stays
        for (int i = 0; i < 20; i++) {
            assertThat(find(book("book" + i, "word " + i), "word").total()).isEqualTo(1);
        }
        assertThat(folders().size()).isBetween(1, 17);
        assertThat(find(book("book0", "word 0"), "word").total()).isEqualTo(1);
    }

    @Test
    void closingEndsAMakingAndLeavesNothingOfIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        BookText endless = BookText.of("endless", 1, sink -> {
            for (int i = 0; ; i++) {
                sink.page(i, page("again and again"));
                begun.countDown();
            }
        });
        assertThatThrownBy(() -> indexes.search(endless, TextQuery.parse("again"), 0, 1, Duration.ZERO))
                .isInstanceOf(IiifException.Busy.class);
        await(begun);
        indexes.close();
        assertThat(folders()).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().equals("lectern-index"));
    }

    @Test
    @Holds("SRC-008")
    void withoutAnythingToSearchForNoIndexIsMade() throws IOException {
        assertThat(find(PROVERB, " ")).isEqualTo(new Found(0, 0, List.of()));
        assertThat(find(book("textless"), "bird")).isEqualTo(new Found(0, 0, List.of()));
        assertThat(folders()).isEmpty();
    }

    @Test
    void odderValidatorsAreNamesOfTheirOwn() {
        assertThat(matches(book("../../x\0/é", "one"), "one")).hasSize(1);
        assertThat(matches(book("../../x\0/è", "two"), "one")).isEmpty();
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
