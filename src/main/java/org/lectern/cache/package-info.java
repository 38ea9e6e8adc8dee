/**
 * Caches, bounded in bytes: of bytes, off the heap and on disk, in Ehcache ({@link org.lectern.cache.Caches},
 * {@link org.lectern.cache.Cache}; made by {@link org.lectern.cache.EhcacheCaches}), and of objects on the heap
 * ({@link org.lectern.cache.WeighedCache}).
 *
 * <p>Another cache of bytes is a method of {@code Caches}, a kind of {@code EhcacheCaches} with its largest value,
 * and a component of its {@code Sizes}. One of objects is made by the room that has them.
 *
 * <p>Imports: none.
 */
package org.lectern.cache;
