package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Consent;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.LocalizedText;
import io.github.cookiecharter.model.Accent;
import io.github.cookiecharter.model.BannerLayout;
import io.github.cookiecharter.model.BannerPosition;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.template.Templates;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * vanilla-cookieconsent 3.1.0: consent by category, a cookie table, a revision number. The library has no texts of its
 * own, erases cookies only by exact host, and erases no storage. The generated script supplies all three.
 */
final class VanillaCookieConsent implements RuntimeAdapter {

    private static final String NAME = "vanilla-cookieconsent";
    // The library puts the cookie's name into a regular expression as it is.
    private static final List<String> SPECIAL_CHARACTERS = List.of(".", "$", "^", "*", "+", "|");

    // The library keeps categories in plain objects, which inherit this property from Object.prototype.
    private static final String INHERITED_PROPERTY = "constructor";
    // Dates overflow beyond it; browsers keep a cookie for 400 days at most (RFC 6265bis, 5.5).
    private static final long MAX_DAYS = 36_525;

    @Override
    public List<RuntimeFile> files(Accent accent, Templates templates) {
        return List.of(
                RuntimeFile.bundled(
                        NAME + "/cookieconsent.css",
                        RuntimeFile.Kind.STYLE,
                        "runtime.css",
                        "sha384-9KcNFt4axT+TNOVPHpwGHOm4Kv0UcMjdVya1kl+EPBQG+Vmqtz28cnx0f5PZYcnF"),
                RuntimeFile.styled(
                        NAME + "/vanilla-cookieconsent-charter.css",
                        "runtime-charter.css",
                        "sha384-Q8+JoLsLU9EKXCxDeyBtiFLWu5d0vDEeqAGF7omNcELrhc8KhCZKIQOdsXeGXhR4",
                        accent),
                RuntimeFile.bundled(
                        NAME + "/cookieconsent.umd.js",
                        RuntimeFile.Kind.SCRIPT,
                        "runtime.js",
                        "sha384-xOY5eqzqHsjfa8YYAomICWjVJ3g9q1C1tWgRF09ut5PzRJjLFSpKH7gCsIN3hKcA"),
                RuntimeFile.bundled(NAME + "/LICENSE", RuntimeFile.Kind.LICENCE, "runtime.LICENSE.txt", ""));
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.COOKIE_TABLE,
                Capability.TIME,
                Capability.ID,
                Capability.REVISION_IN_RECORD,
                Capability.NONCE_ONLY);
    }

    @Override
    public List<Finding> findings(Charter charter) {
        return List.of();
    }

    // The library supports one category for each script.
    @Override
    public Map<String, String> blockedScriptAttributes(String url, List<Service> services) {
        for (Service service : services) {
            // Its form knows categories alone, in which a service that needs no consent stands beside others.
            if (!service.category().equals(services.get(0).category()) || !service.needsConsent()) {
                return Map.of();
            }
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("type", "text/plain");
        attributes.put("data-category", services.get(0).category());
        // HTML does not allow "src" on a data block, which a blocked script is.
        attributes.put("data-src", url);
        return attributes;
    }

    @Override
    public List<Diagnostic> diagnostics(Charter charter) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Consent consent = charter.consent();
        boolean lasting = consent.lifetime() instanceof Lifetime.Lasting;
        if (consent.lifetime() instanceof Lifetime.Persistent || (lasting && days(consent) < 1)) {
            diagnostics.add(Diagnostic.error(
                    consent.positions().of("lifetime"),
                    "the choice cannot be kept that long: a cookie keeps it for whole days, or for the session; write"
                            + " 'session', or one day or more"));
        }
        for (String special : SPECIAL_CHARACTERS) {
            if (consent.cookie().contains(special)) {
                diagnostics.add(Diagnostic.error(
                        consent.positions().of("cookie"),
                        NAME + " does not find a consent cookie with '" + special
                                + "' in its name again: use letters, digits, '-' and '_'"));
            }
        }
        for (Category category : charter.categories()) {
            if (category.id().equals(INHERITED_PROPERTY)) {
                diagnostics.add(Diagnostic.error(
                        category.positions().entry(),
                        NAME + " cannot keep a choice for a category called '" + INHERITED_PROPERTY
                                + "': give it another id"));
            }
        }
        Charter.Banner banner = charter.banner();
        if (banner.layout() == BannerLayout.BAR && banner.position() == BannerPosition.CENTER) {
            diagnostics.add(Diagnostic.error(
                    banner.positions().of("position"),
                    "a bar has its place at the top or the bottom: choose one of them, or 'layout: box'"));
        }
        return diagnostics;
    }

    @Override
    public BannerControls controls(Charter charter) {
        return new BannerControls(
                "#cc-main .cm",
                "#cc-main .cm [data-role='all']",
                "#cc-main .cm [data-role='necessary']",
                BannerControls.OPEN,
                "#cc-main .pm",
                "#cc-main .pm [data-role='necessary']",
                "#cc-main .pm [data-role='save']",
                BannerControls.byCategory(charter, VanillaCookieConsent::control),
                BannerControls.objections(
                        charter,
                        (service, on) -> control(BannerRuntime.VANILLA_COOKIECONSENT.objectionKey(service), on)));
    }

    private static BannerControls.Switch control(String value, boolean on) {
        return new BannerControls.Switch("#cc-main .pm input[value='" + value + "']", Optional.of(on));
    }

    @Override
    public byte[] script(Charter charter, BannerTexts texts, List<RuntimeFile> files) {
        Map<String, Object> runtimeData = new LinkedHashMap<>();
        runtimeData.put("days", days(charter.consent()));
        runtimeData.put("gui", gui(charter.banner()));
        runtimeData.put("categories", categories(charter));
        runtimeData.put("rtl", texts.rightToLeft());
        Map<String, Object> data = new BannerData(charter, texts, files)
                .build(runtimeData, (all, language) -> putTables(charter, texts, all, language));
        return BannerScript.of(NAME, charter.source(), data);
    }

    // The library treats 0 as a session cookie.
    private static long days(Consent consent) {
        return consent.lifetime() instanceof Lifetime.Lasting lasting ? Math.min(lasting.wholeDays(), MAX_DAYS) : 0;
    }

    private static Map<String, Object> gui(Charter.Banner banner) {
        boolean bar = banner.layout() == BannerLayout.BAR;
        String place = switch (banner.position()) {
            case BOTTOM -> bar ? "bottom" : "bottom right";
            case TOP -> bar ? "top" : "top right";
            case CENTER -> "middle center";
        };
        Map<String, Object> consentModal = new LinkedHashMap<>();
        consentModal.put("layout", bar ? "bar inline" : "box");
        consentModal.put("position", place);
        consentModal.put("equalWeightButtons", true);
        Map<String, Object> preferencesModal = new LinkedHashMap<>();
        preferencesModal.put("layout", "box");
        preferencesModal.put("equalWeightButtons", true);
        Map<String, Object> gui = new LinkedHashMap<>();
        gui.put("consentModal", consentModal);
        gui.put("preferencesModal", preferencesModal);
        return gui;
    }

    private static List<Object> categories(Charter charter) {
        List<Object> categories = new ArrayList<>();
        for (Category category : charter.categories()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("id", category.id());
            each.put("hasSwitch", hasSwitch(category));
            each.put("needsConsent", category.asksForConsent());
            each.put(
                    "objection",
                    category.services().stream()
                            .filter(Service::objection)
                            .map(Service::id)
                            .toList());
            categories.add(each);
        }
        return categories;
    }

    // A category's switch decides its services that need consent, or shows that the others are always on. Each service
    // that
    // runs until the visitor objects has its own: an objection must outlast a change of its neighbours.
    private static boolean hasSwitch(Category category) {
        return !category.services().stream().allMatch(Service::objection);
    }

    private static void putTables(Charter charter, BannerTexts texts, Map<String, Object> all, String language) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (String column : List.of("cookie", "provider", "purpose", "lifetime")) {
            columns.put(column, texts.columnHeader(column, language));
        }
        all.put("columns", columns);
        List<Object> categories = new ArrayList<>();
        for (Category category : charter.categories()) {
            categories.addAll(sections(category, texts, language));
        }
        all.put("categories", categories);
    }

    private static List<Object> sections(Category category, BannerTexts texts, String language) {
        List<Service> open =
                category.services().stream().filter(Service::objection).toList();
        List<Service> others = category.services().stream()
                .filter(service -> !service.objection())
                .toList();
        List<String> lines = new ArrayList<>(List.of(category.description().textIn(language)));
        if (others.isEmpty()) {
            category.reason().ifPresent(reason -> lines.add(texts.exemptionText(reason, language)));
        }
        if (others.isEmpty() && open.size() == 1) {
            open.get(0).reason().ifPresent(reason -> lines.add(texts.exemptionText(reason, language)));
            return List.of(section(switchOf(open.get(0)), category.name(), lines, category, open, texts, language));
        }
        List<Object> sections = new ArrayList<>();
        String own = others.isEmpty() ? "" : category.id();
        sections.add(section(own, category.name(), lines, category, others, texts, language));
        for (Service service : open) {
            List<String> about = new ArrayList<>();
            service.purpose().ifPresent(purpose -> about.add(purpose.textIn(language)));
            service.reason().ifPresent(reason -> about.add(texts.exemptionText(reason, language)));
            sections.add(
                    section(switchOf(service), service.name(), about, category, List.of(service), texts, language));
        }
        return sections;
    }

    private static String switchOf(Service service) {
        return BannerRuntime.VANILLA_COOKIECONSENT.objectionKey(service.id());
    }

    private static Map<String, Object> section(
            String id,
            LocalizedText name,
            List<String> lines,
            Category category,
            List<Service> services,
            BannerTexts texts,
            String language) {
        Map<String, Object> each = new LinkedHashMap<>();
        each.put("id", id);
        each.put("name", name.textIn(language));
        each.put("description", String.join(" ", lines));
        each.put("caption", texts.tableCaption(category, language));
        List<Object> rows = new ArrayList<>();
        for (Service service : services) {
            for (Cookie cookie : service.cookies()) {
                rows.add(row(cookie, service, texts, language));
            }
            if (service.cookies().isEmpty()) {
                rows.add(emptyRow(service, texts, language));
            }
        }
        each.put("rows", rows);
        return each;
    }

    private static Map<String, Object> row(Cookie cookie, Service service, BannerTexts texts, String language) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("cookie", cookie.name().text());
        row.put("provider", service.provider().name().textIn(language));
        row.put("purpose", cookie.purpose().textIn(language));
        row.put("lifetime", texts.lifetime(cookie.lifetime(), cookie.renewed(), language));
        return row;
    }

    private static Map<String, Object> emptyRow(Service service, BannerTexts texts, String language) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("cookie", texts.get("no-cookie", language));
        row.put("unknown", true);
        row.put("provider", service.provider().name().textIn(language));
        row.put("purpose", service.purpose().orElse(service.name()).textIn(language));
        row.put("lifetime", "");
        return row;
    }
}
