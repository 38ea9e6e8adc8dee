package org.lectern.source;

import java.util.Optional;
import org.lectern.core.Dimensions;

/** How long an Ogg file lasts: the last time that its first stream of sound, else of pictures, tells. */
final class OggHead {

    private static final int STREAMS = 16;
    private static final int TAIL = 128 << 10; // two pages of the longest
    private static final int OPUS_RATE = 48_000;

    private final RecordingInput in;
    private Optional<Dimensions> size = Optional.empty();
    private Stream sound = Stream.NONE;
    private Stream pictures = Stream.NONE;

    private OggHead(RecordingInput in) {
        this.in = in;
    }

    /**
     * One stream.
     *
     * @param serial its number
     * @param rate ticks a second; 0 for no stream
     * @param skipped ticks before the beginning
     * @param shift bits of a tick below those that count key frames; 0 for sound
     */
    private record Stream(long serial, double rate, long skipped, int shift) {
        static final Stream NONE = new Stream(0, 0, 0, 0);

        double seconds(long granule) {
            long ticks = shift == 0 ? granule : (granule >>> shift) + (granule & (1L << shift) - 1);
            return (ticks - skipped) / rate;
        }
    }

    static Playing read(RecordingInput in) {
        OggHead head = new OggHead(in);
        head.streams();
        Stream stream = head.sound.rate() > 0 ? head.sound : head.pictures;
        return new Playing(stream.rate() > 0 ? head.end(stream) : 0, head.size);
    }

    private void streams() {
        long at = 0;
        for (int i = 0; i < STREAMS && in.text(at, 4).equals("OggS") && (in.big(at + 5, 1) & 2) != 0; i++) {
            int segments = (int) in.big(at + 26, 1);
            byte[] lacing = in.bytes(at + 27, segments);
            long length = 0;
            for (byte lace : lacing) {
                length += lace & 0xff;
            }
            packet(at + 27 + segments, in.little(at + 14, 4));
            at += 27 + segments + length;
        }
    }

    private void packet(long at, long serial) {
        String head = in.text(at, 8);
        if (head.startsWith("\u0001vorbis") && sound.rate() == 0) {
            sound = new Stream(serial, in.little(at + 12, 4), 0, 0);
        } else if (head.equals("OpusHead") && sound.rate() == 0) {
            sound = new Stream(serial, OPUS_RATE, in.little(at + 10, 2), 0);
        } else if (head.startsWith("\u007fFLAC") && sound.rate() == 0) {
            sound = new Stream(serial, in.big(at + 13 + 14, 3) >> 4, 0, 0);
        } else if (head.startsWith("\u0080theora") && pictures.rate() == 0) {
            size = Playing.size(in.big(at + 14, 3), in.big(at + 17, 3));
            double rate = (double) in.big(at + 22, 4) / Math.max(1, in.big(at + 26, 4));
            pictures = new Stream(serial, rate, 0, (int) in.big(at + 40, 2) >> 5 & 31);
        }
    }

    private double end(Stream stream) {
        long from = Math.max(0, in.length() - TAIL);
        byte[] tail = in.bytes(from, (int) (in.length() - from));
        for (int i = tail.length - 27; i >= 0; i--) {
            boolean isPage = tail[i] == 'O' && tail[i + 1] == 'g' && tail[i + 2] == 'g' && tail[i + 3] == 'S';
            long granule = isPage ? RecordingInput.little(tail, i + 6, 8) : 0;
            if (granule > 0 && RecordingInput.little(tail, i + 14, 4) == stream.serial()) {
                return stream.seconds(granule);
            }
        }
        return 0;
    }
}
