package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.judge.Tsc;
import io.github.cookiecharter.output.Artefact;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The types of {@code window.cookieCharter}, as a TypeScript user compiles them. */
@Tag("process")
class BannerTypesTest {

    private static String types() {
        Artefact file = Shop.banner(Shop.CHARTER).artefacts().stream()
                .filter(artefact -> artefact.path().equals("banner.d.ts"))
                .findFirst()
                .orElseThrow();
        return new String(file.content(), StandardCharsets.UTF_8);
    }

    @Test
    void aPageThatKeepsToThemCompiles() {
        assertThat(Tsc.check(types() + """
                const end = window.cookieCharter?.on("change", ({ granted, objected, when, id }) => {
                  const count: boolean = granted.includes("audience") && objected.length === 0;
                  const proof: string = `${when?.toISOString()} ${id?.toUpperCase()} ${count}`;
                  console.log(proof);
                });
                end?.();
                window.cookieCharter?.show();
                window.cookieCharter?.preferences();
                const language: string | undefined = window.cookieCharter?.language("fr");
                console.log(language, window.cookieCharter?.consent().decided);
                """)).isEmpty();
    }

    @Test
    void whatTheBannerDoesNotKnowIsAnError() {
        assertThat(Tsc.check(types() + """
                window.cookieCharter?.on("changed", () => {});
                window.cookieCharter?.consent().granted.includes("session");
                window.cookieCharter.show();
                window.cookieCharter = undefined;
                """))
                .hasSize(4)
                .anySatisfy(error -> assertThat(error).contains("\"audience\""));
    }
}
