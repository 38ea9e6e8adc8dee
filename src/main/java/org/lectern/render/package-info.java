/**
 * One picture: admission, tiles, chain, encoding. Entry type: {@link org.lectern.render.Renderer}.
 * One answer is a {@code Drawing}: {@code Ladder} lists the resolutions that can be read, {@code Reading} picks one,
 * {@code Tiles} reads it, the chain of room transform works on it, an encoder writes it.
 *
 * <p>Imports: core, image, blob, cache, pixels, codec, transform.
 */
package org.lectern.render;
