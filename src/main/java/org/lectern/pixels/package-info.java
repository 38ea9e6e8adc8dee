/**
 * The one form in which decoded pixels travel between rooms: see {@link org.lectern.pixels.Pixels}.
 *
 * <p>Imports: core.
 */
package org.lectern.pixels;
