/**
 * Pixels to pixels: pure steps and the chain they form. Entry type: {@link org.lectern.transform.Chain}.
 *
 * <p>A new operation is a {@code Step} with its place in {@code Chain.of}; its test shows a matrix of pixels and that
 * the argument is left alone.
 *
 * <p>Imports: core, image, pixels.
 */
package org.lectern.transform;
