package org.lectern.app;

import java.util.List;

/** Settings that cannot be used: every error of them at once, a line each. */
public final class SettingsException extends RuntimeException {

    private final transient List<String> errors;

    /** With a line for each error; no stack is kept, for the one who reads it did not write this code. */
    public SettingsException(List<String> errors) {
        super(String.join(System.lineSeparator(), errors), null, false, false);
        this.errors = List.copyOf(errors);
    }

    /** A line for each. */
    public List<String> errors() {
        return errors;
    }
}
