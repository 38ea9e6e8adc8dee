/**
 * Wiring and the configuration file. Entry type: {@link org.lectern.app.Application}.
 *
 * <p>To add a setting: a component in a record of {@code Config}, a line in {@code ConfigReader}, a
 * paragraph in {@code conf/lectern.properties}; {@code ConfDocsTest} compares the two.
 *
 * <p>Imports: core, cache, image, presentation, blob, text, pixels, pdf, tiff, jpeg2000, transform, source, search,
 * codec, render, service, web.
 */
package org.lectern.app;
