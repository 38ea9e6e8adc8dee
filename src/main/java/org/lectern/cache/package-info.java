/**
 * Ehcache behind one interface, bounded in bytes. Entry types: {@link org.lectern.cache.Caches},
 * {@link org.lectern.cache.Cache}; made by {@link org.lectern.cache.EhcacheCaches}.
 *
 * <p>Another cache is a method of {@code Caches}, a kind of {@code EhcacheCaches} with its largest value,
 * and a component of its {@code Sizes}.
 *
 * <p>Imports: none.
 */
package org.lectern.cache;
