package org.lectern.source;

import org.lectern.blob.Blob;
import org.lectern.core.IiifException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds how long a recording lasts by its headers: FLAC, WAVE and AIFF here, the others by readers of their own. */
final class RecordingHead {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingHead.class);
    private static final int CHUNKS = 1000;

    private final RecordingInput in;

    private RecordingHead(RecordingInput in) {
        this.in = in;
    }

    /** Reads it, whatever the file is called; unknown when it is none of these, or broken. Closes the blob. */
    static Playing read(Blob blob) {
        try (blob) {
            return new RecordingHead(new RecordingInput(blob)).read();
        } catch (IiifException.Broken e) {
            LOG.debug("how long {} lasts is not known: {}", blob.name(), e.getMessage());
            return Playing.UNKNOWN;
        }
    }

    private Playing read() {
        String head = in.text(0, 12);
        if (head.startsWith("fLaC")) {
            return flac(4);
        }
        if (head.startsWith("RIFF") && head.endsWith("WAVE")) {
            return wave();
        }
        if (head.startsWith("FORM") && head.startsWith("AIF", 8)) {
            return aiff();
        }
        if (head.startsWith("OggS")) {
            return OggHead.read(in);
        }
        if (head.startsWith("\u001aE\u00df\u00a3")) {
            return MatroskaHead.read(in);
        }
        return head.substring(4).matches("(?s)(ftyp|moov|mdat|wide|free|skip).*") ? Mp4Head.read(in) : Mp3Head.read(in);
    }

    /** STREAMINFO is always first: 20 bits of the rate, 8 of channels and depth, 36 of the number of samples. */
    private Playing flac(long at) {
        long rate = in.big(at + 14, 3) >> 4;
        long samples = in.big(at + 17, 5) & 0xf_ffff_ffffL;
        return Playing.of(rate == 0 ? 0 : (double) samples / rate);
    }

    private Playing wave() {
        long bytesASecond = 0;
        long at = 12;
        for (int i = 0; i < CHUNKS && at <= in.length() - 8; i++) {
            long length = in.little(at + 4, 4);
            String type = in.text(at, 4);
            if (type.equals("fmt ")) {
                bytesASecond = in.little(at + 16, 4);
            } else if (type.equals("data")) {
                long there = Math.min(length, in.length() - at - 8);
                return Playing.of(bytesASecond == 0 ? 0 : (double) there / bytesASecond);
            }
            at += 8 + length + (length & 1);
        }
        return Playing.UNKNOWN;
    }

    private Playing aiff() {
        long at = 12;
        for (int i = 0; i < CHUNKS && at <= in.length() - 8; i++) {
            long length = in.big(at + 4, 4);
            if (in.text(at, 4).equals("COMM")) {
                double rate = extended(at + 16);
                return Playing.of(rate > 0 ? in.big(at + 10, 4) / rate : 0);
            }
            at += 8 + length + (length & 1);
        }
        return Playing.UNKNOWN;
    }

    /** A real number of 80 bits. */
    private double extended(long at) {
        int exponent = (int) in.big(at, 2) & 0x7fff;
        return Math.scalb((double) (in.big(at + 2, 8) >>> 1), exponent - 16383 - 62);
    }
}
