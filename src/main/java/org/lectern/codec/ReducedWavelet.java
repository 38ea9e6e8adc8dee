package org.lectern.codec;

import jj2000.j2k.decoder.DecoderSpecs;
import jj2000.j2k.wavelet.synthesis.CBlkWTDataSrcDec;
import jj2000.j2k.wavelet.synthesis.InvWTFull;

/**
 * JJ2000's inverse wavelet with a buffer no larger than the resolution that is built. JJ2000 itself
 * takes one as large as the tile at full resolution, also for a thumbnail: the subbands of the lower
 * resolutions lie in its top left corner, and the rest is never touched.
 */
final class ReducedWavelet extends InvWTFull {

    ReducedWavelet(CBlkWTDataSrcDec source, DecoderSpecs specs) {
        super(source, specs);
    }

    @Override
    public int getTileCompWidth(int tile, int component) {
        return mressrc.getTileCompWidth(tile, component, resolution(tile, component));
    }

    @Override
    public int getTileCompHeight(int tile, int component) {
        return mressrc.getTileCompHeight(tile, component, resolution(tile, component));
    }

    /** A tile-component may have more decompositions than the least of the image, by which resolutions are counted. */
    private int resolution(int tile, int component) {
        return Math.max(0, mressrc.getSynSubbandTree(tile, component).resLvl - maxImgRes + reslvl);
    }
}
