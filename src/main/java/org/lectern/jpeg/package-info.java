/**
 * Writes JPEG: colour transform, forward DCT, quantisation, Huffman codes, of many blocks at a time.
 * Enter by {@link org.lectern.jpeg.BaselineEncoder} or {@link org.lectern.jpeg.ProgressiveEncoder}. The words are those of ITU-T T.81 and T.871 (JFIF).
 *
 * <p>Imports: core.
 */
package org.lectern.jpeg;
