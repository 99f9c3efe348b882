package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.model.Accent;
import io.github.cookiecharter.model.Integrity;
import io.github.cookiecharter.template.Templates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is bundled is what the library's authors published. */
class RuntimeFileTest {

    private static final Templates TEMPLATES = new Templates(Optional.empty());

    static List<RuntimeAdapter> runtimes() {
        return List.of(new VanillaCookieConsent(), new Klaro(), new Tarteaucitron());
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void theStatedIntegrityIsThatOfTheBytes(RuntimeAdapter runtime) {
        for (RuntimeFile file : runtime.files(Accent.DEFAULT, TEMPLATES)) {
            if (file.kind() != RuntimeFile.Kind.LICENCE) {
                assertThat(Integrity.of(file.content())).as(file.name()).isEqualTo(file.integrity());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void theLicenceTravelsWithTheFiles(RuntimeAdapter runtime) {
        assertThat(runtime.files(Accent.DEFAULT, TEMPLATES))
                .filteredOn(file -> file.kind() == RuntimeFile.Kind.LICENCE)
                .singleElement()
                .satisfies(file -> assertThat(new String(file.content(), StandardCharsets.UTF_8))
                        .containsAnyOf("Orest Bida", "KIProtect", "AmauriC"));
    }
}
