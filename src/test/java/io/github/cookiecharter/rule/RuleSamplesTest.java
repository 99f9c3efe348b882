package io.github.cookiecharter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.project.Golden;
import io.github.cookiecharter.rule.catalogue.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For each rule declarations that a lawyer can read: one that breaks it and no other, one that just satisfies it, and
 * one to which it does not apply, since the site is in another jurisdiction or for a reason that its comment states. The
 * file beside each contains the expected findings.
 */
class RuleSamplesTest {

    static Stream<Rule> rules() {
        return Rules.all().stream();
    }

    static Stream<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Rule rule : Rules.all()) {
            files.addAll(RuleSamples.yamlFiles(RuleSamples.folder(rule.id())));
        }
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_file_is_found_fault_with_as_the_file_beside_it_says(Path file) throws IOException {
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".yaml", ".expected"));
        Golden.check(expected, RuleSamples.lines(RuleSamples.check(Files.readString(file))));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void what_breaks_a_rule_breaks_no_other_and_what_satisfies_it_breaks_none(Rule rule) throws IOException {
        Set<String> broken = new HashSet<>();
        for (Path file : RuleSamples.yamlFiles(RuleSamples.folder(rule.id()))) {
            List<Finding> findings = RuleSamples.check(Files.readString(file)).findings();
            if (file.getFileName().toString().startsWith("breaks")) {
                assertThat(findings)
                        .isNotEmpty()
                        .allMatch(finding -> finding.rule().equals(rule.id()));
                findings.forEach(finding -> broken.add(finding.severity().word()));
            } else {
                assertThat(findings).as(file.toString()).isEmpty();
            }
        }
        assertThat(broken).contains(rule.severity().word());
    }
}
