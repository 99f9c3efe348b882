package io.github.cookiecharter.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.HostileTexts;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written as Markdown is the same text again when a parser has read it. */
class MarkdownTextTest {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    static Stream<String> texts() {
        return Stream.concat(
                HostileTexts.ALL.stream(),
                Stream.of(
                        "a | b \\| c \\\\| d",
                        "- item",
                        "+ item",
                        "12. item",
                        "3) item",
                        "===",
                        "# heading #",
                        "[a](b) ![c](d) <https://x.example>",
                        "_a_ *b* ~~c~~ `d`",
                        "{x} {{ y }} {% z %} $e^x$",
                        "ends with \\"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aParserReadsTheSameText(String text) {
        String expected = PlainText.onOneLine(text).strip();
        String table = "| h |\n| --- |\n| %s |\n";
        assertThat(plain(MarkdownText.escape(text))).isEqualTo(expected);
        assertThat(plain("# " + MarkdownText.escape(text))).isEqualTo(expected);
        assertThat(plain(table.formatted(MarkdownText.escape(text)))).isEqualTo("h" + expected);
        assertThat(plain(table.formatted(MarkdownText.code(text)))).isEqualTo("h" + expected);
        assertThat(plain(table.formatted(MarkdownText.link(text, "/x")))).isEqualTo("h" + expected);
    }

    /** MDX and the template languages of site generators would take braces for code, even in a code span. */
    @ParameterizedTest
    @CsvSource({"_ga_*, `_ga_*`", "a|b, a\\|b", "{{x}}, \\{\\{x\\}\\}", "a`b, a\\`b", "'', ''"})
    void aNameIsCodeWhereCodeIsLiteralEverywhere(String name, String markdown) {
        assertThat(MarkdownText.code(name)).isEqualTo(markdown);
    }

    @Test
    void aLinkEndsWhereItsAddressDoes() {
        Node document = PARSER.parse(MarkdownText.link("a", "https://x.example/?a=1&copy=2&b=(3)|{4}\\5 6"));
        Link link = (Link) document.getFirstChild().getFirstChild();
        assertThat(link.getDestination()).isEqualTo("https://x.example/?a=1&copy=2&b=%283%29%7C%7B4%7D%5C5%206");
        assertThat(link.getNext()).isNull();
    }

    private static String plain(String markdown) {
        StringBuilder out = new StringBuilder();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                out.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                out.append(code.getLiteral());
            }

            @Override
            public void visit(HtmlInline html) {
                throw new AssertionError(html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                throw new AssertionError(html.getLiteral());
            }
        });
        return out.toString();
    }
}
