package io.github.cookiecharter.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.model.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What consent tools and vendors print in their lists of cookies, pasted into a declaration. */
class PastedListsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 year 1 month 4 days | 400 days",
                "1 year, 1 month and 4 days | 400 days",
                "1 year 24 days | 389 days",
                "1 year 1 month | 13 months",
                "2 hours 30 minutes | 150 minutes",
                "1 day 12 hours | 36 hours",
                "P1Y1M4D | 400 days",
                "P1Y2M | 14 months",
                "PT1H30M | 90 minutes",
                "2w | 2 weeks",
                "1yr | 1 year",
                "One year | 1 year",
                "an hour | 1 hour",
                "up to 13 months. | 13 months",
                "~ 90 days | 90 days",
                "2 years after creation | 2 years",
                "1 Tag | 1 day",
                "30 Tage | 30 days",
                "6 Monaten | 6 months",
                "1 an | 1 year",
                "1 an et 1 mois | 13 months",
                "6 mois | 6 months",
                "2 años | 2 years",
                "1 dia | 1 day",
                "1 anno | 1 year",
                "2 jaar | 2 years",
                "never | persistent",
                "Never expires | persistent",
                "does not expire | persistent",
                "Permanent | persistent",
                "unbegrenzt | persistent",
                "illimité | persistent",
                "when you close your browser | session",
                "End of browsing session | session",
                "Session Cookie | session",
                "Sitzungsende | session",
                "fermeture du navigateur | session",
                "sesion | session",
            })
    void aLifetimeInOtherWordsBringsTheDeclarations(String pasted, String proposed) {
        assertThat(problems("a", pasted)).singleElement().asString().endsWith(": did you mean '" + proposed + "'?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 years from set/update",
                "2 years after last visit",
                "2 years (rolling)",
                "2 ans à compter de la dernière visite",
                "2 Jahre ab dem letzten Besuch"
            })
    void aLifetimeThatStartsAgainIsRenewed(String pasted) {
        assertThat(problems("a", pasted))
                .singleElement()
                .asString()
                .endsWith(": write '2 years', and 'renewed: true' beside a cookie's lifetime");
    }

    @Test
    void minusOneIsTheSession() {
        assertThat(problems("a", "-1"))
                .containsExactly("'lifetime' must not be negative: '-1': a cookie that ends with the browser's session"
                        + " has 'session'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "12", "3 moons of Jupiter", "P1X", "varies", "1 fortnight"})
    void nothingIsProposedForWhatMayMeanAnything(String pasted) {
        assertThat(problems("a", pasted)).singleElement().asString().doesNotContain("did you mean", "write '");
    }

    @ParameterizedTest
    @CsvSource({
        "_gac_<property-id>, _gac_*",
        "_hjSession_{site_id}, _hjSession_*",
        "_ga_[XXX], _ga_*",
        "wp-settings-[UID], wp-settings-*",
        "_gat_<property id>_x, _gat_*_x"
    })
    void aPlaceholderThatNoNameMayHoldBringsTheStar(String pasted, String proposed) {
        assertThat(problems(pasted, "session"))
                .singleElement()
                .asString()
                .endsWith(", which no cookie's name may hold (RFC 6265): did you mean '" + proposed + "'?");
    }

    @ParameterizedTest
    @CsvSource({"_pk_id.#, _pk_id.*", "_dc_gtm_UA-####-#, _dc_gtm_UA-*-*", "_ga_XXXXXXXXXX, _ga_*", "_x_xxx, _x_*"})
    void aPlaceholderThatANameMayHoldIsAWarning(String pasted, String proposed) {
        DeclarationResult result = DeclarationSamples.read(yaml(pasted, "session"));

        assertThat(result.declaration()).isPresent();
        assertThat(result.diagnostics()).singleElement().satisfies(warning -> {
            assertThat(warning.isError()).isFalse();
            assertThat(warning.message())
                    .isEqualTo("the name '" + pasted + "' seems to contain a placeholder, as in lists of cookies:"
                            + " write '" + proposed + "', in which '*' matches any characters");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a#b", "xxl", "XX", "foxxx", "_ga_*", "abc"})
    void anOrdinaryNameIsNoPlaceholder(String name) {
        assertThat(problems(name, "session")).isEmpty();
    }

    @Test
    void addressesHavePlaceholdersToo() {
        String yaml = yaml("a", "session")
                .replace("purpose: Sell", "purpose: Sell\n    scripts: [\"https://x.example/<id>/t.js\"]");

        assertThat(DeclarationSamples.read(yaml).diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("an entry of 'scripts' is no URL: 'https://x.example/<id>/t.js': did you mean"
                        + " 'https://x.example/*/t.js'?");
    }

    private static List<String> problems(String name, String lifetime) {
        return DeclarationSamples.read(yaml(name, lifetime)).diagnostics().stream()
                .map(Diagnostic::message)
                .toList();
    }

    private static String yaml(String name, String lifetime) {
        return "site: { name: Acme, url: https://acme.example }\nservices:\n  shop:\n    category: necessary\n"
                + "    purpose: Sell\n    cookies:\n      \"" + name + "\": { lifetime: \"" + lifetime + "\" }\n";
    }
}
