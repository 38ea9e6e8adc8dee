/**
 * The words of the IIIF Presentation API: one model, one writer for each version. Entry types:
 * {@code Manifest}, {@code Collection}, {@code Documents}.
 *
 * <p>Imports: core.
 */
package org.lectern.presentation;
