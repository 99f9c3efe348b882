package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.rule.catalogue.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sample declarations of each rule: one breaks it, one satisfies it, and to one it does not apply. */
final class RuleSamples {

    private RuleSamples() {}

    /** Formats findings as the expected files beside the samples have them. */
    static List<String> messages(RuleResult result) {
        List<String> messages = new ArrayList<>();
        for (Finding finding : result.findings()) {
            messages.add(finding.at().line() + ":" + finding.at().column() + " "
                    + finding.severity().word() + " " + finding.rule() + " " + finding.message());
        }
        return messages;
    }

    /** Joins the findings into one text, a line for each. */
    static String lines(RuleResult result) {
        StringBuilder lines = new StringBuilder();
        messages(result).forEach(message -> lines.append(message).append('\n'));
        return lines.toString();
    }

    static RuleResult check(String yaml) {
        return Rules.check(charter(yaml), List.of(), List.of(), Map.of());
    }

    static Charter charter(String yaml) {
        return TestCharter.of(yaml);
    }

    /** The folder of a rule, with its three declarations. */
    static Path folder(String rule) {
        return Path.of("src/test/resources/io/github/cookiecharter/rule", rule);
    }

    /** The YAML files of a folder. */
    static List<Path> yamlFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
