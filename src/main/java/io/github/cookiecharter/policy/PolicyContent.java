package io.github.cookiecharter.policy;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.SupervisoryAuthority;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.charter.LegalInformation;
import io.github.cookiecharter.charter.LocalizedText;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.charter.PurposeLists;
import io.github.cookiecharter.history.Release;
import io.github.cookiecharter.jurisdiction.Jurisdiction.Basis;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.Section;
import io.github.cookiecharter.template.Templates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the template context of the policy in one language. */
final class PolicyContent {

    private final Charter charter;
    private final Optional<Templates> templates;
    private final String language;
    private final Languages languages;
    private final PageTexts texts;
    private final LegalInformation law;
    private final Map<String, String> site;
    private final List<Release> history;

    private PolicyContent(
            Charter charter,
            List<Release> history,
            String language,
            Languages languages,
            Optional<Templates> templates) {
        this.charter = charter;
        this.history = history;
        this.templates = templates;
        this.language = language;
        this.languages = languages;
        this.texts = new PageTexts(charter, language, languages);
        this.law = new LegalInformation(charter);
        this.site = Map.of("site", texts.words(charter.site().name()));
    }

    static Map<String, Object> contextFor(
            Charter charter, List<Release> history, String language, Languages languages, Templates templates) {
        return new PolicyContent(charter, history, language, languages, Optional.of(templates)).context();
    }

    /** Builds the same content with the rows themselves instead of their HTML. */
    static Map<String, Object> contextWithRows(
            Charter charter, List<Release> history, String language, Languages languages) {
        return new PolicyContent(charter, history, language, languages, Optional.empty()).context();
    }

    private Map<String, Object> context() {
        String title = texts.words("title", site);
        Map<String, Object> context = new HashMap<>();
        context.put("source", GeneratedComment.inHtmlComment(charter.source()));
        context.put("language", language);
        context.put("textLanguage", texts.textLanguage());
        context.put("bodyLanguage", texts.textLanguage().equals(language) ? "" : texts.textLanguage());
        context.put("direction", texts.direction());
        context.put("pageTitle", texts.words("page-title", with(site, "title", title)));
        context.put("pageDescription", texts.words("page-description", site));
        context.put("title", texts.text("title", site));
        context.put("languagesLabel", texts.words("languages", site));
        context.put("hasOtherLanguages", charter.site().languages().size() > 1);
        context.put("languages", links());
        context.put("address", charter.site().url().toString());
        context.put("addressLink", Hrefs.href(charter.site().url().toString()));
        List<Object> sections = new ArrayList<>();
        for (Section section : charter.policy().sections()) {
            sections.add(section(section, context));
        }
        context.put("sections", sections);
        // A page may omit the section on choices, but not the button that reopens the banner.
        boolean isLeftOut = !charter.policy().sections().contains(Section.CHOICES);
        context.put("reopen", charter.hasBanner() && isLeftOut ? reopen() : false);
        return context;
    }

    private List<Object> links() {
        List<Object> links = new ArrayList<>();
        for (String tag : charter.site().languages()) {
            String direction = Languages.direction(tag);
            links.add(Map.of(
                    "tag",
                    tag,
                    "name",
                    languages.nameOf(tag),
                    "dir",
                    direction.equals(texts.direction()) ? "" : direction,
                    "isCurrent",
                    tag.equals(language)));
        }
        return links;
    }

    // Each section has the keys of all sections, because the template tests one after the other.
    private Map<String, Object> section(Section chosen, Map<String, Object> page) {
        Map<String, Object> section = new HashMap<>();
        for (Section each : Section.values()) {
            section.put(each.word(), false);
        }
        section.put("id", chosen.word());
        section.put(
                chosen.word(),
                switch (chosen) {
                    case INTRO -> intro();
                    case WHAT_IS_A_COOKIE -> whatIsACookie();
                    case KINDS -> kinds();
                    case COOKIES -> cookies(page);
                    case CHOICES -> choices();
                    case CONTACT -> contact();
                    case HISTORY -> new HistorySection(texts, language, site).context(history);
                });
        return section;
    }

    private Map<String, Object> intro() {
        return Map.of("paragraph", introText());
    }

    private Map<String, Object> introText() {
        PurposeLists purposes = new PurposeLists(charter, language, texts.languageTexts());
        List<String> askingNames = purposes.askedNames();
        List<String> exemptNames = purposes.exemptNames();
        String key = texts.variantKey(introKey(askingNames, exemptNames), "intro");
        String asking = texts.wordsIn(key).list(askingNames);
        String exempt = texts.wordsIn(key).list(exemptNames);
        return texts.text(key, with(with(site, "exempt", exempt), "purposes", asking.isEmpty() ? exempt : asking));
    }

