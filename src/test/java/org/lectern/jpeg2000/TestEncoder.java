package org.lectern.jpeg2000;

/**
 * A JPEG 2000 encoder for fixtures: every feature of Part 1 that a decoder must read, slow, and independent of the
 * decoder's classes. With the 5/3 and no passes dropped a decoder must give back exactly the samples of the picture.
 */
final class TestEncoder {

    private TestEncoder() {}

    /** A raw codestream. */
    static byte[] encode(TestPicture picture, Encoding encoding) {
        return new CodestreamWriter(picture, encoding).write();
    }

    /**
     * How far a sample may be off when the 9/7 codes all passes: a sum over all sub-bands of a generous share of each
     * step. 0 for the 5/3.
     */
    static int bound(TestPicture picture, Encoding encoding, int tile, int component) {
        Encoding.Style style = encoding.style(tile, component);
        if (style.reversible) {
            return 0;
        }
        double sum = 1;
        for (int band = 0; band <= 3 * style.levels; band++) {
            sum += 2.5 * Steps.size(style, picture.planes().get(component).bits(), band);
        }
        return (int) Math.ceil(sum * (encoding.header(tile).componentTransform && component < 3 ? 2.8 : 1));
    }
}
