package org.lectern.jpeg2000;

import java.util.List;

/**
 * All that main header and tile-part headers say of the coding of one tile, with precedence resolved (tile COC over
 * tile COD over main COC over main COD, and likewise for QCD and RGN). Immutable.
 *
 * @param layers 1 to 65 535
 * @param componentTransform whether components 0 to 2 are transformed together
 * @param sop whether SOP marker segments may stand before packets
 * @param eph whether EPH markers may stand behind packet headers
 * @param components of each component
 * @param quantization of each component
 * @param regionShift of each component: bits that the region of interest was shifted up by, 0 for none
 * @param order the progressions in turn: one volume by COD, or those of POC
 */
record TileCoding(
        int layers,
        boolean componentTransform,
        boolean sop,
        boolean eph,
        List<ComponentCoding> components,
        List<Quantization> quantization,
        List<Integer> regionShift,
        List<ProgressionChange> order) {

    private static final int CHANGE_BYTES = 40;
    private static final int REFERENCES_BYTES = 12; // to what is told of a component

    TileCoding {
        components = List.copyOf(components);
        quantization = List.copyOf(quantization);
        regionShift = List.copyOf(regionShift);
        order = List.copyOf(order);
    }

    /** Bytes of heap, without what components share. */
    long weight() {
        return 200 + (long) REFERENCES_BYTES * components.size() + (long) CHANGE_BYTES * order.size();
    }
}
