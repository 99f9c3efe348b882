package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Consent;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Accent;
import io.github.cookiecharter.model.BannerLayout;
import io.github.cookiecharter.model.BannerPosition;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.template.Stylesheet;
import io.github.cookiecharter.template.Templates;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * tarteaucitron 1.34.0: consent by service, kept as {@code !key=true!key=false}. The library finds one key inside
 * another, sets a cookie before any choice, and fetches its language, its style and its ready-made services by itself. The
 * generated script prevents all three, and builds the panel from the charter.
 */
final class Tarteaucitron implements RuntimeAdapter {

    private static final String NAME = "tarteaucitron";
    // The limit of browsers for a cookie's name and value together (RFC 6265bis, 5.7, step 6).
    private static final int MAX_RECORD_BYTES = 4_096;
    // Dates overflow beyond it; browsers keep a cookie for 400 days at most (RFC 6265bis, 5.5).
    private static final long MAX_SECONDS = 3_155_760_000L;

    // The library's own style is left out: it has one theme, one writing direction and one place for a box.
    @Override
    public List<RuntimeFile> files(Accent accent, Templates templates) {
        return List.of(
                RuntimeFile.generated(
                        "banner.css",
                        RuntimeFile.Kind.STYLE,
                        templates.htmlBytes(
                                "banner/tarteaucitron-style",
                                Map.of("rules", Stylesheet.rules("banner/tarteaucitron.css", accent)))),
                RuntimeFile.bundled(
                        NAME + "/tarteaucitron.min.js",
                        RuntimeFile.Kind.SCRIPT,
                        "runtime.js",
                        "sha384-0WYTWVmD6v1JLIUwo3wU37ckx5TQxWuo0XrTxQY3W+YcbeWkFhE2lzmLFkxmxxcR"),
                RuntimeFile.bundled(NAME + "/LICENSE", RuntimeFile.Kind.LICENCE, "runtime.LICENSE.txt", ""));
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.COOKIE_TABLE, Capability.CHOICE_BY_SERVICE, Capability.NONCE_ONLY);
    }

    // The generated script supplies what the library lacks; the rest is an error, see diagnostics.
    @Override
    public List<Finding> findings(Charter charter) {
        return List.of();
    }

    // The library has no form of its own for a blocked script.
    @Override
    public Map<String, String> blockedScriptAttributes(String url, List<Service> services) {
        return Map.of();
    }

    @Override
    public List<Diagnostic> diagnostics(Charter charter) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Charter.Banner banner = charter.banner();
        if (banner.layout() == BannerLayout.BAR && banner.position() == BannerPosition.CENTER) {
            diagnostics.add(Diagnostic.error(
                    banner.positions().of("position"),
                    "a bar has its place at the top or the bottom: choose one of them, or 'layout: box'"));
        }
        int length = maxRecordBytes(charter);
        if (length > MAX_RECORD_BYTES) {
            diagnostics.add(Diagnostic.error(
                    banner.positions().of("runtime"),
                    NAME + " records each service by its id, here in up to " + length + " bytes, and a browser keeps no"
                            + " cookie over " + MAX_RECORD_BYTES + ": shorten ids, merge services, or choose"
                            + " 'vanilla-cookieconsent', which records categories"));
        }
        return diagnostics;
    }

    private static int maxRecordBytes(Charter charter) {
        int length = charter.consent().cookie().length();
        for (Category category : charter.categories()) {
            for (Service service : category.services()) {
                if (service.isOptional()) {
                    length += service.id().length() + "!__=false".length();
                }
            }
        }
        return length;
    }

    @Override
    public BannerControls controls(Charter charter) {
        return new BannerControls(
                "#tarteaucitronAlertBig",
                "#tarteaucitronPersonalize2",
                "#tarteaucitronAllDenied2",
                BannerControls.OPEN,
                "#tarteaucitron",
                "#tarteaucitronAllDenied",
                "#tarteaucitronSaveButton",
                BannerControls.byService(charter, Tarteaucitron::control),
                BannerControls.objections(charter, Tarteaucitron::control));
    }

    private static BannerControls.Switch control(String service, boolean on) {
        String key = BannerRuntime.TARTEAUCITRON.recordKey(service);
        return new BannerControls.Switch("[id='" + key + (on ? "Allowed" : "Denied") + "']", Optional.empty());
    }

    @Override
    public byte[] script(Charter charter, BannerTexts texts, List<RuntimeFile> files) {
        Map<String, Object> runtimeData = new LinkedHashMap<>();
        runtimeData.put("seconds", seconds(charter.consent()));
        runtimeData.put("orientation", orientation(charter.banner()));
        runtimeData.put("layout", charter.banner().layout().word());
        runtimeData.put("position", charter.banner().position().word());
        runtimeData.put("aroundKey", BannerRuntime.KEY_DELIMITER);
        runtimeData.put("types", types(charter));
        Map<String, Object> data = new BannerData(charter, texts, files).build(runtimeData, (all, language) -> {
            all.put("accept", texts.get("accept", language));
            all.put("reject", texts.get("reject", language));
            all.put("columns", columns(texts, language));
            all.put("categories", categories(charter, texts, language));
        });
        return BannerScript.of(NAME, charter.source(), data);
    }

    // 0 if the choice lasts until the browser is closed.
    private static long seconds(Consent consent) {
        return consent.lifetime() instanceof Lifetime.Lasting lasting
                ? Math.min((long) lasting.seconds(), MAX_SECONDS)
                : 0;
    }

    // "popup" is a box at the bottom, which the style moves; "middle" is a modal box.
    private static String orientation(Charter.Banner banner) {
        boolean bar = banner.layout() == BannerLayout.BAR;
        return switch (banner.position()) {
            case BOTTOM -> bar ? "bottom" : "popup";
            case TOP -> bar ? "top" : "popup";
            case CENTER -> "middle";
        };
    }

    // The library requires one of its nine types of services; the panel shows the charter's own categories.
    private static Map<String, Object> types(Charter charter) {
        Map<String, Object> types = new LinkedHashMap<>();
        for (Category category : charter.categories()) {
            types.put(
                    category.id(),
                    switch (category.id()) {
                        case "statistics" -> "analytic";
                        case "marketing" -> "ads";
                        default -> "other";
                    });
        }
        return types;
    }

    private static Map<String, Object> columns(BannerTexts texts, String language) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (String column : List.of("cookie", "service", "purpose", "lifetime")) {
            columns.put(column, texts.columnHeader(column, language));
        }
        columns.put("provider", texts.columnHeader("provider", language));
        return columns;
    }

    private static List<Object> categories(Charter charter, BannerTexts texts, String language) {
        List<Object> categories = new ArrayList<>();
        for (Category category : charter.categories()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("id", category.id());
            each.put("name", category.name().textIn(language));
            each.put("description", category.description().textIn(language));
            each.put("caption", texts.tableCaption(category, language));
            List<Object> services = new ArrayList<>();
            List<Object> rows = new ArrayList<>();
            for (Service service : category.services()) {
                services.add(service(service, category, texts, language));
                addRows(rows, service, texts, language);
            }
            each.put("services", services);
            each.put("rows", rows);
            categories.add(each);
        }
        return categories;
    }

    private static Map<String, Object> service(Service service, Category category, BannerTexts texts, String language) {
        Map<String, Object> each = new LinkedHashMap<>();
        each.put("id", service.id());
        each.put("name", service.name().textIn(language));
        each.put("needsConsent", service.needsConsent());
        each.put("provider", service.provider().name().textIn(language));
        each.put(
                "purpose",
                service.purpose().map(purpose -> purpose.textIn(language)).orElse(""));
        each.put("exempt", service.needsConsent() ? "" : exemption(service, category, texts, language));
        return each;
    }

    // The category 'necessary' already explains why its services need no consent.
    private static String exemption(Service service, Category category, BannerTexts texts, String language) {
        if (category.isNecessary()) {
            return "";
        }
        Optional<String> reason = service.reason().or(category::reason).map(text -> text.textIn(language));
        return reason.map(words -> texts.policyText("row-exempt", language) + " " + words)
                .orElse(texts.policyText("row-exempt-without-reason", language));
    }

    private static String nameAndLocation(Service service, String language) {
        String name = service.name().textIn(language);
        return service.location()
                .map(location -> name + " (" + location.textIn(language) + ")")
                .orElse(name);
    }

    private static void addRows(List<Object> rows, Service service, BannerTexts texts, String language) {
        for (Cookie cookie : service.cookies()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("cookie", cookie.name().text());
            row.put("service", nameAndLocation(service, language));
            row.put("purpose", cookie.purpose().textIn(language));
            row.put("lifetime", texts.lifetime(cookie.lifetime(), cookie.renewed(), language));
            rows.add(row);
        }
        if (service.cookies().isEmpty()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("cookie", texts.get("no-cookie", language));
            row.put("unknown", true);
            row.put("service", nameAndLocation(service, language));
            row.put(
                    "purpose",
                    service.purpose().map(purpose -> purpose.textIn(language)).orElse(""));
            row.put("lifetime", "");
            rows.add(row);
        }
    }
}
