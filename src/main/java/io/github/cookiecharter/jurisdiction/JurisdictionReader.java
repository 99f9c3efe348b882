package io.github.cookiecharter.jurisdiction;

import io.github.cookiecharter.jurisdiction.Exemption.Limit;
import io.github.cookiecharter.jurisdiction.Exemption.Subject;
import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.Lifetime;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads sections of {@code jurisdictions.txt}, whose head describes the format. */
final class JurisdictionReader {

    private static final String MEMORY = "memory";

    /** A row: what it states, and where that comes from. */
    private record Fact(String value, Provenance provenance) {}

    private final String id;
    private final String name;
    private final Map<String, Fact> facts = new LinkedHashMap<>();

    private JurisdictionReader(String head) {
        int end = head.indexOf(']');
        if (end < 0) {
            throw new IllegalArgumentException("a section begins with an id in brackets, not with '" + head + "'");
        }
        this.id = head.substring(1, end);
        this.name = head.substring(end + 1).strip();
    }

    /**
     * Reads sections.
     *
     * @param known the jurisdictions that sections may name as their parent
     */
    static List<Jurisdiction> read(List<String> lines, List<Jurisdiction> known) {
        List<JurisdictionReader> sections = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank() || line.charAt(0) == '#') {
                continue;
            }
            if (line.charAt(0) == '[') {
                sections.add(new JurisdictionReader(line));
            } else if (sections.isEmpty()) {
                throw new IllegalArgumentException("a row before the first section: '" + line + "'");
            } else {
                sections.get(sections.size() - 1).addRow(line);
            }
        }
        Map<String, AdequacyList> adequacyLists = AdequacyList.readAll();
        Map<String, Jurisdiction> byId = new LinkedHashMap<>();
        known.forEach(each -> byId.put(each.id(), each));
        List<Jurisdiction> read = new ArrayList<>();
        for (JurisdictionReader section : sections) {
            Jurisdiction jurisdiction = new Jurisdiction(section.section(byId, adequacyLists));
            if (byId.put(jurisdiction.id(), jurisdiction) != null) {
                throw new IllegalArgumentException("two sections [" + jurisdiction.id() + "]");
            }
            read.add(jurisdiction);
        }
        return read;
    }

    private void addRow(String line) {
        List<String> cells = DataTable.split(line, '|');
        if (cells.size() < 2 || cells.size() > 5 || cells.get(1).isEmpty()) {
            throw new IllegalArgumentException("a row of [" + id + "] has between 2 and 5 cells: '" + line + "'");
        }
        String source = cell(cells, 2);
        Provenance provenance = new Provenance(
                source.isEmpty() || source.equals(MEMORY) ? Optional.empty() : Optional.of(source),
                date(cell(cells, 3)),
                date(cell(cells, 4)));
        if (facts.put(cells.get(0), new Fact(cells.get(1), provenance)) != null) {
            throw new IllegalArgumentException("two rows '" + cells.get(0) + "' of [" + id + "]");
        }
    }

    private static String cell(List<String> cells, int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    private static Optional<LocalDate> date(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell));
    }

    private Jurisdiction.Section section(Map<String, Jurisdiction> known, Map<String, AdequacyList> adequacyLists) {
        Jurisdiction.Section section = new Jurisdiction.Section(
                id,
                name,
                LocalDate.parse(take("checked").map(Fact::value).orElse("")),
                take("parent").map(fact -> named(fact.value(), known)),
                take("prior-consent").map(fact -> isRequired(fact.value(), "required", "not-required")),
                take("adequacy").map(fact -> named(fact.value(), adequacyLists)),
                takeAuthority(),
                takeExemptions(),
                takeWordings(),
                take("choice at-most").map(this::choiceBound),
                take("choice at-least").map(this::choiceBound),
                takeLimits());
        if (!facts.isEmpty()) {
            throw new IllegalArgumentException("unknown facts of [" + id + "]: " + facts.keySet());
        }
        return section;
    }

    private Optional<Fact> take(String key) {
        return Optional.ofNullable(facts.remove(key));
    }

    /** Removes the rows whose key begins with a word, and returns them by the rest of their keys. */
    private Map<String, Fact> takeAll(String word) {
        Map<String, Fact> taken = new LinkedHashMap<>();
        for (String key : List.copyOf(facts.keySet())) {
            if (key.startsWith(word + " ")) {
                take(key).ifPresent(fact -> taken.put(key.substring(word.length() + 1), fact));
            }
        }
        return taken;
    }

    private <T> T named(String key, Map<String, T> known) {
        T value = known.get(key);
        if (value == null) {
            throw new IllegalArgumentException("[" + id + "] names '" + key + "', which is none of " + known.keySet());
        }
        return value;
    }

    private boolean isRequired(String word, String yes, String no) {
        if (!word.equals(yes) && !word.equals(no)) {
            throw new IllegalArgumentException("'" + word + "' of [" + id + "] is neither " + yes + " nor " + no);
        }
        return word.equals(yes);
    }

    private Optional<Authority> takeAuthority() {
        Map<String, Fact> names = takeAll("authority");
        Optional<Fact> site = take("complaints");
        if (names.isEmpty() || site.isEmpty()) {
            return Optional.empty();
        }
        String first = names.keySet().iterator().next();
        return Optional.of(
                new Authority(wording(names, first), URI.create(site.get().value())));
    }

    private Map<Subject, Exemption> takeExemptions() {
        Map<String, Fact> rows = takeAll("exempt");
        Map<Subject, Exemption> exemptions = new EnumMap<>(Subject.class);
        for (Subject subject : Subject.values()) {
            Fact row = rows.remove(subject.word());
            if (row != null) {
                exemptions.put(
                        subject,
                        new Exemption(
                                subject,
                                conditions(row.value()),
                                Optional.ofNullable(rows.remove(subject.word() + " lifetime"))
                                        .map(JurisdictionReader::limit),
                                Optional.ofNullable(rows.remove(subject.word() + " retention"))
                                        .map(JurisdictionReader::limit),
                                row.provenance()));
            }
        }
        if (!rows.isEmpty()) {
            throw new IllegalArgumentException("unknown exemptions of [" + id + "]: " + rows.keySet());
        }
        return exemptions;
    }

    private Set<ExemptionCondition> conditions(String words) {
        Set<ExemptionCondition> conditions = EnumSet.noneOf(ExemptionCondition.class);
        if (words.equals("none")) {
            return conditions;
        }
        Map<String, ExemptionCondition> known = new LinkedHashMap<>();
        for (ExemptionCondition condition : ExemptionCondition.values()) {
            known.put(condition.word(), condition);
        }
        for (String word : DataTable.split(words, ',')) {
            conditions.add(named(word, known));
        }
        return conditions;
    }

    private Map<String, LocalWording> takeWordings() {
        Map<String, Map<String, Fact>> grouped = new LinkedHashMap<>();
        for (String kind : List.of("basis", "term")) {
            takeAll(kind).forEach((rest, fact) -> {
                int blank = rest.indexOf(' ');
                grouped.computeIfAbsent(kind + " " + rest.substring(0, blank), key -> new LinkedHashMap<>())
                        .put(rest.substring(blank + 1), fact);
            });
        }
        Map<String, LocalWording> wordings = new LinkedHashMap<>();
        grouped.forEach((key, rows) -> wordings.put(
                key,
                wording(
                        rows,
                        rows.containsKey("en") ? "en" : rows.keySet().iterator().next())));
        return wordings;
    }

    private static LocalWording wording(Map<String, Fact> rows, String fallback) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        Map<String, Provenance> provenance = new LinkedHashMap<>();
        rows.forEach((language, fact) -> {
            byLanguage.put(language, fact.value());
            provenance.put(language, fact.provenance());
        });
        return new LocalWording(byLanguage, fallback, provenance);
    }

    private ChoiceBound choiceBound(Fact fact) {
        List<String> words = DataTable.split(fact.value(), ',');
        if (words.size() != 3) {
            throw new IllegalArgumentException("a bound of the choice of [" + id + "] has 3 parts: " + fact.value());
        }
        return new ChoiceBound(
                lasting(words.get(0)),
                isRequired(words.get(1), "required", "recommended"),
                words.get(2),
                fact.provenance());
    }

    private Map<String, Limit> takeLimits() {
        Map<String, Limit> limits = new LinkedHashMap<>();
        takeAll("limit").forEach((key, fact) -> limits.put(key, limit(fact)));
        return limits;
    }

    private static Limit limit(Fact fact) {
        return new Limit(lasting(fact.value()), fact.provenance());
    }

    private static Lifetime.Lasting lasting(String words) {
        if (DataTable.lifetime(words) instanceof Lifetime.Lasting lasting) {
            return lasting;
        }
        throw new IllegalArgumentException("'" + words + "' has no length");
    }
}
