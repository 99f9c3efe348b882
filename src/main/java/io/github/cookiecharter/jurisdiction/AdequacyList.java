package io.github.cookiecharter.jurisdiction;

import io.github.cookiecharter.model.DataTable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Countries whose protection of personal data a jurisdiction recognises: a column of {@code adequacy.txt}.
 *
 * @param id the head of the column
 * @param owner whose list it is, for messages, such as {@code the European Union}
 * @param checked the day on which a person last compared it with its source
 * @param provenance where the list comes from
 * @param findings the findings by ISO 3166-1 alpha-2 code, upper case
 */
public record AdequacyList(
        String id, String owner, LocalDate checked, Provenance provenance, Map<String, Finding> findings) {

    private static final String COUNTRY = "country";
    private static final String UNTIL = " until ";

    /**
     * The finding about one country.
     *
     * @param adequacy the finding
     * @param until the last day on which it holds, if that is known
     */
    public record Finding(Adequacy adequacy, Optional<LocalDate> until) {

        private static Finding parse(String cell) {
            int until = cell.indexOf(UNTIL);
            String word = until < 0 ? cell : cell.substring(0, until);
            return new Finding(
                    Adequacy.valueOf(word.toUpperCase(Locale.ROOT)),
                    until < 0
                            ? Optional.empty()
                            : Optional.of(LocalDate.parse(cell.substring(until + UNTIL.length()))));
        }
    }

    public AdequacyList {
        findings = Map.copyOf(findings);
    }

    /**
     * Returns the finding about a country.
     *
     * @param country ISO 3166-1 alpha-2, upper case
     */
    public Adequacy of(String country) {
        Finding finding = findings.get(country);
        return finding == null ? Adequacy.NONE : finding.adequacy();
    }

    /** Reads the lists by their ids. */
    static Map<String, AdequacyList> readAll() {
        List<List<String>> rows = DataTable.cells(AdequacyList.class, "adequacy.txt");
        List<String> head = rows.get(0);
        Map<String, AdequacyList> lists = new LinkedHashMap<>();
        for (int column = 1; column < head.size() - 1; column++) {
            lists.put(head.get(column), read(head.get(column), column, rows));
        }
        return lists;
    }

    private static AdequacyList read(String id, int column, List<List<String>> rows) {
        Map<String, String> about = new LinkedHashMap<>();
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (List<String> row : rows) {
            String first = row.get(0);
            String cell = row.get(column);
            if (!first.equals(first.toUpperCase(Locale.ROOT))) {
                about.put(first, cell);
            } else if (!cell.equals("none")) {
                findings.put(first, Finding.parse(cell));
            }
        }
        about.remove(COUNTRY);
        String date = about.getOrDefault("date", "");
        return new AdequacyList(
                id,
                about.getOrDefault("owner", id),
                LocalDate.parse(about.getOrDefault("checked", "")),
                new Provenance(
                        Optional.of(about.getOrDefault("source", "")),
                        date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date)),
                        Optional.empty()),
                findings);
    }
}
