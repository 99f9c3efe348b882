package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.template.Templates;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is bundled is what the library's authors published. */
class RuntimeFileTest {

    private final RuntimeAdapter runtime = new VanillaCookieConsent(new Templates(Optional.empty()));

    @Test
    void theStatedIntegrityIsThatOfTheBytes() {
        for (RuntimeFile file : runtime.files()) {
            if (file.kind() != RuntimeFile.Kind.LICENCE) {
                assertThat(Integrity.of(file.content())).as(file.name()).isEqualTo(file.integrity());
            }
        }
    }

    @Test
    void theLicenceTravelsWithTheFiles() {
        assertThat(runtime.files())
                .filteredOn(file -> file.kind() == RuntimeFile.Kind.LICENCE)
                .singleElement()
                .satisfies(file -> assertThat(new String(file.content(), StandardCharsets.UTF_8))
                        .contains("MIT License", "Orest Bida"));
    }
}
