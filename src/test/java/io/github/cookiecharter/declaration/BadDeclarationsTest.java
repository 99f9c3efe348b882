package io.github.cookiecharter.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of the folder {@code bad} brings the messages in the file beside it: line, column and words. */
class BadDeclarationsTest {

    static Stream<Path> files() throws IOException {
        return DeclarationSamples.files("bad");
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachDiagnosticIsReportedOnceAtItsPosition(Path file) throws IOException {
        DeclarationResult result = DeclarationSamples.reader().read(Files.readAllBytes(file));

        List<String> messages = new ArrayList<>();
        result.diagnostics()
                .forEach(diagnostic -> messages.add(diagnostic.position().line() + ":"
                        + diagnostic.position().column() + " " + diagnostic.message()));
        assertThat(messages).isEqualTo(Files.readAllLines(DeclarationSamples.expected(file)));
        assertThat(result.declaration()).isEmpty();
    }
}
