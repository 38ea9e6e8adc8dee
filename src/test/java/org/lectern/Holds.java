package org.lectern;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The requirements that a test holds, by number: it fails when one of them is broken. {@link RequirementsTest} writes
 * the list of all of them, and fails when one is held by nothing.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Holds {

    /** As in {@code IMG-046}. */
    String[] value();
}
