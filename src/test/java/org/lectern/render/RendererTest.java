package org.lectern.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;
import org.lectern.core.Rect;
import org.lectern.image.Format;
import org.lectern.image.Plan;
import org.lectern.image.Quality;
import org.lectern.pixels.Pixels;
import org.lectern.render.DrawnDecoder.Rounding;
import org.lectern.render.RawEncoder.Raw;
import org.lectern.transform.Scale;
import org.lectern.transform.Window;

class RendererTest {

    private static final Dimensions SIZE = new Dimensions(1300, 900);
    private static final int WHOLE = Integer.MAX_VALUE;

    private static DrawnDecoder onePiece() {
        return new DrawnDecoder(SIZE, 1, Rounding.UP, WHOLE, WHOLE);
    }

    private static Plan thumbnail(Studio studio) {
        return studio.plan(SIZE.bounds(), new Dimensions(130, 90));
    }

    @Test
    void unscaledRegionHasTheFilesPixels() {
        var studio = new Studio(onePiece(), MapCaches.keeping());
        Raw raw = studio.draw(studio.plan(new Rect(600, 500, 2, 1), new Dimensions(2, 1)));
        BufferedImage image = DrawnDecoder.gradient(SIZE);
        int[] wanted = image.getRaster().getPixels(600, 500, 2, 1, (int[]) null);
        for (int i = 0; i < 6; i++) {
            assertThat(raw.samples()[i] & 0xff).isEqualTo(wanted[i]);
        }
        assertThat(raw.dpi()).isEqualTo(300);
    }

    @Test
    void dotsAnInchShrinkWithThePicture() {
        var studio = new Studio(onePiece(), MapCaches.keeping());
        assertThat(studio.draw(thumbnail(studio)).dpi()).isEqualTo(30);
    }

    @Test
    void warmAnswersOpenNothing() {
        var studio = new Studio(onePiece(), MapCaches.keeping());
        byte[] cold = studio.renderer.image(studio.picture(), thumbnail(studio));
        int opened = studio.decoder.opened.get();
        assertThat(studio.renderer.image(studio.picture(), thumbnail(studio))).isEqualTo(cold);
        studio.draw(studio.plan(new Rect(3, 4, 500, 500), new Dimensions(500, 500)));
        studio.draw(studio.plan(SIZE.bounds(), new Dimensions(325, 225)));
        studio.renderer.pyramid(studio.picture());
        assertThat(studio.decoder.opened.get()).isEqualTo(opened);
        assertThat(studio.decoder.decoded.get()).isEqualTo(1);
    }

    @Test
    void tilesOfAFileThatReadsAtRandomAreDecodedOnce() {
        var studio = new Studio(new DrawnDecoder(SIZE, 1, Rounding.UP, 256, 256), MapCaches.keepingTiles());
        Plan plan = studio.plan(new Rect(200, 200, 100, 100), new Dimensions(100, 100));
        studio.draw(plan);
        studio.draw(plan);
        assertThat(studio.decoder.decoded.get()).isEqualTo(4);
    }

