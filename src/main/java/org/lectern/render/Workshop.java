package org.lectern.render;

import org.lectern.cache.SingleFlight;
import org.lectern.transform.Look;
import org.lectern.transform.Profiles;

/**
 * What all answers in the making share.
 *
 * @param admission lets work in
 * @param tiles kept pixels
 * @param decoding levels being decoded as a whole just now
 * @param profiles conversions to sRGB
 * @param look the administrator's
 */
record Workshop(Admission admission, Tiles tiles, SingleFlight<String, byte[]> decoding, Profiles profiles, Look look) {}
