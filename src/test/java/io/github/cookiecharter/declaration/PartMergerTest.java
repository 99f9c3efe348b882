package io.github.cookiecharter.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.CharterResolver;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.language.LanguageTexts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code include}: what several declarations share stands in one file, and the nearer file wins. */
class PartMergerTest {

    private static final String SITE = "site: { name: Acme, url: https://www.acme.example, languages: [en, fr] }\n";
    private static final String COMPANY = """
            providers:
              acme: { name: Acme Ltd, country: FR }
            services:
              login:
                category: necessary
                provider: acme
                name: { en: Sign-in, fr: Connexion, de: Anmeldung }
                purpose: { standard: sign-in }
                cookies:
                  sid: { lifetime: session }
                  remember: { lifetime: 2 weeks }
            """;

    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<TranslationFile> translations = new ArrayList<>();

    @Test
    void includesAFile() {
        files.put("company.yaml", COMPANY);

        Charter.Service login =
                charter(SITE + "include: [ company.yaml ]\n").services().get(0);

        assertThat(login.id()).isEqualTo("login");
        assertThat(login.provider().country()).contains("FR");
        assertThat(login.name().byLanguage().get("fr").text()).isEqualTo("Connexion");
        assertThat(login.positions().entry().file()).isEqualTo("company.yaml");
        assertThat(login.positions().entry().line()).isEqualTo(4);
    }

    @Test
    void lets_the_nearer_file_win_key_by_key() {
        files.put("company.yaml", COMPANY);

        Charter.Service login = charter(SITE + """
                        include: [ company.yaml ]
                        services:
                          login:
                            name: { fr: Se connecter }
                            cookies: { remember: { lifetime: 1 week } }
                        """).services().get(0);

        assertThat(login.name().byLanguage().get("fr").text()).isEqualTo("Se connecter");
        assertThat(login.name().byLanguage().get("en").text()).isEqualTo("Sign-in");
        assertThat(login.cookies())
                .extracting(
                        cookie -> cookie.name().text() + " " + cookie.lifetime().orElseThrow())
                .hasSize(2)
                .last()
                .asString()
                .isEqualTo("remember Lasting[amount=1, unit=Weeks]");
    }

    @Test
    void includesPartsOfPartsAndTheSamePartTwice() {
        files.put("a.yaml", "include: [ company.yaml ]\nservices: { login: { location: A } }\n");
        files.put("b.yaml", "include: [ company.yaml ]\n");
        files.put("company.yaml", COMPANY);

        assertThat(messages(SITE + "include: [ a.yaml ]\n")).isEmpty();
        assertThat(messages(SITE + "include: [ b.yaml, company.yaml ]\n")).isEmpty();
    }

    @Test
    void reportsConflictsOfNeighboursWithBothPlaces() {
        files.put("a.yaml", "providers:\n  acme: { name: Acme }\n  same: { name: Same }\n");
        files.put("b.yaml", "providers:\n  same: { name: 'Same' }\n  acme: { name: Other }\n");

        assertThat(messages(SITE + "include: [ a.yaml, b.yaml ]\nservices: {}\n"))
                .containsExactly(
                        "b.yaml:3:3 'acme' is defined in a.yaml on line 2 as well, and not in the same way: give"
                                + " one of them another id, or leave out one of the two parts");
    }

    @Test
    void reportsCircles() {
        files.put("a.yaml", "include: [ b.yaml ]\n");
        files.put("b.yaml", "include: [ a.yaml ]\n");

        assertThat(messages(SITE + "include: [ a.yaml ]\nservices: {}\n"))
                .containsExactly(
                        "b.yaml:1:12 the parts include each other in a circle, a.yaml → b.yaml → a.yaml: remove"
                                + " one of these entries");
    }

    @Test
    void includesEightLevelsAndNoMore() {
        for (int level = 1; level < 9; level++) {
            files.put(level + ".yaml", "include: [ " + (level + 1) + ".yaml ]\n");
        }
        files.put("9.yaml", "providers: {}\n");

        assertThat(messages(SITE + "include: [ 2.yaml ]\nservices: {}\n")).isEmpty();
        assertThat(messages(SITE + "include: [ 1.yaml ]\nservices: {}\n"))
                .containsExactly("8.yaml:1:12 the parts include each other more than 8 levels deep: include this one"
                        + " farther up");
    }

    @Test
    void reportsEachProblemInItsOwnFile() {
        files.put(
                "bad.yaml",
                "site: { name: B }\nservces: {}\nservices:\n  a: { category: necesary, cookies: { x: { lifetime: session, purpose: y } } }\n");

        assertThat(messages(SITE + "include: [ bad.yaml, none.yaml ]\nservices: {}\n"))
                .containsExactly(
                        "2:22 'none.yaml' does not exist",
                        "bad.yaml:1:1 'site' stands in the declaration of a site alone: a part may hold categories,"
                                + " providers, services, exceptions, include",
                        "bad.yaml:2:1 unknown key 'servces' in a part: did you mean 'services'?",
                        "bad.yaml:4:18 unknown category 'necesary': did you mean 'necessary'?");
    }

