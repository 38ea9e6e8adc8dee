/**
 * Reads JPEG 2000 Part 1 at random: headers, an index of packets, code-blocks, wavelet windows, samples.
 * Enter by {@link org.lectern.jpeg2000.Jpeg2000Reader}; what a file says of its colours is in
 * {@link org.lectern.jpeg2000.Jp2File}. The words are those of ITU-T T.800.
 * Imports: core, blob, cache.
 */
package org.lectern.jpeg2000;
