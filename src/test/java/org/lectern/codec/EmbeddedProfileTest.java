package org.lectern.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import org.junit.jupiter.api.Test;

/** Profiles that a picture's samples can be read with, and others. */
class EmbeddedProfileTest {

    private static ICC_Profile copy() {
        return ICC_Profile.getInstance(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
    }

    @Test
    void usableProfileIsTaken() {
        assertThat(EmbeddedProfile.space(copy().getData(), 3)).isPresent();
    }

    @Test
    void profileForOtherColoursIsIgnored() {
        assertThat(EmbeddedProfile.space(copy().getData(), 1)).isEmpty();
        assertThat(EmbeddedProfile.space(copy().getData(), 4)).isEmpty();
    }

    @Test
    void profileWhoseRedIsBlackIsIgnored() {
        ICC_Profile profile = copy();
        byte[] black = new byte[20];
        System.arraycopy("XYZ ".getBytes(), 0, black, 0, 4);
        profile.setData(ICC_Profile.icSigRedColorantTag, black);
        assertThat(EmbeddedProfile.space(profile.getData(), 3)).isEmpty();
    }
}
