package io.github.cookiecharter.report;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Domain;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.LocalizedText;
import io.github.cookiecharter.charter.SiteTexts;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.Keyword;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.template.CsvWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the charter as tables for spreadsheets: a row for each cookie, and one for each service without cookies. Heads
 * and keywords are those of the declaration, texts those of the language.
 */
public final class CharterCsv {

    private static final List<String> HEADS = List.of(
            "category",
            "category-name",
            "service",
            "service-name",
            "provider",
            "country",
            "transfers",
            "location",
            "consent",
            "reason",
            "cookie",
            "kind",
            "purpose",
            "lifetime",
            "lifetime-in-words",
            "renewed",
            "retention",
            "party",
            "domain",
            "path",
            "http-only",
            "secure",
            "same-site",
            "partitioned",
            "role",
            "recipients");

    private final String language;
    private final LanguageTexts texts;

    private CharterCsv(String language, LanguageTexts texts) {
        this.language = language;
        this.texts = texts;
    }

    /** Generates {@code cookies.<language>.csv} for each language, and {@code cookies.csv} in the default language. */
    public static List<Artefact> artefacts(Charter charter, Languages languages) {
        List<Artefact> artefacts = new ArrayList<>();
        for (String language : charter.site().languages()) {
            String table = new CharterCsv(language, SiteTexts.forLanguage(charter, language, languages)).table(charter);
            artefacts.add(Artefact.text(OutputRoot.WEB_PATH, "cookies." + language + ".csv", table));
            if (language.equals(charter.site().defaultLanguage())) {
                artefacts.add(Artefact.text(OutputRoot.WEB_PATH, "cookies.csv", table));
            }
        }
        return artefacts;
    }

    private String table(Charter charter) {
        CsvWriter table = new CsvWriter();
        table.row(HEADS);
        for (Category category : charter.categories()) {
            for (Service service : category.services()) {
                if (service.cookies().isEmpty()) {
                    table.row(row(category, service, Optional.empty()));
                }
                service.cookies().forEach(cookie -> table.row(row(category, service, Optional.of(cookie))));
            }
        }
        return table.text();
    }

    private List<String> row(Category category, Service service, Optional<Cookie> cookie) {
        List<String> row = new ArrayList<>(List.of(
                category.id(),
                category.name().textIn(language),
                service.id(),
                service.name().textIn(language),
                service.provider().name().textIn(language),
                service.provider().country().orElse(""),
                String.join(" ", service.provider().transfers()),
                text(service.location()),
                service.needsConsent() ? "required" : "exempt",
                text(
                        service.needsConsent()
                                ? Optional.empty()
                                : service.reason().or(category::reason))));
        Optional<LocalizedText> purpose = cookie.map(Cookie::purpose).or(service::purpose);
        row.add(cookie.map(each -> each.name().text()).orElse(""));
        row.add(cookie.map(each -> each.kind().word()).orElse(""));
        row.add(text(purpose));
        Optional<Lifetime> lifetime = cookie.flatMap(Cookie::lifetime);
        row.add(lifetime.map(Lifetime::words).orElse(""));
        row.add(lifetime.map(texts::lifetime).orElse(""));
        row.add(cookie.map(each -> Boolean.toString(each.renewed())).orElse(""));
        row.add(service.retention().map(Lifetime::words).orElse(""));
        row.add(cookie.map(each -> each.party().word()).orElse(""));
        row.add(cookie.map(CharterCsv::domains).orElse(""));
        row.add(cookie.filter(each -> each.kind() == Kind.COOKIE)
                .map(Cookie::path)
                .orElse(""));
        row.add(written(cookie.flatMap(Cookie::httpOnly)));
        row.add(written(cookie.flatMap(Cookie::secure)));
        row.add(word(cookie.flatMap(Cookie::sameSite)));
        row.add(written(cookie.flatMap(Cookie::partitioned)));
        row.add(word(cookie.flatMap(Cookie::role)));
        row.add(text(cookie.flatMap(Cookie::recipients)));
        return row;
    }

    private static String domains(Cookie cookie) {
        return cookie.domains().stream().map(Domain::name).collect(Collectors.joining(" "));
    }

    private String text(Optional<LocalizedText> text) {
        return text.map(each -> each.textIn(language)).orElse("");
    }

    private static String written(Optional<Boolean> value) {
        return value.map(each -> Boolean.toString(each)).orElse("");
    }

    private static String word(Optional<? extends Keyword> word) {
        return word.isPresent() ? word.get().word() : "";
    }
}
