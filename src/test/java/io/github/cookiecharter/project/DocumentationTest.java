package io.github.cookiecharter.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.declaration.DeclarationResult;
import io.github.cookiecharter.goal.TemplateTexts;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.goal.TestFrame;
import io.github.cookiecharter.rule.RuleResult;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.catalogue.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the documentation shows is what runs. Who writes a page needs to know this of its blocks of code; a <em>mark</em> is a
 * comment on the line before the block, such as {@code <!-- bad -->}.
 *
 * <ul>
 *   <li><b>{@code yaml}</b> is a declaration, or a part of one: some of its top-level keys, or keys of one service (they
 *       go into a service of the category {@code necessary}, unless they say otherwise). The reader finds no error in it and,
 *       outside of the pages on the rules, neither does a rule.
 *   <li>One whose first line is {@code # cookies.<tag>.yaml} is a translator's file beside the last whole declaration above it.
 *   <li>One with the mark {@code bad} has errors. The next block, without a language, has a line for each, as the
 *       console prints it: {@code [ERROR] …/cookies.yaml:[12,7] message}, with {@code (rule-id)} behind it where a rule finds
 *       it. It may show warnings in the same form. Lines of another form are not looked at.
 *   <li><b>{@code xml}</b> is well-formed: one element or several of a pom, of which everything that concerns this plugin exists (goals,
 *       parameters, rules, the version).
 *   <li><b>{@code html}</b> and <b>{@code css}</b> name attributes, classes and custom properties of the templates, where they
 *       name any that begin with {@code cookie-charter}.
 *   <li><b>{@code sh}</b> names goals and parameters that exist.
 *   <li>A block of <b>any other language, or of none</b>, has a mark that names a file below {@code src-it} or {@code src}, such as
 *       {@code <!-- src-it/spring-boot/src/main/java/com/example/spring/Visits.java -->}: there the block stands, without regard to
 *       indentation. {@code …} in a block without a language stands for anything, its lines come in their order, and what Maven
 *       puts before a line, such as {@code [ERROR] }, need not be in the file. The mark may be put on a block of yaml, xml, html, css or sh too.
 *   <li><b>{@code diff}</b> is a patch of this project, which {@code WorkedExamplesTest} applies.
 *   <li>What stands in no such file has the mark {@code not run: } and the reason. It serves any block that is none of
 *       this project's: another product's configuration, a folder tree.
 * </ul>
 *
 * <p>The pages of the rules are made by a test of their own, from declarations that it runs.
 */
class DocumentationTest {

    private static final Path RULES = Snippet.PAGES.resolve("rules");
    private static final Pattern TRANSLATION = Pattern.compile("# cookies\\.([A-Za-z-]+)\\.yaml\n.*", Pattern.DOTALL);
    private static final Pattern STATED =
            Pattern.compile("^\\[(?:ERROR|WARNING|INFO)] .*?cookies\\.yaml:(\\[\\d+,\\d+] .*)$", Pattern.MULTILINE);
    private static final Pattern LEVEL = Pattern.compile("^\\[(?:ERROR|WARNING|INFO)] *");
    private static final String NAME = "(?<![\\w-])(?:--|data-)?cookie-charter-[a-z-]*[a-z]";
    private static final Set<String> CHECKED = Set.of("yaml", "xml", "html", "css", "sh");

    static Stream<Snippet> all() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (Path page : Snippet.pages()) {
            if (!page.startsWith(RULES)) {
                snippets.addAll(Snippet.of(page));
            }
        }
        return snippets.stream();
    }

    private static Stream<Snippet> written(String... languages) throws IOException {
        return Stream.concat(all(), Snippet.of(Snippet.README).stream())
                .filter(snippet -> Set.of(languages).contains(snippet.language()))
                .filter(snippet -> snippet.mark().isEmpty());
    }

    static Stream<Snippet> yaml() throws IOException {
        return written("yaml");
    }

    static Stream<Snippet> bad() throws IOException {
        return all().filter(snippet -> snippet.mark().equals("bad"));
    }

    static Stream<Snippet> xml() throws IOException {
        return written("xml");
    }

    static Stream<Snippet> markup() throws IOException {
        return written("html", "css");
    }

    static Stream<Snippet> commands() throws IOException {
        return written("sh");
    }

    /** Blocks that stand in a file. */
    static Stream<Snippet> quoted() throws IOException {
        return all().filter(snippet -> isQuoted(snippet.mark()));
    }

    private static boolean isQuoted(String mark) {
        return mark.startsWith("src-it/") || mark.startsWith("src/");
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void aDeclarationIsReadWithoutErrors(Snippet snippet) throws IOException {
        Matcher translation = TRANSLATION.matcher(snippet.text());
        if (translation.matches()) {
            TestCharter.of(declarationBefore(snippet).text(), TestCharter.texts(translation.group(1), snippet.text()));
            return;
        }
        // The files that an example includes do not exist.
        String text = snippet.text().replaceAll("(?m)^include:.*\n", "");
        RuleResult verdict = judge(TestCharter.of(TestFrame.around(text)));
        assertThat(verdict.findings()).as(snippet.place()).noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private static RuleResult judge(Charter charter) {
        return Rules.check(charter, List.of(), List.of(), Map.of());
    }

    private static Snippet declarationBefore(Snippet snippet) throws IOException {
        return Snippet.of(snippet.page()).stream()
                .filter(other -> other.line() < snippet.line())
                .filter(other -> other.language().equals("yaml") && TestFrame.isWhole(other.text()))
                .reduce((one, later) -> later)
                .orElseThrow(() -> new AssertionError(snippet.place() + ": no whole declaration above"));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("bad")
    void aBadDeclarationBringsTheMessagesBelowIt(Snippet snippet) throws IOException {
        List<String> stated = STATED.matcher(blockAfter(snippet).text())
                .results()
                .map(line -> line.group(1))
                .toList();
        Set<String> errors = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        DeclarationResult result = TestCharter.reading(TestFrame.around(snippet.text()));
        result.diagnostics()
                .forEach(diagnostic -> (diagnostic.isError() ? errors : others)
                        .add("[" + diagnostic.position().line() + ","
                                + diagnostic.position().column() + "] " + diagnostic.message()));
        if (result.declaration().isPresent()) {
            judge(TestCharter.of(TestFrame.around(snippet.text())))
                    .findings()
                    .forEach(finding -> (finding.severity() == Severity.ERROR ? errors : others)
                            .add("[" + finding.at().line() + "," + finding.at().column() + "] " + finding.message()
                                    + " (" + finding.rule() + ")"));
        }
        assertThat(stated).as(snippet.place()).isNotEmpty().containsAll(errors);
        errors.addAll(others);
        assertThat(errors).as(snippet.place()).containsAll(stated);
    }

    private static Snippet blockAfter(Snippet snippet) throws IOException {
        return Snippet.of(snippet.page()).stream()
                .filter(other -> other.line() > snippet.line())
                .findFirst()
                .filter(other -> other.language().isEmpty())
                .orElseThrow(() -> new AssertionError(snippet.place() + ": no messages below"));
    }

    @ParameterizedTest
    @MethodSource("xml")
    void aPomNamesWhatThePluginHas(Snippet snippet) throws Exception {
        assertThat(PomSnippet.faults(snippet.text())).as(snippet.place()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("markup")
    void markupNamesWhatTheTemplatesHave(Snippet snippet) throws IOException {
        Set<String> known = named(NAME, TemplateTexts.all());
        assertThat(named(NAME, snippet.text())).as(snippet.place()).isSubsetOf(known);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandsNameGoalsAndParametersThatExist(Snippet snippet) throws IOException {
        assertThat(PomSnippet.commandFaults(snippet.text())).as(snippet.place()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("quoted")
    void whatIsQuotedStandsInItsFile(Snippet snippet) throws IOException {
        Path file = Path.of(snippet.mark());
        assertThat(file).as(snippet.place()).exists();
        String text = withoutIndentation(Files.readString(file));
        if (!snippet.language().isEmpty()) {
            assertThat(text).as(snippet.place()).contains(withoutIndentation(snippet.text()));
            return;
        }
        int from = 0;
        for (String line : snippet.text().lines().toList()) {
            for (String piece : LEVEL.matcher(line).replaceFirst("").split("…", -1)) {
                int at = text.indexOf(piece.strip(), from);
                assertThat(at).as(snippet.place() + ", '" + piece.strip() + "'").isNotNegative();
                from = at + piece.strip().length();
            }
        }
    }

    @Test
    void everyOtherBlockIsQuotedOrSaysWhyItIsNot() throws IOException {
        List<Snippet> bad = bad().map(DocumentationTest::messages).toList();
        assertThat(all().filter(snippet -> !CHECKED.contains(snippet.language())
                                || !snippet.mark().isEmpty())
                        .filter(snippet -> !bad.contains(snippet))
                        .filter(snippet -> !snippet.language().equals("diff"))
                        .filter(snippet -> !snippet.mark().equals("bad"))
                        .filter(snippet -> !isQuoted(snippet.mark()))
                        .filter(snippet -> !snippet.mark().matches("not run: .{10,}"))
                        .map(Snippet::place)
                        .toList())
                .as("blocks without a mark that says where they come from")
                .isEmpty();
    }

    private static Snippet messages(Snippet bad) {
        try {
            return blockAfter(bad);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void thereAreBlocksOfEachSort() throws IOException {
        assertThat(yaml()).hasSizeGreaterThan(5);
        assertThat(xml()).hasSizeGreaterThan(3);
        assertThat(markup()).hasSizeGreaterThan(3);
        assertThat(commands()).isNotEmpty();
        assertThat(quoted().filter(snippet -> snippet.page().endsWith("server-side.md")))
                .hasSize(3);
    }

    private static Set<String> named(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String withoutIndentation(String code) {
        return code.replaceAll("(?m)^ +", "");
    }
}
