package io.github.cookiecharter.fuzz;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.CharterResolver;
import io.github.cookiecharter.declaration.DeclarationReader;
import io.github.cookiecharter.declaration.DeclarationResult;
import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.goal.WholePipeline;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The bytes of a {@code cookies.yaml}: a reading, and of a good one a charter and all artefacts. */
final class DeclarationTarget implements FuzzTarget {

    private final DeclarationReader reader;

    DeclarationTarget() {
        LanguageTexts english = TestCharter.LANGUAGES.forTag("en").orElseThrow();
        reader = new DeclarationReader(english.overridableKeys("policy"), english.overridableKeys("banner"));
    }

    @Override
    public String name() {
        return "declaration";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (String folder : List.of(
                "src/test/resources/charters",
                "src/test/resources/io/github/cookiecharter/declaration/bad",
                "src/test/resources/io/github/cookiecharter/declaration/good")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    seeds.add(Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return seeds;
    }

    @Override
    public List<String> words() {
        Set<String> words = new TreeSet<>(List.of(
                ": ",
                "- ",
                "? ",
                "|\n ",
                ">-\n ",
                "&a ",
                "*a",
                "<<: ",
                "!!str ",
                "%YAML 1.1\n",
                "---\n",
                "...\n",
                "{ ",
                " }",
                "[ ",
                " ]",
                "\"\\u0000\"",
                "''",
                "\t",
                "\r",
                "\u0085",
                "\u2028",
                "\ufeff",
                "# ",
                "en: ",
                "13 months",
                "P13M",
                "session",
                "999999999999 years",
                "https://example.org/",
                "_ga_*"));
        for (byte[] seed : seeds()) {
            Matcher keys = Pattern.compile("(?m)([a-z][a-z-]+):").matcher(new String(seed, StandardCharsets.UTF_8));
            while (keys.find()) {
                words.add(keys.group(1));
            }
        }
        return List.copyOf(words);
    }

    @Override
    public Object check(byte[] input, boolean thorough) {
        return check(reader, input, List.of(), thorough);
    }

    static DeclarationResult check(
            DeclarationReader reader, byte[] input, List<TranslationFile> files, boolean thorough) {
        DeclarationResult result = reader.read(input, files);
        boolean isGood = result.diagnostics().stream().noneMatch(Diagnostic::isError);
        if (isGood != result.declaration().isPresent()) {
            throw new AssertionError("a declaration and errors, or neither: " + result.diagnostics());
        }
        check(result.diagnostics(), input, files);
        if (isGood) {
            Charter charter =
                    CharterResolver.resolve(result.declaration().orElseThrow(), "cookies.yaml", TestCharter.LANGUAGES);
            if (charter.site().languages().isEmpty()) {
                throw new AssertionError("a charter without a language");
            }
            if (thorough) {
                check(WholePipeline.run(input, files).diagnostics(), input, files);
            }
        }
        return result;
    }

    private static void check(List<Diagnostic> diagnostics, byte[] input, List<TranslationFile> files) {
        String text = text(input);
        StringBuilder all = new StringBuilder(text);
        int[] lengths = Messages.lineLengths(text);
        for (TranslationFile file : files) {
            all.append(text(file.content()));
        }
        String quotable = all.toString();
        Diagnostic before = null;
        for (Diagnostic diagnostic : diagnostics) {
            if (before != null && Diagnostic.IN_FILE_ORDER.compare(before, diagnostic) >= 0) {
                throw new AssertionError("not in order, or twice: " + diagnostic);
            }
            before = diagnostic;
            int[] lines = lengths;
            for (TranslationFile file : files) {
                if (file.name().equals(diagnostic.position().file())) {
                    lines = Messages.lineLengths(text(file.content()));
                }
            }
            Messages.check(diagnostic.position(), lines);
            Messages.check(diagnostic.message(), quotable);
        }
    }

    private static String text(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
