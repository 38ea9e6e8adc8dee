package org.lectern.blob;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Makes short texts that change when any of their parts does. */
public final class Validators {

    private static final int BYTES = 15; // 120 bits: 20 characters of base64url, no padding

    private Validators() {}

    /** A hash of the parts, fit for keys, ETags and file names: 20 characters of {@code A-Za-z0-9_-}. */
    public static String of(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // Each part behind its length: ("ab","c") is another than ("a","bc").
                digest.update((byte) (bytes.length >> 24));
                digest.update((byte) (bytes.length >> 16));
                digest.update((byte) (bytes.length >> 8));
                digest.update((byte) bytes.length);
                digest.update(bytes);
            }
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest.digest(), BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
