/**
 * The words of the IIIF Image API: pure, immutable data that parses itself, resolves itself and
 * prints itself. Entry types: {@link org.lectern.image.ImageRequest}, {@link org.lectern.image.Plan}.
 *
 * <p>Imports: core.
 */
package org.lectern.image;
