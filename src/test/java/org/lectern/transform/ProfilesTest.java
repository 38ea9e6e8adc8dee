package org.lectern.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lectern.core.Dimensions;
import org.lectern.pixels.ProfileBytes;
import org.lectern.pixels.ProfileSpace;

class ProfilesTest {

    private static ICC_ColorSpace copy(ICC_ColorSpace space, int year) {
        byte[] bytes = ProfileBytes.of(space).array().clone();
        bytes[24] = (byte) (year >> 8); // when it was made: another profile, of the same colours
        bytes[25] = (byte) year;
        return new ProfileSpace(bytes);
    }

    @Test
    void equalProfilesShareOneConversion() {
        var profiles = new Profiles();
        ICC_ColorSpace space = IccProfiles.wideRgb();
        Conversion first = profiles.conversion(space);
        assertThat(profiles.conversion(copy(space, 2026))).isSameAs(first);
        assertThat(profiles.conversion(copy(space, 1998))).isNotSameAs(first);
        assertThat(profiles.kept()).isEqualTo(2);
    }

    @Test
    void theLastOnesAreKeptAndNoMore() {
        var profiles = new Profiles();
        ICC_ColorSpace space = IccProfiles.gray();
        Conversion used = profiles.conversion(space);
        Set<Conversion> made = new HashSet<>();
        for (int year = 0; year < Profiles.KEPT + 8; year++) {
            made.add(profiles.conversion(copy(space, year)));
            assertThat(profiles.conversion(space)).as("asked for all the time").isSameAs(used);
            assertThat(profiles.kept()).isLessThanOrEqualTo(Profiles.KEPT);
        }
        assertThat(made).hasSize(Profiles.KEPT + 8);
        assertThat(made).as("of the first, dropped meanwhile").doesNotContain(profiles.conversion(copy(space, 0)));
        assertThat(profiles.kept()).isEqualTo(Profiles.KEPT);
    }

    @Test
    void profilesThatAreSrgbOnlyRenameThePixels() {
        byte[] srgb = java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_sRGB).getData();
        BufferedImage image = Matrix.random(new Random(2), new ProfileSpace(srgb), true, 8, new Dimensions(9, 7));
        assertThat(new Profiles().toSrgb(image).getRaster()).isSameAs(image.getRaster());
    }

    @Test
    void matricesWithCurvesAreConvertedWithoutColourManagement() {
        for (ICC_ColorSpace space : new ICC_ColorSpace[] {
            IccProfiles.wideRgb(), IccProfiles.eciRgb(), IccProfiles.displayP3(), IccProfiles.eciRgbByFormula()}) {
            assertThat(ProfileConversion.of(space)).isInstanceOf(MatrixConversion.class);
        }
    }

    @Test
    void profilesRememberTheirBytes() {
        ICC_ColorSpace space = copy(IccProfiles.cmyk(), 1999);
        byte[] bytes = ProfileBytes.of(space).array().clone();
        space.toRGB(new float[4]);
        assertThat(ProfileBytes.of(space).array()).isEqualTo(bytes);
        assertThat(ProfileBytes.of(new ProfileSpace(bytes))).isEqualTo(ProfileBytes.of(space))
                .hasSameHashCodeAs(ProfileBytes.of(space));
    }
}
