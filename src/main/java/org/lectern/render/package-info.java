/**
 * One picture: admission, tiles, chain, encoding. Entry type: {@link org.lectern.render.Renderer}.
 *
 * <p>Imports: core, image, blob, cache, pixels, codec, transform.
 */
package org.lectern.render;
