package org.lectern.sample;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.lectern.sample.Sheet.Align;
import org.lectern.sample.Sheet.Type;

/** What a scanner's operator photographs before the book: patches of known colours, and a ruler. */
final class ColourCard {

    private static final int[] PATCHES = {
        0x735244, 0xc29682, 0x627a9d, 0x576c43, 0x8580b1, 0x67bdaa, 0xd67e2c, 0x505ba6, 0xc15a63, 0x5e3c6c,
        0x9dbc40, 0xe0a32e,
        0x383d96, 0x469449, 0xaf363c, 0xe7c71f, 0xbb5695, 0x0885a1, 0xf3f3f2, 0xc8c8c8, 0xa0a0a0, 0x7a7a79,
        0x555555, 0x343434
    };

    private ColourCard() {}

    static Print draw() {
        Sheet card = new Sheet(NonsenseBook.WIDTH, NonsenseBook.HEIGHT, new Color(0x1c1c1c));
        for (int i = 0; i < PATCHES.length; i++) {
            double x = 130 + i % 4 * 245;
            double y = 150 + i / 4 * 245;
            card.fill(new Color(PATCHES[i]), new Rectangle2D.Double(x, y, 205, 205));
        }
        for (int millimetre = 0; millimetre <= 110; millimetre++) {
            double x = 130 + millimetre * 8.5;
            double length = millimetre % 10 == 0 ? 60 : millimetre % 5 == 0 ? 44 : 28;
            card.rule(Color.WHITE, 2, x, 1680 - length, x, 1680);
            if (millimetre % 10 == 0) {
                card.text("" + millimetre / 10, x, 1725, new Type(28, Color.WHITE), Align.MIDDLE);
            }
        }
        return card.print();
    }
}
