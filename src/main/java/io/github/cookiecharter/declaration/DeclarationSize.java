package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.Quantity;
import io.github.cookiecharter.model.StandardPurpose;
import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The size of what a declaration generates. A small file can describe pages of gigabytes, because each text serves every
 * language and every cookie of its service. Within the limits each goal succeeds with a heap of 1 GB; beyond them the
 * declaration is rejected before anything is generated.
 */
final class DeclarationSize {

    /** The most rows: cookies and services, in each language. */
    static final long MAX_ROWS = 300_000;

    /** The most characters of texts, each counted once for each language and each row that shows it. */
    static final long MAX_CHARACTERS = 24_000_000;

    private final Declaration declaration;
    private final int languages;
    private final Map<String, Long> providerSizes = new HashMap<>();
    private long rows;
    private long characters;
    private long largestService;
    private SourcePosition largestPosition;

    private DeclarationSize(Declaration declaration) {
        this.declaration = declaration;
        this.languages = Math.max(1, declaration.site().languages().size());
        this.largestPosition = declaration.site().positions().entry();
    }

    /** Reports a declaration whose pages would be too large. */
    static void check(Declaration declaration, DiagnosticCollector diagnostics) {
        DeclarationSize size = new DeclarationSize(declaration);
        size.measure();
        if (size.rows > MAX_ROWS) {
            diagnostics.error(declaration.site().positions().of("languages"), size.tooManyRows());
        } else if (size.characters > MAX_CHARACTERS) {
            diagnostics.error(size.largestPosition, size.tooMuchText());
        }
    }

    private void measure() {
        for (Declaration.Provider provider : declaration.providers()) {
            providerSizes.put(
                    provider.id(),
                    provider.id().length()
                            + of(provider.name())
                            + of(provider.privacyPolicy())
                            + of(provider.safeguard()));
        }
        for (Declaration.Category category : declaration.categories()) {
            add(
                    of(category.name()) + of(category.description()) + of(category.reason()),
                    category.positions().entry());
            rows++;
        }
        for (Declaration.Service service : declaration.services()) {
            add(of(service), service.positions().entry());
            rows += 1 + service.cookies().size();
        }
        rows *= languages;
    }

    private void add(long size, SourcePosition position) {
        characters += size;
        if (size > largestService) {
            largestService = size;
            largestPosition = position;
        }
    }

    // Each row of a service shows the service and its provider.
    private long of(Declaration.Service service) {
        long row = (long) languages * service.id().length()
                + of(service.name())
                + of(service.location())
                + of(service.reason())
                + providerSize(service.provider());
        long purpose = of(service.purpose());
        long size = row + purpose;
        for (Declaration.Cookie cookie : service.cookies()) {
            long names = cookie.name().text().length();
            for (String domain : cookie.domains()) {
                names += domain.length();
            }
            size += row
                    + languages * names
                    + (cookie.purpose().isPresent() ? of(cookie.purpose()) : purpose)
                    + of(cookie.recipients());
        }
        return size;
    }

    // A service without a provider is the site's own.
    private long providerSize(Optional<String> provider) {
        Declaration.Site site = declaration.site();
        return provider.isPresent()
                ? providerSizes.getOrDefault(provider.get(), 0L)
                : of(site.controller().or(() -> Optional.of(site.name()))) + of(site.privacyPolicy());
    }

    // A language without a text of its own shows that of another language.
    private long of(Optional<DeclaredText> text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (text.get() instanceof DeclaredText.Plain plain) {
            return (long) languages * plain.value().length();
        }
        if (text.get() instanceof DeclaredText.Standard standard) {
            long own = 0;
            for (String each : standard.byLanguage().values()) {
                own += each.length();
            }
            return own + (long) languages * StandardPurpose.MAX_LENGTH;
        }
        long sum = 0;
        long longest = 0;
        DeclaredText.Localized localized = (DeclaredText.Localized) text.get();
        for (String each : localized.byLanguage().values()) {
            sum += each.length();
            longest = Math.max(longest, each.length());
        }
        return sum + longest * Math.max(0, languages - localized.byLanguage().size());
    }

    private String tooManyRows() {
        return "the pages would have " + grouped(rows) + " rows, for each category, service and cookie in "
                + Quantity.of(languages, "language", "languages") + ", and the limit is " + grouped(MAX_ROWS)
                + ": declare cookies whose names begin alike as one, such as 'prefix_*', or divide the site's"
                + " declaration";
    }

    private String tooMuchText() {
        return "the pages would have " + grouped(characters) + " characters of texts in "
                + Quantity.of(languages, "language", "languages") + ", " + grouped(largestService)
                + " of them from this entry, and the limit is " + grouped(MAX_CHARACTERS)
                + ": shorten its texts, or give its cookies purposes of their own that are shorter";
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
