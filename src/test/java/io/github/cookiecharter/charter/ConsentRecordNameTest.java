package io.github.cookiecharter.charter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter.Consent;
import io.github.cookiecharter.goal.TestCharter;
import org.junit.jupiter.api.Test;

/** The name of the consent record tells applications apart that share a host. */
class ConsentRecordNameTest {

    private static final String AUDIENCE =
            "  audience: { category: statistics, purpose: Count the visits, cookies: { hits: { lifetime: 1 day } } }\n";
    private static final String VIDEO =
            "  video: { category: marketing, purpose: Show videos, cookies: { seen: { lifetime: 1 day } } }\n";

    private static Consent consent(String site, String consent, String services) {
        return TestCharter.of("site: { " + site + " }\nconsent: { " + consent + " }\nservices:\n" + services)
                .consent();
    }

    private static String name(String site, String consent, String services) {
        return consent(site, consent, services).cookie();
    }

    @Test
    void sitesOfOtherNamesOrAddressesHaveOtherRecords() {
        String shop = name("name: Shop, url: 'https://acme.example/'", "lifetime: 6 months", AUDIENCE);
        assertThat(shop)
                .matches("cookie_consent_[0-9a-v]{6}")
                .isNotEqualTo(name("name: Blog, url: 'https://acme.example/'", "lifetime: 6 months", AUDIENCE))
                .isNotEqualTo(name("name: Shop, url: 'https://acme.example/blog/'", "lifetime: 6 months", AUDIENCE));
    }

    @Test
    void theRecordOfASiteKeepsItsNameWhenTheSiteChanges() {
        String site = "name: Shop, url: 'https://acme.example/'";
        assertThat(name(site, "lifetime: 6 months", AUDIENCE))
                .isEqualTo(name(site, "lifetime: 3 months", AUDIENCE + VIDEO));
    }

    @Test
    void withADomainSitesThatAskForTheSameShareTheRecord() {
        String shop = name("name: Shop, url: 'https://shop.acme.example/'", "domain: acme.example", AUDIENCE);
        String blog = "name: Blog, url: 'https://blog.acme.example/'";
        assertThat(name(blog, "domain: acme.example", AUDIENCE)).isEqualTo(shop);
        assertThat(name(blog, "domain: acme.example", AUDIENCE.replace("1 day", "2 days")))
                .isEqualTo(shop);
        assertThat(name(blog, "domain: acme.example", VIDEO)).isNotEqualTo(shop);
        assertThat(name(blog, "domain: acme.example", AUDIENCE + VIDEO)).isNotEqualTo(shop);
    }

    @Test
    void theRecordFromBeforeTheDomainIsKnown() {
        String site = "name: Shop, url: 'https://shop.acme.example/'";
        assertThat(consent(site, "domain: acme.example", AUDIENCE).cookieWithoutDomain())
                .contains(name(site, "lifetime: 6 months", AUDIENCE));
        assertThat(consent(site, "lifetime: 6 months", AUDIENCE).cookieWithoutDomain())
                .isEmpty();
    }

    @Test
    void aDeclaredNameStays() {
        String site = "name: Shop, url: 'https://shop.acme.example/'";
        assertThat(name(site, "cookie: choice, domain: acme.example", AUDIENCE)).isEqualTo("choice");
        String declared = AUDIENCE
                + "  own: { category: necessary, purpose: Keep the choice, cookies: { cookie_consent: { lifetime: 6 months } } }\n";
        assertThat(name(site, "lifetime: 6 months", declared)).isEqualTo("cookie_consent");
    }

    @Test
    void theNameOfARuntimeWithTheRevisionHasBoth() {
        Consent consent = TestCharter.of(
                        "site: { name: Shop, url: 'https://acme.example/' }\nconsent: { revision: 7 }\n"
                                + "banner: { runtime: klaro }\nservices:\n" + AUDIENCE)
                .consent();
        assertThat(consent.cookie()).isEqualTo(consent.cookieOfAllRevisions() + "-r7");
        assertThat(consent.cookieOfAllRevisions()).matches("cookie_consent_[0-9a-v]{6}");
    }
}
