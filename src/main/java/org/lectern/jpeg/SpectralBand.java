package org.lectern.jpeg;

/**
 * One scan of some AC coefficients of one component, whose blocks come in the order of MCUs and leave row by row.
 *
 * @see "T.81 A.2.2, G.1.2"
 */
final class SpectralBand {

    private final int[][] scan;
    private final int component;
    private final int first;
    private final int last;
    private final long mask;
    private final ScanSymbols symbols = new ScanSymbols();
    private final ScanSymbols lower = new ScanSymbols(); // the second row of blocks of a row of MCUs

    /** Of the coefficients from {@code first} to {@code last} in the order of the scan, 1 to 63. */
    SpectralBand(int[][] scan, int component, int first, int last) {
        this.scan = scan;
        this.component = component;
        this.first = first;
        this.last = last;
        this.mask = -1L >>> 63 - last & -1L << first;
    }

    int component() {
        return component;
    }

    /** Takes one block, of the upper or the lower row of blocks in its row of MCUs. */
    void take(int lane, long notZero, boolean inLowerRow) {
        ScanSymbols into = inLowerRow ? lower : symbols;
        int before = first - 1;
        for (long rest = notZero & mask; rest != 0; rest &= rest - 1) {
            int k = Long.numberOfTrailingZeros(rest);
            into.add(k - before - 1, scan[k][lane]);
            before = k;
        }
        if (before < last) {
            into.end(1);
        }
    }

    /** A row of MCUs is complete. */
    void endRow() {
        symbols.take(lower);
    }

    /** Writes the scan behind its table. */
    void write(BitWriter out) {
        HuffmanTable table = symbols.table();
        out.end(Headers.acScan(component, first, last, table));
        symbols.write(table, out);
    }
}
