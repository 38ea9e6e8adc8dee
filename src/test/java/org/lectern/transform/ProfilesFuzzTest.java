package org.lectern.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lectern.core.Dimensions;
import org.lectern.pixels.Pixels;

/** Whatever a file's profile holds, a picture comes out. */
class ProfilesFuzzTest {

    @Test
    void damagedProfilesGiveAPicture() {
        int usable = 0;
        for (long seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            ICC_ColorSpace space = random.nextBoolean() ? IccProfiles.wideRgb() : IccProfiles.cmyk();
            byte[] bytes = space.getProfile().getData();
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
            return Optional.of(new ICC_ColorSpace(ICC_Profile.getInstance(bytes)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a decoder's business
        }
    }
}
