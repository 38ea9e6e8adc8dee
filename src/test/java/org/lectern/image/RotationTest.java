package org.lectern.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.Holds;
import org.lectern.core.IiifException;

class RotationTest {

    @Holds({"IMG-090", "IMG-095"})
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"0,0", "!0,!0", "359.999,359.999", "360,0", "!360.00,!0",
        "90.0,90", "022.50,22.5", ".5,0.5", "!0270,!270", "0.0,0"})
    void isPrintedInCanonicalForm(String text, String canonical) {
        assertThat(Rotation.parse(text)).hasToString(canonical).isEqualTo(Rotation.parse(canonical));
    }

    @Holds("IMG-091")
    @ParameterizedTest(name = "{0} is no rotation")
    @ValueSource(strings = {"", "!", "!!0", "90!", "0x5a", "360.1", "360.0000001", "720", "-90", "+90", "9e1", "90,5",
            "5.", ".", "NaN", " 0", "000000000000000000000000000000090", "９０"})
    void anythingElseIsMalformed(String text) {
        assertThatThrownBy(() -> Rotation.parse(text)).isInstanceOf(IiifException.Malformed.class);
    }

    @Test
    void equalAnglesAreEqual() {
        assertThat(new Rotation(false, new BigDecimal("9E+1"))).isEqualTo(Rotation.parse("90"));
        assertThat(Rotation.parse("90").degrees()).isEqualTo(BigDecimal.valueOf(90));
        assertThat(Rotation.parse("0.00")).isEqualTo(Rotation.NONE);
    }

    @Test
    void aFullTurnAndMoreCannotBeMade() {
        assertThatThrownBy(() -> new Rotation(false, BigDecimal.valueOf(360)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
