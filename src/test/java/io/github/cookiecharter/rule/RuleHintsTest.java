package io.github.cookiecharter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.rule.catalogue.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines of YAML that a finding offers, pasted at its position, fix it. */
class RuleHintsTest {

    private record Hint(Path file, Finding finding) {

        @Override
        public String toString() {
            return file.getParent().getFileName() + "/" + file.getFileName() + ":"
                    + finding.at().line();
        }
    }

    static Stream<Hint> hints() throws IOException {
        List<Hint> hints = new ArrayList<>();
        for (Rule rule : Rules.all()) {
            for (Path file : RuleSamples.yamlFiles(RuleSamples.folder(rule.id()))) {
                for (Finding finding : RuleSamples.check(Files.readString(file)).findings()) {
                    if (finding.yaml().isPresent()) {
                        hints.add(new Hint(file, finding));
                    }
                }
            }
        }
        return hints.stream();
    }

    @ParameterizedTest
    @MethodSource("hints")
    void mend(Hint hint) throws IOException {
        String yaml = hint.finding().yaml().orElseThrow();
        if (yaml.startsWith("# cookies.")) {
            assertThat(TestCharter.of(Files.readString(hint.file()), translation(yaml))
                            .gaps())
                    .isEmpty();
            return;
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(hint.file()));
        for (String pasted : yaml.split("\n")) {
            paste(pasted, lines, hint.finding().at().line() - 1);
        }
        assertThat(RuleSamples.check(String.join("\n", lines) + "\n").findings())
                .noneMatch(finding -> finding.rule().equals(hint.finding().rule())
                        && finding.service().equals(hint.finding().service())
                        && finding.cookie().equals(hint.finding().cookie())
                        && finding.message().equals(hint.finding().message()));
    }

    // The first line names the file that the lines belong into.
    private static TranslationFile translation(String yaml) {
        String name = yaml.substring(2, yaml.indexOf('\n'));
        return TestCharter.texts(name.substring("cookies.".length(), name.length() - ".yaml".length()), yaml);
    }

    // Pastes as a person would: over the line with the same key, into the braces, or below the entry's first line.
    private static void paste(String pasted, List<String> lines, int at) {
        String line = lines.get(at);
        String key = pasted.substring(0, pasted.indexOf(':') + 1);
        int braces = line.indexOf('{');
        if (braces >= 0) {
            String inside = line.substring(braces + 1, line.lastIndexOf('}'));
            List<String> entries = new ArrayList<>(List.of(inside.strip().split(", ")));
            entries.removeIf(entry -> entry.startsWith(key));
            entries.add(pasted);
            lines.set(at, line.substring(0, braces) + "{ " + String.join(", ", entries) + " }");
        } else if (line.strip().startsWith(key)) {
            lines.set(at, line.substring(0, line.indexOf(key)) + pasted);
        } else {
            int indent = indent(lines.get(at + 1));
            int end = at + 1;
            while (end < lines.size()
                    && !lines.get(end).isBlank()
                    && indent(lines.get(end)) >= Math.min(indent, indent(line) + 1)) {
                if (lines.get(end).strip().startsWith(key)) {
                    lines.set(end, " ".repeat(indent(lines.get(end))) + pasted);
                    return;
                }
                end++;
            }
            boolean valueOfAKey = indent(lines.get(at + 1)) <= indent(line);
            lines.add(at + 1, " ".repeat(valueOfAKey ? indent(line) : indent) + pasted);
        }
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
