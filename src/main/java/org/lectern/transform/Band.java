package org.lectern.transform;

import java.awt.image.BufferedImage;

/** Some rows of a scaled picture, made of no more of its rows than they need. Immutable. */
public final class Band implements Step {

    private final Scale scale;
    private final Axis down;
    private final int from;
    private final int to;

    Band(Scale scale, Axis down, int from, int to) {
        this.scale = scale;
        this.down = down;
        this.from = from;
        this.to = to;
    }

    /** The first row of the picture that is needed. */
    public int top() {
        return down.first(from, to);
    }

    /** The end of the rows that are needed. */
    public int bottom() {
        return down.end(from, to);
    }

    /** Takes the rows of the picture from {@link #top} to {@link #bottom}. */
    @Override
    public BufferedImage apply(BufferedImage rows) {
        return scale.rows(rows, top(), down, from, to);
    }
}
