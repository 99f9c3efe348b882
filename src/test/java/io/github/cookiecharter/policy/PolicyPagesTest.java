package io.github.cookiecharter.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.template.Templates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyPagesTest {

    @Test
    void look() throws IOException {
        write(Charters.portal().columns(Charters.FOUR).build(), "portal");
        write(Charters.everything().build(), "everything");
        assertThat(true).isTrue();
    }

    private static void write(Charter charter, String folder) throws IOException {
        for (Artefact artefact :
                PolicyPages.generate(charter, Languages.builtIn(), new Templates(Optional.empty()), "")) {
            Path file = Path.of("target/look", folder, artefact.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, new String(artefact.content(), StandardCharsets.UTF_8));
        }
    }
}
