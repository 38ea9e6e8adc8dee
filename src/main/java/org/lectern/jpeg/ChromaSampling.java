package org.lectern.jpeg;

/** How many samples of colour a picture keeps. */
public enum ChromaSampling {
    /** 4:4:4, one for each pixel. */
    FULL,
    /** 4:2:0, one for four pixels: their mean. */
    HALVED
}
