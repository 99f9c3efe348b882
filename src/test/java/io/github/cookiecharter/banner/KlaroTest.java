package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.rule.Severity;
import org.junit.jupiter.api.Test;

class KlaroTest {

    private static final String CHARTER = """
            site: { name: Shop, url: "https://shop.example" }
            consent:
              lifetime: 6 months
            banner:
              runtime: klaro
            services:
              audience: { category: statistics, purpose: Count, cookies: { hits: { lifetime: 1 day } } }
            """;

    private final Klaro klaro = new Klaro();

    @Test
    void aBarInTheMiddleIsAnError() {
        BannerFiles banner = Shop.banner(CHARTER.replace("klaro\n", "klaro\n  layout: bar\n  position: center\n"));
        assertThat(banner.artefacts()).isEmpty();
        assertThat(banner.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.isError()).isTrue();
            assertThat(diagnostic.message()).contains("top or the bottom");
            assertThat(diagnostic.position().line()).isEqualTo(7);
            assertThat(diagnostic.position().column()).isEqualTo(13);
        });
    }

    /** A browser drops a cookie of more than 4096 bytes without a word, and the visitor would be asked for ever. */
    @Test
    void aRecordThatNoBrowserKeepsIsAnError() {
        assertThat(klaro.diagnostics(TestCharter.of(withServices(100)))).isEmpty();
        assertThat(klaro.diagnostics(TestCharter.of(withServices(200))))
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.message()).contains("4096", "vanilla-cookieconsent"))
                .matches(Diagnostic::isError);
    }

    private static String withServices(int count) {
        StringBuilder yaml = new StringBuilder(CHARTER);
        for (int i = 0; i < count; i++) {
            yaml.append("  measure-")
                    .append(i)
                    .append(": { category: marketing, purpose: Sell, cookies: { c")
                    .append(i)
                    .append(": { lifetime: 1 day } } }\n");
        }
        return yaml.toString();
    }

    @Test
    void aTextThatItNeverShowsIsAFindingWithTheWayOut() {
        String yaml = CHARTER.replace("klaro\n", "klaro\n  texts: { table-caption: All of them, save: Keep }\n");
        assertThat(klaro.findings(TestCharter.of(yaml))).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("runtime-cannot");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.at().line()).isEqualTo(6);
            assertThat(finding.message()).contains("'table-caption'", "leave", "vanilla-cookieconsent");
        });
        assertThat(klaro.findings(TestCharter.of(CHARTER))).isEmpty();
    }

    @Test
    void itSaysWhatItCanDo() {
        assertThat(klaro.capabilities()).containsExactlyInAnyOrder(Capability.CHOICE_BY_SERVICE, Capability.NONCE_ONLY);
    }
}
