package org.lectern.launch;

/** Something the one who starts the server can put right; the message is one line for them. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
