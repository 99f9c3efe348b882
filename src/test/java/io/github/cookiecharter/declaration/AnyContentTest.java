package io.github.cookiecharter.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.ProcessorTime;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a file holds, the reader answers, soon, and with places that the file has. */
class AnyContentTest {

    private static final String PIECES = "abc:{}[]*&!|>'\"%@`,-?# \t\n\r\\~<0.\u0000\u0085\u2028\uFEFF\u202Eé😀";

    @Property(tries = 500, seed = "2026")
    void anyBytes(@ForAll @Size(max = 300) byte[] content) {
        check(content);
    }

    @Property(tries = 1_000, seed = "2026")
    void anyYamlTokens(@ForAll("soup") String soup) {
        check(soup.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.strings().withChars(PIECES.toCharArray()).ofMaxLength(80);
    }

    @Property(tries = 1_000, seed = "2026")
    void anyMistakeInARealDeclaration(
            @ForAll @IntRange(max = 3) int which,
            @ForAll @IntRange(max = 2_500) int where,
            @ForAll @IntRange(max = 3) int length,
            @ForAll("soup") String inserted)
            throws IOException {
        List<Path> charters = DeclarationSamples.charters().toList();
        String charter = Files.readString(charters.get(which % charters.size()));
        int from = where % charter.length();
        int to = Math.min(charter.length(), from + length);
        String put = inserted.substring(0, Math.min(4, inserted.length()));

        check((charter.substring(0, from) + put + charter.substring(to)).getBytes(StandardCharsets.UTF_8));
    }

    private static void check(byte[] content) {
        DeclarationResult result = ProcessorTime.within(
                Duration.ofSeconds(5),
                "the declaration",
                () -> DeclarationSamples.reader().read(content));

        assertThat(result.declaration().isPresent())
                .isEqualTo(result.diagnostics().isEmpty());
        assertThat(result.diagnostics())
                .isSortedAccordingTo(Diagnostic.IN_FILE_ORDER)
                .doesNotHaveDuplicates();
        List<Integer> lineLengths = lineLengths(content);
        for (Diagnostic diagnostic : result.diagnostics()) {
            assertThat(diagnostic.position().line()).isBetween(1, lineLengths.size());
            assertThat(diagnostic.position().column())
                    .isBetween(1, lineLengths.get(diagnostic.position().line() - 1) + 1);
            assertThat(diagnostic.message()).isNotBlank().doesNotContain("snakeyaml", "jackson", "java.", "null");
            assertThat(diagnostic.message().chars().noneMatch(c -> Character.isISOControl(c) || c == 0x202E))
                    .as(diagnostic.message())
                    .isTrue();
        }
    }

    private static List<Integer> lineLengths(byte[] content) {
        List<Integer> lengths = new ArrayList<>();
        String text = new String(content, StandardCharsets.UTF_8);
        for (String line : text.split("\r\n|\r|\n", -1)) {
            lengths.add(line.length());
        }
        return lengths;
    }
}
