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
 * Computes the number that changes when visitors must be asked again: a hash of what they agree to. It does not change
 * with the order of the file, with wording in other than the default language, or with what needs no consent.
 */
final class CharterRevision {

    private static final long MAX_REVISION = Integer.MAX_VALUE;

    private CharterRevision() {}

    /**
     * The revision of these services; those that need no consent don't count.
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

    private static String encodeService(Service service, String language) {
        List<String> cookies = new ArrayList<>();
        for (Cookie cookie : service.cookies()) {
            cookies.add(encodeFields(
                    cookie.name().text(),
                    cookie.kind().word(),
                    cookie.domain().orElse(""),
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

    // What each cookie is for stands with the cookie, wherever it was written.
    private static String purposeWithoutCookies(Service service, String language) {
        return service.cookies().isEmpty() && service.purpose().isPresent()
                ? service.purpose().get().textIn(language)
                : "";
    }

    private static List<String> texts(List<NamePattern> patterns) {
        List<String> texts = new ArrayList<>();
        for (NamePattern pattern : patterns) {
            texts.add(pattern.text());
        }
        return texts;
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

    // Each field with its length before it, so that no two lists of fields are written alike.
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
