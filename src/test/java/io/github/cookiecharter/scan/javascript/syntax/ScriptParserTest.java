package io.github.cookiecharter.scan.javascript.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The parser gives the tree of each construct, and some tree for any text at all. */
class ScriptParserTest {

    private static final Path SCRIPTS = Path.of("src/main/js");

    /** Each case of {@code trees.txt}: a dialect and a line of source, and a line with the tree behind an arrow. */
    @TestFactory
    List<DynamicTest> trees() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        String[] lines = content("trees.txt").split("\n");
        for (int i = 0; i < lines.length; i++) {
            String expected = i + 1 < lines.length && lines[i + 1].startsWith("=> ") ? lines[i + 1].substring(3) : "";
            if (!expected.isEmpty()) {
                int blank = lines[i].indexOf(' ');
                Dialect dialect = Dialect.of(lines[i].substring(0, blank));
                String source = lines[i].substring(blank + 1);
                tests.add(DynamicTest.dynamicTest(source, () -> {
                    ScriptParser.Script script = parse(source, dialect);
                    assertThat(PrintedTree.of(script.statements())).isEqualTo(expected);
                    assertThat(script.recoveries()).isZero();
                }));
            }
        }
        assertThat(tests).hasSizeGreaterThan(50);
        return tests;
    }

    @Test
    void whatIsBrokenIsReadOnBehindIt() {
        ScriptParser.Script script = parse("a(; b( c d; e); if (f { g() } h = ; i)", Dialect.JAVASCRIPT);
        assertThat(script.recoveries()).isPositive();
        String tree = PrintedTree.of(script.statements());
        for (String name : List.of("a", "b", "c", "d", "e", "f", "g", "h", "i")) {
            assertThat(tree).containsPattern("\\b" + name + "\\b");
        }
    }

    @Test
    void whatIsNestedTooDeeplyIsReadAfterwards() {
        String open = "f(function(){return [{a:".repeat(500);
        String close = "}]})".repeat(500);
        ScriptParser.Script script = parse(open + "inner" + close, Dialect.JAVASCRIPT);
        assertThat(script.recoveries()).isZero();
        assertThat(nodes(script))
                .anyMatch(node -> node instanceof SyntaxNode.Identifier name
                        && name.name().equals("inner"));
    }

    @Test
    void ownScriptsAreReadWithoutARepair() throws IOException {
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".js")).toList()) {
                assertThat(parse(Files.readString(file), Dialect.JAVASCRIPT).recoveries())
                        .as(file.toString())
                        .isZero();
            }
        }
    }

    @Property(tries = 300)
    void anyTextGivesATree(@ForAll @StringLength(max = 400) String text) {
        isBounded(text, Dialect.TSX);
    }

    @Test
    void realScriptsWithChangesGiveATree() throws IOException {
        Random random = new Random(18);
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".js")).sorted().toList()) {
                sources.add(Files.readString(file));
            }
        }
        for (int run = 0; run < 300; run++) {
            StringBuilder text = new StringBuilder(sources.get(random.nextInt(sources.size())));
            for (int i = random.nextInt(6); i >= 0 && text.length() > 10; i--) {
                int at = random.nextInt(text.length() - 5);
                if (random.nextBoolean()) {
                    text.delete(at, at + random.nextInt(5));
                } else {
                    text.insert(at, "(){}[]`'\"<>/=;:?.,".charAt(random.nextInt(18)));
                }
            }
            isBounded(text.toString(), run % 2 == 0 ? Dialect.JAVASCRIPT : Dialect.TYPESCRIPT);
        }
    }

    /** No more nodes than a few for each token, and each within the text. */
    private static void isBounded(String text, Dialect dialect) {
        List<SyntaxNode> nodes = nodes(parse(text, dialect));
        assertThat(nodes.size()).isLessThanOrEqualTo(4 * text.length() + 10);
        for (SyntaxNode node : nodes) {
            assertThat(node.start()).isBetween(0, text.length());
            assertThat(node.end()).isBetween(0, text.length());
        }
    }

    private static List<SyntaxNode> nodes(ScriptParser.Script script) {
        List<SyntaxNode> nodes = new ArrayList<>();
        Deque<SyntaxNode> open = new ArrayDeque<>(script.statements());
        while (!open.isEmpty()) {
            SyntaxNode node = open.pop();
            nodes.add(node);
            node.forEachChild(open::push);
        }
        return nodes;
    }

    private static ScriptParser.Script parse(String source, Dialect dialect) {
        Tokens tokens = new Tokens(source);
        new Lexer(tokens, dialect).read(0, source.length());
        return ScriptParser.parse(tokens, 0, tokens.size(), dialect);
    }

    private static String content(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(ScriptParserTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
