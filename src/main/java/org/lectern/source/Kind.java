package org.lectern.source;

/** What an item is, in the words the Internet Archive lists its items by. */
public enum Kind {
    /** One picture, or a few that do not make a book. */
    IMAGE("image"),
    /** Pages to be read in order. */
    TEXTS("texts"),
    /** Recordings to be heard. */
    AUDIO("audio"),
    /** Recordings to be seen. */
    MOVIES("movies");

    private final String mediatype;

    Kind(String mediatype) {
        this.mediatype = mediatype;
    }

    /** The value of {@code mediatype} in listings. */
    public String mediatype() {
        return mediatype;
    }
}
