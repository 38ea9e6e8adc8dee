package org.lectern.codec;

import jj2000.j2k.decoder.DecoderSpecs;
import jj2000.j2k.wavelet.synthesis.CBlkWTDataSrcDec;
import jj2000.j2k.wavelet.synthesis.InvWTFull;

/**
 * The inverse wavelet transform of JJ2000, in memory of the resolution that is wanted. JJ2000 alone
 * makes the arrays of a tile as large as at full resolution, whatever is asked of it.
 */
final class ReducedWavelet extends InvWTFull {

    ReducedWavelet(CBlkWTDataSrcDec source, DecoderSpecs specs, int resolution) {
        super(source, specs);
        setImgResLevel(resolution);
    }

    private int level(int tile, int component) {
        return Math.max(0, mressrc.getSynSubbandTree(tile, component).resLvl - (maxImgRes - reslvl));
    }

    @Override
    public int getTileCompWidth(int tile, int component) {
        return mressrc.getTileCompWidth(tile, component, level(tile, component));
    }

    @Override
    public int getTileCompHeight(int tile, int component) {
        return mressrc.getTileCompHeight(tile, component, level(tile, component));
    }
}
