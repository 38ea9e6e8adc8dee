package org.lectern.codec;

import java.util.Vector;
import jj2000.j2k.codestream.ProgressionType;
import jj2000.j2k.decoder.DecoderSpecs;
import org.lectern.core.IiifException;

/**
 * How much a tile makes JJ2000 hold and walk through before the first sample is decoded. A few bytes of
 * header can ask for more than any picture needs: precincts of one sample, layers by the ten thousand for
 * blocks of 4 × 4, thousands of progression changes over all of it.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, annexes A and B</a>
 */
final class TileWork {

    private static final int MAX_LEVELS = 30; // JJ2000 counts in 32 bits
    private static final int JJ2000_WHOLE = 0xffff; // its size of a precinct that is not told
    private static final int WHOLE = 1 << 15;
    private static final long FREE_PRECINCTS = 20_000;
    private static final long SAMPLES_A_PRECINCT = 128 * 128;
    private static final long FREE_BLOCKS = 100_000;
    private static final long SAMPLES_A_BLOCK = 32 * 32;
    private static final long FREE_LAYERED_BLOCKS = 1_000_000;
    private static final long SAMPLES_A_LAYERED_BLOCK = 128;
    private static final long MOST_STEPS = 100_000_000;
    private static final int[] START_AND_END = {0, 3, 1, 4}; // of resolutions and of components, in a change

    private final CodestreamHeader header;
    private final DecoderSpecs specs;
    private final int tile;
    private final CodestreamHeader.Area area;
    private final int layers;
    private long samples;
    private long precincts;
    private long blocks;
    private int levels;
    private long stepX = WHOLE;
    private long stepY = WHOLE;

    TileWork(CodestreamHeader header, DecoderSpecs specs, int tile) {
        this.header = header;
        this.specs = specs;
        this.tile = tile;
        area = header.area(tile % header.tiles().width(), tile / header.tiles().width());
        layers = (Integer) specs.nls.getTileDef(tile);
    }

    /**
     * Refuses a tile that asks for too much; cuts its progression changes to what the tile has.
     *
     * @throws IiifException.Unsupported when it does
     */
    void check() {
        for (int c = 0; c < header.components().length; c++) {
            component(c);
        }
        refuse(precincts > FREE_PRECINCTS + samples / SAMPLES_A_PRECINCT, precincts + " precincts");
        refuse(blocks > FREE_BLOCKS + samples / SAMPLES_A_BLOCK, blocks + " code-blocks");
        refuse(blocks * layers > FREE_LAYERED_BLOCKS + samples / SAMPLES_A_LAYERED_BLOCK, blocks + " code-blocks in " + layers + " layers");
        int[][] changes = (int[][]) specs.pcs.getTileDef(tile);
        long steps = 0;
        if (changes == null) {
            steps = steps((Integer) specs.pos.getTileDef(tile), layers, levels + 1, header.components().length);
        } else {
            for (int[] change : changes) {
                cut(change);
                steps += steps(change[5], change[2], Math.max(0, change[3] - change[0]),
                        Math.max(0, change[4] - change[1]));
            }
        }
        refuse(steps > MOST_STEPS, steps + " steps of its progression");
    }

    private static void refuse(boolean tooMuch, String what) {
        if (tooMuch) {
            throw new IiifException.Unsupported(
                    "A tile of the JPEG 2000 codestream has " + what + "; that is more than is read.");
        }
    }

    private void component(int c) {
        int halvings = (Integer) specs.dls.getTileCompVal(tile, c);
        refuse(halvings > MAX_LEVELS, halvings + " decomposition levels");
        levels = Math.max(levels, halvings);
        if (Math.max(header.image().x1(), header.image().y1()) > WHOLE) {
            correctWholePrecincts(c);
        }
        Integer[] block = (Integer[]) specs.cblks.getTileCompVal(tile, c);
        for (int r = 0; r <= halvings; r++) {
            resolution(c, r, halvings - r, block);
        }
    }

    private void resolution(int c, int r, int halvings, Integer[] block) {
        int precinctX = specs.pss.getPPX(tile, c, r);
        int precinctY = specs.pss.getPPY(tile, c, r);
        int factorX = header.components()[c].stepX();
        int factorY = header.components()[c].stepY();
        long x0 = CodestreamHeader.reduced(area.x0(), factorX, halvings);
        long x1 = CodestreamHeader.reduced(area.x1(), factorX, halvings);
        long y0 = CodestreamHeader.reduced(area.y0(), factorY, halvings);
        long y1 = CodestreamHeader.reduced(area.y1(), factorY, halvings);
        samples += (x1 - x0) * (y1 - y0);
        precincts += cells(x0, x1, precinctX) * cells(y0, y1, precinctY);
        blocks += cells(x0, x1, Math.min(block[0], precinctX)) * cells(y0, y1, Math.min(block[1], precinctY));
        stepX = Math.min(stepX, (long) precinctX << halvings);
        stepY = Math.min(stepY, (long) precinctY << halvings);
    }

    private static long cells(long from, long to, int side) {
        return to <= from ? 0 : (to - 1) / side - from / side + 1;
    }

    /** JJ2000 takes a side of 65535 for one of 32768 samples, and so cuts pictures wider than that wrongly. */
    private void correctWholePrecincts(int c) {
        Vector<?>[] sides = (Vector<?>[]) specs.pss.getTileCompVal(tile, c);
        if (sides[0].contains(JJ2000_WHOLE) || sides[1].contains(JJ2000_WHOLE)) {
            specs.pss.setTileCompVal(tile, c, new Vector<?>[] {corrected(sides[0]), corrected(sides[1])});
        }
    }

    private static Vector<Object> corrected(Vector<?> sides) {
        Vector<Object> corrected = new Vector<>(sides);
        corrected.replaceAll(side -> side.equals(JJ2000_WHOLE) ? (Object) WHOLE : side);
        return corrected;
    }

    private void cut(int[] change) {
        change[2] = Math.min(change[2], layers);
        for (int i = 0; i < START_AND_END.length; i++) {
            int most = i < 2 ? levels + 1 : header.components().length;
            change[START_AND_END[i]] = Math.min(change[START_AND_END[i]], most);
        }
    }

    private long steps(int order, int layersRead, int resolutions, int components) {
        boolean byPosition = order != ProgressionType.LY_RES_COMP_POS_PROG
                && order != ProgressionType.RES_LY_COMP_POS_PROG;
        long places = byPosition ? (across(area.x0(), area.x1(), stepX) * across(area.y0(), area.y1(), stepY)) : layersRead;
        return places * resolutions * components + precincts;
    }

    private static long across(long from, long to, long step) {
        return (to - from) / step + 2;
    }
}
