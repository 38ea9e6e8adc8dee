package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import org.junit.jupiter.api.Test;

class KnownProfilesTest {

    private static final byte[] LINEAR = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

    private final KnownProfiles profiles = new KnownProfiles();

    @Test
    void equalProfilesGiveTheSameSpace() {
        assertThat(profiles.space(LINEAR.clone(), 3)).isPresent();
        assertThat(profiles.space(LINEAR.clone(), 3).orElseThrow()).isSameAs(profiles.space(LINEAR, 3).orElseThrow());
    }

    @Test
    void profileThatFitsThreeBandsFitsNoOthers() {
        assertThat(profiles.space(LINEAR, 3)).isPresent();
        assertThat(profiles.space(LINEAR, 1)).isEmpty();
        assertThat(profiles.space(new byte[200], 3)).isEmpty();
        assertThat(profiles.space(new byte[0], 3)).isEmpty();
    }
}
