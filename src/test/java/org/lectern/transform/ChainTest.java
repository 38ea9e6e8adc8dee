package org.lectern.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lectern.Holds;
import org.lectern.core.ApiVersion;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.image.Format;
import org.lectern.image.ImageRequest;
import org.lectern.image.Limits;
import org.lectern.image.Plan;
import org.lectern.image.Quality;
import org.lectern.image.Rotation;
import org.lectern.pixels.Pixels;

class ChainTest {

    private static final Dimensions READ = new Dimensions(120, 140);
    private final Profiles profiles = new Profiles();

    private Chain chain(Dimensions output, Rotation rotation, Quality quality, Target target) {
        var plan = new Plan(
                new Dimensions(300, 200), new Rect(125, 15, 120, 140), output, rotation, quality, Format.PNG, "x");
        return Chain.of(plan, READ, Window.all(READ), target, profiles);
    }

    private static List<String> names(Chain chain) {
        return chain.steps().stream().map(step -> step.getClass().getSimpleName()).toList();
    }

    @Test
    @Holds("IMG-118")
    void stepsFollowTheSpecificationsOrder() {
        var rotation = new Rotation(true, new BigDecimal("345"));
        var target = new Target(false, 8, true, Look.STANDARD);
        assertThat(names(chain(new Dimensions(90, 105), rotation, Quality.GRAY, target)))
                .containsExactly("Scale", "Depth", "Mirror", "Rotate", "Tone", "Colour");
    }

    @Test
    void stepsThatChangeNothingAreLeftOut() {
        var target = new Target(true, 16, true, Look.STANDARD);
        assertThat(names(chain(READ, Rotation.NONE, Quality.DEFAULT, target))).containsExactly("Colour");
        BufferedImage image = Matrix.random(new Random(3), Matrix.SRGB, false, 16, READ);
        assertThat(chain(READ, Rotation.NONE, Quality.COLOR, target).apply(image)).isSameAs(image);
    }

    @Test
    @Holds({"IMG-118", "IMG-094"})
    void vectorOfTheSpecificationIsCutScaledMirroredTurnedAndGrey() {
        var size = new Dimensions(300, 200);
        Plan plan = ImageRequest.parse(List.of("125,15,120,140", "90,", "!345", "gray.jpg"), ApiVersion.V3)
                .plan(size, Quality.COLOR, Limits.NONE);
        assertThat(plan.source()).isEqualTo(new Rect(125, 15, 120, 140));
        assertThat(plan.output()).isEqualTo(new Dimensions(90, 105));
        var target = new Target(false, 8, true, Look.STANDARD);
        BufferedImage region = Matrix.random(new Random(9), Matrix.SRGB, false, 8, READ);
        BufferedImage result = Chain.of(plan, READ, Window.all(READ), target, profiles).apply(region);
        assertThat(new Dimensions(result.getWidth(), result.getHeight())).isEqualTo(new Dimensions(115, 125));
        assertThat(Pixels.bands(result)).isEqualTo(1);
        assertThat(result.getRaster().getSample(0, 0, 0)).isEqualTo(255);

        BufferedImage scaled = new Scale(Window.all(READ), plan.output()).apply(region);
        var rotate = new Rotate(new BigDecimal("345"));
        assertThat(Matrix.rows(result)).isDeepEqualTo(finished(rotate.apply(new Mirror().apply(scaled)), target));
        int[][] turnedFirst = finished(new Mirror().apply(rotate.apply(scaled)), target);
        assertThat(Arrays.deepEquals(Matrix.rows(result), turnedFirst)).isFalse();
    }

    private int[][] finished(BufferedImage image, Target target) {
        BufferedImage gray = new Tone(Quality.GRAY, target, profiles).apply(image);
        return Matrix.rows(new Colour(target, profiles).apply(gray));
    }

    @Test
    void scalingIsTheAdministrators() {
        var lanczos = new Target(true, 8, true, new Look(Look.WHITE, false, Scaling.LANCZOS, Bitonal.MIDDLE));
        var output = new Dimensions(50, 60);
        assertThat(chain(output, Rotation.NONE, Quality.COLOR, lanczos).steps())
                .contains(new Scale(Window.all(READ), output, Scaling.LANCZOS));
    }
}