    @Test
    void whatADecoderReadsToThePixelIsNotKeptBesideIt() {
        var studio = new Studio(new DrawnDecoder(SIZE, 3, Rounding.UP, 1, 1), MapCaches.keepingTiles());
        Plan plan = studio.plan(new Rect(200, 200, 100, 100), new Dimensions(100, 100));
        studio.draw(plan);
        studio.draw(plan);
        assertThat(studio.decoder.decoded.get()).isEqualTo(2);
        assertThat(studio.caches.tiles.map).isEmpty();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({"3999, 2999", "2700, 2025", "1000, 750", "40, 30"})
    void largePicturesAreScaledInBandsThatFit(int width, int height) {
        var large = new Dimensions(4000, 3000); // 34 MB
        var output = new Dimensions(width, height);
        var decoder = new DrawnDecoder(large, 1, Rounding.UP, 1, 1);
        long answer = (long) width * height * 3;
        var admission = new Admission((36L << 20) + 3 * answer, Duration.ZERO);
        var narrow = new Studio(decoder, MapCaches.keepingNothing(), admission);
        var roomy = new Studio(decoder, MapCaches.keepingNothing(), new Admission(1L << 32, Duration.ZERO));
        Plan plan = narrow.plan(large.bounds(), output);
        byte[] drawn = narrow.renderer.image(narrow.picture(), plan);
        assertThat(decoder.decoded.get()).as("bands").isGreaterThan(1);
        assertThat(Arrays.equals(drawn, roomy.renderer.image(roomy.picture(), plan))).isTrue();
        BufferedImage whole = new Scale(Window.all(large), output).apply(DrawnDecoder.gradient(large));
        assertThat(distance(Raw.read(drawn).samples(), Pixels.bytes(whole))).as("rounding").isLessThan(2);
    }

    private static int distance(byte[] one, byte[] other) {
        assertThat(one).hasSameSizeAs(other);
        int most = 0;
        for (int i = 0; i < one.length; i++) {
            most = Math.max(most, Math.abs((one[i] & 0xff) - (other[i] & 0xff)));
        }
        return most;
    }

    @Test
    void hundredEqualRequestsDecodeOnce() throws Exception {
        var studio = new Studio(onePiece(), MapCaches.keeping());
        var started = new CountDownLatch(100);
        studio.decoder.beforeDecoding = () -> await(started);
        ExecutorService threads = Executors.newFixedThreadPool(100);
        try {
            List<Future<byte[]>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                answers.add(threads.submit(() -> {
                    started.countDown();
                    return studio.renderer.image(studio.picture(), thumbnail(studio));
                }));
            }
            byte[] first = answers.get(0).get(60, TimeUnit.SECONDS);
            for (Future<byte[]> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(first);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(studio.closed.get()).isEqualTo(100);
        assertThat(studio.decoder.decoded.get()).isEqualTo(1);
    }

    @Test
    void differentPartsOfACostlyPictureDecodeItOnce() throws Exception {
        var studio = new Studio(onePiece(), MapCaches.keeping());
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Raw>> answers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                var rect = new Rect(i * 16, i * 8, 200, 200);
                answers.add(threads.submit(() -> studio.draw(studio.plan(rect, new Dimensions(200, 200)))));
            }
            for (Future<Raw> answer : answers) {
                answer.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(studio.decoder.decoded.get()).isEqualTo(1);
    }

    @Test
    void crowdFitsThroughANarrowDoor() throws Exception {
        long budget = 3L * SIZE.width() * SIZE.height() * 2;
        var studio = new Studio(onePiece(), MapCaches.keepingNothing(), new Admission(budget, Duration.ofSeconds(60)));
        ExecutorService threads = Executors.newFixedThreadPool(24);
        try {
            List<Future<Raw>> answers = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                var rect = new Rect(i * 16, i * 8, 200, 200);
                answers.add(threads.submit(() -> studio.draw(studio.plan(rect, new Dimensions(100, 100)))));
            }
            for (Future<Raw> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS).width()).isEqualTo(100);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void failuresAreNotKept() {
        var studio = new Studio(onePiece(), MapCaches.keeping());
        studio.decoder.beforeDecoding = () -> {
            throw new IiifException.Broken("torn");
        };
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(IiifException.Broken.class).isThrownBy(() -> studio.draw(thumbnail(studio)));
        }
        assertThat(studio.caches.tiles.map).isEmpty();
        assertThat(studio.caches.derivatives.map).isEmpty();
        assertThat(studio.closed.get()).isEqualTo(2);
        studio.decoder.beforeDecoding = () -> {};
        assertThat(studio.draw(thumbnail(studio)).width()).isEqualTo(130);
    }

    @Test
    void everyMethodClosesTheBlob() {
        var studio = new Studio(onePiece(), MapCaches.keeping());
        assertThat(studio.renderer.pyramid(studio.picture())).isEqualTo(studio.decoder.pyramid());
        assertThat(studio.renderer.pages(studio.picture().blob())).isEqualTo(7);
        studio.draw(thumbnail(studio));
        assertThat(studio.closed.get()).isEqualTo(3);
    }

    @Test
    void pictureBeyondTheBudgetIsTooLarge() {
        var studio = new Studio(onePiece(), MapCaches.keeping(), new Admission(1 << 20, Duration.ZERO));
        assertThatExceptionOfType(IiifException.TooLarge.class).isThrownBy(() -> studio.draw(thumbnail(studio)));
        assertThat(studio.decoder.decoded.get()).isZero();
        var small = studio.plan(new Rect(0, 0, 100, 100), new Dimensions(100, 100));
        assertThat(studio.draw(small).width()).as("a part still fits").isEqualTo(100);
    }

    @Test
    void pictureNoArrayHoldsIsTooLarge() {
        var studio = new Studio(onePiece(), MapCaches.keeping(), new Admission(Long.MAX_VALUE / 4, Duration.ZERO));
        Plan plan = studio.plan(SIZE.bounds(), new Dimensions(50_000, 50_000));
        assertThatExceptionOfType(IiifException.TooLarge.class).isThrownBy(() -> studio.draw(plan));
    }

    @Test
    void requestIsBusyWhenOthersFillTheBudget() {
        var admission = new Admission(64 << 20, Duration.ZERO);
        var studio = new Studio(onePiece(), MapCaches.keeping(), admission);
        try (Admission.Permit permit = admission.enter(64 << 20)) {
            assertThatExceptionOfType(IiifException.Busy.class).isThrownBy(() -> studio.draw(thumbnail(studio)));
            permit.shrinkTo(0);
        }
        assertThat(studio.draw(thumbnail(studio)).width()).isEqualTo(130);
    }

    @Test
    void largeDerivativesAreNotKept() {
        var studio = new Studio(onePiece(), MapCaches.keeping());
        studio.draw(studio.plan(SIZE.bounds(), SIZE)); // 3.5 MB
        assertThat(studio.caches.derivatives.map).isEmpty();
        studio.draw(thumbnail(studio));
        assertThat(studio.caches.derivatives.map).hasSize(1);
    }

    @Test
    void fingerprintTellsEncoderAndBuild() {
        var studio = new Studio(onePiece(), MapCaches.keeping());
        assertThat(studio.renderer.fingerprint(Format.PNG)).contains("raw").contains("build-1");
        assertThat(studio.renderer.fingerprint(Format.JPG)).contains("q=1");
        assertThat(studio.renderer.formats()).containsExactlyInAnyOrder(Format.PNG, Format.JPG);
        assertThatExceptionOfType(IiifException.Malformed.class)
                .isThrownBy(() -> studio.renderer.fingerprint(Format.WEBP))
                .withMessageContaining("jpg, png");
    }

    @Test
    void bitonalIsToldToTheEncoderOnlyWhenItIsTrue() {
        BufferedImage letters =
                Pixels.create(new Dimensions(40, 40), ColorSpace.getInstance(ColorSpace.CS_GRAY), false, 8);
        letters.getRaster().setSample(7, 7, 0, 255);
        var decoder = new DrawnDecoder(letters, 1, Rounding.UP, WHOLE, WHOLE, Quality.BITONAL);
        var studio = new Studio(decoder, MapCaches.keeping());
        var all = new Rect(0, 0, 40, 40);
        assertThat(studio.draw(studio.plan(all, all.size())).bitonal()).isTrue();
        assertThat(studio.draw(studio.plan(all, new Dimensions(20, 20))).bitonal()).as("blurred").isFalse();
        Plan bitonal = studio.plan(all, new Dimensions(20, 20), "0", Quality.BITONAL, Format.PNG);
        assertThat(studio.draw(bitonal).bitonal()).isTrue();
    }

    @Test
    void IMG_094_turnedPicturesAreTransparentOrWhiteBesideThem() {
        var studio = new Studio(onePiece(), MapCaches.keeping());
        var small = new Dimensions(30, 20);
        Raw png = studio.draw(studio.plan(SIZE.bounds(), small, "45", Quality.COLOR, Format.PNG));
        Raw jpg = studio.draw(studio.plan(SIZE.bounds(), small, "45", Quality.COLOR, Format.JPG));
        assertThat(png.bands()).isEqualTo(4);
        assertThat(png.sample(0, 0, 3)).isZero();
        assertThat(jpg.bands()).isEqualTo(3);
        assertThat(jpg.sample(0, 0, 0)).isEqualTo(255);
        assertThat(jpg.width()).isEqualTo(36);
    }

    @Test
    void profilesSurviveTheTilesCache() {
        var linear = new ICC_ColorSpace(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB));
        for (int bits : new int[] {8, 16}) {
            BufferedImage image = Pixels.create(new Dimensions(1100, 20), linear, true, bits);
            for (int x = 0; x < 1100; x++) {
                image.getRaster().setPixel(x, 10, new int[] {x % 255, 55, 200, 128});
            }
            var decoder = new DrawnDecoder(image, 1, Rounding.UP, WHOLE, WHOLE, Quality.COLOR);
            var caches = MapCaches.keepingTiles();
            var first = new Studio(decoder, caches);
            Plan plan = first.plan(new Rect(500, 5, 100, 10), new Dimensions(100, 10));
            byte[] cold = first.renderer.image(first.picture(), plan);
            var restarted = new Studio(decoder, caches);
            assertThat(restarted.renderer.image(restarted.picture(), plan)).isEqualTo(cold);
            assertThat(decoder.decoded.get()).isEqualTo(1);
            caches.documents.map.clear();
            var forgetful = new Studio(decoder, caches);
            assertThat(forgetful.renderer.image(forgetful.picture(), plan)).isEqualTo(cold);
            assertThat(decoder.decoded.get()).as("decoded again without its profile").isEqualTo(2);
        }
    }
}
