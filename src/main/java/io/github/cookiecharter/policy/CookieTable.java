package io.github.cookiecharter.policy;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Domain;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.charter.LocalizedText;
import io.github.cookiecharter.model.Column;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.Party;
import io.github.cookiecharter.model.Section;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table of a category: a row for each cookie, and one for each service that has none.
 *
 * <p>Each cell has parts, which form its value, and notes, which follow below it.
 */
final class CookieTable {

    private static final String NO_VALUE = "–";

    private final Charter charter;
    private final List<Column> columns;
    private final PageTexts texts;
    // Cells with the same content are created once: most cookies have one of a few lifetimes, and nearly all are
    // first-party.
    private final Map<String, Map<String, Object>> sharedCells = new HashMap<>();
    // What a narrow window shows above each cell instead of the header of its column.
    private final Map<Column, String> labels = new EnumMap<>(Column.class);

    private final ProviderCell providers;
    // The site's own privacy policy is linked once: with the contact, or else in the first row of this service.
    private final String firstOwnService;

    CookieTable(Charter charter, PageTexts texts) {
        this.charter = charter;
        this.columns = charter.policy().columns();
        this.texts = texts;
        this.providers = new ProviderCell(charter, texts);
        boolean hasContact = charter.policy().sections().contains(Section.CONTACT);
        this.firstOwnService = charter.services().stream()
                .filter(service -> !hasContact && service.provider().id().isEmpty())
                .map(Service::id)
                .findFirst()
                .orElse("");
        for (Column column : columns) {
            labels.put(column, texts.tableWords("column." + column.word()));
        }
    }

    List<Object> columns() {
        List<Object> headers = new ArrayList<>();
        for (Column column : columns) {
            Map<String, Object> header = new HashMap<>(texts.tableText("column." + column.word()));
            header.put("column", column.word());
            header.put("header", header.get("text"));
            headers.add(header);
        }
        return headers;
    }

    /** Returns the rows, each of which is built when it is asked for: all at once would take a kilobyte a cell. */
    Iterable<Object> rows(Category category) {
        return () -> category.services().stream()
                .flatMap(service -> rows(service, exemption(service, category)))
                .iterator();
    }

    private Stream<Object> rows(Service service, List<Object> exemption) {
        Map<Column, Map<String, Object>> firstCells = serviceCells(service, true);
        if (service.cookies().isEmpty()) {
            return Stream.of(row(service, Optional.empty(), exemption, firstCells));
        }
        Map<Column, Map<String, Object>> otherCells = serviceCells(service, false);
        Object first = row(service, Optional.of(service.cookies().get(0)), exemption, firstCells);
        return Stream.concat(
                Stream.of(first),
                service.cookies().stream()
                        .skip(1)
                        .map(cookie -> row(service, Optional.of(cookie), exemption, otherCells)));
    }

    // These cells are the same in all rows of the service but the first, of which there can be many.
    private Map<Column, Map<String, Object>> serviceCells(Service service, boolean isFirst) {
        Map<Column, Map<String, Object>> cells = new EnumMap<>(Column.class);
        cells.put(Column.PROVIDER, providerCell(service, isFirst));
        cells.put(Column.SERVICE, serviceCell(service));
        return cells;
    }

    private Map<String, Object> row(
            Service service,
            Optional<Cookie> cookie,
            List<Object> exemption,
            Map<Column, Map<String, Object>> serviceCells) {
        List<Object> cells = new ArrayList<>();
        for (Column column : columns) {
            Map<String, Object> shared = serviceCells.get(column);
            Map<String, Object> cell = shared != null
                    ? shared
                    : cookie.isPresent() ? cell(column, service, cookie.get()) : cell(column, service);
            // The exemption is a note to the purpose; a site that omits that column must still state it.
            if (!exemption.isEmpty() && column == (columns.contains(Column.PURPOSE) ? Column.PURPOSE : Column.COOKIE)) {
                cell.put("notes", prepend(exemption, cell));
            }
            cells.add(cell);
        }
        return Map.of(
                "isCookie",
                cookie.isPresent(),
                "name",
                cookie.isPresent() ? cookie.get().name().text() : service.id(),
                "cells",
                cells);
    }

