package io.github.cookiecharter.judge;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the npm packages that the build brings along for judging. */
public final class Npm {

    private Npm() {}

    /** The folder that the build installs into; {@code target/npm} where no system property says otherwise. */
    static Path folder() {
        return Path.of(System.getProperty("cookie-charter.npm", "target/npm")).toAbsolutePath();
    }

    /** A file of an installed package, such as {@code axe-core/axe.min.js}. */
    public static Path file(String inPackage) {
        Path file = folder().resolve("node_modules").resolve(inPackage);
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    inPackage + " is not installed: run 'mvn generate-resources', which needs npm, and try again");
        }
        return file;
    }
}
