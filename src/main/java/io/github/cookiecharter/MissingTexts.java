package io.github.cookiecharter;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Gap;
import io.github.cookiecharter.charter.Charter.Missing;
import io.github.cookiecharter.charter.Translations;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.rule.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One execution of {@code translations}: what each language of the site goes without, as a file that its translator can
 * take over. It writes nothing else.
 */
public final class MissingTexts {

    // So few are read where they are listed.
    private static final int FEW_LINES = 12;

    private final TranslationsRequest request;
    private final DeclarationFile file;
    private final List<ConsoleLine> lines = new ArrayList<>();
    private int missing;
    private int incomplete;

    private MissingTexts(TranslationsRequest request) {
        this.request = request;
        this.file = new DeclarationFile(request.declaration(), request.module());
    }

    /**
     * Looks at the declaration and writes the files.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static GenerationResult run(TranslationsRequest request) throws OutputException {
        try {
            return new MissingTexts(request).look();
        } catch (ParameterException e) {
            return new GenerationResult.Refused(String.valueOf(e.getMessage()));
        }
    }

    private GenerationResult look() throws OutputException, ParameterException {
        Optional<GenerationResult.Skipped> skipped = file.missing();
        if (skipped.isPresent()) {
            return skipped.get();
        }
        Languages languages = Languages.builtIn();
        CharterReading reading = CharterReading.of(file.read(), file.texts(), file.name(), languages);
        if (reading.charter().isEmpty()) {
            Remarks remarks = Remarks.of(reading.problems());
            return new GenerationResult.Invalid(remarks.errors(), remarks.warnings());
        }
        Charter charter = reading.charter().get();
        List<String> tags = charter.site().languages();
        for (String tag : tags) {
            report(tag, missing(charter, tag));
        }
        String of = tags.size() == 1 ? "the site's only language" : tags.size() + " languages";
        String summary = missing == 0
                ? "no text is missing in " + of
                : (missing == 1 ? "1 text is" : missing + " texts are") + " missing, in " + incomplete + " of " + of;
        return new GenerationResult.Done("Cookie charter: " + summary, "", List.of(), lines, true);
    }

    private static List<Missing> missing(Charter charter, String tag) {
        List<Missing> missing = new ArrayList<>();
        for (Gap gap : charter.gaps()) {
            if (gap.languages().contains(tag) && !isServedByAnother(tag, gap.languages())) {
                missing.addAll(gap.missing());
            }
        }
        return missing;
    }

    // What is written in French serves Canadian French too.
    private static boolean isServedByAnother(String tag, List<String> languages) {
        for (String other : languages) {
            if (tag.startsWith(other + "-")) {
                return true;
            }
        }
        return false;
    }

    private void report(String tag, List<Missing> texts) throws OutputException {
        Path target = request.folder().resolve(Translations.file(file.name(), tag));
        if (texts.isEmpty()) {
            remove(target);
            lines.add(new ConsoleLine(Severity.NOTE, tag + ": nothing is missing"));
            return;
        }
        missing += texts.size();
        incomplete++;
        String yaml = Translations.yaml(texts);
        write(target, yaml);
        lines.add(new ConsoleLine(
                Severity.NOTE,
                tag + ": " + texts.size() + (texts.size() == 1 ? " text" : " texts") + " missing, to be translated in "
                        + shown(target)));
        List<String> shown = yaml.lines().toList();
        if (shown.size() <= FEW_LINES) {
            for (String line : shown) {
                lines.add(new ConsoleLine(Severity.NOTE, "    " + line));
            }
        }
    }

    private String shown(Path path) {
        return path.startsWith(request.module())
                ? request.module().relativize(path).toString().replace(File.separatorChar, '/')
                : path.toString();
    }

    private static void write(Path target, String yaml) throws OutputException {
        try {
            Files.createDirectories(target.resolveSibling("."));
            Files.writeString(target, yaml);
        } catch (IOException e) {
            throw new OutputException("the file " + target + " cannot be written: check its folder's permissions", e);
        }
    }

    // A list of an earlier run would have texts translated that are there.
    private static void remove(Path target) throws OutputException {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw new OutputException("the file " + target + " cannot be removed: check its permissions", e);
        }
    }
}
