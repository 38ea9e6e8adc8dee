package org.lectern.jpeg2000;

import java.util.List;

/**
 * All that main header and tile-part headers say of the coding of one tile, with precedence resolved (tile COC over
 * tile COD over main COC over main COD, and likewise for QCD and RGN). Immutable.
 *
 * @param layers 1 to 65 535
 * @param componentTransform whether components 0 to 2 are transformed together
 * @param sop whether packets may begin with an SOP marker segment
 * @param eph whether packet headers end with an EPH marker
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

    TileCoding {
        components = List.copyOf(components);
        quantization = List.copyOf(quantization);
        regionShift = List.copyOf(regionShift);
        order = List.copyOf(order);
    }
}
