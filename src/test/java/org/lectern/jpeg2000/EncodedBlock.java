package org.lectern.jpeg2000;

import java.util.Arrays;
import java.util.List;

/** A coded code-block, and how far packets have told of it. */
final class EncodedBlock {

    /** A coding pass: the codeword segment it is in, and the bytes it brings. */
    record Pass(int segment, int bytes) {}

    final int zeroPlanes;
    final byte[] data;
    final List<Pass> passes;
    /** For each pass the layer that brings it; never falling. */
    int[] layers = {};
    private int told;
    private int bytesTold;
    int lengthBits = 3;

    EncodedBlock(int zeroPlanes, byte[] data, List<Pass> passes) {
        this.zeroPlanes = zeroPlanes;
        this.data = data;
        this.passes = List.copyOf(passes);
    }

    /** The layer that includes it first; {@code layers} if none does. */
    int firstLayer(int layers) {
        return passes.isEmpty() ? layers : this.layers[0];
    }

    boolean isTold() {
        return told > 0;
    }

    /** The passes of a layer, which is told next. */
    List<Pass> next(int layer) {
        int from = told;
        while (told < passes.size() && layers[told] == layer) {
            told++;
        }
        return passes.subList(from, told);
    }

    /** The bytes of these passes, which are told next. */
    byte[] bytes(List<Pass> next) {
        int from = bytesTold;
        bytesTold += next.stream().mapToInt(Pass::bytes).sum();
        return Arrays.copyOfRange(data, from, bytesTold);
    }
}
