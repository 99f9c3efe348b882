package io.github.cookiecharter.report;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Domain;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.HostNames;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.template.JsonWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the services of {@code statistics} and {@code marketing} as IAB Tech Lab's device storage disclosure, version
 * 1.1: <a href="https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework">Vendor Device
 * Storage &amp; Operational Disclosures</a>.
 */
public final class DeviceStorageJson {

    private static final String FILE = "deviceStorage.json";
    private static final long DAY = 86_400;

    // What no browser keeps a cookie beyond.
    private static final long LONGEST = 400 * DAY;

    // 1: store and access information on a device, which stands for consent. The others are what the category is for:
    // measure content, understand audiences.
    private static final List<Integer> STATISTICS = List.of(8, 9);
    // Select advertising with limited data, create and use profiles for advertising, measure advertising.
    private static final List<Integer> MARKETING = List.of(2, 3, 4, 7);

    private final Charter charter;
    private final String language;

    private DeviceStorageJson(Charter charter) {
        this.charter = charter;
        List<String> languages = charter.site().languages();
        this.language = languages.stream()
                .filter(tag -> tag.equals("en") || tag.startsWith("en-"))
                .findFirst()
                .orElse(charter.site().defaultLanguage());
    }

    /** Generates {@code deviceStorage.json}, with texts in English if the site has them. */
    public static Artefact generate(Charter charter) {
        return Artefact.text(
                OutputRoot.WEB_PATH, FILE, JsonWriter.write(new DeviceStorageJson(charter).disclosure()) + "\n");
    }

    /** Returns a warning for each entry that the format cannot express. */
    public static List<Diagnostic> diagnostics(Charter charter) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Service service : services(charter)) {
            for (Cookie cookie : service.cookies()) {
                if (cookie.kind() == Kind.PIXEL) {
                    diagnostics.add(Diagnostic.warning(
                            cookie.positions().entry(),
                            FILE + " does not have this pixel: the format knows only what is stored on a device"));
                }
            }
        }
        return diagnostics;
    }

    private static List<Service> services(Charter charter) {
        return charter.services().stream()
                .filter(service -> service.category().equals("statistics")
                        || service.category().equals("marketing"))
                .toList();
    }

    private Map<String, Object> disclosure() {
        List<Object> disclosures = new ArrayList<>();
        Map<String, Object> domains = new LinkedHashMap<>();
        for (Service service : services(charter)) {
            for (Cookie cookie : service.cookies()) {
                if (cookie.kind() == Kind.PIXEL) {
                    addDomain(cookie.name().text(), service, domains);
                } else {
                    disclosures.add(entry(service, cookie));
                }
            }
            for (NamePattern script : service.scripts()) {
                addDomain(script.text(), service, domains);
            }
            for (NamePattern frame : service.frames()) {
                addDomain(frame.text(), service, domains);
            }
        }
        Map<String, Object> disclosure = new LinkedHashMap<>();
        disclosure.put("disclosures", disclosures);
        disclosure.put("domains", List.copyOf(domains.values()));
        return disclosure;
    }

    private Map<String, Object> entry(Service service, Cookie cookie) {
        boolean isCookie = cookie.kind() == Kind.COOKIE;
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("identifier", cookie.name().text());
        entry.put("type", isCookie ? "cookie" : "web");
        entry.put("maxAgeSeconds", isCookie ? seconds(cookie) : Optional.empty());
        entry.put("cookieRefresh", isCookie && cookie.renewed());
        entry.put("domains", domains(cookie));
        entry.put("purposes", purposes(service));
        entry.put("description", cookie.purpose().textIn(language));
        return entry;
    }

    // A year is 365 days here, as vendors write it, and a session is 0.
    private static Object seconds(Cookie cookie) {
        Lifetime lifetime = cookie.lifetime().orElse(new Lifetime.Session());
        if (lifetime instanceof Lifetime.Lasting lasting) {
            return lasting.unit() == ChronoUnit.YEARS
                    ? Math.multiplyExact(lasting.amount(), 365 * DAY)
                    : (long) lasting.seconds();
        }
        return lifetime instanceof Lifetime.Session ? 0 : LONGEST;
    }

    // A cookie with a domain goes to the hosts below it too; anything else belongs to the site's hosts.
    private List<String> domains(Cookie cookie) {
        List<String> domains = new ArrayList<>();
        for (Domain domain : cookie.domains()) {
            domains.add(domain.name());
            if (cookie.kind() == Kind.COOKIE) {
                domains.add("*." + domain.name());
            }
        }
        if (domains.isEmpty()) {
            domains.add(charter.site().host());
            domains.addAll(charter.site().hosts());
        }
        return domains.stream().distinct().toList();
    }

    private static List<Integer> purposes(Service service) {
        List<Integer> purposes = new ArrayList<>();
        if (service.needsConsent()) {
            purposes.add(1);
        }
        purposes.addAll(service.category().equals("statistics") ? STATISTICS : MARKETING);
        return purposes;
    }

    // A path belongs to the site, and a host that may be any says nothing.
    private void addDomain(String address, Service service, Map<String, Object> domains) {
        String host = HostNames.host(address);
        if (!host.isEmpty() && !host.equals("*")) {
            Map<String, Object> domain = new LinkedHashMap<>();
            domain.put("domain", host);
            domain.put("use", service.name().textIn(language));
            domains.putIfAbsent(host, domain);
        }
    }
}
