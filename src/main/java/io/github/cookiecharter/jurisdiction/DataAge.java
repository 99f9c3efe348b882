package io.github.cookiecharter.jurisdiction;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** States which facts about jurisdictions are too old to be relied on. */
public final class DataAge {

    private static final Period MAX_AGE = Period.ofYears(1);

    private DataAge() {}

    /**
     * Returns a sentence about each day on which old facts were last checked, and about each fact that has ended.
     *
     * @param jurisdictions those whose facts are used
     * @param today the current day
     */
    public static List<String> notes(List<Jurisdiction> jurisdictions, LocalDate today) {
        Map<LocalDate, List<String>> old = new TreeMap<>();
        List<String> ended = new ArrayList<>();
        Set<AdequacyList> lists = new LinkedHashSet<>();
        for (Jurisdiction jurisdiction : jurisdictions) {
            addIfOld(jurisdiction.checked(), jurisdiction.id(), today, old);
            jurisdiction
                    .sources()
                    .forEach((what, from) -> from.until()
                            .filter(today::isAfter)
                            .ifPresent(day ->
                                    ended.add("the fact '" + what + "' of " + jurisdiction.id() + " ended on " + day)));
            jurisdiction.adequacy().ifPresent(lists::add);
        }
        for (AdequacyList list : lists) {
            addIfOld(list.checked(), "the adequacy list of " + list.owner(), today, old);
            new TreeMap<>(list.findings())
                    .forEach((country, finding) -> finding.until()
                            .filter(today::isAfter)
                            .ifPresent(day -> ended.add("the adequacy finding of " + list.owner() + " about " + country
                                    + " ended on " + day)));
        }
        List<String> notes = new ArrayList<>();
        old.forEach((day, what) -> notes.add("what the plugin knows of the law (" + String.join(", ", what)
                + ") was last compared with its sources on " + day
                + ", more than a year ago: use a newer version, or check whether the law has changed"));
        ended.forEach(fact -> notes.add(fact + ": use a newer version, or check whether it was renewed"));
        return notes;
    }

    private static void addIfOld(LocalDate checked, String what, LocalDate today, Map<LocalDate, List<String>> old) {
        if (checked.plus(MAX_AGE).isBefore(today)) {
            old.computeIfAbsent(checked, day -> new ArrayList<>()).add(what);
        }
    }
}
