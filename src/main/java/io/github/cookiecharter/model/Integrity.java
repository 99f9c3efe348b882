package io.github.cookiecharter.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Computes the hash by which a browser verifies a file (W3C Subresource Integrity). */
public final class Integrity {

    private static final int PREFIX = "sha384-".length();
    private static final int VERSION_LENGTH = 12;

    private Integrity() {}

    /**
     * Returns a short form of a hash for the address of a file: 72 bits in the URL-safe alphabet (RFC 4648, 5).
     *
     * @param integrity a result of {@link #of}
     */
    public static String version(String integrity) {
        return integrity
                .substring(PREFIX, PREFIX + VERSION_LENGTH)
                .replace('+', '-')
                .replace('/', '_');
    }

    /** Returns the value of the {@code integrity} attribute, such as {@code sha384-…}. */
    public static String of(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-384").digest(content);
            return "sha384-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-384", e);
        }
    }
}
