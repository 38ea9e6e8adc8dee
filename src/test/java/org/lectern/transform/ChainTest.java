package org.lectern.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.image.Format;
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
    void IMG_118_stepsFollowTheSpecificationsOrder() {
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
    void IMG_118_vectorGivesOneBandOfTheBoxSizeOnWhite() {
        var rotation = new Rotation(true, new BigDecimal("345"));
        var target = new Target(false, 8, true, Look.STANDARD);
        BufferedImage image = Matrix.constant(Matrix.SRGB, false, 8, READ, 255, 0, 0);
        BufferedImage result = chain(new Dimensions(90, 105), rotation, Quality.GRAY, target).apply(image);
        assertThat(new Dimensions(result.getWidth(), result.getHeight()))
                .isEqualTo(new Rotate(rotation.degrees()).box(new Dimensions(90, 105)));
        assertThat(Pixels.bands(result)).isEqualTo(1);
        assertThat(result.getRaster().getSample(0, 0, 0)).isEqualTo(255);
        assertThat(result.getRaster().getSample(result.getWidth() / 2, result.getHeight() / 2, 0)).isEqualTo(54);
    }
}
