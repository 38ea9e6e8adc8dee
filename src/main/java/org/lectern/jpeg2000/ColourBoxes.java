package org.lectern.jpeg2000;

import java.util.Optional;
import java.util.Set;

/**
 * The colour specification boxes: the first that is understood counts; without one, the first that names a colour
 * space at all.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.800">ITU-T T.800, I.5.3.3</a>
 */
final class ColourBoxes {

    /** More than any profile of a real file; a larger one is as if it were not there. */
    static final int MOST_PROFILE_BYTES = 4 << 20;

    private static final int LEAST_PROFILE_BYTES = 128; // its header
    private static final int ENUMERATED = 1;
    private static final int RESTRICTED_PROFILE = 2;
    private static final int ANY_PROFILE = 3; // of JPX
    private static final int FIELDS = 3; // method, precedence, approximation: one byte each
    private static final Set<Integer> UNDERSTOOD = Set.of(12, CieLab.SPACE, 16, 17, 18);

    private Optional<Jp2File.Colour> understood = Optional.empty();
    private Optional<Jp2File.Colour> named = Optional.empty();

    /** Takes the next box; one that is cut short or of an unknown method says nothing. Nobody looks into a profile. */
    void add(Content in) {
        if (understood.isPresent() || in.remaining() < FIELDS) {
            return;
        }
        int method = in.u8();
        in.u16();
        if (method == ENUMERATED && in.remaining() >= 4) {
            enumerated((int) in.u32(), in);
        } else if ((method == RESTRICTED_PROFILE || method == ANY_PROFILE)
                && in.remaining() >= LEAST_PROFILE_BYTES
                && in.remaining() <= MOST_PROFILE_BYTES) {
            understood = Optional.of(new Jp2File.Colour.Profile(in.rest()));
        }
    }

    private void enumerated(int space, Content parameters) {
        Optional<Jp2File.Colour> colour = Optional.of(
                space == CieLab.SPACE ? CieLab.read(parameters) : new Jp2File.Colour.Enumerated(space));
        named = named.or(() -> colour);
        understood = UNDERSTOOD.contains(space) ? colour : Optional.empty();
    }

    Jp2File.Colour colour() {
        return understood.or(() -> named).orElseGet(Jp2File.Colour.Unknown::new);
    }
}
