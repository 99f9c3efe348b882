package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.charter.LegalInformation;
import io.github.cookiecharter.charter.LocalizedText;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.charter.PurposeLists;
import io.github.cookiecharter.jurisdiction.Jurisdiction.Basis;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Party;
import io.github.cookiecharter.model.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The sentences that follow the banner's descriptions: each is there only where the charter makes it true. All are in the
 * language of the banner or have their own.
 */
final class BannerSentences {

    private static final String TABLES = "#cookie-charter-section-" + Section.COOKIES.word();

    private final Charter charter;
    private final BannerTexts texts;
    private final String language;
    private final LegalInformation law;

    BannerSentences(Charter charter, BannerTexts texts, String language) {
        this.charter = charter;
        this.texts = texts;
        this.language = language;
        this.law = new LegalInformation(charter);
    }

    /** Returns the sentences of the banner itself. */
    List<Phrase> banner() {
        PurposeLists purposes = new PurposeLists(charter, language, texts.builtIn(language));
        List<Phrase> sentences = new ArrayList<>();
        if (law.closingRefuses()) {
            sentences.add(texts.phrase("close-refuses", Map.of(), language));
        }
        addExempt("exempt", purposes.exemptPhrases(false), sentences);
        addExempt("exempt-objection", purposes.exemptPhrases(true), sentences);
        if (storesMoreThanCookies()) {
            sentences.add(texts.phrase("similar", Map.of(), language));
        }
        controller().ifPresent(sentences::add);
        sentences.add(texts.phrase(hasThirdParties() ? "party-third" : "party-first", Map.of(), language));
        return sentences;
    }

    /** Returns the link to the list of providers, if there are others than the site. */
    Optional<Phrase> providersLink() {
        int count = CharterQueries.otherProviders(charter).size();
        return count == 0
                ? Optional.empty()
                : Optional.of(texts.phrase("providers", Map.of("n", Integer.toString(count)), language));
    }

    /** Returns the address of the list of providers on a policy page. */
    String providersAddress(String policy) {
        boolean isListed = charter.policy().sections().contains(Section.COOKIES) && policy.indexOf('#') < 0;
        return isListed ? policy + TABLES : policy;
    }

    /** Returns the link by which visitors opt out of sale and sharing, if that is elsewhere than in the preferences. */
    Optional<Phrase> optOutLink() {
        return charter.site()
                .optOut()
                .filter(address -> law.hasOptOut())
                .map(address -> texts.phrase("opt-out", Map.of(), language));
    }

    /** Returns the sentences of the preferences. */
    List<Phrase> preferences() {
        List<Phrase> sentences = new ArrayList<>();
        if (charter.needsConsent()) {
            sentences.add(texts.policyPhrase("choices-banner", Map.of(), language));
            sentences.add(texts.policyPhrase("choices-withdrawal", Map.of(), language));
            addListed("legal-basis", "basis", law.bases(Basis.CONSENT, texts.displayLanguage(language)), sentences);
        }
        List<Phrase> authorities = charter.site().authorities().stream()
                .map(authority -> authority.name().in(language))
                .toList();
        addListed("contact-authority", "authority", authorities, sentences);
        if (law.hasOtherAuthorities()) {
            sentences.add(texts.policyPhrase("contact-authority-any", Map.of(), language));
        }
        return sentences;
    }

    private void addExempt(String key, List<String> purposes, List<Phrase> sentences) {
        if (!purposes.isEmpty()) {
            String list = texts.builtIn(language).list(purposes);
            sentences.add(texts.phrase(key, Map.of("exempt", list), language));
        }
    }

    private void addListed(String key, String placeholder, List<Phrase> values, List<Phrase> sentences) {
        if (!values.isEmpty()) {
            String list = values.stream().map(Phrase::text).collect(Collectors.joining("; "));
            sentences.add(texts.policyPhrase(key, Map.of(placeholder, list), language));
        }
    }

    private boolean storesMoreThanCookies() {
        return charter.cookies().stream().anyMatch(cookie -> cookie.kind() != Kind.COOKIE);
    }

    private boolean hasThirdParties() {
        return !CharterQueries.otherProviders(charter).isEmpty()
                || charter.cookies().stream().map(Cookie::party).anyMatch(party -> party != Party.FIRST);
    }

    private Optional<Phrase> controller() {
        return charter.site().controller().map(this::controller);
    }

    private Phrase controller(LocalizedText controller) {
        Phrase label = texts.policyPhrase("contact-controller", Map.of(), language);
        String name = controller.textIn(language);
        return new Phrase(label.text() + " " + name + (name.endsWith(".") ? "" : "."), label.language());
    }
}
