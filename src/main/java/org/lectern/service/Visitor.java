package org.lectern.service;

import java.util.Optional;

/** Who asks, as far as a request tells; what {@link Access} decides by. */
public interface Visitor {

    /** The client's network address, as text. */
    String address();

    /** A request header's first value. */
    Optional<String> header(String name);
}
