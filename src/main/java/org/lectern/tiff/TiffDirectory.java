package org.lectern.tiff;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalDouble;
import org.lectern.core.Dimensions;
import org.lectern.core.IiifException;

/**
 * One image file directory: a picture's size, layout and tags. Values are read from the blob when
 * they are asked for, so it is of use only while the blob is open. For one thread.
 */
public final class TiffDirectory {

    private static final int MAX_SAMPLES = 1024;

    private final TiffInput in;
    private final Map<Integer, TiffField> fields;
    private final Dimensions size;
    private final Dimensions chunk;
    private final int samples;

    TiffDirectory(TiffInput in, Map<Integer, TiffField> fields) {
        this.in = in;
        this.fields = Map.copyOf(fields);
        this.size = new Dimensions(side(TiffTag.WIDTH, 0), side(TiffTag.HEIGHT, 0));
        this.samples = (int) number(TiffTag.SAMPLES, has(TiffTag.BITS) ? fields.get(TiffTag.BITS).count() : 1);
        if (samples < 1 || samples > MAX_SAMPLES) {
            throw new IiifException.Broken("The TIFF file is broken: a picture of " + samples + " samples a pixel.");
        }
        this.chunk = tiled()
                ? new Dimensions(side(TiffTag.TILE_WIDTH, 0), side(TiffTag.TILE_HEIGHT, 0))
                : new Dimensions(size.width(), rowsPerStrip());
    }

    private int rowsPerStrip() {
        long rows = number(TiffTag.ROWS_PER_STRIP, size.height());
        return rows < 1 || rows > size.height() ? size.height() : (int) rows;
    }

    private int side(int tag, long fallback) {
        long value = number(tag, fallback);
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new IiifException.Broken("The TIFF file is broken: tag " + tag
                    + ", a width or height, is " + Long.toUnsignedString(value) + ".");
        }
        return (int) value;
    }

    /** The stored size, before its orientation is applied. */
    public Dimensions size() {
        return size;
    }

    /** Whether it is stored in tiles, not strips. */
    public boolean tiled() {
        return has(TiffTag.TILE_WIDTH) && has(TiffTag.TILE_OFFSETS);
    }

    /** Size of a stored piece: a tile (edge tiles are as large), or a strip (the last may be lower). */
    public Dimensions chunk() {
        return chunk;
    }

    /** Samples a pixel, extra samples included. */
    public int samples() {
        return samples;
    }

    /** Bits of a sample; files that give fewer values than samples mean the first for all. */
    public int bits(int sample) {
        return (int) indexed(TiffTag.BITS, sample, 1);
    }

    /** 1 unsigned, 2 signed, 3 floating point. */
    public int sampleFormat(int sample) {
        return (int) indexed(TiffTag.SAMPLE_FORMAT, sample, 1);
    }

    /** PhotometricInterpretation; 0, white is zero, where a bilevel file leaves it out. */
    public int photometric() {
        return (int) number(TiffTag.PHOTOMETRIC, samples >= 3 ? 2 : 0);
    }

    /** Compression; 1 for none. */
    public int compression() {
        return (int) number(TiffTag.COMPRESSION, 1);
    }

    /** Whether every sample has a plane of its own. */
    public boolean planar() {
        return samples > 1 && number(TiffTag.PLANAR, 1) == 2;
    }

    /** 1 to 8, as in EXIF; 1 for what is none of them. */
    public int orientation() {
        long value = number(TiffTag.ORIENTATION, 1);
        return value >= 1 && value <= 8 ? (int) value : 1;
    }

    /** Dots an inch, when the file tells it with a unit. */
    public OptionalDouble dpi() {
        double resolution = real(TiffTag.X_RESOLUTION, 0, 0);
        long unit = number(TiffTag.RESOLUTION_UNIT, 2);
        if (!(resolution > 0) || Double.isInfinite(resolution) || unit < 2 || unit > 3) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(unit == 3 ? resolution * 2.54 : resolution);
    }

    /** Whether it says of itself that it is a reduced version of another. */
    public boolean reduced() {
        return (number(TiffTag.NEW_SUBFILE_TYPE, 0) & 1) != 0 || number(TiffTag.SUBFILE_TYPE, 1) == 2;
    }

    /** Whether it is a transparency mask. */
    public boolean mask() {
        return (number(TiffTag.NEW_SUBFILE_TYPE, 0) & 4) != 0 || photometric() == 4;
    }

    /** Whether numbers have their most significant byte first. */
    public boolean bigEndian() {
        return in.bigEndian();
    }

    /** Whether the tag is there, with a value. */
    public boolean has(int tag) {
        return fields.containsKey(tag);
    }

    /** How many values a tag has. */
    public long count(int tag) {
        return has(tag) ? fields.get(tag).count() : 0;
    }

    /** First value of a tag. */
    public long number(int tag, long fallback) {
        return number(tag, 0, fallback);
    }

    /** One value of a tag, or the fallback when there are not so many. */
    public long number(int tag, long index, long fallback) {
        return index < count(tag) ? fields.get(tag).number(in, index) : fallback;
    }

    /** One value of a tag as a real number, or the fallback. */
    public double real(int tag, long index, double fallback) {
        return index < count(tag) ? fields.get(tag).real(in, index) : fallback;
    }

    /** The raw bytes of a tag; none when there is no such tag or it has more than {@code most}. */
    public byte[] bytes(int tag, int most) {
        if (!has(tag)) {
            return new byte[0];
        }
        TiffField field = fields.get(tag);
        long length = field.count() * TiffField.bytes(field.type());
        return length > most ? new byte[0] : in.bytes(field.at(), (int) length);
    }

    /** The first characters of a text. */
    String text(int tag, int most) {
        if (!has(tag)) {
            return "";
        }
        TiffField field = fields.get(tag);
        return new String(in.bytes(field.at(), (int) Math.min(most, field.count())), StandardCharsets.ISO_8859_1);
    }

    /** Number of stored pieces a plane, as the size asks for. */
    public long chunks() {
        return (long) across() * down();
    }

    /** Pieces in a row. */
    public int across() {
        return (size.width() - 1) / chunk.width() + 1;
    }

    /** Rows of pieces. */
    public int down() {
        return (size.height() - 1) / chunk.height() + 1;
    }

    /** Position of a piece in the file; 0 for one that is left out (sparse files). */
    public long chunkAt(long index) {
        return number(tiled() ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS, index, 0);
    }

    /** Stored bytes of a piece, within the file; up to its end when the file does not tell. */
    public long chunkLength(long index) {
        long rest = Math.max(0, in.length() - chunkAt(index));
        long told = number(tiled() ? TiffTag.TILE_LENGTHS : TiffTag.STRIP_LENGTHS, index, rest);
        return told < 0 ? rest : Math.min(told, rest);
    }

    /** Length of the whole file. */
    public long fileLength() {
        return in.length();
    }

    /** Stored bytes from a position. */
    public byte[] stored(long at, int count) {
        return in.bytes(at, count);
    }

    private long indexed(int tag, int index, long fallback) {
        return count(tag) > index ? number(tag, index, fallback) : number(tag, fallback);
    }
}
