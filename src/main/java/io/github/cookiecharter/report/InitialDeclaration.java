package io.github.cookiecharter.report;

import io.github.cookiecharter.model.PluginResources;
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

    // An empty declaration would help nobody further: it contains what most sites have, to change or to remove.
    private static final String SKELETON = "report/skeleton.yaml";

    private InitialDeclaration() {}

    /**
     * What is known of the site apart from its code.
     *
     * @param name the name of the site
     * @param url the absolute URL of the site; empty if unknown
     * @param languages its languages, the default language first; at least one
     */
    public record Site(String name, String url, List<String> languages) {

        public Site {
            languages = List.copyOf(languages);
        }
    }

    /**
     * Returns the declaration as YAML.
     *
     * @param schema the path of the declaration's JSON Schema, relative to the declaration
     * @param evidence the evidence of what the code sets
     */
    public static String yaml(Site site, String schema, List<Evidence> evidence) {
        List<Evidence> set = new ArrayList<>();
        for (Evidence each : evidence) {
            boolean isDeclarable = each.isOwn() || each.certainty() != Certainty.UNRESOLVED;
            if (each.action() == StorageAction.SETS && isDeclarable) {
                set.add(each);
            }
        }
        ServiceYamlWriter entries =
                new ServiceYamlWriter(set, takenBy(set), site.languages().get(0));
        StringBuilder yaml = new StringBuilder();
        yaml.append("# yaml-language-server: $schema=")
                .append(YamlEscaper.comment(schema))
                .append('\n');
        yaml.append("# A first declaration, from what the code shows. Go through each line marked 'review', give the"
                + " plugin in the pom the goals generate and check, then run 'mvn process-classes'.\n");
        writeSite(site, yaml);
        writeProviders(entries.providers(), yaml);
        String own = entries.ownServices();
        yaml.append("\nservices:\n").append(own.isEmpty() ? skeleton() : own);
        String others = entries.commentedServices();
        if (!others.isEmpty()) {
            yaml.append(
                            "\n# Only dependencies set these. If the site uses them, remove the '# ' in front of their lines,"
                                    + " so that they stand below 'services:'.\n")
                    .append(others);
        }
        if (!entries.unnamed().isEmpty()) {
            yaml.append('\n').append(UndeclaredYaml.unnamed(entries.unnamed()));
        }
        return yaml.toString();
    }

    private static String skeleton() {
        return String.join("\n", PluginResources.lines(SKELETON)) + "\n";
    }

    // The skeleton's service stands beside the commented ones of dependencies.
    private static List<String> takenBy(List<Evidence> evidence) {
        return evidence.stream().anyMatch(each -> each.isOwn() && each.name().isPresent())
                ? List.of()
                : List.of("session");
    }

    private static void writeSite(Site site, StringBuilder yaml) {
        yaml.append("site:\n");
        yaml.append("  name: ").append(YamlEscaper.scalar(site.name())).append("  # review: what visitors call it\n");
        yaml.append("  url: ")
                .append(YamlEscaper.scalar(site.url().isEmpty() ? "https://www.example.org" : site.url()));
        yaml.append("  # review: the address that visitors see\n");
        yaml.append("  languages: [")
                .append(String.join(", ", site.languages()))
                .append(']');
        yaml.append("  # review: the first is the default language\n");
        yaml.append("  # controller: Example Ltd  # the legal entity that is responsible\n");
        yaml.append("  # contact: privacy@example.org\n");
        yaml.append("  # privacy-policy: /privacy  # rights and complaints\n");
    }

    private static void writeProviders(Map<String, String> providers, StringBuilder yaml) {
        if (!providers.isEmpty()) {
            yaml.append("\nproviders:\n");
        }
        for (Map.Entry<String, String> provider : providers.entrySet()) {
            yaml.append("  ").append(provider.getKey()).append(":\n");
            yaml.append("    name: ").append(YamlEscaper.scalar(provider.getValue()));
            yaml.append("  # review: the company behind it, with country and privacy-policy\n");
        }
    }
}
