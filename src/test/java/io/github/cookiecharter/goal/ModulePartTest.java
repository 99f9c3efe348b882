package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules whose declaration is a part: it has no {@code site}. */
class ModulePartTest {

    private static final String PART = """
            # shipped as it is: é
            providers:
              acme: { name: Acme, country: FR }
            services:
              login:
                category: necessary
                provider: acme
                name: Sign-in
                purpose: { fr: Garder connecté, de: Angemeldet bleiben }
                cookies: { sid: { lifetime: session } }
            """;
    private static final String SHIPPED =
            "target/generated-resources/cookie-charter/META-INF/resources/META-INF/cookie-charter/";

    @TempDir
    private Path temporary;

    private Path base;

    @BeforeEach
    void resolve() throws IOException {
        base = temporary.toRealPath();
        write("cookies.yaml", PART);
    }

    @Test
    void generateShipsThePartWithItsTranslationsAndGeneratesItsClassAlone() throws IOException {
        write("cookies.en.yaml", "services: { login: { name: Sign in, purpose: Keep you signed in } }\n");

        assertThat(generate())
                .startsWith("Done")
                .contains(
                        "Cookie charter: a part without 'site', 1 cookie, 1 category, checked by the rules that need no"
                                + " site -> " + SHIPPED.substring(0, SHIPPED.length() - 1) + ", com.example.Cookies");

        Map<String, String> artefacts = new ExampleModule(base).artefacts();
        assertThat(artefacts.keySet())
                .containsExactlyInAnyOrder(
                        "target/cookie-charter/charter.schema.json",
                        "target/cookie-charter/cookies.schema.json",
                        "target/cookie-charter/findings.html",
                        "target/cookie-charter/findings.sarif",
                        SHIPPED + "cookies.en.yaml",
                        SHIPPED + "cookies.yaml",
                        "target/generated-sources/cookie-charter/com/example/Cookies.java");
        assertThat(base.resolve(SHIPPED + "cookies.yaml")).hasSameBinaryContentAs(base.resolve("cookies.yaml"));
        assertThat(base.resolve(SHIPPED + "cookies.en.yaml")).hasSameBinaryContentAs(base.resolve("cookies.en.yaml"));
        assertThat(artefacts.get("target/generated-sources/cookie-charter/com/example/Cookies.java"))
                .contains("String SID = \"sid\";");
        assertThat(generate()).contains("unchanged");
    }

    @Test
    void aSiteThatBecomesAPartLosesItsPagesAndTheOtherWayRound() throws IOException {
        write("cookies.yaml", "site: { name: Acme, url: https://www.acme.example, languages: [fr, de] }\n" + PART);
        assertThat(generate()).startsWith("Done");
        Path page = new ExampleModule(base).web().resolve("policy.fr.html");
        assertThat(page).exists();

        write("cookies.yaml", PART);
        assertThat(generate()).startsWith("Done");
        assertThat(page).doesNotExist();
        assertThat(base.resolve(SHIPPED + "cookies.yaml")).exists();

        write("cookies.yaml", "site: { name: Acme, url: https://www.acme.example, languages: [fr, de] }\n" + PART);
        assertThat(generate()).startsWith("Done");
        assertThat(page).exists();
        assertThat(base.resolve(SHIPPED + "cookies.yaml")).doesNotExist();
    }

    @Test
    void errorsStandAtTheirPlaceAndNothingIsShipped() throws IOException {
        write("shared.yaml", "providers: { other: { name: Other } }\n");
        write("cookies.yaml", """
                consent: { lifetime: 6 months }
                servces: {}
                include: [ shared.yaml ]
                exceptions: [ { rule: too-big, reason: It works } ]
                services:
                  login:
                    category: necessary
                    purpose: { fr: Garder, en: Keep }
                    location: { de: vorne }
                    cookies: { sid: { lifetime: sesion } }
                """);

        assertThat(generate())
                .contains("[1,1] 'consent' needs 'site', and without it this file is a part, which may hold categories,"
                        + " providers, services, exceptions, include")
                .contains("[2,1] unknown key 'servces' in a part: did you mean 'services'?")
                .contains("[3,12] 'shared.yaml' is a file, and a part, which a library ships, may include dependencies"
                        + " alone")
                .contains("[4,15] an exception in a part must name a service of that part")
                .contains("[9,15] 'location' has no text for the default language")
                .contains("[10,33] ");
        assertThat(base.resolve("target/generated-resources")).doesNotExist();
    }

    @Test
    void aMisspeltSiteMakesNoPart() throws IOException {
        write("cookies.yaml", "sit: { name: Acme, url: https://www.acme.example }\n" + PART);

        assertThat(generate()).contains("[1,1] unknown key 'sit': did you mean 'site'?");
    }

    @Test
    void aPartOfWordsFromTheCatalogueNeedsNothingElse() throws IOException {
        write("cookies.yaml", "services:\n  videos: { use: youtube-nocookie }\n");
        assertThat(generate()).startsWith("Done");

        write("cookies.yaml", "providers: { acme: { name: Acme } }\n");
        assertThat(generate()).startsWith("Done").contains("a part without 'site', 0 cookies");
    }

    @Test
    void plainTextsMayBeInAnyLanguage() throws IOException {
        write("cookies.yaml", PART.replaceFirst("\\{ fr: .*}", "Garder connecté"));
        write("cookies.en.yaml", "services: { login: { name: Sign in, purpose: Keep you signed in } }\n");

        assertThat(generate()).startsWith("Done");
    }

    @Test
    void lintRunsTheRulesThatNeedNoSite() throws IOException {
        write(
                "cookies.yaml",
                PART.replace("sid: { lifetime: session", "__Host-sid: { lifetime: 3 years, secure: false"));

        assertThat(new ExampleModule(base).run("lint", "cookies.yaml"))
                .contains("cookies.yaml:[10,")
                .contains("a part without 'site', 1 cookie, 1 category, checked by the rules that need no site")
                .doesNotContain("controller-missing")
                .doesNotContain("policy-date-missing")
                .doesNotContain("rights-missing");
        assertThat(base.resolve("target/generated-resources")).doesNotExist();
    }

    @Test
    void checkComparesTheCodeWithTheNamesAndNotItsPagesWithASite() throws IOException {
        write("src/main/webapp/app.js", "document.cookie = 'stray=1'; document.cookie = 'sid=1';\n");
        write("src/main/webapp/index.html", "<!DOCTYPE html><html><head><title>x</title></head><body></body></html>\n");

        assertThat(new ExampleModule(base).run("check", "cookies.yaml"))
                .contains("stray")
                .contains("(undeclared)")
                .doesNotContain("language");
    }

    private String generate() {
        return new ExampleModule(base).run("generate", "cookies.yaml");
    }

    private void write(String name, String text) throws IOException {
        Path file = base.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
