package io.github.cookiecharter.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.declaration.DeclarationResult;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.jurisdiction.Jurisdictions;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.catalogue.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each entry of the catalogue is in the format of a part, says where its facts come from, and is a declaration by itself. */
class CatalogueTest {

    /** The addresses of a site's own that an entry asks for. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}/]+\\}");

    static List<String> names() {
        return Catalogue.names();
    }

    @Test
    void knowsTheServicesOfMostSites() {
        assertThat(names()).hasSizeGreaterThanOrEqualTo(90).isSorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysWhatItIsAndWhereItsFactsComeFrom(String name) {
        CatalogueEntry entry = Catalogue.find(name).orElseThrow();

        assertThat(entry.summary()).isNotBlank();
        assertThat(LocalDate.parse(entry.date())).isAfter(LocalDate.of(2026, 1, 1));
        assertThat(entry.sources()).isNotEmpty().noneMatch(String::isBlank);
        assertThat(entry.text()).contains("services:\n  " + name + ":\n").doesNotContain("exempt\n");
        for (String cookie : entry.usual()) {
            assertThat(entry.text()).containsPattern("(?m)^      \"?" + Pattern.quote(cookie) + "\"?:$");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isADeclarationInEveryLanguage(String name) {
        DeclarationResult result = TestCharter.reading(declaration(name, allLanguages(), "eu"));

        assertThat(result.declaration()).as(result.diagnostics().toString()).isPresent();
        assertThat(result.diagnostics())
                .allMatch(each -> each.message().startsWith("the catalogue gives what is usual"));
    }

    @ParameterizedTest
    @MethodSource("jurisdictions")
    void breaksNoRuleOfAnyJurisdiction(String jurisdiction) {
        List<String> errors = new ArrayList<>();
        for (String name : names()) {
            Charter charter = TestCharter.of(declaration(name, "[en]", jurisdiction));
            for (Finding finding :
                    Rules.check(charter, List.of(), List.of(), Map.of()).findings()) {
                if (finding.severity() == Severity.ERROR) {
                    errors.add(name + ": " + finding.rule() + ", " + finding.message());
                }
            }
        }
        assertThat(errors).isEmpty();
    }

    static List<String> jurisdictions() {
        return Jurisdictions.builtIn().ids();
    }

    private static String allLanguages() {
        TreeSet<String> tags = new TreeSet<>(TestCharter.LANGUAGES.tags());
        return tags.toString();
    }

    /** The two lines that a site needs, and those addresses that only it knows. */
    private static String declaration(String name, String languages, String jurisdiction) {
        StringBuilder yaml = new StringBuilder("site:\n  name: Acme\n  url: https://www.acme.example\n  languages: ")
                .append(languages)
                .append("\n  jurisdictions: [")
                .append(jurisdiction)
                .append("]\n  controller: Acme\n  contact: privacy@acme.example\n  privacy-policy: /privacy\n")
                .append("services:\n  mine:\n    use: ")
                .append(name)
                .append('\n');
        String text = Catalogue.find(name).orElseThrow().text();
        for (String key : List.of("scripts", "frames")) {
            Matcher own = Pattern.compile("    " + key + ":\n      - \"([^\"]*\\{[^\"]*)\"")
                    .matcher(text);
            if (own.find()) {
                yaml.append("    ")
                        .append(key)
                        .append(": [ \"")
                        .append(PLACEHOLDER.matcher(own.group(1)).replaceAll("stats.acme.example"))
                        .append("\" ]\n");
            }
        }
        return yaml.toString();
    }
}
