package org.lectern.jpeg2000;

/**
 * The markers of a codestream by their code.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, Table A.2</a>
 */
final class Markers {

    /** Start of codestream. */
    static final int SOC = 0xff4f;
    /** Extended capabilities (Part 15 above all). */
    static final int CAP = 0xff50;
    /** Image and tile size. */
    static final int SIZ = 0xff51;
    /** Coding style default. */
    static final int COD = 0xff52;
    /** Coding style of a component. */
    static final int COC = 0xff53;
    /** Lengths of tile-parts. */
    static final int TLM = 0xff55;
    /** Packet lengths of a tile-part. */
    static final int PLT = 0xff58;
    /** Quantisation default. */
    static final int QCD = 0xff5c;
    /** Quantisation of a component. */
    static final int QCC = 0xff5d;
    /** Region of interest. */
    static final int RGN = 0xff5e;
    /** Change of progression. */
    static final int POC = 0xff5f;
    /** Packed packet headers of all tile-parts. */
    static final int PPM = 0xff60;
    /** Packed packet headers of a tile-part. */
    static final int PPT = 0xff61;
    /** Start of tile-part. */
    static final int SOT = 0xff90;
    /** Start of data. */
    static final int SOD = 0xff93;
    /** End of codestream. */
    static final int EOC = 0xffd9;

    private static final int FIRST_BARE = 0xff30;
    private static final int LAST_BARE = 0xff3f;
    private static final int FIRST_OF_PART_2 = 0xff70; // DCO, then VMS, DFS, ADS, MCT, MCC, NLT, MCO, CBD
    private static final int LAST_OF_PART_2 = 0xff79; // ATK

    private Markers() {}

    /** Whether it is a code of a marker at all. */
    static boolean is(int marker) {
        return marker > 0xff00 && marker < 0xffff;
    }

    /** Whether no length follows it, though nobody has said what it means. */
    static boolean isBare(int marker) {
        return marker >= FIRST_BARE && marker <= LAST_BARE;
    }

    /** The standard's word for a segment that tells of the coding. */
    static String name(int marker) {
        return switch (marker) {
            case COD -> "COD";
            case COC -> "COC";
            case QCD -> "QCD";
            case QCC -> "QCC";
            case RGN -> "RGN";
            case POC -> "POC";
            default -> "segment " + Integer.toHexString(marker);
        };
    }

    /** Refuses what changes how samples are decoded (T.801): leaving it out would show a wrong picture. */
    static void refuseExtension(int marker) {
        if (marker >= FIRST_OF_PART_2 && marker <= LAST_OF_PART_2) {
            throw Faults.unsupported("JPEG 2000 with the extension " + Integer.toHexString(marker)
                    + " of Part 2 is not read; JPEG 2000 Part 1 is");
        }
    }

    /** Refuses Part 15. */
    static void refuseHighThroughput(boolean told) {
        if (told) {
            throw Faults.unsupported(
                    "High-throughput JPEG 2000 (HTJ2K, Part 15) is not read; JPEG 2000 Part 1 is");
        }
    }
}
