package org.lectern.codec;

import com.github.jaiimageio.jpeg2000.impl.IISRandomAccessIO;
import java.io.EOFException;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.lectern.core.IiifException;

/**
 * A codestream for JJ2000, which reads packet headers, and only them, byte by byte. It does not come
 * back from a header that ends early, nor from 0xFF after 0xFF, which no valid header has: both are
 * stopped here. And it gives up when it looks for one more tile-part where the codestream ends, as it
 * does when tile-parts do not tell their number: it finds the marker of the end there.
 */
final class PacketBytes extends IISRandomAccessIO {

    private static final short END_OF_CODESTREAM = (short) 0xffd9;

    private final TimedStream in;
    private BooleanSupplier complete = () -> false;
    private long fullAt = -2; // position of the last 0xFF

    PacketBytes(TimedStream in) {
        super(in);
        this.in = in;
    }

    @Override
    public short readShort() throws IOException {
        if (in.getStreamPosition() < in.length()) {
            return super.readShort();
        }
        if (!complete.getAsBoolean()) {
            throw new IiifException.Broken("The JPEG 2000 codestream is broken: it ends before its last tile.");
        }
        return END_OF_CODESTREAM;
    }

    /** What tells whether the codestream may end: all that is asked for has been found. */
    void completeWhen(BooleanSupplier found) {
        complete = found;
    }

    @Override
    public void readFully(byte[] into, int from, int count) throws IOException {
        if (in.getStreamPosition() + count > in.length()) { // JJ2000 prints an IOException on the console
            throw new IiifException.Broken("The JPEG 2000 codestream is broken: it ends before its picture.");
        }
        super.readFully(into, from, count);
    }

    @Override
    public int read() throws IOException {
        long at = in.getStreamPosition();
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException("a packet header behind the end");
        }
        if (octet == 0xff) {
            if (fullAt == at - 1) {
                throw new IiifException.Broken("The JPEG 2000 codestream is broken: a packet header makes no sense.");
            }
            fullAt = at;
        }
        return octet;
    }
}
