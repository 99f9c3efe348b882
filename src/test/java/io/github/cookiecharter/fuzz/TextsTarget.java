package io.github.cookiecharter.fuzz;

import io.github.cookiecharter.declaration.DeclarationReader;
import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.language.LanguageTexts;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The bytes of a translator's file beside a declaration that has a text of each kind. */
final class TextsTarget implements FuzzTarget {

    private static final byte[] DECLARATION = """
            site: { name: Shop, url: https://shop.example, languages: [en, fr], controller: { en: Shop Ltd } }
            categories: { social: { name: Social, consent: required } }
            providers: { acme: { name: Acme, safeguard: { en: A contract } } }
            services:
              audience:
                category: statistics
                provider: acme
                name: { en: Audience }
                location: everywhere
                purpose: { en: Count visits, fr: Compter les visites }
                cookies: { hits: { lifetime: 1 day, purpose: Count, recipients: { en: Nobody } } }
            banner: { texts: { title: { en: Cookies } } }
            policy: { texts: { title: Cookies } }
            """.getBytes(StandardCharsets.UTF_8);

    private final DeclarationReader reader;

    TextsTarget() {
        LanguageTexts english = TestCharter.LANGUAGES.forTag("en").orElseThrow();
        reader = new DeclarationReader(english.overridableKeys("policy"), english.overridableKeys("banner"));
    }

    @Override
    public String name() {
        return "texts";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(DECLARATION, """
                site: { name: Boutique, controller: Shop SARL }
                categories: { social: { name: Réseaux, description: Les réseaux }, statistics: { name: Mesure } }
                providers: { acme: { safeguard: Un contrat } }
                services:
                  audience:
                    name: Audience
                    location: partout
                    cookies: { hits: { purpose: Compter, recipients: Personne } }
                banner: { texts: { title: Nos cookies, accept-all: Oui } }
                policy: { texts: { title: Les cookies } }
                """.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> words() {
        return new DeclarationTarget().words();
    }

    @Override
    public Object check(byte[] input, boolean thorough) {
        return DeclarationTarget.check(
                reader,
                DECLARATION,
                List.of(
                        new TranslationFile("cookies.fr.yaml", "fr", input),
                        new TranslationFile("cookies.fr-CA.yaml", "fr-CA", input)),
                thorough);
    }
}
