package org.lectern.render;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lectern.blob.Validators;
import org.lectern.cache.Cache;
import org.lectern.pixels.ProfileBytes;
import org.lectern.pixels.ProfileSpace;

/**
 * The colour profiles of kept tiles: once a picture in the documents cache, and the last few as objects. Thread-safe.
 */
final class StoredProfiles {

    private static final int OBJECTS = 32;

    private final Cache documents;
    private final Map<String, ColorSpace> spaces = new LinkedHashMap<>(OBJECTS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ColorSpace> eldest) {
            return size() > OBJECTS;
        }
    };

    StoredProfiles(Cache documents) {
        this.documents = documents;
    }

    /** Keeps a profile; gives the name under which {@link #find} knows it. */
    String store(String validator, ICC_ColorSpace space) {
        byte[] profile = ProfileBytes.of(space).array();
        String name = Validators.of(new String(profile, StandardCharsets.ISO_8859_1));
        documents.put(key(validator, name), profile);
        synchronized (spaces) {
            spaces.putIfAbsent(name, space);
        }
        return name;
    }

    /** The colour space of that name; none when it has been dropped meanwhile. */
    Optional<ColorSpace> find(String validator, String name) {
        synchronized (spaces) {
            ColorSpace known = spaces.get(name);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Optional<ColorSpace> found = documents.find(key(validator, name))
                .map(ProfileSpace::new);
        found.ifPresent(space -> {
            synchronized (spaces) {
                spaces.put(name, space);
            }
        });
        return found;
    }

    private static String key(String validator, String name) {
        return validator + ":icc:" + name;
    }
}
