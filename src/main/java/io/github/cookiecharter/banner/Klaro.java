package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Consent;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Accent;
import io.github.cookiecharter.model.BannerLayout;
import io.github.cookiecharter.model.BannerPosition;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.template.Templates;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * klaro 0.7.22: consent by service, grouped by category. The library has no table of cookies and no revision, and
 * writes its record for whole days and without {@code Secure}. The generated script lists the cookies in words, and reads
 * and writes the record itself.
 */
final class Klaro implements RuntimeAdapter {

    private static final String NAME = "klaro";
    // RFC 6265bis, 5.7: a browser refuses a cookie whose name and value are longer together.
    private static final int MAX_RECORD_BYTES = 4096;
    // The record has "id":false, for each service, percent-encoded by JavaScript.
    private static final int BYTES_AROUND_ID = "%22%22%3Afalse%2C".length();
    // Browsers keep a cookie for 400 days at most (RFC 6265bis, 5.5); the limit avoids an overflow.
    private static final long MAX_SECONDS = 36_525L * 86_400;

    @Override
    public List<RuntimeFile> files(Accent accent, Templates templates) {
        return List.of(
                RuntimeFile.bundled(
                        NAME + "/klaro.min.css",
                        RuntimeFile.Kind.STYLE,
                        "runtime.css",
                        "sha384-taFXrNMi1VZwc+Zky3cqPQ5bod5e1b2OIvxdRIOsdrP6eJlkh89oUgWoYAJfhCiY"),
                RuntimeFile.styled(
                        NAME + "/klaro-charter.css",
                        "runtime-charter.css",
                        "sha384-JIlpMpTiBzYT26Ce/+J2Gn6+kIrTdBsYaRTrfw0cpTlsuGvw3pOspzEXfl0LVKvy",
                        accent),
                RuntimeFile.bundled(
                        NAME + "/klaro-no-css.js",
                        RuntimeFile.Kind.SCRIPT,
                        "runtime.js",
                        "sha384-gbHapy+he0c0UfGLjIFH6bcO03Ojfs8HQvJqZCNK46p7rnEq+9yFVv/KwSI7GCsy"),
                RuntimeFile.bundled(NAME + "/LICENSE", RuntimeFile.Kind.LICENCE, "runtime.LICENSE.txt", ""));
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.CHOICE_BY_SERVICE, Capability.NONCE_ONLY);
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
        if (maxRecordBytes(charter) > MAX_RECORD_BYTES) {
            diagnostics.add(Diagnostic.error(
                    banner.positions().of("runtime"),
                    NAME + " records the choice for each service by its id, and with these services the record would be"
                            + " larger than the " + MAX_RECORD_BYTES + " bytes that a browser keeps: give the services"
                            + " shorter ids, or choose 'vanilla-cookieconsent', which records it by category"));
        }
        return diagnostics;
    }

    private static int maxRecordBytes(Charter charter) {
        int size = charter.consent().cookie().length() + "=%7B%7D".length();
        for (Service service : charter.services()) {
            size += BYTES_AROUND_ID + service.id().length();
        }
        return size;
    }

    @Override
    public List<Finding> findings(Charter charter) {
        if (!charter.banner().texts().containsKey("table-caption")) {
            return List.of();
        }
        return List.of(new Finding(
                BannerFiles.RULE_ID,
                Severity.WARNING,
                charter.banner().positions().of("texts"),
                Optional.empty(),
                Optional.empty(),
                NAME + " shows no table of cookies but a list below each service, which has no caption: leave the text"
                        + " 'table-caption' out, or choose 'vanilla-cookieconsent'",
                Optional.empty()));
    }

    // klaro's own form loses the nonce, and supports one service for each script.
    @Override
    public Map<String, String> blockedScriptAttributes(String url, List<Service> services) {
        return Map.of();
    }

    @Override
    public BannerControls controls(Charter charter) {
        return new BannerControls(
                ".klaro .cookie-notice",
                ".klaro .cookie-notice .cm-btn-success",
                ".klaro .cookie-notice .cn-decline",
                BannerControls.OPEN,
                ".klaro .cm-modal",
                ".klaro .cm-modal .cm-btn-decline-all",
                ".klaro .cm-modal .cm-btn-info",
                BannerControls.byService(charter, Klaro::control),
                BannerControls.objections(charter, Klaro::control));
    }

    private static BannerControls.Switch control(String service, boolean on) {
        return new BannerControls.Switch("[id='service-item-" + service + "']", Optional.of(on));
    }

    @Override
    public byte[] script(Charter charter, BannerTexts texts, List<RuntimeFile> files) {
        Charter.Banner banner = charter.banner();
        Map<String, Object> runtimeData = new LinkedHashMap<>();
        runtimeData.put("seconds", seconds(charter.consent()));
        runtimeData.put(
                "look",
                List.of(
                        banner.layout().word(),
                        banner.position().word(),
                        banner.theme().word()));
        runtimeData.put("shown", displayedServices(charter));
        Map<String, Object> data = new BannerData(charter, texts, files).build(runtimeData, (all, language) -> {
            all.put("alwaysOn", texts.get("always-on", language));
            all.put("services", texts.get("services", language));
            all.put("categories", categories(charter, texts, language));
        });
        return BannerScript.of(NAME, charter.source(), data);
    }

    // 0 means a session cookie.
    private static long seconds(Consent consent) {
        return consent.lifetime() instanceof Lifetime.Lasting lasting
                ? (long) Math.min(Math.floor(lasting.seconds()), MAX_SECONDS)
                : 0;
    }

    private static List<Object> displayedServices(Charter charter) {
        List<Object> all = new ArrayList<>();
        for (Category category : charter.categories()) {
            for (Service service : category.services()) {
                Map<String, Object> each = new LinkedHashMap<>();
                each.put("id", service.id());
                each.put("category", category.id());
                each.put("needsConsent", service.needsConsent());
                all.add(each);
            }
        }
        return all;
    }

    private static Map<String, Object> categories(Charter charter, BannerTexts texts, String language) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Category category : charter.categories()) {
            all.put(category.id(), new ServiceTexts(texts, language).of(category));
        }
        return all;
    }
}