    @Test
    void acceptsExceptionsOfAPartForItsOwnServicesAlone() {
        files.put(
                "company.yaml",
                COMPANY + "exceptions:\n  - { rule: a-rule, service: login, reason: fine }\n"
                        + "  - { rule: a-rule, reason: fine }\n");

        assertThat(messages(SITE + "include: [ company.yaml ]\n"))
                .containsExactly("company.yaml:14:5 an exception in a part must name a service of that part: write its"
                        + " 'service', or move the exception to the site's declaration");
    }

    @Test
    void readsTranslatorsFilesBesideAPartInTheLanguagesOfTheSite() {
        files.put("company.yaml", COMPANY.replace("fr: Connexion, ", ""));
        translations.add(new TranslationFile(
                "company.fr.yaml",
                "fr",
                "services: { login: { name: Identification } }".getBytes(StandardCharsets.UTF_8)));
        translations.add(new TranslationFile(
                "company.pt.yaml", "pt", "services: { login: { name: Entrar } }".getBytes(StandardCharsets.UTF_8)));

        Charter.Service login =
                charter(SITE + "include: [ company.yaml ]\n").services().get(0);

        assertThat(login.name().byLanguage().get("fr").text()).isEqualTo("Identification");
    }

    @Test
    void lets_a_translators_file_beside_the_declaration_win_over_a_part() {
        files.put("company.yaml", COMPANY);

        DeclarationResult result = read(
                SITE + "include: [ company.yaml ]\n",
                TestCharter.texts("fr", "services: { login: { name: Se connecter } }\n"));

        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.declaration()
                        .orElseThrow()
                        .services()
                        .get(0)
                        .name()
                        .orElseThrow()
                        .toString())
                .contains("Se connecter")
                .doesNotContain("Connexion");
    }

    /** A charter that is split into parts at random means the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void means_the_same_however_it_is_split(long seed) {
        Random random = new Random(seed);
        Map<String, Map<String, String>> whole = new LinkedHashMap<>();
        whole.put("providers", Map.of("acme", "{ name: Acme Ltd }", "beta", "{ name: Beta, country: DE }"));
        whole.put("services", services(random));
        List<Map<String, StringBuilder>> split = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            split.add(new LinkedHashMap<>());
        }
        StringBuilder one = new StringBuilder(SITE);
        whole.forEach((group, entries) -> {
            one.append(group).append(":\n");
            entries.forEach((id, text) -> {
                String line = "  " + id + ": " + text + "\n";
                one.append(line);
                split.get(random.nextInt(4))
                        .computeIfAbsent(group, key -> new StringBuilder(key + ":\n"))
                        .append(line);
            });
        });
        for (int i = 1; i < 4; i++) {
            // Each part is included by the declaration or by the part before it.
            String include = i < 3 && random.nextBoolean() ? "include: [ " + (i + 1) + ".yaml ]\n" : "";
            files.put(i + ".yaml", include + String.join("", split.get(i).values()) + "exceptions: []\n");
        }
        String main = SITE + "include: [ 1.yaml, 2.yaml, 3.yaml ]\n"
                + String.join("", split.get(0).values());

        assertThat(described(charter(main))).isEqualTo(described(charter(one.toString())));
    }

    private static Map<String, String> services(Random random) {
        List<String> categories = List.of("necessary", "preferences", "statistics", "marketing");
        Map<String, String> services = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            services.put(
                    "s" + i,
                    "{ category: " + categories.get(random.nextInt(4)) + ", provider: "
                            + (random.nextBoolean() ? "acme" : "beta") + ", purpose: { en: P" + i + ", fr: Q" + i
                            + " }, cookies: { c" + i + ": { lifetime: " + (1 + random.nextInt(9)) + " days } } }");
        }
        services.put("maps", "{ use: google-fonts }");
        return services;
    }

    private static List<String> described(Charter charter) {
        return charter.services().stream()
                .map(service -> service.id() + " " + service.category() + " "
                        + service.provider().id() + " "
                        + service.provider().name().byLanguage() + " "
                        + service.purpose() + " "
                        + service.cookies().stream()
                                .map(cookie -> cookie.name() + " " + cookie.lifetime())
                                .toList())
                .sorted()
                .toList();
    }

    private Charter charter(String yaml) {
        DeclarationResult result = read(yaml);
        return CharterResolver.resolve(
                result.declaration().orElseThrow(() -> new AssertionError(result.diagnostics())),
                "cookies.yaml",
                TestCharter.LANGUAGES);
    }

    private DeclarationResult read(String yaml, TranslationFile... beside) {
        LanguageTexts english = TestCharter.LANGUAGES.forTag("en").orElseThrow();
        return new DeclarationReader(english.overridableKeys("policy"), english.overridableKeys("banner"))
                .withTextsIn(TestCharter.LANGUAGES::supports)
                .read(yaml.getBytes(StandardCharsets.UTF_8), List.of(beside), this::find);
    }

    private Parts.Lookup find(String from, String entry) {
        String text = files.get(entry);
        return text == null
                ? new Parts.Refused("does not exist")
                : new Parts.Found(new Parts.PartFile(entry, text.getBytes(StandardCharsets.UTF_8), translations));
    }

    private List<String> messages(String yaml) {
        return read(yaml).diagnostics().stream()
                .map(each ->
                        (each.position().file().isEmpty() ? "" : each.position().file() + ":")
                                + each.position().line() + ":" + each.position().column() + " " + each.message())
                .toList();
    }
}
