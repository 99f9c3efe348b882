package io.github.cookiecharter.jurisdiction;

import io.github.cookiecharter.jurisdiction.Exemption.Subject;
import io.github.cookiecharter.project.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What repeats the data on jurisdictions: the documentation's page, and the lists in the two JSON Schemas. */
class JurisdictionPagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources/io/github/cookiecharter");
    private static final String LIST = "(?s)(\"%s\": \\{.*?\"enum\": \\[)(.*?)(\\s*\\])";

    private final Jurisdictions all = Jurisdictions.builtIn();

    @ParameterizedTest
    @CsvSource({"declaration/cookies.schema.json, true", "report/charter.schema.json, false"})
    void aSchemaListsTheJurisdictionsOfTheData(String file, boolean aLineEach) throws IOException {
        Path schema = RESOURCES.resolve(file);
        String text = Files.readString(schema);
        String indent = "\n" + " ".repeat(14);
        String list = all.ids().stream()
                .map(id -> (aLineEach ? indent : "") + "\"" + id + "\"")
                .collect(Collectors.joining(aLineEach ? "," : ", "));

        Golden.check(schema, text.replaceFirst(LIST.formatted("jurisdictions"), "$1" + list + "$3"));
    }

    @Test
    void thePageMatchesTheData() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Jurisdictions

                `site.jurisdictions` names those whose [rules](rules/index.md) apply. This page shows what the plugin knows of each: data with
                sources and dates, no legal advice. Facts for which no source was read are listed as such. [Adding a
                jurisdiction](contributing/jurisdiction.md) touches no code.

                The time after which visitors are asked again, and before which they are not, is what an authority requires or recommends.
                An exemption for a chosen setting covers what the visitor chose, such as a language or colours.

                | id | | includes | audience measurement without consent | chosen settings without consent | choice kept |
                | --- | --- | --- | --- | --- | --- |
                """);
        for (Jurisdiction each : all.all()) {
            page.append("| [`%s`](#%s) | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            each.id(),
                            each.id(),
                            each.name(),
                            each.parent().map(parent -> "`" + parent.id() + "`").orElse(""),
                            exemption(each, Subject.STATISTICS),
                            exemption(each, Subject.PREFERENCES),
                            choice(each)));
        }
        all.all().forEach(each -> page.append(section(each)));
        page.append(adequacy());
        Golden.check(Path.of("src/site/markdown/jurisdictions.md"), page.toString());
    }

    private static String exemption(Jurisdiction jurisdiction, Subject subject) {
        if (!jurisdiction.requiresPriorConsent()) {
            return "no consent needed beforehand";
        }
        return jurisdiction
                .exemption(subject)
                .map(exemption -> exemption.conditions().isEmpty()
                        ? "yes"
                        : exemption.conditions().stream()
                                .sorted()
                                .map(ExemptionCondition::word)
                                .collect(Collectors.joining(", ")))
                .orElse("no");
    }

    private static String choice(Jurisdiction jurisdiction) {
        List<String> bounds = new ArrayList<>();
        jurisdiction.shortestChoice().ifPresent(bound -> bounds.add("at least " + bound(bound)));
        jurisdiction.longestChoice().ifPresent(bound -> bounds.add("at most " + bound(bound)));
        return String.join("; ", bounds);
    }

    private static String bound(ChoiceBound bound) {
        return "%s (%s %s)"
                .formatted(bound.length().words(), bound.authority(), bound.required() ? "requires" : "recommends");
    }

    private static String section(Jurisdiction jurisdiction) {
        StringBuilder section =
                new StringBuilder("\n<a id=\"%s\"></a>\n\n## %s\n\n".formatted(jurisdiction.id(), jurisdiction.name()));
        jurisdiction
                .authority()
                .ifPresent(authority -> section.append("Authority: [%s](%s).\n\n"
                        .formatted(authority.name().in("en").text(), authority.url())));
        for (Jurisdiction.Basis basis : Jurisdiction.Basis.values()) {
            jurisdiction
                    .legalBasis(basis)
                    .ifPresent(words -> section.append("Legal basis of %s: %s.\n\n"
                            .formatted(
                                    basis.name().toLowerCase(Locale.ROOT),
                                    words.in("en").text())));
        }
        section.append("Checked on %s. Sources:\n\n".formatted(day(jurisdiction.checked())));
        TreeMap<String, TreeSet<String>> bySource = new TreeMap<>();
        jurisdiction
                .sources()
                .forEach((what, from) -> from.source()
                        .ifPresent(source -> bySource.computeIfAbsent(
                                        source
                                                + from.date()
                                                        .map(date -> " (" + day(date) + ")")
                                                        .orElse(""),
                                        key -> new TreeSet<>())
                                .add("`" + what + "`")));
        bySource.forEach((source, facts) -> section.append("- %s: %s\n".formatted(source, String.join(", ", facts))));
        List<String> unread = jurisdiction.sources().entrySet().stream()
                .filter(fact -> !fact.getValue().isVerified())
                .map(fact -> "`" + fact.getKey() + "`")
                .toList();
        if (!unread.isEmpty()) {
            section.append("- no source read: ")
                    .append(String.join(", ", unread))
                    .append('\n');
        }
        return section.toString();
    }

    private static String adequacy() {
        StringBuilder section = new StringBuilder("""

                ## Countries that protect personal data

                Whether a transfer to a country needs a safeguard, as [`transfer-unsafeguarded`](rules/transfer-unsafeguarded.md) judges it.
                """);
        for (AdequacyList list : AdequacyList.readAll().values()) {
            section.append("\nFor %s, checked on %s (%s):\n\n"
                    .formatted(
                            list.owner(),
                            day(list.checked()),
                            list.provenance().source().orElse("")));
            for (Adequacy adequacy : List.of(Adequacy.WITHIN, Adequacy.ADEQUATE, Adequacy.CERTIFIED)) {
                section.append("- %s: ".formatted(adequacy.name().toLowerCase(Locale.ROOT)))
                        .append(list.findings().entrySet().stream()
                                .filter(entry -> entry.getValue().adequacy() == adequacy)
                                .map(entry -> entry.getKey()
                                        + entry.getValue()
                                                .until()
                                                .map(date -> " (until " + day(date) + ")")
                                                .orElse(""))
                                .sorted()
                                .collect(Collectors.joining(", ")))
                        .append('\n');
            }
        }
        return section.toString();
    }

    private static String day(LocalDate date) {
        return "%d %s %d"
                .formatted(
                        date.getDayOfMonth(),
                        date.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.UK),
                        date.getYear());
    }
}
