package org.lectern.jpeg2000;

import org.lectern.core.IiifException;

/** The sentences in which this room refuses a file. */
final class Faults {

    private Faults() {}

    /** With what is wrong: "a tile-part begins behind the end". */
    static IiifException.Broken broken(String what) {
        return new IiifException.Broken("The JPEG 2000 file is broken: " + what + ".");
    }

    /** With what is too much: "a tile has 9000000 precincts". */
    static IiifException.TooLarge tooLarge(String what) {
        return new IiifException.TooLarge("The JPEG 2000 file asks for too much: " + what + ".");
    }

    /** With what is not read, and what is. */
    static IiifException.Unsupported unsupported(String what) {
        return new IiifException.Unsupported(what + ".");
    }
}