    private Map<String, Object> cell(Column column, Service service, Cookie cookie) {
        return switch (column) {
            case PROVIDER -> providerCell(service, true);
            case SERVICE -> serviceCell(service);
            case COOKIE -> nameCell(cookie);
            case PURPOSE -> textCell(column, cookie.purpose());
            case LIFETIME ->
                service.retention().isPresent()
                        ? withRetention(service, lifetimeCell(cookie))
                        : sharedCell(column, cookie);
            case PARTY ->
                cookie.domains().isEmpty() && !isReadByOther(service, cookie)
                        ? sharedCell(column, cookie)
                        : partyCell(cookie, service);
            case KIND -> sharedCell(column, cookie);
            case RECIPIENTS ->
                cookie.recipients().isPresent()
                        ? textCell(column, cookie.recipients().get())
                        : emptyCell(column);
        };
    }

    // A cell in the row of a service without cookies.
    private Map<String, Object> cell(Column column, Service service) {
        return switch (column) {
            case PROVIDER -> providerCell(service, true);
            case SERVICE -> serviceCell(service);
            case COOKIE -> noCookieCell();
            case PURPOSE ->
                service.purpose().isPresent()
                        ? textCell(column, service.purpose().get())
                        : emptyCell(column);
            case LIFETIME -> withRetention(service, emptyCell(column));
            case PARTY, KIND, RECIPIENTS -> emptyCell(column);
        };
    }

    private Map<String, Object> providerCell(Service service, boolean isFirst) {
        Charter.Provider provider = service.provider();
        String href =
                provider.url().isPresent() ? Hrefs.href(provider.url().get().toString()) : "";
        Map<String, Object> cell = cell(Column.PROVIDER, List.of(part(texts.localized(provider.name()), href)));
        boolean isLinked = !provider.id().isEmpty() || (isFirst && firstOwnService.equals(service.id()));
        cell.put("notes", providers.notes(provider, isLinked));
        return cell;
    }

    private Map<String, Object> serviceCell(Service service) {
        List<Object> parts = new ArrayList<>();
        parts.add(part(texts.localized(service.name()), ""));
        if (service.location().isPresent()) {
            LocalizedText location = service.location().get();
            Map<String, Object> where = new HashMap<>(texts.localized(location));
            where.put("text", " (" + texts.words(location) + ")");
            parts.add(part(where, ""));
        }
        return cell(Column.SERVICE, parts);
    }

    private Map<String, Object> nameCell(Cookie cookie) {
        Map<String, Object> cell =
                cell(Column.COOKIE, List.of(part(texts.verbatim(cookie.name().text()), "")));
        cell.put("isCode", true);
        if (cookie.kind() != Kind.COOKIE && !columns.contains(Column.KIND)) {
            cell.put("notes", List.of(note(builtInText("kind." + cookie.kind().word()))));
        }
        return cell;
    }

    private Map<String, Object> noCookieCell() {
        return cell(Column.COOKIE, List.of(part(texts.text("no-cookie"), "")));
    }

    private Map<String, Object> withRetention(Service service, Map<String, Object> cell) {
        if (service.retention().isPresent()) {
            cell.put("notes", List.of(note(retention(service.retention().get()))));
        }
        return cell;
    }

    private Map<String, Object> lifetimeCell(Cookie cookie) {
        if (cookie.lifetime().isEmpty()) {
            return cell(Column.LIFETIME, List.of(builtIn("lifetime.none")));
        }
        Lifetime lifetime = cookie.lifetime().get();
        Map<String, Object> cell = cell(Column.LIFETIME, List.of(part(texts.lifetime(lifetime, cookie.renewed()), "")));
        cell.put("value", lifetime instanceof Lifetime.Lasting ? iso(lifetime) : "");
        return cell;
    }

    private static String iso(Lifetime lifetime) {
        return lifetime instanceof Lifetime.Lasting lasting ? lasting.iso() : lifetime.words();
    }

