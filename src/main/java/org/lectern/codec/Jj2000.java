package org.lectern.codec;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReadParamJava;
import java.io.IOException;
import jj2000.j2k.codestream.HeaderInfo;
import jj2000.j2k.codestream.reader.BitstreamReaderAgent;
import jj2000.j2k.decoder.DecoderSpecs;
import jj2000.j2k.image.DataBlk;
import jj2000.j2k.image.DataBlkFloat;
import jj2000.j2k.image.DataBlkInt;
import jj2000.j2k.util.FacilityManager;
import jj2000.j2k.util.MsgLogger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decoding chain of JJ2000 (inside jai-imageio-jpeg2000) up to the inverse wavelet transform. Its
 * last steps, component transform and level shift, are done here: JJ2000 truncates where the standard
 * rounds, and wants all components of one size.
 */
final class Jj2000 {

    private static final Logger LOG = LoggerFactory.getLogger(Jj2000.class);

    private final TimedStream in;
    private final CodestreamHeader header;
    private final DecoderSpecs specs;
    private final ReducedWavelet wavelet;
    private int tile;

    /** Opens a codestream that begins at the stream's first byte, at a number of halvings. */
    Jj2000(TimedStream in, CodestreamHeader header, int halvings) throws IOException {
        this.in = in;
        this.header = header;
        FacilityManager.registerMsgLogger(null, new Messages());
        J2KImageReadParamJava param = new J2KImageReadParamJava();
        param.setResolution(header.decompositions() - halvings);
        PacketBytes bytes = new PacketBytes(in);
        HeaderInfo info = new HeaderInfo();
        TileHeaders decoder = new TileHeaders(bytes, param, info, header);
        bytes.completeWhen(() -> decoder.seen(tile));
        specs = decoder.getDecoderSpecs();
        int[] depths = new int[header.components().length];
        for (int i = 0; i < depths.length; i++) {
            depths[i] = decoder.getOriginalBitDepth(i);
        }
        BitstreamReaderAgent packets = BitstreamReaderAgent.createInstance(bytes, decoder, param, specs, false, info);
        var blocks = decoder.createEntropyDecoder(packets, param);
        var regions = decoder.createROIDeScaler(blocks, param, specs);
        wavelet = new ReducedWavelet(decoder.createDequantizer(regions, depths, specs), specs, packets.getImgRes());
    }

    /** Goes to a tile. */
    void open(int column, int row) {
        in.check();
        tile = row * header.tiles().width() + column;
        wavelet.setTile(column, row);
    }

    /** Columns of a component in the tile that is open. */
    int width(int component) {
        return wavelet.getTileCompWidth(tile, component);
    }

    /** Rows of a component in the tile that is open. */
    int height(int component) {
        return wavelet.getTileCompHeight(tile, component);
    }

    /** Whether the first three components of the tile are transformed together. */
    boolean mixed() {
        return header.components().length >= 3 && (Integer) specs.cts.getTileDef(tile) == 1;
    }

    /** Whether the tile is coded without loss. */
    boolean reversible() {
        return specs.wfs.isReversible(tile, 0);
    }

    /** A row of a component, columns from 0 on, before component transform and level shift. */
    void row(int component, int row, float[] into) {
        in.check();
        int width = width(component);
        DataBlk block = wavelet.getInternCompData(new DataBlkInt(0, row, width, 1), component);
        if (block instanceof DataBlkFloat floats) {
            System.arraycopy(floats.getDataFloat(), floats.offset, into, 0, width);
            return;
        }
        int[] ints = ((DataBlkInt) block).getDataInt();
        for (int i = 0; i < width; i++) {
            into[i] = ints[block.offset + i]; // exact up to 24 bits, more than anything decoded keeps
        }
    }

    /** What JJ2000 would print. */
    private static final class Messages implements MsgLogger {
        @Override
        public void printmsg(int severity, String message) {
            Jj2000.LOG.debug("{}", message);
        }

        @Override
        public void println(String text, int firstIndent, int indent) {
            Jj2000.LOG.debug("{}", text);
        }

        @Override
        public void flush() {
            // nothing is held back
        }
    }
}
