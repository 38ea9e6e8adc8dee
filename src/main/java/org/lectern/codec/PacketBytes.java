package org.lectern.codec;

import com.github.jaiimageio.jpeg2000.impl.IISRandomAccessIO;
import java.io.EOFException;
import java.io.IOException;
import org.lectern.core.IiifException;

/**
 * A codestream for JJ2000, which reads packet headers, and only them, byte by byte. It does not come
 * back from a header that ends early, nor from 0xFF after 0xFF, which no valid header has: both are
 * stopped here.
 */
final class PacketBytes extends IISRandomAccessIO {

    private final TimedStream in;
    private long fullAt = -2; // position of the last 0xFF

    PacketBytes(TimedStream in) {
        super(in);
        this.in = in;
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
