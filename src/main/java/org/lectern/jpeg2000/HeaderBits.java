package org.lectern.jpeg2000;

/**
 * The bits of packet headers: most significant first, and after a byte of 0xFF only seven. Behind the last byte all
 * bits are zero. For one thread.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, B.10.1</a>
 */
final class HeaderBits {

    private CodedBytes bytes = CodedBytes.of(new byte[0]);
    private int register;
    private int left;
    private boolean stuffed;
    private boolean exhausted;

    /** At a header's first byte, which is the next of these. */
    void begin(CodedBytes header) {
        bytes = header;
        left = 0;
        stuffed = false;
        exhausted = false;
    }

    int bit() {
        if (left == 0) {
            load();
        }
        return register >> --left & 1;
    }

    /** The next bits as a number; at most 31. */
    int bits(int count) {
        int value = 0;
        int missing = count;
        while (missing > left) {
            value = value << left | register & (1 << left) - 1;
            missing -= left;
            load();
        }
        left -= missing;
        return value << missing | register >> left & (1 << missing) - 1;
    }

    /** Behind a header's last bit: the rest of its byte is padding, and a stuffed byte follows 0xFF. */
    void finish() {
        if (stuffed) {
            load();
        }
        left = 0;
    }

    /** Whether bits were asked for that there are not. */
    boolean exhausted() {
        return exhausted;
    }

    private void load() {
        int next = bytes.read();
        exhausted |= next < 0;
        register = Math.max(0, next);
        left = stuffed ? 7 : 8;
        stuffed = register == 0xff;
    }
}
