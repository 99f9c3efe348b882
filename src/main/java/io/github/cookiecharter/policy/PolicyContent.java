package io.github.cookiecharter.policy;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.vocabulary.Gpc;
import io.github.cookiecharter.vocabulary.Lifetime;
import io.github.cookiecharter.vocabulary.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the policy says in one language, as the context that its templates are filled with. */
final class PolicyContent {

    private final Charter charter;
    private final String language;
    private final Languages languages;
    private final Wording wording;
    private final Map<String, String> site;

    private PolicyContent(Charter charter, String language, Languages languages) {
        this.charter = charter;
        this.language = language;
        this.languages = languages;
        this.wording = new Wording(charter, language, languages);
        this.site = Map.of("site", wording.words(charter.site().name()));
    }

    static Map<String, Object> of(Charter charter, String language, Languages languages) {
        return new PolicyContent(charter, language, languages).context();
    }

    private Map<String, Object> context() {
        String title = wording.words("title", site);
        Map<String, Object> context = new HashMap<>();
        context.put("source", Sources.inHtmlComment(charter.source()));
        context.put("language", language);
        context.put("textLanguage", wording.textLanguage());
        context.put("bodyLanguage", wording.textLanguage().equals(language) ? "" : wording.textLanguage());
        context.put("direction", wording.texts().direction());
        context.put("pageTitle", wording.words("page-title", with(site, "title", title)));
        context.put("pageDescription", wording.words("page-description", site));
        context.put("title", wording.text("title", site));
        context.put("languagesLabel", wording.words("languages", site));
        context.put("hasOtherLanguages", charter.site().languages().size() > 1);
        context.put("languages", links());
        context.put("address", charter.site().url().toString());
        context.put("addressLink", Links.to(charter.site().url().toString()));
        context.put(
                "sections",
                charter.policy().sections().stream().map(this::section).toList());
        // A page can do without the section on choices, but not without the way back to the choice.
        boolean isLeftOut = !charter.policy().sections().contains(Section.CHOICES);
        context.put("reopen", charter.hasBanner() && isLeftOut ? wording.bannerText("reopen") : false);
        return context;
    }

    private List<Object> links() {
        List<Object> links = new ArrayList<>();
        for (String tag : charter.site().languages()) {
            links.add(Map.of("tag", tag, "name", languages.nameOf(tag), "isCurrent", tag.equals(language)));
        }
        return links;
    }

