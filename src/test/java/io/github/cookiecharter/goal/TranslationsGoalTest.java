package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.report.ConsoleLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationsGoalTest {

    @TempDir
    private Path temporary;

    private Path base;

    @BeforeEach
    void declare() throws IOException {
        base = temporary.toRealPath();
        declare("en, fr, fr-CA, ar");
    }

    private void declare(String languages) throws IOException {
        Files.writeString(base.resolve("cookies.yaml"), """
                site: { name: Shop, url: "https://shop.example", languages: [%s] }
                services:
                  session:
                    category: necessary
                    purpose: Keep you "signed in"
                    cookies: { SESSION: { lifetime: session } }
                """.formatted(languages));
    }

    private GoalResult.Done run() throws Exception {
        GoalResult result = TranslationsGoal.run(new TranslationsRequest(
                base,
                base.resolve("cookies.yaml"),
                false,
                base,
                io.github.cookiecharter.goal.part.DependencyParts.none(),
                base.resolve("target/cookie-charter/translations")));
        assertThat(result).isInstanceOf(GoalResult.Done.class);
        return (GoalResult.Done) result;
    }

    private Path listed(String tag) {
        return base.resolve("target/cookie-charter/translations/cookies." + tag + ".yaml");
    }

    @Test
    void listsByLanguageWhatIsMissing() throws Exception {
        GoalResult.Done done = run();

        assertThat(done.findings())
                .extracting(ConsoleLine::text)
                .startsWith(
                        "en: nothing is missing",
                        "fr: 1 text missing, to be translated in target/cookie-charter/translations/cookies.fr.yaml",
                        "    services:",
                        "      session:",
                        "        purpose: \"Keep you \\\"signed in\\\"\"",
                        "fr-CA: nothing is missing")
                .hasSize(7);
        assertThat(done.summary()).matches("Cookie charter: [0-9]+ texts are missing, in 2 of 4 languages");
        assertThat(listed("fr")).hasContent("services:\n  session:\n    purpose: \"Keep you \\\"signed in\\\"\"\n");
        assertThat(Files.readString(listed("ar"))).contains("\npolicy:\n  texts:\n", "    title: \"Cookie policy\"\n");
        assertThat(listed("en")).doesNotExist();
        assertThat(listed("fr-CA")).doesNotExist();
    }

    @Test
    void aListThatSomebodyTranslatesInItsPlaceStays() throws Exception {
        run();
        Files.writeString(listed("fr"), "services:\n  session:\n    purpose: Vous reconnaître\n");

        assertThat(run().findings())
                .extracting(ConsoleLine::text)
                .contains("fr: 1 text missing; target/cookie-charter/translations/cookies.fr.yaml was edited and not"
                        + " overwritten: put it beside cookies.yaml, or delete it to regenerate it");
        assertThat(Files.readString(listed("fr"))).contains("Vous reconnaître");

        declare("en");
        run();
        assertThat(listed("fr")).exists();
        assertThat(listed("ar")).doesNotExist();
    }

    @Test
    void anotherDeclarationsListsStay() throws Exception {
        run();
        Files.copy(base.resolve("cookies.yaml"), base.resolve("shop.yaml"));

        TranslationsGoal.run(new TranslationsRequest(
                base,
                base.resolve("shop.yaml"),
                false,
                base,
                io.github.cookiecharter.goal.part.DependencyParts.none(),
                base.resolve("target/cookie-charter/translations")));

        assertThat(listed("fr")).exists();
        assertThat(listed("fr").resolveSibling("shop.fr.yaml")).exists();
    }

    @Test
    void whatIsTranslatedIsMissingNoMore() throws Exception {
        run();
        for (String tag : List.of("fr", "ar")) {
            Files.move(listed(tag), base.resolve("cookies." + tag + ".yaml"));
        }
        assertThat(run().summary()).isEqualTo("Cookie charter: no text is missing in 4 languages");

        declare("en");
        Files.delete(base.resolve("cookies.fr.yaml"));
        Files.delete(base.resolve("cookies.ar.yaml"));
        assertThat(run().summary()).isEqualTo("Cookie charter: no text is missing in the site's only language");
    }

    @Test
    void anOldListIsRemoved() throws Exception {
        run();
        Files.copy(listed("fr"), base.resolve("cookies.fr.yaml"));
        run();
        assertThat(listed("fr")).doesNotExist();
        assertThat(listed("ar")).exists();
    }

    @Test
    void aProblemIsToldWithItsFile() throws Exception {
        Files.writeString(base.resolve("cookies.fr.yaml"), "services: { session: { lifetime: x } }");
        assertThat(TranslationsGoal.run(new TranslationsRequest(
                        base,
                        base.resolve("cookies.yaml"),
                        false,
                        base,
                        io.github.cookiecharter.goal.part.DependencyParts.none(),
                        base)))
                .isEqualTo(new GoalResult.Invalid(
                        List.of("cookies.fr.yaml:[1,24] unknown key 'lifetime' in service 'session': known here are"
                                + " cookies, location, name, purpose, reason"),
                        List.of()));
    }
}
