/**
 * Ehcache behind one interface. Entry types: {@link org.lectern.cache.Caches}, {@link org.lectern.cache.Cache}.
 *
 * <p>Imports: none.
 */
package org.lectern.cache;
