package io.github.cookiecharter.policy;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.project.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A page with every standard purpose, to be read by a person whenever it changes: {@code standard-purposes.yaml} is a
 * declaration that has each of them once. {@code -Dcookie-charter.rewrite=true} writes it anew.
 */
class StandardPurposesPageTest {

    private static final Path FOLDER = Path.of("src/test/resources/io/github/cookiecharter/policy");

    @ParameterizedTest
    @ValueSource(strings = "fr")
    void thePageIsAsItWasRead(String language) throws IOException {
        Charter charter = TestCharter.of(
                Files.readString(FOLDER.resolve("standard-purposes.yaml")).replace("[en]", "[" + language + "]"));
        Golden.check(
                FOLDER.resolve("standard-purposes." + language + ".fragment.html"),
                PolicyPagesTest.files(charter).get("policy." + language + ".fragment.html"));
    }
}
