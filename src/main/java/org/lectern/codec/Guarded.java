package org.lectern.codec;

import org.lectern.blob.Blob;
import org.lectern.core.IiifException;

/** The one place where what the readers of formats throw becomes an {@link IiifException}. */
final class Guarded {

    private Guarded() {}

    /** Work that reads a source and may fail in any way. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws Exception;
    }

    /**
     * Does the work.
     *
     * @param format the format's name, for the message
     * @throws IiifException as the work threw it, also when a library wrapped it
     * @throws IiifException.Broken for everything else, except a lack of memory
     */
    static <T> T read(String format, Blob blob, Work<T> work) {
        try {
            return work.run();
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) { // readers of hostile files throw errors of their own, and overflow the stack
            throw translated(format, blob, e);
        }
    }

    private static RuntimeException translated(String format, Blob blob, Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 16; depth++, cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError memory) {
                throw memory;
            }
            if (cause instanceof IiifException known) {
                return known;
            }
        }
        return new IiifException.Broken(
                "'" + blob.name() + "' is broken: it cannot be read as " + format + " as it claims to be.", thrown);
    }
}
