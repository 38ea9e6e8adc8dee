/**
 * The use cases: image, manifest, listing, item. Each ends in an {@link org.lectern.service.Answer}.
 *
 * <p>Imports: core, image, presentation, blob, codec, source, render.
 */
package org.lectern.service;
