/**
 * The sample library, drawn and typeset while Lectern is built: pictures, a book in the Internet Archive's shape,
 * a folder of plates, a leaflet. Runs in the build alone and is not in the archive. Same bytes each time.
 * Entry type: {@link org.lectern.sample.SampleLibrary}. To add a piece, write a class that draws it and a line there.
 *
 * <p>Imports: none.
 */
package org.lectern.sample;
