package io.github.cookiecharter.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.ProcessorTime;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeclarationReaderTest {

    private static final String SMALLEST = "site: { name: Acme, url: https://acme.example }\nservices: {}\n";

    static Stream<Path> charters() throws IOException {
        return DeclarationSamples.charters();
    }

    @ParameterizedTest
    @MethodSource("charters")
    void readsDeclarationsOfRealSites(Path charter) throws IOException {
        DeclarationResult result = DeclarationSamples.reader().read(Files.readAllBytes(charter));

        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.declaration()).isPresent();
    }

    @Test
    void readsEveryKey() throws IOException {
        Path file = DeclarationSamples.files("good")
                .filter(each -> each.endsWith("every-key.yaml"))
                .findFirst()
                .orElseThrow();

        Declaration read = DeclarationSamples.readGood(Files.readString(file));

        assertThat(read.site().languages()).containsExactly("fr-CA", "en", "no");
        assertThat(read.site().updated()).contains(LocalDate.of(2026, 2, 28));
        assertThat(read.consent().revision()).hasValue(7);
        assertThat(read.consent().lifetime()).contains(new Lifetime.Lasting(6, ChronoUnit.MONTHS));
        assertThat(read.providers().get(1).country()).contains("FR");
        assertThat(read.providers().get(1).transfers()).containsExactly("US", "NO");
        assertThat(read.site().authority().orElseThrow().url()).contains(URI.create("https://www.cnil.fr/"));
        assertThat(read.site().optOut()).contains("/opt-out");
        assertThat(read.categories().get(0).signals()).contains(List.of());
        Declaration.Service on = read.services().get(0);
        assertThat(on.id()).isEqualTo("on");
        assertThat(on.exempt()).isTrue();
        assertThat(on.objection()).contains(false);
        assertThat(plain(on.name())).isEqualTo("no");
        assertThat(plain(on.purpose())).isEqualTo("First line second line");
        List<Declaration.Cookie> cookies = read.services().get(1).cookies();
        assertThat(cookies)
                .extracting(cookie -> cookie.name().text())
                .containsExactly(
                        "010",
                        "*_suffix",
                        "any key, with \"all\" of it",
                        "several",
                        "tab",
                        "db*",
                        "https://pixel.example/p.gif*");
        assertThat(plain(cookies.get(1).purpose())).isEqualTo("true");
        assertThat(cookies.get(1).httpOnly()).contains(false);
        assertThat(cookies.get(1).positions().of("path")).isEqualTo(new SourcePosition(44, 59));
        assertThat(cookies.get(3).domains()).containsExactly(".example.org", "elsewhere.example");
        assertThat(cookies.get(6).kind()).isEqualTo(Kind.PIXEL);
        assertThat(read.exceptions().get(0).cookie()).contains("010");
    }

    @Test
    void readsScalarsAsWritten() {
        for (String scalar :
                List.of("no", "010", "on", "1_000", "2026-11-02", "~", "null", "0x1F", "1e3", "12:30:45", "+1")) {
            Declaration read = DeclarationSamples.readGood(SMALLEST.replace("Acme", scalar));

            assertThat(plain(Optional.of(read.site().name()))).isEqualTo(scalar);
        }
    }

    @Test
    void acceptsByteOrderMarksAndAnyLineBreak() {
        DeclarationResult result = DeclarationSamples.read("\uFEFF" + SMALLEST.replace("\n", "\r\n") + "polcy: {}\r");

        assertThat(result.diagnostics()).extracting(Diagnostic::position).containsExactly(new SourcePosition(3, 1));
    }

    @Test
    void countsColumnsAsEditorsDo() {
        DeclarationResult result =
                DeclarationSamples.read("site: { name: 😀, url: https://acme.example, x: y }\nservices: {}\n");

        assertThat(result.diagnostics()).extracting(Diagnostic::position).containsExactly(new SourcePosition(1, 46));
    }

    @Test
    void pointsAtTheFirstByteThatIsNoUtf8() {
        byte[] latin = SMALLEST.replace("Acme", "Café, né").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(DeclarationSamples.reader().read(latin).diagnostics())
                .extracting(Diagnostic::position, Diagnostic::message)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        new SourcePosition(1, 18),
                        "the byte 0xE9 is not UTF-8: save the file with the encoding UTF-8"));
    }

    @Test
    void knowsUtf16ByItsMark() {
        byte[] utf16 = SMALLEST.getBytes(StandardCharsets.UTF_16);

        assertThat(DeclarationSamples.reader().read(utf16).diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("the file is UTF-16: save it as UTF-8");
    }

    @Test
    void readsUpTo4Mebibytes() {
        byte[] start = SMALLEST.getBytes(StandardCharsets.UTF_8);
        byte[] largest = Arrays.copyOf(start, 4 * 1024 * 1024);
        Arrays.fill(largest, start.length, largest.length, (byte) '\n');
        byte[] larger = Arrays.copyOf(largest, largest.length + 1);

        assertThat(DeclarationSamples.reader().read(largest).diagnostics()).isEmpty();
        assertThat(DeclarationSamples.reader().read(larger).diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "the file is larger than 4 MiB: split the site's declaration, or remove unneeded content");
    }

    @Test
    void acceptsOneNameInTwoServicesIfOtherPropertiesDiffer() {
        Declaration read = DeclarationSamples.readGood(SMALLEST.replace("{}", """

                  a: { category: necessary, purpose: P, cookies: { id: { lifetime: session } } }
                  b: { category: necessary, purpose: P, cookies: { id: { lifetime: session, path: /b } } }
                  c: { category: necessary, purpose: P, cookies: { id: { lifetime: session, domain: acme.example } } }
                  d: { category: necessary, purpose: P, cookies: { id: { kind: local-storage } } }
                """));

        assertThat(read.services())
                .extracting(service -> service.cookies().get(0).name())
                .containsOnly(new NamePattern("id"));
    }

    @Test
    void convertsInternationalHostsToAscii() {
        Declaration read = DeclarationSamples.readGood(SMALLEST.replace("acme.example", "www.köln.example"));

        assertThat(read.site().url().getHost()).isEqualTo("www.xn--kln-sna.example");
    }

    @Test
    void readingTimeGrowsLinearlyWithTheCookies() {
        String thousand = cookies(1_000, "\n      ");
        String tenThousand = cookies(10_000, "\n      ");
        // All on one line: places within a line must not be counted from its beginning each time.
        String tenThousandOnOneLine = cookies(10_000, " ");

        long few = nanoseconds(thousand);
        // A reader that compares all pairs, or counts each position from the start, takes a hundred times as long.
        assertThat(nanoseconds(tenThousand)).isLessThan(few * 40 + 200_000_000L);
        assertThat(nanoseconds(tenThousandOnOneLine)).isLessThan(few * 40 + 200_000_000L);
    }

    private static String cookies(int count, String separator) {
        StringBuilder yaml = new StringBuilder(
                SMALLEST.replace("{}\n", "\n  a:\n    category: necessary\n    purpose: P\n    cookies: {"));
        for (int i = 0; i < count; i++) {
            yaml.append(separator).append("cookie_").append(i).append(": { lifetime: 13 months, secure: true },");
        }
        return yaml.append(" }\n").toString();
    }

    private static long nanoseconds(String yaml) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = ProcessorTime.nanoseconds();
            DeclarationSamples.readGood(yaml);
            best = Math.min(best, ProcessorTime.nanoseconds() - start);
        }
        return best;
    }

    private static String plain(Optional<DeclaredText> text) {
        return ((DeclaredText.Plain) text.orElseThrow()).value();
    }
}
