package org.lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.image.Format;
import org.lectern.image.Plan;
import org.lectern.image.Quality;
import org.lectern.image.Rotation;
import org.lectern.pixels.Pixels;
import org.lectern.render.Resolution.Way;
import org.lectern.transform.Scale;

class BandsTest {

    @ParameterizedTest(name = "{0} rows at a time")
    @ValueSource(ints = {1, 3, 20, 29})
    void bandsEqualTheWhole(int rows) {
        var full = new Dimensions(97, 211);
        BufferedImage image = DrawnDecoder.gradient(full);
        var source = new Rect(5, 7, 80, 203);
        var output = new Dimensions(17, 29);
        var plan = new Plan(full, source, output, Rotation.NONE, Quality.DEFAULT, Format.PNG, "unused");
        var resolution = new Resolution(0, 0, full, Way.CELLS, full);
        Reading reading = Reading.of(plan, List.of(resolution));
        BufferedImage whole = new Scale(reading.window(), output).apply(crop(image, reading.rect()));
        BufferedImage banded = new Bands(reading, output, rows).scale(rect -> crop(image, rect));
        assertThat(Pixels.bytes(banded)).isEqualTo(Pixels.bytes(whole));
    }

    private static BufferedImage crop(BufferedImage image, Rect rect) {
        BufferedImage part = Pixels.create(rect.size(), image.getColorModel().getColorSpace(), false, 8);
        part.getRaster().setRect(-rect.x(), -rect.y(), image.getRaster());
        return part;
    }
}
