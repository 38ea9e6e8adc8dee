/**
 * Pixels to pixels: pure steps and the chain they form. Entry type: {@code Chain}.
 *
 * <p>Imports: core, image, pixels.
 */
package org.lectern.transform;
