package org.lectern.cache;

/**
 * The four caches of a running Lectern. Made once by the app room, closed on undeploy.
 * All keys begin with the validator of a source, so a changed file is a different key.
 */
public interface Caches extends AutoCloseable {

    /** validator + index → up to 512 KiB of a file that cannot be read at random (remote, or deflated in a zip). */
    Cache blocks();

    /** validator + level + column,row → the raw pixels of one tile of a picture that cannot be read at random. */
    Cache tiles();

    /** canonical request + validator + encoder settings → encoded bytes. */
    Cache derivatives();

    /** validator → small parsed things: pyramids, sizes, items, places of zip members. Outlives a restart. */
    Cache documents();

    /** Writes what is to survive and frees what is not. */
    @Override
    void close();
}
