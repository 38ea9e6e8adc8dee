/**
 * The words of the IIIF Presentation API: one model, one writer for each version. Entry types:
 * {@link org.lectern.presentation.Manifest}, {@link org.lectern.presentation.Collection},
 * {@link org.lectern.presentation.Documents}.
 *
 * <p>The model holds texts as they came from the source; the writers filter HTML. To add a version:
 * a constant in {@code ApiVersion}, writers beside {@code ManifestWriter3} and its like, cases in {@code Documents}.
 *
 * <p>Imports: core.
 */
package org.lectern.presentation;
