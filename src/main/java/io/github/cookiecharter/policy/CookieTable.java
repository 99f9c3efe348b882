package io.github.cookiecharter.policy;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.LocalText;
import io.github.cookiecharter.vocabulary.Column;
import io.github.cookiecharter.vocabulary.Kind;
import io.github.cookiecharter.vocabulary.Lifetime;
import io.github.cookiecharter.vocabulary.Party;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of a category: a row for each cookie, and one for each service that has none.
 *
 * <p>Every cell consists of parts, which make up its value, and of notes, which stand below it.
 */
final class CookieTable {

    private static final String NOTHING = "–";

    private final List<Column> columns;
    private final Wording wording;

    CookieTable(List<Column> columns, Wording wording) {
        this.columns = columns;
        this.wording = wording;
    }

    List<Object> columns() {
        List<Object> headers = new ArrayList<>();
        for (Column column : columns) {
            Map<String, Object> header = new HashMap<>(wording.ofTable("column." + column.word()));
            header.put("column", column.word());
            header.put("header", header.get("text"));
            headers.add(header);
        }
        return headers;
    }

    List<Object> rows(Category category) {
        List<Object> rows = new ArrayList<>();
        for (Service service : category.services()) {
            boolean isExempt = category.needsConsent() && !service.needsConsent();
            if (service.cookies().isEmpty()) {
                rows.add(row(service, Optional.empty(), isExempt));
            }
            for (Cookie cookie : service.cookies()) {
                rows.add(row(service, Optional.of(cookie), isExempt));
            }
        }
        return rows;
    }

    private Map<String, Object> row(Service service, Optional<Cookie> cookie, boolean isExempt) {
        List<Object> cells = new ArrayList<>();
        for (Column column : columns) {
            Map<String, Object> cell = cell(column, service, cookie);
            // The exemption belongs to the purpose; a site that leaves that column out still has to state it.
            if (isExempt && column == (columns.contains(Column.PURPOSE) ? Column.PURPOSE : Column.COOKIE)) {
                cell.put("notes", prepend(exemption(service), cell));
            }
            cells.add(cell);
        }
        return Map.of(
                "isCookie", cookie.isPresent(),
                "name", cookie.map(each -> each.name().text()).orElse(service.id()),
                "cells", cells);
    }

    private Map<String, Object> cell(Column column, Service service, Optional<Cookie> cookie) {
        return switch (column) {
            case PROVIDER -> provider(service.provider());
            case SERVICE -> service(service);
            case COOKIE -> cookie.map(this::name).orElseGet(this::noCookie);
            case PURPOSE -> text(column, cookie.map(Cookie::purpose).or(service::purpose));
            case LIFETIME -> lifetime(service, cookie);
            case PARTY -> cookie.map(this::party).orElseGet(() -> nothing(column));
            case KIND ->
                cookie.map(each -> cell(
                                column, List.of(builtIn("kind." + each.kind().word()))))
                        .orElseGet(() -> nothing(column));
            case RECIPIENTS -> text(column, cookie.flatMap(Cookie::recipients));
        };
    }

    private Map<String, Object> provider(Charter.Provider provider) {
        String href = provider.url().map(url -> Links.to(url.toString())).orElse("");
        Map<String, Object> cell = cell(Column.PROVIDER, List.of(part(wording.own(provider.name()), href)));
        List<Object> notes = new ArrayList<>();
        provider.privacyPolicy().ifPresent(policy -> {
            Map<String, Object> note = note(wording.text("provider-privacy"));
            note.put("href", Links.to(wording.words(policy)));
            note.put(
                    "ariaLabel",
                    wording.words("provider-privacy-label", Map.of("provider", wording.words(provider.name()))));
            notes.add(note);
        });
        provider.safeguard().ifPresent(safeguard -> notes.add(note(wording.text("safeguard"), wording.own(safeguard))));
        cell.put("notes", notes);
        return cell;
    }

    private Map<String, Object> service(Service service) {
        List<Object> parts = new ArrayList<>();
        parts.add(part(wording.own(service.name()), ""));
        service.location().ifPresent(location -> {
            Map<String, Object> where = new HashMap<>(wording.own(location));
            where.put("text", " (" + wording.words(location) + ")");
            parts.add(part(where, ""));
        });
        return cell(Column.SERVICE, parts);
    }