    // Each section has the keys of all: the template asks for one after the other, and only one is there.
    private Map<String, Object> section(Section chosen) {
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
                    case COOKIES -> cookies();
                    case CHOICES -> choices();
                    case CONTACT -> contact();
                });
        return section;
    }

    private Map<String, Object> intro() {
        return Map.of("paragraph", introText());
    }

    private Map<String, Object> introText() {
        String asking = purposes(Category::asksForConsent);
        String exempt = purposes(category -> !category.isNecessary() && !category.asksForConsent());
        Map<String, String> values = with(with(site, "exempt", exempt), "purposes", asking.isEmpty() ? exempt : asking);
        return wording.variant(introKey(asking, exempt), "intro", values);
    }

    private String introKey(String asking, String exempt) {
        if (charter.categories().isEmpty()) {
            return "intro-none";
        }
        if (asking.isEmpty()) {
            return exempt.isEmpty() ? "intro-necessary" : "intro-exempt";
        }
        return exempt.isEmpty() ? "intro" : "intro-some-exempt";
    }

    private String purposes(Predicate<Category> which) {
        return wording.texts()
                .list(charter.categories().stream()
                        .filter(which)
                        .map(category -> wording.words(category.name()))
                        .toList());
    }

    private Map<String, Object> whatIsACookie() {
        return Map.of(
                "heading", wording.text("what-is-a-cookie", site),
                "paragraphs",
                        List.of(
                                wording.text("what-is-a-cookie-definition", site),
                                wording.text("what-is-a-cookie-content", site),
                                wording.text("what-is-a-cookie-similar", site)));
    }

    private Map<String, Object> kinds() {
        List<Object> kinds = new ArrayList<>();
        for (String kind : List.of("necessary", "statistics", "first-party", "third-party")) {
            kinds.add(Map.of(
                    "term",
                    wording.text("kinds-" + kind, site),
                    "meaning",
                    wording.text("kinds-" + kind + "-text", site)));
        }
        return Map.of("heading", wording.text("kinds", site), "kinds", kinds);
    }

    private Map<String, Object> cookies() {
        CookieTable table = new CookieTable(charter.policy().columns(), wording);
        boolean hasPatterns =
                charter.cookies().anyMatch(cookie -> !cookie.name().isLiteral());
        return Map.of(
                "heading", wording.text("cookies", site),
                "lead", wording.around(charter.categories().isEmpty() ? "cookies-none" : "cookies-intro", "link", site),
                "categories",
                        charter.categories().stream()
                                .map(category -> category(category, table))
                                .toList(),
                "pattern", hasPatterns ? wording.text("pattern", site) : false);
    }

    private Map<String, Object> category(Category category, CookieTable table) {
        Map<String, Object> context = new HashMap<>();
        context.put("category", category.id());
        context.put("heading", wording.own(category.name()));
        context.put("description", wording.own(category.description()));
        context.put("consent", wording.text(consentKey(category), site));
        context.put("reason", reason(category));
        context.put("caption", wording.text("table-caption", with(site, "category", wording.words(category.name()))));
        context.put("columns", table.columns());
        context.put("rows", table.rows(category));
        return context;
    }

    private static String consentKey(Category category) {
        if (!category.needsConsent()) {
            return category.isNecessary() && category.reason().isEmpty() ? "consent-necessary" : "consent-exempt";
        }
        if (!category.asksForConsent()) {
            return "consent-all-exempt";
        }
        return category.services().stream().allMatch(Charter.Service::needsConsent)
                ? "consent-required"
                : "consent-mixed";
    }

    private Object reason(Category category) {
        return category.needsConsent() || category.reason().isEmpty()
                ? false
                : wording.own(category.reason().get());
    }

    private Map<String, Object> choices() {
        Map<String, Object> choices = new HashMap<>();
        boolean hasBanner = charter.hasBanner();
        choices.put("heading", wording.variant(hasBanner ? "choices" : "choices-without-banner", "choices", site));
        choices.put("banner", hasBanner ? wording.text("choices-banner", site) : false);
        choices.put("reopen", hasBanner ? wording.bannerText("reopen") : false);
        choices.put("kept", hasBanner ? kept() : false);
        boolean honoursSignal = hasBanner && charter.consent().gpc() == Gpc.HONOUR;
        choices.put("gpc", honoursSignal ? wording.text("choices-gpc", site) : false);
        choices.put("signal", honoursSignal ? wording.bannerText("gpc") : false);
        choices.put(
                "browser",
                wording.variant(hasBanner ? "choices-browser" : "choices-browser-only", "choices-browser", site));
        choices.put("cookie", charter.consent().cookie());
        return choices;
    }

    private Object kept() {
        Lifetime lifetime = charter.consent().lifetime();
        return lifetime instanceof Lifetime.Lasting
                ? wording.around(
                        "choices-kept",
                        "cookie",
                        with(site, "lifetime", wording.texts().lifetime(lifetime)))
                : false;
    }

    private Map<String, Object> contact() {
        Charter.Site from = charter.site();
        Map<String, Object> contact = new HashMap<>();
        contact.put("heading", wording.text("contact", site));
        contact.put(
                "controller",
                from.controller()
                        .<Object>map(controller -> Map.of(
                                "label", wording.text("contact-controller", site), "value", wording.own(controller)))
                        .orElse(false));
        contact.put(
                "person",
                from.contact()
                        .<Object>map(address -> Map.of(
                                "label",
                                wording.text("contact-address", site),
                                "value",
                                address,
                                "link",
                                Links.contact(address)))
                        .orElse(false));
        contact.put("site", from.contact().isPresent() ? false : wording.around("contact-site", "link", site));
        contact.put(
                "privacy",
                from.privacyPolicy()
                        .<Object>map(policy -> with(
                                wording.around("contact-privacy", "link", site),
                                Map.of(
                                        "link", Links.to(wording.words(policy)),
                                        "label", wording.words("contact-privacy-link", site))))
                        .orElse(false));
        contact.put("updated", updated(from.updated()));
        return contact;
    }

    private Object updated(Optional<LocalDate> day) {
        return day.<Object>map(date -> with(
                        wording.around("contact-updated", "date", site),
                        Map.of("iso", date.toString(), "date", wording.texts().date(date))))
                .orElse(false);
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
