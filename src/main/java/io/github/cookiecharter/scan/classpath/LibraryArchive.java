package io.github.cookiecharter.scan.classpath;

import java.util.Optional;

/**
 * The archive of a dependency as the index kept between builds knows it.
 *
 * @param sha256 the digest of its content; empty if the index is switched off
 * @param classTable what an earlier build has stored of its classes; empty if that is absent
 */
public record LibraryArchive(Optional<String> sha256, Optional<byte[]> classTable) {

    /** Returns the name of the file with the table of its classes in the store. */
    public static String tableName(String sha256) {
        return sha256 + ".classes";
    }
}