    private Map<String, Object> name(Cookie cookie) {
        Map<String, Object> cell =
                cell(Column.COOKIE, List.of(part(wording.verbatim(cookie.name().text()), "")));
        cell.put("isCode", true);
        if (cookie.kind() != Kind.COOKIE && !columns.contains(Column.KIND)) {
            cell.put("notes", List.of(note(builtInText("kind." + cookie.kind().word()))));
        }
        return cell;
    }

    private Map<String, Object> noCookie() {
        return cell(Column.COOKIE, List.of(part(wording.text("no-cookie"), "")));
    }

    private Map<String, Object> lifetime(Service service, Optional<Cookie> cookie) {
        Map<String, Object> cell = cookie.map(this::lifetime).orElseGet(() -> nothing(Column.LIFETIME));
        service.retention().ifPresent(retention -> cell.put("notes", List.of(note(retention(retention)))));
        return cell;
    }

    private Map<String, Object> lifetime(Cookie cookie) {
        if (cookie.lifetime().isEmpty()) {
            return cell(Column.LIFETIME, List.of(builtIn("lifetime.none")));
        }
        Lifetime lifetime = cookie.lifetime().get();
        Map<String, Object> cell =
                cell(Column.LIFETIME, List.of(part(wording.lifetime(lifetime, cookie.renewed()), "")));
        cell.put("value", lifetime instanceof Lifetime.Lasting lasting ? lasting.iso() : "");
        return cell;
    }

    private Map<String, Object> retention(Lifetime retention) {
        if (retention instanceof Lifetime.Session) {
            return wording.text("retention-session");
        }
        return retention instanceof Lifetime.Persistent
                ? wording.text("retention-persistent")
                : wording.text("retention", Map.of("lifetime", wording.texts().lifetime(retention)));
    }

    private Map<String, Object> party(Cookie cookie) {
        Map<String, Object> cell =
                cell(Column.PARTY, List.of(builtIn("party." + cookie.party().word())));
        if (cookie.party() == Party.THIRD && cookie.domain().isPresent()) {
            cell.put("notes", List.of(note(wording.verbatim(cookie.domain().get()))));
        }
        return cell;
    }

    private Map<String, Object> exemption(Service service) {
        return service.reason()
                .map(reason -> note(wording.text("row-exempt"), wording.own(reason)))
                .orElseGet(() -> note(wording.text("row-exempt-without-reason")));
    }

    private Map<String, Object> text(Column column, Optional<LocalText> text) {
        return text.map(own -> cell(column, List.of(part(wording.own(own), ""))))
                .orElseGet(() -> nothing(column));
    }

    private Map<String, Object> nothing(Column column) {
        return cell(column, List.of(part(wording.verbatim(NOTHING), "")));
    }

    private Object builtIn(String key) {
        return part(builtInText(key), "");
    }

    private Map<String, Object> builtInText(String key) {
        return wording.ofTable(key);
    }

    private static Map<String, Object> cell(Column column, List<Object> parts) {
        Map<String, Object> cell = new HashMap<>();
        cell.put("column", column.word());
        cell.put("isHeader", column == Column.COOKIE);
        cell.put("isCode", false);
        cell.put("value", "");
        cell.put("parts", parts);
        cell.put("notes", List.of());
        return cell;
    }

    private static Map<String, Object> part(Map<String, Object> text, String href) {
        Map<String, Object> part = new HashMap<>(text);
        part.put("href", href);
        return part;
    }

    private static Map<String, Object> note(Map<String, Object> text) {
        Map<String, Object> note = part(text, "");
        note.put("label", false);
        note.put("ariaLabel", "");
        return note;
    }

    private static Map<String, Object> note(Map<String, Object> label, Map<String, Object> text) {
        Map<String, Object> note = note(text);
        note.put("label", label);
        return note;
    }

    private static List<Object> prepend(Map<String, Object> note, Map<String, Object> cell) {
        List<Object> notes = new ArrayList<>();
        notes.add(note);
        if (cell.get("notes") instanceof List<?> others) {
            notes.addAll(others);
        }
        return notes;
    }
}
