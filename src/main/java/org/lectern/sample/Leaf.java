package org.lectern.sample;

import java.util.function.Supplier;

/**
 * One leaf of a scanned book, in the Internet Archive's words.
 *
 * @param type as in scandata: Cover, Title, Normal, Color Card …
 * @param access whether readers get to see it
 * @param number printed on the page; empty when there is none
 * @param print draws it and sets its text
 */
record Leaf(String type, boolean access, String number, Supplier<Print> print) {}
