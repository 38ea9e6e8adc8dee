package org.lectern.core;

import java.time.Duration;
import java.util.Objects;

/**
 * The failures a client is told about. No other exception crosses a floor on purpose; whatever else
 * arrives at the top is a bug.
 *
 * <p>The message is one or two sentences for the reader of the answer: what was wrong, with the
 * offending text, then what would be right. It never holds a path of the host.
 */
public abstract sealed class IiifException extends RuntimeException {

    private final Fault fault;

    private IiifException(Fault fault, String message, Throwable cause) {
        super(Objects.requireNonNull(message), cause);
        this.fault = Objects.requireNonNull(fault);
    }

    /** The kind of failure. */
    public final Fault fault() {
        return fault;
    }

    /** The request cannot be understood: 400. */
    public static final class Malformed extends IiifException {
        /** With what was wrong and what would be right. */
        public Malformed(String message) {
            super(Fault.MALFORMED, message, null);
        }
    }

    /** Access refused: 401 when the client may still identify itself, 403 otherwise. */
    public static final class Denied extends IiifException {
        /** With {@link Fault#UNAUTHENTICATED} or {@link Fault#FORBIDDEN}. */
        public Denied(Fault fault, String message) {
            super(fault, message, null);
            if (fault != Fault.UNAUTHENTICATED && fault != Fault.FORBIDDEN) {
                throw new IllegalArgumentException("not a denial: " + fault);
            }
        }
    }

    /** Nothing of that name: 404. */
    public static final class Missing extends IiifException {
        /** With the name that was asked for. */
        public Missing(String message) {
            super(Fault.NOT_FOUND, message, null);
        }
    }

    /** Can never be done within this server's limits: 413. (A size over the declared limits is {@link Malformed}.) */
    public static final class TooLarge extends IiifException {
        /** With what is too large and what the limit is. */
        public TooLarge(String message) {
            super(Fault.TOO_LARGE, message, null);
        }
    }

    /** Valid, but not supported here: 501. */
    public static final class Unsupported extends IiifException {
        /** With what is not supported. */
        public Unsupported(String message) {
            super(Fault.UNSUPPORTED, message, null);
        }
    }

    /** The source file is damaged: 422. */
    public static final class Broken extends IiifException {
        /** With what is broken about it. */
        public Broken(String message) {
            super(Fault.BROKEN_SOURCE, message, null);
        }

        /** With what is broken about it, and what the reader of the format threw. */
        public Broken(String message, Throwable cause) {
            super(Fault.BROKEN_SOURCE, message, cause);
        }
    }

    /** A server behind this one failed: 502, or 504 when it was only too slow. */
    public static final class Unreachable extends IiifException {
        /** With {@link Fault#UPSTREAM} or {@link Fault#UPSTREAM_TIMEOUT}. */
        public Unreachable(Fault fault, String message, Throwable cause) {
            super(fault, message, cause);
            if (fault != Fault.UPSTREAM && fault != Fault.UPSTREAM_TIMEOUT) {
                throw new IllegalArgumentException("not an upstream fault: " + fault);
            }
        }
    }

    /** No room for this work just now: 503 with {@code Retry-After}. */
    public static final class Busy extends IiifException {
        private final transient Duration retryAfter;

        /** With the time after which another try makes sense. */
        public Busy(String message, Duration retryAfter) {
            super(Fault.BUSY, message, null);
            this.retryAfter = Objects.requireNonNull(retryAfter);
        }

        /** When to try again; whole seconds, at least one. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
