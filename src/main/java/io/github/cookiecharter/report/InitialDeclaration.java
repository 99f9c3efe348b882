package io.github.cookiecharter.report;

import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.StorageAction;
import io.github.cookiecharter.template.YamlEscaper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the first declaration of a project from the evidence in its code, with comments where the author has to
 * review.
 */
public final class InitialDeclaration {

    private InitialDeclaration() {}

    /**
     * Returns the declaration as YAML.
     *
     * @param name the name of the site
     * @param url the absolute URL of the site; empty if unknown
     * @param schema the path of the declaration's JSON Schema, relative to the declaration
     * @param evidence the evidence of what the code sets
     */
    public static String yaml(String name, String url, String schema, List<Evidence> evidence) {
        List<Evidence> set = new ArrayList<>();
        for (Evidence each : evidence) {
            boolean isDeclarable = each.isOwn() || each.certainty() != Certainty.UNRESOLVED;
            if (each.action() == StorageAction.SETS && isDeclarable) {
                set.add(each);
            }
        }
        ServiceYamlWriter entries = new ServiceYamlWriter(set, List.of(), "en");
        StringBuilder yaml = new StringBuilder();
        yaml.append("# yaml-language-server: $schema=")
                .append(YamlEscaper.comment(schema))
                .append('\n');
        yaml.append("# A first declaration, from what the code shows. Go through each line marked 'review', give the"
                + " plugin in the pom the goals generate and check, then run 'mvn process-classes'.\n");
        yaml.append("site:\n");
        yaml.append("  name: ").append(YamlEscaper.scalar(name)).append("  # review: what visitors call it\n");
        yaml.append("  url: ").append(YamlEscaper.scalar(url.isEmpty() ? "https://www.example.org" : url));
        yaml.append("  # review: the address that visitors see\n");
        yaml.append("  languages: [en]  # review: the first is the default language\n");
        yaml.append("  # controller: Example Ltd  # the legal entity that is responsible\n");
        yaml.append("  # contact: privacy@example.org\n");
        yaml.append("  # privacy-policy: /privacy  # rights and complaints\n");
        Map<String, String> providers = entries.providers();
        if (!providers.isEmpty()) {
            yaml.append("\nproviders:\n");
            for (Map.Entry<String, String> provider : providers.entrySet()) {
                yaml.append("  ").append(provider.getKey()).append(":\n");
                yaml.append("    name: ").append(YamlEscaper.scalar(provider.getValue()));
                yaml.append("  # review: the company behind it, with country and privacy-policy\n");
            }
        }
        yaml.append("\nservices:").append(entries.isEmpty() ? " {}\n" : "\n").append(entries.services(true));
        if (!entries.unnamed().isEmpty()) {
            yaml.append('\n').append(UndeclaredYaml.unnamed(entries.unnamed()));
        }
        return yaml.toString();
    }
}
