package org.lectern.jpeg2000;

import java.util.OptionalDouble;

/**
 * The resolution boxes, in dots an inch. Immutable.
 *
 * @param capture which tells the size of the object
 * @param display which is a wish alone
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, I.5.3.7</a>
 */
record ResolutionBoxes(OptionalDouble capture, OptionalDouble display) {

    static final ResolutionBoxes NONE = new ResolutionBoxes(OptionalDouble.empty(), OptionalDouble.empty());

    private static final int BYTES = 10;
    private static final double INCH = 0.0254; // metres
    private static final double MOST = 100_000;

    /** With one box more, of which the horizontal resolution counts; a short box tells nothing. */
    ResolutionBoxes with(Content in, boolean isCapture) {
        if (in.remaining() < BYTES) {
            return this;
        }
        in.u32(); // vertical
        double above = in.u16();
        double below = in.u16();
        in.u8();
        double dpi = above / below * Math.pow(10, (byte) in.u8()) * INCH;
        OptionalDouble told = dpi >= 1 && dpi <= MOST ? OptionalDouble.of(dpi) : OptionalDouble.empty();
        return isCapture ? new ResolutionBoxes(told, display) : new ResolutionBoxes(capture, told);
    }

    OptionalDouble dpi() {
        return capture.isPresent() ? capture : display;
    }
}
