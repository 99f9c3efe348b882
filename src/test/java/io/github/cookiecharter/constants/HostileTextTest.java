package io.github.cookiecharter.constants;

import static io.github.cookiecharter.charter.TestCharters.cookie;
import static io.github.cookiecharter.charter.TestCharters.same;
import static io.github.cookiecharter.charter.TestCharters.site;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.HostileTexts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Texts that would break out of a comment or a string; each is compiled, which takes long. */
@Tag("process")
@net.jqwik.api.Tag("process")
class HostileTextTest {

    static final List<String> texts = HostileTexts.ALL;

    @ParameterizedTest
    @FieldSource("texts")
    void isInertInEveryComment(String text) {
        String source = GeneratedClass.source(charter(text));
        GeneratedClass cookies = GeneratedClass.compile(GeneratedClass.NAME, source);

        assertThat(cookies.constants()).containsOnlyKeys("A", "B_PREFIX");
        assertThat(code(source)).isEqualTo(code(GeneratedClass.source(charter("harmless"))));
        assertThat(source).doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]");
        assertThat(new String(source.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .as("no character is lost in UTF-8")
                .isEqualTo(source);
    }

    private static Charter charter(String text) {
        return site("fr")
                .source(text)
                .name(same(text, List.of("fr")))
                .service(
                        "necessary",
                        "a",
                        cookie("a").purpose(text),
                        cookie("b_*").purpose(text))
                .charter();
    }

    /** The lines that are not comments. */
    private static List<String> code(String source) {
        return source.lines()
                .filter(line -> !line.startsWith("//") && !line.strip().startsWith("*"))
                .toList();
    }

    @Test
    void staysReadable() {
        assertThat(JavaText.toJavadoc("Größe «é» – \u4f60\u597d 5 € d'une page/d’un <b> & {@code x} */ \\u002a/"))
                .isEqualTo("Größe «é» – \u4f60\u597d 5 € d'une page/d’un &lt;b&gt; &amp; &#123;&#64;code x&#125;"
                        + " &#42;/ &#92;u002a/");
        assertThat(JavaText.toJavadoc(" one\n two\u2028three\t")).isEqualTo("one two three");
        assertThat(JavaText.toJavadoc("\ud83c\udf6a\ud800\u0000")).isEqualTo("\ud83c\udf6a\ufffd\ufffd");
        assertThat(JavaText.toLineComment("a\n\\u000ab.yaml")).isEqualTo("a \\\\u000ab.yaml");
    }

    @Property(tries = 50, seed = "2026")
    void anyTextAtAllCompiles(@ForAll @StringLength(min = 1, max = 300) String text) {
        GeneratedClass.of(site().source(text)
                .name(same(text, List.of("en")))
                .service("necessary", "a", cookie("a").purpose(text))
                .charter());
    }

    @Property(tries = 50, seed = "2026")
    void asciiSalad(
            @ForAll
                    @Chars({
                        '*', '/', '\\', 'u', '0', '2', 'a', 'f', '@', '{', '}', '<', '>', '&', ';', '#', '"', '\n', ' '
                    })
                    @StringLength(min = 1, max = 200)
                    String text) {
        GeneratedClass.of(site().source(text)
                .name(same(text, List.of("en")))
                .service("necessary", "a", cookie("a").purpose(text))
                .charter());
    }

    @Property(tries = 100, seed = "2026")
    void wrappingLosesNothing(
            @ForAll @Size(max = 80) List<@StringLength(min = 1, max = 150) @AlphaChars String> words) {
        String text = String.join(" ", words);

        List<String> lines = JavaText.wrap(text);

        assertThat(String.join(" ", lines)).isEqualTo(text);
        assertThat(lines).allMatch(line -> line.length() <= 110 || line.indexOf(' ') < 0);
    }
}