    private String introKey(List<String> asking, List<String> exempt) {
        if (charter.categories().isEmpty()) {
            return "intro-none";
        }
        boolean hasNecessary = charter.categories().stream().anyMatch(Category::isNecessary);
        if (asking.isEmpty()) {
            return exempt.isEmpty() ? "intro-necessary" : hasNecessary ? "intro-exempt" : "intro-only-exempt";
        }
        if (exempt.isEmpty()) {
            return hasNecessary ? "intro" : "intro-only-consent";
        }
        return hasNecessary ? "intro-some-exempt" : "intro-exempt-and-consent";
    }

    private Map<String, Object> whatIsACookie() {
        return Map.of(
                "heading", texts.text("what-is-a-cookie", site),
                "paragraphs",
                        List.of(
                                texts.text("what-is-a-cookie-definition", site),
                                texts.text("what-is-a-cookie-content", site),
                                texts.text("what-is-a-cookie-similar", site)));
    }

    private Map<String, Object> kinds() {
        List<Object> kinds = new ArrayList<>();
        for (String kind : List.of("necessary", "statistics", "first-party", "third-party")) {
            kinds.add(Map.of(
                    "term", texts.text("kinds-" + kind, site), "meaning", texts.text("kinds-" + kind + "-text", site)));
        }
        return Map.of("heading", texts.text("kinds", site), "kinds", kinds);
    }

    private Map<String, Object> cookies(Map<String, Object> page) {
        CookieTable table = new CookieTable(charter, texts);
        boolean hasPatterns = false;
        for (Cookie cookie : charter.cookies()) {
            hasPatterns |= !cookie.name().isLiteral();
        }
        List<Object> categories = new ArrayList<>();
        for (Category category : charter.categories()) {
            categories.add(category(category, table, page));
        }
        return Map.of(
                "heading",
                texts.text("cookies", site),
                "lead",
                texts.splitAround(charter.categories().isEmpty() ? "cookies-none" : "cookies-intro", "link", site),
                "categories",
                categories,
                "pattern",
                hasPatterns ? texts.text("pattern", site) : false);
    }

    private Map<String, Object> category(Category category, CookieTable table, Map<String, Object> page) {
        Map<String, Object> context = new HashMap<>();
        context.put("category", category.id());
        context.put("heading", texts.localized(category.name()));
        context.put("description", texts.localized(category.description()));
        context.put("consent", texts.text(consentKey(category), site));
        context.put("reason", reason(category));
        context.put("objection", CharterQueries.canObject(charter, category) ? texts.text("objection", site) : false);
        context.put("basis", basis(category));
        context.put("caption", texts.text("table-caption", with(site, "category", texts.words(category.name()))));
        context.put("columns", table.columns());
        // The rows are most of a page, and the same in page and fragment: they are filled once, and only the result is
        // kept.
        if (templates.isEmpty()) {
            context.put("rows", table.rows(category));
        } else {
            Map<String, Object> filled = with(page, with(context, Map.of("rows", table.rows(category))));
            context.put("filledRows", templates.get().html("policy/rows", filled));
        }
        return context;
    }

    private static String consentKey(Category category) {
        if (!category.needsConsent()) {
            return category.isNecessary() && category.reason().isEmpty() ? "consent-necessary" : "consent-exempt";
        }
        if (!category.asksForConsent()) {
            return "consent-all-exempt";
        }
        for (Charter.Service service : category.services()) {
            if (!service.needsConsent()) {
                return "consent-mixed";
            }
        }
        return "consent-required";
    }

    private Object basis(Category category) {
        List<Phrase> bases = new ArrayList<>();
        if (category.asksForConsent()) {
            bases.addAll(law.bases(Basis.CONSENT, texts.textLanguage()));
        }
        if (category.services().stream().anyMatch(service -> !service.needsConsent())) {
            bases.addAll(law.bases(Basis.EXEMPTION, texts.textLanguage()));
        }
        return bases.isEmpty() ? false : with(texts.splitAround("legal-basis", "basis", site), listed(bases, "; "));
    }

    // Values that may each be in a language of their own.
    private Map<String, Object> listed(List<Phrase> phrases, String separator) {
        List<Object> values = new ArrayList<>();
        for (Phrase phrase : phrases) {
            Map<String, Object> value = new HashMap<>(texts.inOwnLanguage(phrase));
            value.put("separator", values.isEmpty() ? "" : separator);
            value.put("href", "");
            values.add(value);
        }
        return Map.of("values", values);
    }

    private Object reason(Category category) {
        return category.needsConsent() || category.reason().isEmpty()
                ? false
                : texts.localized(category.reason().get());
    }

    private Map<String, Object> choices() {
        Map<String, Object> choices = new HashMap<>();
        boolean hasBanner = charter.hasBanner();
        // Otherwise there is no consent to give, and no visitor is asked again.
        boolean asks = hasBanner && charter.needsConsent();
        choices.put("heading", texts.variant(hasBanner ? "choices" : "choices-without-banner", "choices", site));
        choices.put("paragraphs", hasBanner ? choicesParagraphs() : List.of());
        choices.put("reopen", hasBanner ? reopen() : false);
        choices.put("optOut", optOut());
        choices.put("kept", asks ? keptText() : false);
        boolean honoursSignal = hasBanner && charter.honoursSignal();
        choices.put("gpc", honoursSignal ? texts.text("choices-gpc", site) : false);
        choices.put("signal", honoursSignal ? signal() : false);
        choices.put("browser", texts.variant(browserKey(), "choices-browser", site));
        choices.put("cookie", charter.consent().cookie());
        return choices;
    }

