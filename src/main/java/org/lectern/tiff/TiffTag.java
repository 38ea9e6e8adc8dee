package org.lectern.tiff;

/** Numbers of the TIFF tags that matter for reading pictures. */
public final class TiffTag {

    /** NewSubfileType: bit 0 reduced, bit 1 page, bit 2 mask. */
    public static final int NEW_SUBFILE_TYPE = 254;
    /** SubfileType of older files: 1 full, 2 reduced, 3 page. */
    public static final int SUBFILE_TYPE = 255;
    /** ImageWidth. */
    public static final int WIDTH = 256;
    /** ImageLength. */
    public static final int HEIGHT = 257;
    /** BitsPerSample. */
    public static final int BITS = 258;
    /** Compression. */
    public static final int COMPRESSION = 259;
    /** PhotometricInterpretation. */
    public static final int PHOTOMETRIC = 262;
    /** FillOrder: 2 when the first pixel of a byte is in its lowest bit. */
    public static final int FILL_ORDER = 266;
    /** ImageDescription. */
    public static final int DESCRIPTION = 270;
    /** StripOffsets. */
    public static final int STRIP_OFFSETS = 273;
    /** Orientation, as in EXIF. */
    public static final int ORIENTATION = 274;
    /** SamplesPerPixel. */
    public static final int SAMPLES = 277;
    /** RowsPerStrip. */
    public static final int ROWS_PER_STRIP = 278;
    /** StripByteCounts. */
    public static final int STRIP_LENGTHS = 279;
    /** XResolution. */
    public static final int X_RESOLUTION = 282;
    /** PlanarConfiguration: 2 when every sample has its own plane. */
    public static final int PLANAR = 284;
    /** T4Options. */
    public static final int T4_OPTIONS = 292;
    /** T6Options. */
    public static final int T6_OPTIONS = 293;
    /** ResolutionUnit: 2 inch, 3 centimetre. */
    public static final int RESOLUTION_UNIT = 296;
    /** Predictor: 2 horizontal differences, 3 floating point. */
    public static final int PREDICTOR = 317;
    /** ColorMap. */
    public static final int COLOR_MAP = 320;
    /** TileWidth. */
    public static final int TILE_WIDTH = 322;
    /** TileLength. */
    public static final int TILE_HEIGHT = 323;
    /** TileOffsets. */
    public static final int TILE_OFFSETS = 324;
    /** TileByteCounts. */
    public static final int TILE_LENGTHS = 325;
    /** SubIFDs. */
    public static final int SUB_DIRECTORIES = 330;
    /** InkSet: 1 for CMYK. */
    public static final int INK_SET = 332;
    /** ExtraSamples: 0 unspecified, 1 associated alpha, 2 unassociated alpha. */
    public static final int EXTRA_SAMPLES = 338;
    /** SampleFormat: 1 unsigned, 2 signed, 3 floating point. */
    public static final int SAMPLE_FORMAT = 339;
    /** SMinSampleValue. */
    public static final int MIN_VALUE = 340;
    /** SMaxSampleValue. */
    public static final int MAX_VALUE = 341;
    /** JPEGTables. */
    public static final int JPEG_TABLES = 347;
    /** YCbCrCoefficients. */
    public static final int YCBCR_COEFFICIENTS = 529;
    /** YCbCrSubSampling. */
    public static final int YCBCR_SUBSAMPLING = 530;
    /** ReferenceBlackWhite. */
    public static final int REFERENCE_BLACK_WHITE = 532;
    /** The ICC profile. */
    public static final int ICC_PROFILE = 34675;

    private TiffTag() {}
}
