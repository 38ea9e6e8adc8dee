package org.lectern.codec;

import java.util.OptionalDouble;

/** Dots an inch as files tell them. */
final class Density {

    private static final double MOST = 100_000;

    private Density() {}

    /** The value, when it is one that a scanner or a camera can mean. */
    static OptionalDouble perInch(double dpi) {
        return dpi >= 1 && dpi <= MOST ? OptionalDouble.of(dpi) : OptionalDouble.empty();
    }

    /** From dots a metre. */
    static OptionalDouble perMetre(double dots) {
        return perInch(dots * 0.0254);
    }
}
