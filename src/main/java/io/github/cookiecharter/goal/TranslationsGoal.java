package io.github.cookiecharter.goal;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Gap;
import io.github.cookiecharter.charter.Charter.Missing;
import io.github.cookiecharter.charter.MissingTranslations;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.Quantity;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.Fingerprint;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.OutputLayout;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.rule.Severity;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One execution of {@code translations}: writes the missing texts of each language of the site as a file for the translator.
 * It writes nothing else.
 */
public final class TranslationsGoal {

    // A file of so few lines is also shown in the console.
    private static final int MAX_SHOWN_LINES = 12;

    private static final String EXECUTION = "translations";

    private final TranslationsRequest request;
    private final DeclarationFile file;
    private final List<ConsoleLine> lines = new ArrayList<>();
    private int missing;
    private int incomplete;

    private TranslationsGoal(TranslationsRequest request) {
        this.request = request;
        this.file = new DeclarationFile(request.declaration(), request.module(), request.declarationOptional());
    }

    /**
     * Reads the declaration and writes the files.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static GoalResult run(TranslationsRequest request) throws OutputException {
        try {
            return new TranslationsGoal(request).run();
        } catch (ParameterException e) {
            return new GoalResult.Refused(String.valueOf(e.getMessage()));
        }
    }

    private GoalResult run() throws OutputException, ParameterException {
        Optional<GoalResult.Skipped> skipped = file.skipIfMissing();
        if (skipped.isPresent()) {
            return skipped.get();
        }
        Languages languages = Languages.builtIn();
        CharterLoadResult loaded = CharterLoadResult.load(
                file.read(),
                file.translations(),
                file.parts(request.root(), request.dependencies()),
                file.name(),
                languages);
        if (loaded.charter().isEmpty()) {
            DiagnosticMessages messages = DiagnosticMessages.of(loaded.diagnostics());
            return new GoalResult.Invalid(messages.errors(), messages.warnings());
        }
        Charter charter = loaded.charter().get();
        List<String> tags = charter.site().languages();
        List<Artefact> artefacts = new ArrayList<>();
        for (String tag : tags) {
            List<Missing> texts = missing(charter, tag);
            if (!texts.isEmpty()) {
                artefacts.add(Artefact.text(
                        OutputRoot.REPORTS,
                        MissingTranslations.fileName(file.name(), tag),
                        MissingTranslations.yaml(texts)));
            }
        }
        Set<String> kept = publish(artefacts);
        for (String tag : tags) {
            report(tag, missing(charter, tag), kept);
        }
        String languagesText = tags.size() == 1 ? "the site's only language" : tags.size() + " languages";
        String summary = missing == 0
                ? "no text is missing in " + languagesText
                : (missing == 1 ? "1 text is" : missing + " texts are") + " missing, in " + incomplete + " of "
                        + languagesText;
        return new GoalResult.Done("Cookie charter: " + summary, "", List.of(), lines, true);
    }

    private static List<Missing> missing(Charter charter, String tag) {
        List<Missing> missing = new ArrayList<>();
        for (Gap gap : charter.gaps()) {
            if (gap.languages().contains(tag) && !isCoveredByBaseLanguage(tag, gap.languages())) {
                missing.addAll(gap.missing());
            }
        }
        return missing;
    }

    // A missing French text covers Canadian French too.
    private static boolean isCoveredByBaseLanguage(String tag, List<String> languages) {
        for (String base : languages) {
            if (tag.startsWith(base + "-")) {
                return true;
            }
        }
        return false;
    }

    // Keeps a list that was edited in place, and removes lists of earlier runs, whose texts may no longer be missing.
    private Set<String> publish(List<Artefact> artefacts) throws OutputException {
        OutputLayout layout = new OutputLayout(request.module(), Map.of(OutputRoot.REPORTS, request.folder()));
        // Each declaration has its own lists in the folder.
        Path states = request.folder().resolve("." + file.name());
        Outputs outputs = new Outputs(layout, states, EXECUTION, Set.of(EXECUTION), new ConcurrentHashMap<>());
        Set<String> kept = new HashSet<>();
        Outputs.OutputLock lock = outputs.open();
        try {
            List<Artefact> written = new ArrayList<>(artefacts);
            for (Artefact edited : outputs.edited(artefacts)) {
                written.remove(edited);
                kept.add(edited.path());
            }
            outputs.publish(new Fingerprint(), List.of(), written);
        } finally {
            lock.close();
        }
        return kept;
    }

    private void report(String tag, List<Missing> texts, Set<String> kept) {
        Path target = request.folder().resolve(MissingTranslations.fileName(file.name(), tag));
        if (texts.isEmpty()) {
            lines.add(new ConsoleLine(Severity.NOTE, tag + ": nothing is missing"));
            return;
        }
        missing += texts.size();
        incomplete++;
        String yaml = MissingTranslations.yaml(texts);
        if (kept.contains(MissingTranslations.fileName(file.name(), tag))) {
            lines.add(new ConsoleLine(
                    Severity.WARNING,
                    tag + ": " + count(texts) + " missing; " + display(target)
                            + " was edited and not overwritten: put it beside " + file.name()
                            + ", or delete it to regenerate it"));
            return;
        }
        lines.add(new ConsoleLine(
                Severity.NOTE, tag + ": " + count(texts) + " missing, to be translated in " + display(target)));
        List<String> shown = yaml.lines().toList();
        if (shown.size() <= MAX_SHOWN_LINES) {
            for (String line : shown) {
                lines.add(new ConsoleLine(Severity.NOTE, "    " + line));
            }
        }
    }

    private String display(Path path) {
        return path.startsWith(request.module())
                ? request.module().relativize(path).toString().replace(File.separatorChar, '/')
                : path.toString();
    }

    private static String count(List<Missing> texts) {
        return Quantity.of(texts.size(), "text", "texts");
    }
}
