package io.github.cookiecharter.language;

import io.github.cookiecharter.project.Golden;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/**
 * The documentation's page on the languages: what the key sentences of each say, word for word, so that who speaks the
 * language sees at a glance whether it is right.
 */
class LanguagesPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/languages.md");
    private static final Path TESTS = Path.of("src/test/resources/io/github/cookiecharter/language");

    @Test
    void thePageMatchesTheLanguages() throws IOException {
        Languages languages = Languages.builtIn();
        StringBuilder page = new StringBuilder("""
                # The languages

                This page shows the key sentences of the built-in texts in each language, with a literal back-translation into English. If
                you speak a language, you can check it; [Translating the built-in texts](translating.md) explains how to correct it.

                """);
        page.append("## English\n\n");
        LanguageTexts english = languages.forTag("en").orElseThrow();
        for (String key : TranslationCheck.KEY_SENTENCES) {
            page.append("- `%s`: %s\n".formatted(key, english.get(key)));
        }
        for (String tag : languages.tags()) {
            if (!tag.equals("en") && tag.indexOf('-') < 0) {
                page.append(section(languages.forTag(tag).orElseThrow()));
            }
        }
        List<String> variants = new ArrayList<>();
        languages.tags().stream().filter(tag -> tag.indexOf('-') > 0).forEach(tag -> variants.add("`" + tag + "`"));
        if (!variants.isEmpty()) {
            page.append("\n## Regional variants\n\n")
                    .append(String.join(", ", variants))
                    .append(
                            " contain only the texts that differ from their base language; all other regions use the base language.\n");
        }
        page.append("\n## Where they differ from CLDR\n\n");
        page.append("Durations, dates and lists follow CLDR; a test compares them with ICU4J. Exceptions:\n\n");
        for (String line : Files.readAllLines(TESTS.resolve("not-as-icu.txt"))) {
            int colon = line.indexOf(": ");
            if (!line.startsWith("#") && colon > 0) {
                String[] keys = line.substring(0, colon).split(" ", 2);
                page.append("- `%s`, `%s`: %s\n"
                        .formatted(keys[0], keys[1].replace(" ", "`, `"), line.substring(colon + 2)));
            }
        }
        Golden.check(PAGE, page.toString());
    }

    private static String section(LanguageTexts texts) throws IOException {
        Properties back = new Properties();
        try (BufferedReader reader =
                Files.newBufferedReader(TESTS.resolve("notes").resolve(texts.language() + ".properties"))) {
            back.load(reader);
        }
        StringBuilder section =
                new StringBuilder("\n## " + texts.get("language.name") + " (`" + texts.language() + "`)\n\n");
        for (String key : TranslationCheck.KEY_SENTENCES) {
            section.append("- `%s`: %s<br>*%s*\n".formatted(key, texts.get(key), back.getProperty(key)));
        }
        return section.toString();
    }
}
