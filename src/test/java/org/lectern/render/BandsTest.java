package org.lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.core.Dimensions;
import org.lectern.core.Rect;
import org.lectern.image.Format;
import org.lectern.image.Plan;
import org.lectern.image.Quality;
import org.lectern.image.Rotation;
import org.lectern.pixels.Pixels;
import org.lectern.render.Resolution.Way;
import org.lectern.transform.Scale;
import org.lectern.transform.Scaling;

class BandsTest {

    @ParameterizedTest(name = "{0}, {1} rows at a time, to {2}x{3}")
    @CsvSource({
        "AREA,1,17,29", "AREA,3,17,29", "AREA,20,17,29", "AREA,29,17,29", "AREA,7,20,101", "AREA,7,40,51",
        "LANCZOS,1,17,29", "LANCZOS,3,17,29", "LANCZOS,20,17,29", "LANCZOS,7,70,101", "LANCZOS,2,5,9"
    })
    void bandsEqualTheWhole(Scaling scaling, int rows, int width, int height) {
        var full = new Dimensions(97, 211);
        BufferedImage image = DrawnDecoder.gradient(full);
        var source = new Rect(5, 7, 80, 203);
        var output = new Dimensions(width, height);
        var plan = new Plan(full, source, output, Rotation.NONE, Quality.DEFAULT, Format.PNG, "unused");
        var resolution = new Resolution(0, 0, full, Way.CELLS, full);
        Reading reading = Reading.of(plan, List.of(resolution));
        BufferedImage whole = new Scale(reading.window(), output, scaling).apply(crop(image, reading.rect()));
        BufferedImage banded = new Bands(reading, output, scaling, rows).scale(rect -> crop(image, rect));
        assertThat(Pixels.bytes(banded)).isEqualTo(Pixels.bytes(whole));
    }

    @Test
    void bandsAskForNoMoreThanTheyNeed() {
        var full = new Dimensions(100, 1000);
        var output = new Dimensions(50, 400); // 2.5 rows each
        var plan = new Plan(full, full.bounds(), output, Rotation.NONE, Quality.DEFAULT, Format.PNG, "unused");
        Reading reading = Reading.of(plan, List.of(new Resolution(0, 0, full, Way.CELLS, full)));
        assertThat(new Bands(reading, output, Scaling.AREA, 100).rect(101)).isEqualTo(new Rect(0, 252, 100, 251));
        Rect filtered = new Bands(reading, output, Scaling.LANCZOS, 100).rect(100);
        assertThat(filtered).isEqualTo(new Rect(0, 244, 100, 262)); // three lobes of 2.5 rows on either side
    }

    private static BufferedImage crop(BufferedImage image, Rect rect) {
        BufferedImage part = Pixels.create(rect.size(), image.getColorModel().getColorSpace(), false, 8);
        part.getRaster().setRect(-rect.x(), -rect.y(), image.getRaster());
        return part;
    }
}
