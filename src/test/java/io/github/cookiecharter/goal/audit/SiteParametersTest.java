package io.github.cookiecharter.goal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cookiecharter.audit.record.Phase;
import io.github.cookiecharter.audit.visit.AuditSettings;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.ParameterException;
import io.github.cookiecharter.goal.TestCharter;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteParametersTest {

    private static final String NECESSARY = """
            site: { name: The Shop, url: "https://shop.test", contact: privacy@shop.test }
            services:
              session:
                category: necessary
                name: Session
                purpose: Keep the session open
                cookies: { SESSION: { lifetime: session } }
            """;

    private static final Charter CHARTER = TestCharter.of(NECESSARY + """
              audience:
                category: statistics
                name: Statistics
                purpose: Count the visits
                cookies: { hits: { lifetime: 13 months } }
            """);

    private static AuditSettings settings(String url, String pages, String phases, String settle, Charter charter)
            throws ParameterException {
        return SiteParameters.of(
                new AuditRequest.Site(Map.of("url", url, "pages", pages, "phases", phases, "settle", settle)), charter);
    }

    @Test
    void readsThem() throws ParameterException {
        AuditSettings settings =
                settings(" http://shop.localhost:8080/app", "/, /products/1 ,/", "before, accept", "0.5", CHARTER);

        assertThat(settings.url()).isEqualTo(URI.create("http://shop.localhost:8080/app/"));
        assertThat(settings.pages()).containsExactly("/", "/products/1");
        assertThat(settings.phases()).containsExactly(Phase.BEFORE, Phase.ACCEPT);
        assertThat(settings.settle()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.delay()).isEqualTo(Duration.ZERO);
    }

    @Test
    void isSlowOnOtherMachines() throws ParameterException {
        assertThat(settings("https://shop.test", "/", "before", "1", CHARTER).delay())
                .isEqualTo(Duration.ofSeconds(1));
    }

    /** Nobody is asked there, so there is no choice that could be made. */
    @Test
    void aSiteThatAsksForNothingHasNoChoices() throws ParameterException {
        assertThat(settings("https://shop.test", "/", "before, refuse, accept, gpc", "1", TestCharter.of(NECESSARY))
                        .phases())
                .containsExactly(Phase.BEFORE, Phase.GPC);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "'' | / | before | 1 | audit.url is missing",
                "shop.test | / | before | 1 | audit.url is 'shop.test', which is no address of a site",
                "ftp://shop.test | / | before | 1 | audit.url is 'ftp://shop.test', which is no address of a site",
                "http://a:b@shop.test | / | before | 1 | without a user name",
                "http://shop.test | products | before | 1 | audit.pages has 'products', which is no path",
                "http://shop.test | //x | before | 1 | audit.pages has '//x', which is no path",
                "http://shop.test | ' , ' | before | 1 | audit.pages names no page",
                "http://shop.test | / | refused | 1 | did you mean 'refuse'?",
                "http://shop.test | / | ' ' | 1 | audit.phases names no phase",
                "http://shop.test | / | before | soon | audit.settle is 'soon', which is no number of seconds",
                "http://shop.test | / | before | -1 | audit.settle is '-1'",
            })
    void saysWhatIsWrong(String url, String pages, String phases, String settle, String message) {
        assertThatThrownBy(() -> settings(url, pages, phases, settle, CHARTER))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(message);
    }
}
