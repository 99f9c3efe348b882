package io.github.cookiecharter.report;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.check.DeclarationMatcher;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.template.YamlEscaper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes {@code undeclared.yaml}: entries to paste for what the declaration lacks. */
public final class UndeclaredYaml {

    /** The file's name. */
    public static final String FILE = "undeclared.yaml";

    private UndeclaredYaml() {}

    /**
     * Generates the file, unless nothing is missing.
     *
     * @param missing the evidence that the declaration does not cover
     */
    public static Optional<Artefact> generate(Charter charter, List<Evidence> missing) {
        return generate(FILE, charter, missing);
    }

    /**
     * Generates a file of another name, unless nothing is missing.
     *
     * @param file its name
     * @param missing the evidence that the declaration does not cover
     */
    public static Optional<Artefact> generate(String file, Charter charter, List<Evidence> missing) {
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        List<String> taken = new ArrayList<>();
        charter.services().forEach(service -> taken.add(service.id()));
        ServiceYamlWriter entries =
                new ServiceYamlWriter(missing, taken, charter.site().defaultLanguage());
        StringBuilder yaml = new StringBuilder();
        if (!entries.isEmpty()) {
            yaml.append("# Undeclared cookies. Paste these entries below 'services:' in ")
                    .append(YamlEscaper.comment(charter.source()))
                    .append(",\n# then go through the lines marked 'review'.\n")
                    .append(entries.services());
        }
        if (!entries.unnamed().isEmpty()) {
            yaml.append(unnamed(entries.unnamed()));
        }
        return Optional.of(Artefact.text(OutputRoot.REPORTS, file, yaml.toString()));
    }

    /** Returns comments for code locations that set unknown names. */
    static String unnamed(List<Evidence> unnamed) {
        StringBuilder yaml = new StringBuilder("# The names of cookies set here cannot be determined. Declare each by"
                + " its name, and state where it is set:\n");
        for (Evidence each : unnamed) {
            String origin = each.isOwn() ? "" : each.origin() + ": ";
            yaml.append("# ")
                    .append(YamlEscaper.comment(origin + each.place().text() + ", " + each.how()))
                    .append("\n#       the-name:\n#         set-by: [ ")
                    .append(YamlEscaper.comment(YamlEscaper.scalar(DeclarationMatcher.setBy(each.place()))))
                    .append(" ]\n");
        }
        return yaml.toString();
    }
}
