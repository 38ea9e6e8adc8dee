/**
 * The use cases: image, manifest, listing, item. Each ends in an {@link org.lectern.service.Answer}.
 * All reach the sources through {@link org.lectern.service.Library}, where access is decided, and
 * build every URL with {@link org.lectern.service.Links}.
 *
 * <p>Imports: core, cache, image, presentation, blob, text, pdf, codec, source, search, render.
 */
package org.lectern.service;
