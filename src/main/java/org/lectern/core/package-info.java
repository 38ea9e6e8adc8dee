/**
 * The shared words: six types that three or more rooms speak. A type moves in only then.
 *
 * <p>Imports: none.
 */
package org.lectern.core;
