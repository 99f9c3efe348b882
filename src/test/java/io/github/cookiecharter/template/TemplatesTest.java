package io.github.cookiecharter.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {

    @TempDir
    Path folder;

    Templates templates;

    @BeforeEach
    void ownTemplates() {
        templates = new Templates(Optional.of(folder));
    }

    void template(String name, String text) throws IOException {
        Path file = folder.resolve(name + ".mustache");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void htmlIsEncodedOnceForTextAndAttributes() throws IOException {
        template("a", "<p title=\"{{x}}\">{{x}}</p>{{{x}}}");
        assertThat(templates.html("a", Map.of("x", "<&'\"{{y}}\u0000\uD800\uFFFE\uD83C\uDF6A")))
                .isEqualTo("<p title=\"&lt;&amp;&#39;&quot;{{y}}\uFFFD\uFFFD\uFFFD\uD83C\uDF6A\">"
                        + "&lt;&amp;&#39;&quot;{{y}}\uFFFD\uFFFD\uFFFD\uD83C\uDF6A</p>"
                        + "<&'\"{{y}}\u0000\uD800\uFFFE\uD83C\uDF6A");
    }

    @Test
    void theLineEndsOfASitesTemplateAreThoseOfEveryArtefact() throws IOException {
        template("a", "<p>\r\n{{x}}\r\n</p>\r\n");
        assertThat(templates.html("a", Map.of("x", "y"))).isEqualTo("<p>\ny\n</p>\n");
    }

    @Test
    void scriptsGetStringLiteralsThatCannotEndTheScript() throws IOException {
        template("a", "var a = {{x}};");
        assertThat(new String(
                        templates.script("a", Map.of("x", "</script>\u2028\"\\\n\uD800")), StandardCharsets.UTF_8))
                .isEqualTo("var a = \"\\u003c/script\\u003e\\u2028\\\"\\\\\\n\\ud800\";");
    }

    @Test
    void javaStringsAreAsciiAndHaveNoUnicodeEscapeOfTheirOwn() throws IOException {
        template("a", "\"{{x}}\"");
        assertThat(templates.java("a", Map.of("x", "\\u0022 é\"\n"))).isEqualTo("\"\\\\u0022 \\u00e9\\\"\\n\"");
    }

    @Test
    void sectionsListsAndPartialsSeeTheOuterContext() throws IOException {
        template("deep/a", "{{#items}}{{>deep/b}}{{/items}}{{^none}}-{{/none}}{{#yes}}!{{/yes}}");
        template("deep/b", "{{n}}{{outer}} ");
        assertThat(templates.html(
                        "deep/a",
                        Map.of(
                                "outer",
                                "o",
                                "yes",
                                true,
                                "none",
                                List.of(),
                                "items",
                                List.of(Map.of("n", 1), Map.of("n", 2)))))
                .isEqualTo("1o 2o -!");
    }

    @Test
    void missingNamesAreErrorsWithTemplateAndLine() throws IOException {
        template("a", "\n{{x}}");
        assertThatThrownBy(() -> templates.html("a", Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessage("the template a.mustache uses in line 2 the name 'x', which is not available there");
    }

    @Test
    void preparedTemplatesGiveTheSame() throws IOException {
        template("a", "{{x}}{{>b}}");
        template("b", "!");
        templates.prepareHtml("a");
        assertThat(templates.html("a", Map.of("x", "1"))).isEqualTo("1!");
    }

    @Test
    void faultsInPreparedTemplatesAreReportedWhenFilled() throws IOException {
        template("a", "{{>b}}");
        template("c", "{{#x}}");
        templates.prepareHtml("a", "c", "none");
        assertThatThrownBy(() -> templates.html("a", Map.of())).hasMessage("there is no template b.mustache");
        assertThatThrownBy(() -> templates.html("c", Map.of("x", true))).hasMessageContaining("c.mustache");
        assertThatThrownBy(() -> templates.html("none", Map.of())).hasMessage("there is no template none.mustache");
    }

    @Test
    void missingAndMalformedTemplatesAreReported() throws IOException {
        template("a", "{{#x}}");
        assertThatThrownBy(() -> templates.html("a", Map.of("x", true)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("a.mustache");
        assertThatThrownBy(() -> templates.html("none", Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessage("there is no template none.mustache");
    }

    @Test
    void binaryTemplatesAreReported() throws IOException {
        Files.write(folder.resolve("a.mustache"), new byte[] {'a', (byte) 0xE9, 'b'});
        assertThatThrownBy(() -> templates.html("a", Map.of()))
                .hasMessage("the template a.mustache is not UTF-8: save it with that encoding");
    }

    @Test
    void templatesThatExtendThemselvesAreReported() throws IOException {
        template("a", "{{<a}}{{/a}}");
        assertThatThrownBy(() -> templates.html("a", Map.of()))
                .hasMessage("the template a.mustache includes itself without end");
    }

    @Test
    void faultsAreReportedWithTheirTemplate() throws IOException {
        template("a", "x{{>b}}");
        template("b", "\n\n{{#foo}}");
        assertThatThrownBy(() -> templates.html("a", Map.of()))
                .hasMessage("the template b.mustache is not valid Mustache: in line 3 a tag is not closed, or closes a"
                        + " section that is not open");
    }

    @Test
    void everyThreadGetsTheSameFault() throws Exception {
        for (int i = 0; i < 200; i++) {
            Templates each = new Templates(Optional.of(folder));
            template("a", "x {{>none}}");
            List<String> messages = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
            Runnable fill = () -> {
                try {
                    each.html("a", Map.of());
                } catch (RuntimeException e) {
                    messages.add(e.getMessage());
                }
            };
            Thread other = new Thread(fill);
            other.start();
            fill.run();
            other.join();
            assertThat(messages).hasSize(2).containsOnly("there is no template none.mustache");
        }
    }

    @Test
    void lineEndsAndByteOrderMarksOfEditorsMakeNoDifference() throws IOException {
        template("a", "\uFEFFa\r\nb\rc{{x}}");
        assertThat(templates.html("a", Map.of("x", "!"))).isEqualTo("a\nb\nc!");
    }
}
