/**
 * The {@code java -jar} starter. Entry type: {@link org.lectern.launch.Main}. It cannot see the web
 * application and hands options over as system properties: {@code lectern.library}, {@code lectern.conf},
 * {@code lectern.base-url}. Its classes lie in {@code META-INF/versions/17} of the archive alone.
 *
 * <p>Imports: none.
 */
package org.lectern.launch;
