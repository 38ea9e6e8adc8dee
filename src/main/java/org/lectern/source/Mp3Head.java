package org.lectern.source;

/** How long an MP3 lasts: what Xing or VBRI tell in its first frame, else its length at the rate of that frame. */
final class Mp3Head {

    private static final int SEARCHED = 64 << 10; // where the first frame must begin, behind ID3
    private static final int[] RATES_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};
    private static final int[] RATES_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
    private static final int[] SAMPLE_RATES = {44_100, 48_000, 32_000};

    private Mp3Head() {}

    /** The header of a frame. */
    private record Frame(int bits) {
        boolean isOne() {
            return bits >>> 21 == 0x7ff && version() != 1 && (bits >> 17 & 3) == 1 && kilobits() > 0
                    && (bits >> 10 & 3) != 3;
        }

        /** 3 for MPEG 1, 2 for MPEG 2, 0 for 2.5. */
        int version() {
            return bits >> 19 & 3;
        }

        int kilobits() {
            return (version() == 3 ? RATES_1 : RATES_2)[bits >> 12 & 15];
        }

        int sampleRate() {
            return SAMPLE_RATES[bits >> 10 & 3] >> (version() == 3 ? 0 : version() == 2 ? 1 : 2);
        }

        int samples() {
            return version() == 3 ? 1152 : 576;
        }

        int length() {
            return samples() / 8 * 1000 * kilobits() / sampleRate() + (bits >> 9 & 1);
        }

        /** Bytes from the header to where Xing may stand. */
        int xing() {
            boolean isMono = (bits >> 6 & 3) == 3;
            return 4 + (version() == 3 ? isMono ? 17 : 32 : isMono ? 9 : 17);
        }
    }

    static Playing read(RecordingInput in) {
        long start = in.text(0, 3).equals("ID3") ? 10 + syncsafe(in) : 0;
        byte[] bytes = in.bytes(start, SEARCHED);
        for (int i = 0; i < bytes.length - 4; i++) {
            Frame frame = new Frame((int) RecordingInput.big(bytes, i, 4));
            if (frame.isOne() && isFollowed(in, start + i, frame)) {
                return playing(in, start + i, frame);
            }
        }
        return Playing.UNKNOWN;
    }

    /** A second frame where the first one ends, so that what looks like a header by chance does not count. */
    private static boolean isFollowed(RecordingInput in, long at, Frame frame) {
        long next = at + frame.length();
        return next >= in.length() || new Frame((int) in.big(next, 4)).isOne();
    }

    private static long syncsafe(RecordingInput in) {
        long size = 0;
        for (int i = 6; i < 10; i++) {
            size = size << 7 | in.big(i, 1) & 0x7f;
        }
        return size;
    }

    private static Playing playing(RecordingInput in, long at, Frame frame) {
        double each = (double) frame.samples() / frame.sampleRate();
        String xing = in.text(at + frame.xing(), 4);
        boolean isCounted = (in.big(at + frame.xing() + 4, 4) & 1) != 0;
        if ((xing.equals("Xing") || xing.equals("Info")) && isCounted) {
            return Playing.of(in.big(at + frame.xing() + 8, 4) * each);
        }
        if (in.text(at + 36, 4).equals("VBRI")) {
            return Playing.of(in.big(at + 36 + 14, 4) * each);
        }
        return Playing.of((in.length() - at) * 8 / (1000.0 * frame.kilobits()));
    }
}
