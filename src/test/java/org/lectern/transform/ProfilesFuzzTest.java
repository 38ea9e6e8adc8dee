package org.lectern.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.CMMException;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;
import org.lectern.pixels.ProfileBytes;
import org.lectern.pixels.ProfileSpace;

/** Whatever a file's profile holds, a picture comes out. */
class ProfilesFuzzTest {

    private static final List<ICC_ColorSpace> WHOLE = List.of(IccProfiles.wideRgb(), IccProfiles.displayP3(),
            IccProfiles.eciRgb(), IccProfiles.eciRgbByFormula(), IccProfiles.gray(), IccProfiles.cmyk());

    @Test
    void damagedProfilesGiveAPicture() {
        int usable = 0;
        for (long seed = 0; seed < 600; seed++) {
            var random = new Random(seed);
            byte[] bytes = ProfileBytes.of(WHOLE.get(random.nextInt(WHOLE.size()))).array().clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                bytes[random.nextInt(Math.min(bytes.length, 400))] = (byte) random.nextInt();
            }
            Optional<ICC_ColorSpace> damaged = load(bytes);
            if (damaged.isEmpty()) {
                continue;
            }
            usable++;
            BufferedImage image = Matrix.random(random, damaged.get(), false, 8, new Dimensions(5, 4));
            BufferedImage converted = new Profiles().toSrgb(image);
            assertThat(Pixels.isNormal(converted)).as("seed %d", seed).isTrue();
            assertThat(Pixels.bands(converted)).as("seed %d", seed).isIn(1, 3);
        }
        assertThat(usable).isGreaterThan(50);
    }

    private static Optional<ICC_ColorSpace> load(byte[] bytes) {
        try {
            var space = new ProfileSpace(bytes);
            Pixels.create(new Dimensions(1, 1), space, false, 8);
            return Optional.of(space);
        } catch (IllegalArgumentException | CMMException e) {
            return Optional.empty(); // a decoder's business
        }
    }
}
