package io.github.cookiecharter.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what is expected; {@code -Dcookie-charter.rewrite=true} writes them anew, to be read before a commit. */
public final class Golden {

    private static final boolean REWRITE = Boolean.getBoolean("cookie-charter.rewrite");

    private Golden() {}

    public static void check(Path file, String actual) throws IOException {
        if (REWRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(file)
                .as("missing files are written with -Dcookie-charter.rewrite=true")
                .exists();
        assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
    }
}
