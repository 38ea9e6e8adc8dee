package org.lectern.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ToneCurveTest {

    private static ToneCurve table(int... values) {
        var tag = ByteBuffer.allocate(12 + 2 * values.length).putInt(ToneCurve.CURV).putInt(0).putInt(values.length);
        for (int value : values) {
            tag.putShort((short) value);
        }
        return ToneCurve.of(tag.array());
    }

    private static ToneCurve formula(int kind, double... numbers) {
        var tag = ByteBuffer.allocate(12 + 4 * numbers.length).putInt(ToneCurve.PARA).putInt(0);
        tag.putShort((short) kind).putShort((short) 0);
        for (double number : numbers) {
            tag.putInt((int) Math.round(number * 65_536));
        }
        return ToneCurve.of(tag.array());
    }

    private static void at(ToneCurve curve, double sample, double light) {
        assertThat(curve.light(sample)).isCloseTo(light, within(1e-4));
    }

    @Test
    void tablesAreLinesBetweenTheirValues() {
        at(table(), 0.3, 0.3);
        at(table(2 * 256), 0.5, 0.25);
        ToneCurve bent = table(0, 0, 65_535);
        at(bent, 0.5, 0);
        at(bent, 0.75, 0.5);
        at(bent, 1, 1);
    }

    @Test
    void formulasAreThoseOfTheSpecification() {
        at(formula(0, 2), 0.5, 0.25);
        at(formula(1, 2, 1, -0.5), 0.25, 0);
        at(formula(1, 2, 1, -0.5), 1, 0.25);
        at(formula(2, 2, 1, -0.5, 0.125), 0.25, 0.125);
        at(formula(2, 2, 1, -0.5, 0.125), 1, 0.375);
        at(formula(3, 2, 1, 0, 0.5, 0.25), 0.2, 0.1);
        at(formula(3, 2, 1, 0, 0.5, 0.25), 0.5, 0.25);
        at(formula(4, 2, 1, 0, 0.5, 0.25, 0.0625, 0.125), 0.2, 0.225);
        at(formula(4, 2, 1, 0, 0.5, 0.25, 0.0625, 0.125), 0.5, 0.3125);
    }

    @Test
    void whatIsNoCurveIsRefused() {
        assertThatThrownBy(() -> formula(5, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> formula(3, 1)).isInstanceOf(BufferUnderflowException.class);
        assertThatThrownBy(() -> ToneCurve.of(new byte[20])).isInstanceOf(IllegalArgumentException.class);
        byte[] tooLong = ByteBuffer.allocate(16).putInt(ToneCurve.CURV).putInt(0).putInt(Integer.MAX_VALUE).array();
        assertThatThrownBy(() -> ToneCurve.of(tooLong)).isInstanceOf(IllegalArgumentException.class);
    }
}
