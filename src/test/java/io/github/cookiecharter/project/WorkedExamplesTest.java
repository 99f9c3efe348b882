package io.github.cookiecharter.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The worked examples for contributors are patches: each still fits the files that it changes. */
class WorkedExamplesTest {

    private static final Path PAGES = Path.of("src/site/markdown/contributing");
    private static final Pattern BLOCK = Pattern.compile("```diff\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("--- (\\S+)\n\\+\\+\\+ b/(\\S+)\n((?:(?!--- )[@ +\\-].*\n)+)");
    private static final Pattern HUNK = Pattern.compile("(?m)^@@.*\n");

    @TestFactory
    List<DynamicTest> everyPatchFits() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> pages = Files.list(PAGES)) {
            for (Path page : pages.sorted().toList()) {
                for (MatchResult block :
                        BLOCK.matcher(Files.readString(page)).results().toList()) {
                    List<MatchResult> files =
                            FILE.matcher(block.group(1)).results().toList();
                    assertThat(files).as(block.group(1)).isNotEmpty();
                    files.forEach(file -> tests.add(
                            DynamicTest.dynamicTest(page.getFileName() + " " + file.group(2), () -> assertFits(file))));
                }
            }
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private static void assertFits(MatchResult file) throws IOException {
        Path changed = Path.of(file.group(2));
        if (file.group(1).equals("/dev/null")) {
            assertThat(changed).doesNotExist();
            return;
        }
        String text = Files.readString(changed);
        for (String hunk : HUNK.split(file.group(3))) {
            if (!hunk.isEmpty()) {
                assertThat(text)
                        .as("a patch of the worked examples no longer fits %s: correct its lines on the page", changed)
                        .contains(before(hunk));
            }
        }
    }

    private static String before(String hunk) {
        return hunk.lines()
                .filter(line -> !line.startsWith("+"))
                .map(line -> line.substring(1) + "\n")
                .reduce("", String::concat);
    }
}
