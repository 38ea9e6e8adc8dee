package org.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;

class PageTextTest {

    private static PageText of(Dimensions space, Rect box) {
        return new PageText(space, List.of(new Line(box, 2, 3, Optional.of("en"), List.of(new Word("ad-", box, Word.Part.HEAD, "advent")))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "100 | 200 | 50 | 100 | 5,5,10,10", // from 10,10,20,20
        "100 | 200 | 200 | 400 | 20,20,40,40",
        "100 | 200 | 33 | 67 | 3,3,7,8",
        "100 | 200 | 1 | 1 | 0,0,1,1",
        "100 | 200 | 100 | 200 | 10,10,20,20"})
    void boxesAreRoundedOutward(int width, int height, int canvasWidth, int canvasHeight, String box) {
        var canvas = new Dimensions(canvasWidth, canvasHeight);
        PageText scaled = of(new Dimensions(width, height), new Rect(10, 10, 20, 20)).scaledTo(canvas);
        assertThat(scaled.space()).isEqualTo(canvas);
        Line line = scaled.lines().get(0);
        assertThat(line.box()).hasToString(box);
        assertThat(line).isEqualTo(new Line(line.box(), 2, 3, Optional.of("en"), List.of(new Word("ad-", line.box(), Word.Part.HEAD, "advent"))));
    }

    @Test
    void scaledBoxesHoldWhatTheyHeldAndLieOnTheCanvas() {
        for (long seed = 0; seed < 2000; seed++) {
            var random = new Random(seed);
            var space = new Dimensions(1 + random.nextInt(3000), 1 + random.nextInt(3000));
            int x = random.nextInt(space.width());
            int y = random.nextInt(space.height());
            var box = new Rect(x, y, 1 + random.nextInt(space.width() - x), 1 + random.nextInt(space.height() - y));
            var canvas = new Dimensions(1 + random.nextInt(3000), 1 + random.nextInt(3000));
            Rect scaled = of(space, box).scaledTo(canvas).lines().get(0).box();
            double across = canvas.width() / (double) space.width();
            double down = canvas.height() / (double) space.height();
            assertThat(canvas.bounds().contains(scaled)).as("seed %d", seed).isTrue();
            assertThat(scaled.x()).as("seed %d", seed).isEqualTo((int) Math.floor(box.x() * across + 1e-9));
            assertThat(scaled.bottom()).as("seed %d", seed).isEqualTo((int) Math.ceil(box.bottom() * down - 1e-9));
        }
    }

    @Test
    void aBoxOutsideOfTheSpaceIsBroughtOntoTheCanvas() {
        assertThat(of(new Dimensions(100, 100), new Rect(300, 90, 50, 2_000_000_000)).scaledTo(new Dimensions(10, 10)).lines().get(0).box())
                .isEqualTo(new Rect(9, 9, 1, 1));
    }

    @Test
    void theTextHasARowForEachLineAndAnEmptyOneBetweenParagraphs() {
        var box = new Rect(0, 0, 1, 1);
        var page = new PageText(new Dimensions(9, 9), List.of(
                new Line(box, 0, 0, Optional.empty(), List.of(Word.of("Down", box), new Word("rab-", box, Word.Part.HEAD, "rabbit"))),
                new Line(box, 0, 0, Optional.empty(), List.of(new Word("bit", box, Word.Part.TAIL, "rabbit"))),
                new Line(box, 0, 1, Optional.empty(), List.of(Word.of("hole", box)))));
        assertThat(page.text()).isEqualTo("Down rab-\nbit\n\nhole");
        assertThat(new PageText(new Dimensions(9, 9), List.of()).text()).isEmpty();
    }
}