    // The cell of a column in which cookies with the same words have the same content.
    private Map<String, Object> sharedCell(Column column, Cookie cookie) {
        String words = switch (column) {
            case LIFETIME -> lifetimeWords(cookie);
            case PARTY -> cookie.party().word();
            default -> cookie.kind().word();
        };
        String key = column.word() + " " + words;
        Map<String, Object> cell = sharedCells.get(key);
        if (cell == null) {
            cell = switch (column) {
                case LIFETIME -> lifetimeCell(cookie);
                case PARTY -> cell(column, List.of(builtIn("party." + words)));
                default -> cell(column, List.of(builtIn("kind." + words)));
            };
            sharedCells.put(key, cell);
        }
        return cell;
    }

    private static String lifetimeWords(Cookie cookie) {
        return cookie.lifetime().isPresent()
                ? iso(cookie.lifetime().get()) + (cookie.renewed() ? " renewed" : "")
                : "none";
    }

    private Map<String, Object> retention(Lifetime retention) {
        if (retention instanceof Lifetime.Session) {
            return texts.text("retention-session");
        }
        return retention instanceof Lifetime.Persistent
                ? texts.text("retention-persistent")
                : texts.text(
                        "retention",
                        Map.of("lifetime", texts.wordsIn("retention").lifetime(retention)));
    }

    // A first-party cookie belongs to the site's domain, and yet the provider of its service gets to know it.
    private boolean isReadByOther(Service service, Cookie cookie) {
        return cookie.party() != Party.THIRD && CharterQueries.isOther(charter, service.provider());
    }

    private Map<String, Object> partyCell(Cookie cookie, Service service) {
        boolean isBoth = cookie.party() == Party.BOTH;
        Party party = isBoth ? Party.FIRST : cookie.party();
        Map<String, Object> origin = isReadByOther(service, cookie)
                ? texts.tableText(
                        "party.first-read",
                        Map.of("provider", texts.words(service.provider().name())))
                : builtInText("party." + party.word());
        Map<String, Object> cell = cell(Column.PARTY, List.of(part(origin, "")));
        List<Object> others = new ArrayList<>();
        for (Domain domain : cookie.domains()) {
            if (domain.party() == Party.THIRD) {
                Map<String, Object> name = texts.verbatim(domain.name());
                boolean needsLabel = isBoth && others.isEmpty();
                others.add(needsLabel ? note(builtInText("party." + Party.THIRD.word()), name) : note(name));
            }
        }
        if (!others.isEmpty()) {
            cell.put("notes", others);
        }
        return cell;
    }

    // What a row says of its exemption, as far as its category does not say it for all rows.
    private List<Object> exemption(Service service, Category category) {
        List<Object> notes = new ArrayList<>();
        if (category.needsConsent() && !service.needsConsent()) {
            notes.add(
                    service.reason().isPresent()
                            ? note(
                                    texts.text("row-exempt"),
                                    texts.localized(service.reason().get()))
                            : note(texts.text("row-exempt-without-reason")));
        }
        if (CharterQueries.canObject(charter, service) && !CharterQueries.canObject(charter, category)) {
            notes.add(note(texts.text("objection")));
        }
        return notes;
    }

    private Map<String, Object> textCell(Column column, LocalizedText text) {
        return cell(column, List.of(part(texts.localized(text), "")));
    }

    private Map<String, Object> emptyCell(Column column) {
        return cell(column, List.of(part(texts.verbatim(NO_VALUE), "")));
    }

    private Object builtIn(String key) {
        return part(builtInText(key), "");
    }

    private Map<String, Object> builtInText(String key) {
        return texts.tableText(key);
    }

    private Map<String, Object> cell(Column column, List<Object> parts) {
        Map<String, Object> cell = new HashMap<>();
        cell.put("column", column.word());
        cell.put("label", labels.getOrDefault(column, ""));
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

    static Map<String, Object> note(Map<String, Object> text) {
        Map<String, Object> note = part(text, "");
        note.put("label", false);
        note.put("ariaLabel", "");
        return note;
    }

    static Map<String, Object> note(Map<String, Object> label, Map<String, Object> text) {
        Map<String, Object> note = note(text);
        note.put("label", label);
        return note;
    }

    private static List<Object> prepend(List<Object> first, Map<String, Object> cell) {
        List<Object> notes = new ArrayList<>(first);
        if (cell.get("notes") instanceof List<?> others) {
            notes.addAll(others);
        }
        return notes;
    }
}
