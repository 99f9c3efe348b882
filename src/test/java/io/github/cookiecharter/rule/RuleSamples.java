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

/** The declarations that break, satisfy and do not concern each rule. */
final class RuleSamples {

    private RuleSamples() {}

    /** What the rules say of a declaration, as the files beside it write it. */
    static List<String> told(RuleResult verdict) {
        List<String> told = new ArrayList<>();
        for (Finding finding : verdict.findings()) {
            told.add(finding.at().line() + ":" + finding.at().column() + " "
                    + finding.severity().word() + " " + finding.rule() + " " + finding.message());
        }
        return told;
    }

    /** The same as one text. */
    static String lines(RuleResult verdict) {
        StringBuilder lines = new StringBuilder();
        told(verdict).forEach(told -> lines.append(told).append('\n'));
        return lines.toString();
    }

    static RuleResult verdict(String yaml) {
        return Rules.judge(charter(yaml), List.of(), List.of(), Map.of());
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
