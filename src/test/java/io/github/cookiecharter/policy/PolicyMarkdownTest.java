package io.github.cookiecharter.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.output.Artefact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Markdown says what the page says: a parser reads the same headings and rows in both. */
class PolicyMarkdownTest {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .build();

    private static final String HOSTILE = """
            site:
              name: "A | <b>shop</b> {x}"
              url: https://shop.example
              languages: [en, ar]
              privacy-policy: "/privacy?a=1&copy=2"
            services:
              audience:
                category: statistics
                name: "1. _a_ *b* `c` {{ d }} \\\\| e"
                purpose: { en: "- [x](y) {% z %} $1 & &amp;", ar: "عدّ الزيارات (a|b)" }
                cookies:
                  "visitor_*": { lifetime: 13 months }
                  "odd`{{|}}": { kind: local-storage, recipients: "# nobody" }
              map:
                category: marketing
                purpose: Show the map
                frames: [ "https://maps.example/*" ]
            """;

    static Stream<Path> charters() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/charters"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("charters")
    void realChartersHaveTheSameSectionsAndRows(Path file) throws IOException {
        assertSame(TestCharter.of(Files.readString(file)));
    }

    @Test
    void hostileTextsStandAsText() {
        Charter charter = TestCharter.of(HOSTILE);
        assertSame(charter);
        assertThat(markdown(charter).get("policy.en.md"))
                .contains("\n| ", "`visitor_*`", "(/privacy?a=1&amp;copy=2)", "[العربية](policy.ar.md)")
                .doesNotContain("{{", "{%")
                .doesNotContainPattern("(?<!\\\\)<");
    }

    private static void assertSame(Charter charter) {
        Map<String, String> pages = PolicyPagesTest.files(charter);
        Map<String, String> files = markdown(charter);
        assertThat(files).hasSameSizeAs(charter.site().languages());
        for (String language : charter.site().languages()) {
            ParsedPage page = ParsedPage.of(pages.get("policy." + language + ".fragment.html"));
            Node document = PARSER.parse(files.get("policy." + language + ".md"));
            List<List<String>> rows = nodes(document, TableRow.class).stream()
                    .filter(row -> row.getParent() instanceof TableBody)
                    .map(row -> nodes(row, TableCell.class).stream()
                            .map(PolicyMarkdownTest::words)
                            .toList())
                    .toList();
            assertThat(rows)
                    .isNotEmpty()
                    .isEqualTo(page.rows().stream()
                            .map(row ->
                                    row.stream().map(PolicyMarkdownTest::words).toList())
                            .toList());
            assertThat(headings(document, 1)).isEqualTo(words(page.texts("h2")));
            assertThat(headings(document, 2)).isEqualTo(words(page.texts("h3")));
            List<String> third = new ArrayList<>(page.texts("dt"));
            third.addAll(page.texts("h4"));
            assertThat(headings(document, 3)).containsExactlyInAnyOrderElementsOf(words(third));
            assertThat(nodes(document, HtmlBlock.class)).isEmpty();
            assertThat(nodes(document, HtmlInline.class)).isEmpty();
        }
    }

    private static Map<String, String> markdown(Charter charter) {
        return PolicyMarkdown.artefacts(charter, TestCharter.LANGUAGES).stream()
                .collect(Collectors.toMap(
                        Artefact::path, artefact -> new String(artefact.content(), StandardCharsets.UTF_8)));
    }

    private static List<String> headings(Node document, int level) {
        return nodes(document, Heading.class).stream()
                .filter(heading -> heading.getLevel() == level)
                .map(PolicyMarkdownTest::words)
                .toList();
    }

    private static List<String> words(List<String> texts) {
        return texts.stream().map(PolicyMarkdownTest::words).toList();
    }

    private static String words(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node each = node.getFirstChild(); each != null; each = each.getNext()) {
            text.append(each instanceof org.commonmark.node.Link ? words(each) : TEXT.render(each));
        }
        return words(text.toString());
    }

    // Notes stand in brackets in Markdown, and below their cell on the page; a renderer of text quotes code.
    private static String words(String text) {
        return text.replaceAll("[()\"`]", "").replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    private static <N extends Node> List<N> nodes(Node parent, Class<N> type) {
        List<N> found = new ArrayList<>();
        for (Node each = parent.getFirstChild(); each != null; each = each.getNext()) {
            if (type.isInstance(each)) {
                found.add(type.cast(each));
            }
            found.addAll(nodes(each, type));
        }
        return found;
    }
}
