package io.github.cookiecharter.scan.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.scan.javascript.syntax.Dialect;
import io.github.cookiecharter.scan.javascript.syntax.Lexer;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** The lexer reads what is written today, and any text at all. */
class LexerTest {

    @Test
    void wordsNumbersAndPunctuators() {
        assertThat(words("a.#b ?? 1_000n + 0x1F >>>= .5e-3 ?.c ? .5 : \u00e9\\u0061"))
                .containsExactly(
                        "a", ".", "#b", "??", "1_000n", "+", "0x1F", ">>>=", ".5e-3", "?.", "c", "?", ".5", ":",
                        "\u00e9a", ";");
    }

    @Test
    void stringsWithAllEscapes() {
        assertThat(values("'a\\n\\x41\\u0042\\u{1F36A}\\\n\\'\\0\\101' \"it's\" 'open\nx"))
                .containsExactly("a\nAB\ud83c\udf6a'\0A", "it's", "open");
    }

    @Test
    void templatesHoldExpressionsThatHoldTemplates() {
        assertThat(words("`a${`b${c}` + {d: '}'}.d}e` / 2"))
                .containsExactly(
                        "`", "|a", "${", "`", "|b", "${", "c", "}", "`", "+", "{", "d", ":", "'}'", "}", ".", "d", "}",
                        "|e", "`", "/", "2", ";");
    }

    @Test
    void aSlashBeginsARegularExpressionWhereAnOperandIsExpected() {
        assertThat(words("a / b / c; x = /[/\"]\\//g.test(y); if (z) /'/.exec(z); (a) / 2; return /`/"))
                .containsExactly(
                        "a",
                        "/",
                        "b",
                        "/",
                        "c",
                        ";",
                        "x",
                        "=",
                        "/[/\"]\\//g",
                        ".",
                        "test",
                        "(",
                        "y",
                        ")",
                        ";",
                        "if",
                        "(",
                        "z",
                        ")",
                        "/'/",
                        ".",
                        "exec",
                        "(",
                        "z",
                        ")",
                        ";",
                        "(",
                        "a",
                        ")",
                        "/",
                        "2",
                        ";",
                        "return",
                        "/`/",
                        ";");
    }

    @Test
    void commentsAndTheFirstLineAreLeftOut() {
        assertThat(words("#!/usr/bin/env node\na // b\n/* c */ d <!-- e\n--> f\ng /* open"))
                .containsExactly("a", "d", "g", ";");
    }

    @Test
    void textOfJsxHasNoQuotesAndNoComments() {
        assertThat(words("x = <a b='\"' c={d}>it's // {e} <b/></a>; f < g"))
                .containsExactly(
                        "x",
                        "=",
                        "<",
                        "a",
                        "b",
                        "=",
                        "'\"'",
                        "c",
                        "=",
                        "{",
                        "d",
                        "}",
                        ">",
                        "|it's // ",
                        "{",
                        "e",
                        "}",
                        "| ",
                        "<",
                        "b",
                        "/",
                        ">",
                        "<",
                        "/",
                        "a",
                        ">",
                        ";",
                        "f",
                        "<",
                        "g",
                        ";");
    }

    @Test
    void anElementThatDoesNotEndIsNone() {
        assertThat(words("x = <a>b's; y = 'c'"))
                .containsExactly("x", "=", "<", "a", ">", "b", "'s; y = '", "c", "'", ";");
    }

    @Property(tries = 300)
    void anyTextIsReadInOrder(@ForAll @StringLength(max = 400) String text) {
        isOrdered(text);
    }

    @Test
    void textOfItsOwnLanguageInAnyOrderIsRead() {
        Random random = new Random(6);
        String[] parts = {
            "`",
            "${",
            "}",
            "{",
            "(",
            ")",
            "[",
            "]",
            "/",
            "'",
            "\"",
            "\\",
            "\n",
            "<!--",
            "-->",
            "/*",
            "*/",
            "//",
            "=>",
            "=",
            "a",
            "document.cookie",
            "localStorage.setItem(",
            "function",
            "class",
            "import",
            "from",
            ",",
            ":",
            ";",
            "?",
            "."
        };
        for (int run = 0; run < 2_000; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.append(parts[random.nextInt(parts.length)]).append(random.nextBoolean() ? " " : "");
            }
            isOrdered(text.toString());
        }
    }

    private static void isOrdered(String text) {
        Tokens tokens = read(text);
        int last = 0;
        for (int i = 0; i < tokens.size(); i++) {
            assertThat(tokens.start(i)).isGreaterThanOrEqualTo(last);
            assertThat(tokens.end(i)).isBetween(tokens.start(i), text.length());
            last = tokens.end(i);
            if (tokens.partner(i) >= 0) {
                assertThat(tokens.partner(tokens.partner(i))).isEqualTo(i);
            }
        }
    }

    private static Tokens read(String text) {
        Tokens tokens = new Tokens(text);
        new Lexer(tokens, Dialect.JAVASCRIPT).read(0, text.length());
        return tokens;
    }

    private static List<String> words(String text) {
        Tokens tokens = read(text);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.text(i).isEmpty() ? text.substring(tokens.start(i), tokens.end(i)) : tokens.text(i);
            words.add(tokens.kind(i) == Tokens.CHUNK ? "|" + word : word);
        }
        return words;
    }

    private static List<String> values(String text) {
        Tokens tokens = read(text);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isString(i)) {
                values.add(tokens.value(i));
            }
        }
        return values;
    }
}
