/**
 * Wiring and the configuration file. Entry type: {@code Application}.
 *
 * <p>Imports: core, cache, image, presentation, blob, pixels, pdf, tiff, transform, source, codec, render, service, web.
 */
package org.lectern.app;
