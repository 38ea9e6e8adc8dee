package org.lectern.codec;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.lectern.blob.BlobStream;
import org.lectern.core.IiifException;

/** The unfiltered rows of a PNG file, or of one pass of it, one after the other. */
final class PngRows implements AutoCloseable {

    private final Inflater inflater = new Inflater();
    private final InputStream inflated;

    /** From the first IDAT chunk on. */
    PngRows(BlobStream in, long dataAt) throws IOException {
        in.seek(dataAt);
        inflated = new InflaterInputStream(new DataChunks(in), inflater, 1 << 14);
    }

    /** Rows of one size. */
    final class Pass {
        private final int step;
        private byte[] row;
        private byte[] above;

        Pass(int rowBytes, int pixelBytes) {
            step = pixelBytes;
            row = new byte[rowBytes];
            above = new byte[rowBytes];
        }

        /** The next row; valid until the next call. */
        byte[] next() throws IOException {
            byte[] last = row;
            row = above;
            above = last;
            int filter = inflated.read();
            if (filter < 0 || inflated.readNBytes(row, 0, row.length) < row.length) {
                throw new IiifException.Broken("The PNG file is broken: it ends before its last row.");
            }
            unfilter(filter);
            return row;
        }

        private void unfilter(int filter) {
            switch (filter) {
                case 0 -> { }
                case 1 -> sub();
                case 2 -> up();
                case 3 -> average();
                case 4 -> paeth();
                default -> throw new IiifException.Broken("The PNG file is broken: filter " + filter
                        + " does not exist.");
            }
        }

        private void sub() {
            for (int i = step; i < row.length; i++) {
                row[i] += row[i - step];
            }
        }

        private void up() {
            for (int i = 0; i < row.length; i++) {
                row[i] += above[i];
            }
        }

        private void average() {
            for (int i = 0; i < row.length; i++) {
                int left = i < step ? 0 : row[i - step] & 0xff;
                row[i] += (byte) (left + (above[i] & 0xff) >> 1);
            }
        }

        private void paeth() {
            for (int i = 0; i < Math.min(step, row.length); i++) {
                row[i] += above[i];
            }
            for (int i = step; i < row.length; i++) {
                row[i] += nearest(row[i - step] & 0xff, above[i] & 0xff, above[i - step] & 0xff);
            }
        }

        private static byte nearest(int left, int up, int corner) {
            int toLeft = Math.abs(up - corner);
            int toUp = Math.abs(left - corner);
            int toCorner = Math.abs(left + up - 2 * corner);
            if (toLeft <= toUp && toLeft <= toCorner) {
                return (byte) left;
            }
            return (byte) (toUp <= toCorner ? up : corner);
        }
    }

    @Override
    public void close() throws IOException {
        inflated.close();
        inflater.end();
    }

    /** The contents of consecutive IDAT chunks. */
    private static final class DataChunks extends InputStream {
        private final BlobStream in;
        private long left;

        DataChunks(BlobStream in) throws IOException {
            this.in = in;
            open();
        }

        private boolean open() throws IOException {
            long length = in.readUnsignedInt();
            left = in.readInt() == PngHeader.IDAT ? length : -1;
            return left >= 0;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            while (left == 0) {
                in.skipBytes(4);
                open();
            }
            if (left < 0) {
                return -1;
            }
            int n = in.read(into, from, (int) Math.min(count, left));
            left -= Math.max(0, n);
            return n;
        }
    }
}
