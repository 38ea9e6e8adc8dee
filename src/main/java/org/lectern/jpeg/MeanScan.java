package org.lectern.jpeg;

/**
 * The first scan: the DC coefficients of all components.
 *
 * @see "T.81 G.1.2.1"
 */
final class MeanScan {

    private static final int CODE_AT_MOST = 16; // bytes, stuffed, and what is held

    private final int[] coefficients;
    private final McuShape shape;
    private final int[] predictions = new int[3];
    private final short[] differences;
    private final int[] lumaCounts = new int[256];
    private final int[] chromaCounts = new int[256];

    /** Of these lanes. */
    MeanScan(int[] coefficients, McuShape shape, int mcus) {
        this.coefficients = coefficients;
        this.shape = shape;
        this.differences = new short[Math.multiplyExact(mcus, shape.blocks())];
    }

    void take(int lane, int mcu, int block) {
        int component = shape.component(block);
        int difference = coefficients[lane] - predictions[component];
        predictions[component] = coefficients[lane];
        differences[mcu * shape.blocks() + block] = (short) difference;
        (component == 0 ? lumaCounts : chromaCounts)[EntropyCoder.category(difference)]++;
    }

    void write(BitWriter out) {
        HuffmanTable luma = HuffmanTable.shortest(lumaCounts);
        HuffmanTable chroma = HuffmanTable.shortest(chromaCounts);
        out.end(Headers.dcScan(shape, luma, chroma));
        for (int i = 0; i < differences.length; i++) {
            int category = EntropyCoder.category(differences[i]);
            int[] codes = shape.component(i % shape.blocks()) == 0 ? luma.codes() : chroma.codes();
            out.reserve(CODE_AT_MOST);
            out.put(codes[category] + (EntropyCoder.additional(differences[i], category) << 5));
        }
    }
}
