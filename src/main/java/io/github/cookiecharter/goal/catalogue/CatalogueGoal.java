package io.github.cookiecharter.goal.catalogue;

import io.github.cookiecharter.catalogue.Catalogue;
import io.github.cookiecharter.catalogue.CatalogueEntry;
import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.model.diagnostic.DidYouMean;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One execution of {@code catalogue}: lists the known services, or shows one of them. */
public final class CatalogueGoal {

    private CatalogueGoal() {}

    /**
     * Lists the catalogue.
     *
     * @param name the name of the entry to show; empty for a list of all
     */
    public static GoalResult run(String name) {
        return name.isBlank() ? list() : show(name.strip());
    }

    private static GoalResult list() {
        List<String> names = Catalogue.names();
        int width = names.stream().mapToInt(String::length).max().orElse(0) + 2;
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            String summary = Catalogue.find(name).map(CatalogueEntry::summary).orElse("");
            lines.add(name + " ".repeat(width - name.length()) + summary);
        }
        return result(
                lines,
                "Cookie charter: " + names.size()
                        + " known services; declare one as '<id>: { use: <name> }', and show it"
                        + " with -Dcookie-charter.name=<name>");
    }

    private static GoalResult show(String name) {
        Optional<CatalogueEntry> entry = Catalogue.find(name);
        if (entry.isEmpty()) {
            return new GoalResult.Refused("the catalogue has no service " + SafeText.quote(name)
                    + DidYouMean.suggestion(name, Catalogue.names())
                            .map(near -> ": did you mean " + SafeText.quote(near) + "?")
                            .orElse(": without cookie-charter.name, this goal lists those that it has"));
        }
        return result(
                entry.get().text().stripTrailing().lines().toList(),
                "Cookie charter: what 'use: " + name + "' brings; what a declaration says beside it wins");
    }

    private static GoalResult result(List<String> lines, String summary) {
        List<ConsoleLine> shown = new ArrayList<>();
        lines.forEach(line -> shown.add(new ConsoleLine(Severity.NOTE, line)));
        return new GoalResult.Done(summary, "", List.of(), shown, true);
    }
}
