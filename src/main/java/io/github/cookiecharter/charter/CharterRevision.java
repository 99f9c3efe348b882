package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.NamePattern;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Computes the consent revision, which changes when visitors must be asked again: a hash of what they consent to. It
 * does not depend on the order of the file, on texts in other than the default language, or on services that need no
 * consent.
 */
final class CharterRevision {

    private static final long MAX_REVISION = Integer.MAX_VALUE;

    private CharterRevision() {}

    /**
     * Computes the revision of those of these services that need consent.
     *
     * @return 1 to 2147483647
     */
    static int compute(List<Service> services, String defaultLanguage) {
        List<String> agreedTo = new ArrayList<>();
        for (Service service : services) {
            if (service.needsConsent()) {
                agreedTo.add(encodeService(service, defaultLanguage));
            }
        }
        byte[] hash = sha256(encodeSorted(agreedTo));
        long number = 0;
        for (int i = 0; i < 7; i++) {
            number = number << 8 | (hash[i] & 0xff);
        }
        return (int) (number % MAX_REVISION) + 1;
    }

    /** Encodes what services that need consent consist of, apart from wording and lifetimes. */
    static String encodeShape(List<Service> services) {
        List<String> shapes = new ArrayList<>();
        for (Service service : services) {
            if (service.needsConsent()) {
                List<String> cookies = service.cookies().stream()
                        .map(cookie ->
                                encodeFields(cookie.name().text(), cookie.kind().word()))
                        .toList();
                shapes.add(encodeFields(
                        service.id(),
                        service.category(),
                        encodeSorted(cookies),
                        encodeSorted(texts(service.scripts())),
                        encodeSorted(texts(service.frames()))));
            }
        }
        return encodeSorted(shapes);
    }

    /** Returns the SHA-256 of some fields. */
    static byte[] hash(String... fields) {
        return sha256(encodeFields(fields));
    }

    private static String encodeService(Service service, String language) {
        List<String> cookies = new ArrayList<>();
        for (Cookie cookie : service.cookies()) {
            cookies.add(encodeFields(
                    cookie.name().text(),
                    cookie.kind().word(),
                    encodeDomains(cookie),
                    cookie.path(),
                    cookie.lifetime().isEmpty() ? "" : encode(cookie.lifetime().get()),
                    cookie.purpose().textIn(language)));
        }
        return encodeFields(
                service.id(),
                service.category(),
                service.provider().id().orElse(""),
                purposeWithoutCookies(service, language),
                encodeSorted(cookies),
                encodeSorted(texts(service.scripts())),
                encodeSorted(texts(service.frames())));
    }

    // One domain is encoded as it is.
    private static String encodeDomains(Cookie cookie) {
        List<String> names =
                cookie.domains().stream().map(Charter.Domain::name).sorted().toList();
        return names.size() > 1 ? encodeSorted(names) : String.join("", names);
    }

    // The purpose of a service with cookies is resolved into its cookies.
    private static String purposeWithoutCookies(Service service, String language) {
        return service.cookies().isEmpty() && service.purpose().isPresent()
                ? service.purpose().get().textIn(language)
                : "";
    }

    private static List<String> texts(List<NamePattern> patterns) {
        return patterns.stream().map(NamePattern::text).toList();
    }

    private static String encode(Lifetime lifetime) {
        if (lifetime instanceof Lifetime.Lasting lasting) {
            return lasting.iso();
        }
        return lifetime instanceof Lifetime.Session ? "session" : "persistent";
    }

    private static String encodeSorted(List<String> records) {
        List<String> sorted = new ArrayList<>(records);
        Collections.sort(sorted);
        return encodeFields(sorted.toArray(new String[0]));
    }

    // Each field is preceded by its length, so that no two lists of fields have the same encoding.
    private static String encodeFields(String... fields) {
        StringBuilder out = new StringBuilder();
        for (String field : fields) {
            out.append(field.length()).append(':').append(field);
        }
        return out.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