    // What the visitor can decide here: a site may ask for consent, allow objections, or both.
    private List<Object> choicesParagraphs() {
        List<Object> paragraphs = new ArrayList<>();
        if (charter.needsConsent()) {
            paragraphs.add(texts.text("choices-banner", site));
            paragraphs.add(texts.text("choices-withdrawal", site));
        }
        List<String> objectable = new PurposeLists(charter, language, texts.languageTexts()).exemptPhrases(true);
        if (!objectable.isEmpty()) {
            String list = texts.bannerWordsIn("exempt-objection").list(objectable);
            paragraphs.add(texts.bannerText("exempt-objection", with(site, "exempt", list)));
        }
        return paragraphs;
    }

    // Californians know the control by the title that their law gives it.
    private Map<String, Object> reopen() {
        boolean isOptOut = law.hasOptOut()
                && charter.site().optOut().isEmpty()
                && !charter.banner().texts().containsKey("reopen");
        return texts.bannerText(isOptOut ? "opt-out" : "reopen");
    }

    private Object optOut() {
        Optional<String> address = charter.site().optOut().filter(any -> law.hasOptOut());
        return address.isEmpty() ? false : with(texts.bannerText("opt-out"), Map.of("link", Hrefs.href(address.get())));
    }

    private Map<String, Object> signal() {
        return law.confirmsSignal() ? texts.bannerTexts("opt-out-honored", "gpc") : texts.bannerText("gpc");
    }

    private String browserKey() {
        if (charter.hasBanner()) {
            return "choices-browser";
        }
        return charter.categories().isEmpty() ? "choices-browser-none" : "choices-browser-only";
    }

    private Object keptText() {
        Lifetime lifetime = charter.consent().lifetime();
        return lifetime instanceof Lifetime.Lasting
                ? texts.splitAround(
                        "choices-kept",
                        "cookie",
                        with(site, "lifetime", texts.wordsIn("choices-kept").lifetime(lifetime)))
                : false;
    }

    private Map<String, Object> contact() {
        Charter.Site from = charter.site();
        Map<String, Object> contact = new HashMap<>();
        contact.put("heading", texts.text("contact", site));
        contact.put(
                "controller",
                from.controller().isPresent() ? controller(from.controller().get()) : false);
        contact.put("person", from.contact().isPresent() ? person(from.contact().get()) : false);
        contact.put("site", from.contact().isPresent() ? false : texts.splitAround("contact-site", "link", site));
        contact.put(
                "privacy",
                from.privacyPolicy().isPresent() ? privacy(from.privacyPolicy().get()) : false);
        contact.put("authority", authority());
        contact.put("authorityAny", law.hasOtherAuthorities() ? texts.text("contact-authority-any", site) : false);
        contact.put(
                "updated", from.updated().isPresent() ? updated(from.updated().get()) : false);
        return contact;
    }

    private Map<String, Object> controller(LocalizedText controller) {
        return Map.of("label", texts.text("contact-controller", site), "value", texts.localized(controller));
    }

    private Map<String, Object> person(String address) {
        return Map.of(
                "label", texts.text("contact-address", site), "value", address, "link", Hrefs.contactHref(address));
    }

    private Map<String, Object> privacy(LocalizedText policy) {
        return with(
                texts.splitAround("contact-privacy", "link", site),
                Map.of("link", Hrefs.href(texts.words(policy)), "label", texts.words("contact-privacy-link", site)));
    }

    private Object authority() {
        List<SupervisoryAuthority> authorities = charter.site().authorities();
        if (authorities.isEmpty()) {
            return false;
        }
        List<Object> values = new ArrayList<>();
        for (SupervisoryAuthority authority : authorities) {
            Map<String, Object> value = new HashMap<>(texts.localized(authority.name()));
            value.put("separator", values.isEmpty() ? "" : ", ");
            value.put(
                    "href",
                    authority.url().map(url -> Hrefs.href(url.toString())).orElse(""));
            values.add(value);
        }
        return with(texts.splitAround("contact-authority", "authority", site), Map.of("values", values));
    }

    private Map<String, Object> updated(LocalDate date) {
        return with(
                texts.splitAround("contact-updated", "date", site),
                Map.of(
                        "iso", date.toString(),
                        "date", texts.wordsIn("contact-updated").date(date)));
    }

    private static Map<String, String> with(Map<String, String> values, String key, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(key, value);
        return more;
    }

    private static Map<String, Object> with(Map<String, Object> context, Map<String, Object> others) {
        Map<String, Object> more = new HashMap<>(context);
        more.putAll(others);
        return more;
    }
}
