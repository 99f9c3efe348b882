package io.github.cookiecharter.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HrefsTest {

    @ParameterizedTest
    @CsvSource({
        "privacy@acme.example, mailto:privacy@acme.example",
        "a?b&c%d@acme.example, mailto:a%3Fb%26c%25d@acme.example",
        "https://acme.example/contact?a=b&c#d, https://acme.example/contact?a=b&c#d",
        "https://user@acme.example/, https://user@acme.example/",
        "/contact, /contact",
        "contact/us.html, contact/us.html",
        "mailto:dpo@acme.example, mailto:dpo@acme.example",
    })
    void contactsLinkToMailUrlOrPath(String contact, String link) {
        assertThat(Hrefs.contactHref(contact)).isEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource({
        "/donnees personnelles, /donnees%20personnelles",
        "/données, /donn%C3%A9es",
        "/a\"b<c>, /a%22b%3Cc%3E",
        "/already%20encoded, /already%20encoded",
        "javascript:alert(1), #",
        "JavaScript:alert(1), #",
        "data:text/html;x, #",
        "/a:b, /a:b",
    })
    void linksAreEncodedAndNeverRunScripts(String address, String link) {
        assertThat(Hrefs.href(address)).isEqualTo(link);
    }
}
