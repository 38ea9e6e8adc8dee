/**
 * The {@code java -jar} starter. Entry type: {@code Main}. It cannot see the web application and hands
 * options over as system properties.
 *
 * <p>Imports: none.
 */
package org.lectern.launch;
