package org.lectern.core;

/** What kind of failure an {@link IiifException} tells of; the web room alone knows its status code. */
public enum Fault {
    /** The request is not well formed, or asks for what the specification forbids. */
    MALFORMED,
    /** Who asks has not said who they are. */
    UNAUTHENTICATED,
    /** Who asks may not have it. */
    FORBIDDEN,
    /** Nothing of that name. */
    NOT_FOUND,
    /** More work than this server will ever do for one request. */
    TOO_LARGE,
    /** Valid IIIF, or a valid file, of a kind that is not supported. */
    UNSUPPORTED,
    /** The source file cannot be read as what it claims to be. */
    BROKEN_SOURCE,
    /** A server behind this one failed. */
    UPSTREAM,
    /** A server behind this one did not answer in time. */
    UPSTREAM_TIMEOUT,
    /** Too much to do just now. */
    BUSY
}
