package org.lectern.transform;

/**
 * The lines of a picture as numbers, from 0 to full; where there is alpha the colours times it. For one thread.
 */
interface Lines {

    /** Samples of a line. */
    int samples();

    /** Fills in a line. Cheapest from top to bottom. */
    void line(int y, double[] into);
}
