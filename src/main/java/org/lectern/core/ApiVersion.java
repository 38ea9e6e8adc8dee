package org.lectern.core;

/** The major version of the IIIF Image and Presentation APIs that a request speaks: 2.1 or 3.0. */
public enum ApiVersion {
    /** Image API 2.1.1, Presentation API 2.1.1. */
    V2(2),
    /** Image API 3.0, Presentation API 3.0. */
    V3(3);

    private final int number;

    ApiVersion(int number) {
        this.number = number;
    }

    /** The number as it stands in paths and contexts: 2 or 3. */
    public int number() {
        return number;
    }

    /** The JSON-LD context of image information documents of this version. */
    public String imageContext() {
        return "http://iiif.io/api/image/" + number + "/context.json";
    }

    /** The JSON-LD context of manifests and collections of this version. */
    public String presentationContext() {
        return "http://iiif.io/api/presentation/" + number + "/context.json";
    }

    /** The compliance level that Lectern meets, as a URI. */
    public String imageProfile() {
        return "http://iiif.io/api/image/" + number + "/level2.json";
    }
}
