package org.lectern.service;

import java.util.Map;
import java.util.Objects;

/** Whether the parts that an answer needs work just now. Thread-safe. */
public final class HealthService {

    private final Library library;

    /** Over a library. */
    public HealthService(Library library) {
        this.library = Objects.requireNonNull(library);
    }

    /** The sources by name, and whether each can be read. */
    public Map<String, Boolean> checks() {
        return library.ready();
    }

    /** Whether all of them can. */
    public boolean ready() {
        return !checks().containsValue(false);
    }
}
