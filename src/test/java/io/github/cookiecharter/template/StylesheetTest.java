package io.github.cookiecharter.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.model.Accent;
import io.github.cookiecharter.model.Colour;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StylesheetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy/policy.css",
                "banner/frames.css",
                "banner/tarteaucitron.css",
                "banner/klaro/klaro-charter.css",
                "banner/vanilla-cookieconsent/vanilla-cookieconsent-charter.css"
            })
    void everySheetTakesTheAccentOfBothDesigns(String path) {
        Accent accent = Accent.of(new Colour(0x66, 0x33, 0x99));
        String rules = Stylesheet.rules(path, accent);
        assertThat(rules)
                .contains("--cookie-charter-accent, " + accent.light().css())
                .contains("--cookie-charter-accent, " + accent.dark().css())
                .doesNotContain(Accent.DEFAULT.light().css())
                .doesNotContain(Accent.DEFAULT.dark().css());
        assertThat(Stylesheet.rules(path, Accent.DEFAULT)).isEqualTo(Stylesheet.rules(path));
    }
}
