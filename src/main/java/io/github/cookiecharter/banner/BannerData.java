package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.LegalInformation;
import io.github.cookiecharter.charter.LocalizedText;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.model.NamePattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data of a charter that the scripts of all runtimes read: the type Charter in {@code src/main/js}. */
final class BannerData {

    /** Adds a runtime's own texts for a language to those that all runtimes show. */
    interface RuntimeTexts {

        void addTo(Map<String, Object> texts, String language);
    }

    private final Charter charter;
    private final BannerTexts texts;
    private final List<RuntimeFile> files;

    BannerData(Charter charter, BannerTexts texts, List<RuntimeFile> files) {
        this.charter = charter;
        this.texts = texts;
        this.files = files;
    }

    /**
     * Builds the data of a runtime's script.
     *
     * @param runtimeData the runtime's own data
     * @param runtimeTexts adds the runtime's own texts for each language
     */
    Map<String, Object> build(Map<String, Object> runtimeData, RuntimeTexts runtimeTexts) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("revision", charter.consent().revision());
        data.put("cookie", consentCookie(charter.consent()));
        data.put("reload", charter.consent().reload());
        data.put("gpc", charter.honoursSignal());
        data.put("closeRefuses", new LegalInformation(charter).closingRefuses());
        data.put("theme", charter.banner().theme().word());
        data.put("files", files());
        data.put("services", servicesByCategory());
        data.put("objection", servicesWithObjection());
        data.put("free", alwaysOnServices());
        data.put("frames", BlockedFrames.of(charter));
        data.put("pixels", BlockedFrames.pixels(charter));
        data.put("signals", ConsentMode.isNeeded(charter) ? ConsentMode.signals(charter) : Map.of());
        data.put("entries", ErasureList.of(charter));
        data.putAll(runtimeData);
        charter.consent().log().ifPresent(log -> data.put(ConsentLogData.KEY, ConsentLogData.of(charter, log)));
        data.put("languages", charter.site().languages());
        Map<String, Object> byLanguage = new LinkedHashMap<>();
        for (String language : charter.site().languages()) {
            Map<String, Object> all = texts(language);
            runtimeTexts.addTo(all, language);
            byLanguage.put(language, all);
        }
        data.put("texts", byLanguage);
        return data;
    }

    // An empty domain is written explicitly: without the key a runtime would set the cookie for every subdomain.
    private static Map<String, Object> consentCookie(Charter.Consent consent) {
        Map<String, Object> cookie = new LinkedHashMap<>();
        cookie.put("name", consent.cookie());
        cookie.put("former", formerNamesRegex(consent));
        consent.cookieWithoutDomain().ifPresent(name -> cookie.put("withoutDomain", name));
        cookie.put("domain", consent.domain().orElse(""));
        cookie.put("path", "/");
        return cookie;
    }

    // Matches the names of the consent cookie in all runtimes and revisions of this charter.
    private static String formerNamesRegex(Charter.Consent consent) {
        String name = new NamePattern(consent.cookieOfAllRevisions()).regex();
        return name.substring(0, name.length() - 1) + "(-r[0-9]+)?$";
    }

    private List<Object> files() {
        List<Object> all = new ArrayList<>();
        for (RuntimeFile file : files) {
            if (file.kind() != RuntimeFile.Kind.LICENCE) {
                Map<String, Object> each = new LinkedHashMap<>();
                each.put("address", file.address());
                each.put("integrity", file.integrity());
                each.put("style", file.kind() == RuntimeFile.Kind.STYLE);
                all.add(each);
            }
        }
        return all;
    }

    // The services that need consent, each with its category.
    private Map<String, Object> servicesByCategory() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Category category : charter.categories()) {
            for (Service service : category.services()) {
                if (service.needsConsent()) {
                    all.put(service.id(), service.category());
                }
            }
        }
        return all;
    }

    // The services that run until the visitor objects, each with whether Global Privacy Control is an objection: it
    // speaks
    // of selling and sharing data, not of what a site does for itself.
    private Map<String, Object> servicesWithObjection() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Category category : charter.categories()) {
            for (Service service : category.services()) {
                if (service.objection()) {
                    all.put(service.id(), category.hasAdSignals());
                }
            }
        }
        return all;
    }

    private List<String> alwaysOnServices() {
        List<String> ids = new ArrayList<>();
        for (Category category : charter.categories()) {
            for (Service service : category.services()) {
                if (!service.isOptional()) {
                    ids.add(service.id());
                }
            }
        }
        return ids;
    }

    private Map<String, Object> texts(String language) {
        BannerSentences sentences = new BannerSentences(charter, texts, language);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("language", texts.displayLanguage(language));
        all.put("direction", texts.direction(language));
        all.put("foreign", UntranslatedTexts.of(charter, texts, language));
        all.put("title", texts.get("title", language));
        all.put("description", texts.get(texts.descriptionKey(), language));
        all.put("sentences", words(sentences.banner()));
        all.put("providersLink", sentences.providersLink().map(Phrase::text).orElse(""));
        all.put("providers", sentences.providersAddress(policyUrl(language)));
        all.put("acceptAll", texts.get("accept-all", language));
        all.put("rejectAll", texts.get("reject-all", language));
        all.put("manage", texts.get("manage", language));
        all.put("save", texts.get("save", language));
        all.put("close", texts.get("close", language));
        all.put("preferencesTitle", texts.get("preferences-title", language));
        all.put("preferencesDescription", texts.get(texts.preferencesDescriptionKey(), language));
        all.put("preferencesSentences", words(sentences.preferences()));
        all.put("revision", texts.get("revision", language));
        all.put("gpc", texts.signal(language));
        all.put("policyLink", texts.get("policy-link", language));
        all.put("policy", policyUrl(language));
        all.put("optOutLink", sentences.optOutLink().map(Phrase::text).orElse(""));
        all.put("optOut", charter.site().optOut().orElse(""));
        all.put("frame", frameTexts(language));
        all.put("frames", BlockedFrames.providers(charter, language));
        return all;
    }

    private static List<String> words(List<Phrase> sentences) {
        return sentences.stream().map(Phrase::text).toList();
    }

    private Map<String, Object> frameTexts(String language) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("text", texts.get("frame-text", language));
        frame.put("load", texts.get("frame-load", language));
        frame.put("manage", texts.get("frame-manage", language));
        frame.put("privacy", texts.get("frame-privacy", language));
        return frame;
    }

    private String policyUrl(String language) {
        Optional<LocalizedText> published = charter.site().cookiePolicy();
        return published.isPresent() ? published.get().textIn(language) : "policy." + language + ".html";
    }
}
