/**
 * Random-access bytes, wherever they lie. Entry type: {@link org.lectern.blob.Blob}.
 *
 * <p>Imports: core, cache.
 */
package org.lectern.blob;
