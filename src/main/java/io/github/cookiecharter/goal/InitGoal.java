package io.github.cookiecharter.goal;

import io.github.cookiecharter.imports.ImportFiles;
import io.github.cookiecharter.imports.ImportedDeclaration;
import io.github.cookiecharter.imports.format.ImportException;
import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.PercentEncoding;
import io.github.cookiecharter.model.Quantity;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.OutputLayout;
import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.report.InitialDeclaration;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.scan.Scanner;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ScanResult;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** One execution of {@code init}: writes a first declaration from the scanned code, or from files of other tools. It never overwrites a file. */
public final class InitGoal {

    private static final Pattern WEB_FILE = Pattern.compile("\\.(?:m?js|jsx|tsx?|html?|xhtml|vue)$");

    private InitGoal() {}

    /**
     * Scans the code and writes the declaration.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static GoalResult run(InitRequest request) throws OutputException {
        Path declaration = request.declaration().normalize();
        String name = new OutputLayout(request.folder(), Map.of()).display(declaration);
        if (declaration.toFile().exists()) {
            return new GoalResult.Refused(name + " already exists and was not changed: move it away to start again,"
                    + " or run 'mvn process-classes cookie-charter:check' to see what it lacks");
        }
        if (!request.from().isEmpty()) {
            return fromFiles(request, declaration, name);
        }
        ProjectTexts texts = new ProjectTexts();
        ScanResult scan = Scanner.run(request.scan(), List.of(texts));
        InitialDeclaration.Site site = new InitialDeclaration.Site(
                request.siteName(), siteUrl(request.siteUrl()), languages(texts, Languages.builtIn()));
        String yaml =
                InitialDeclaration.yaml(site, schema(declaration, request), withoutUnused(scan.evidence(), texts));
        if (!Outputs.create(declaration, yaml.getBytes(StandardCharsets.UTF_8))) {
            return new GoalResult.Refused(name + " was created in the meantime and was not changed");
        }
        List<ConsoleLine> lines = new ArrayList<>();
        for (String warning : scan.warnings()) {
            lines.add(new ConsoleLine(Severity.WARNING, warning));
        }
        int reviewLines = count(yaml, "# review");
        return new GoalResult.Done(
                "Cookie charter: wrote " + name + " from " + CheckGoal.scope(scan) + "; go through its " + reviewLines
                        + " lines marked 'review'",
                "",
                List.of(),
                lines,
                true);
    }

    // The code is not scanned: what other tools know is a beginning of its own, and check compares it with the code.
    private static GoalResult fromFiles(InitRequest request, Path declaration, String name) throws OutputException {
        List<ImportedFile> files;
        try {
            files = ImportFiles.read(request.from());
        } catch (ImportException e) {
            return new GoalResult.Refused(e.words());
        }
        Optional<String> yaml = ImportedDeclaration.yaml(
                files,
                new ImportedDeclaration.Site(request.siteName(), siteUrl(request.siteUrl())),
                schema(declaration, request));
        if (yaml.isEmpty()) {
            return new GoalResult.Refused(
                    "the files tell more than a declaration can hold: name fewer of them in the parameter from");
        }
        if (!Outputs.create(declaration, yaml.get().getBytes(StandardCharsets.UTF_8))) {
            return new GoalResult.Refused(name + " was created in the meantime and was not changed");
        }
        List<ConsoleLine> lines = new ArrayList<>();
        for (ImportedFile file : files) {
            file.warnings().forEach(warning -> lines.add(new ConsoleLine(Severity.WARNING, warning)));
        }
        int cookies = files.stream().mapToInt(file -> file.cookies().size()).sum();
        return new GoalResult.Done(
                "Cookie charter: wrote " + name + " from " + Quantity.of(cookies, "entry", "entries") + " of "
                        + Quantity.of(files.size(), "file", "files") + "; go through its "
                        + count(yaml.get(), "# review") + " lines marked 'review'",
                "",
                List.of(),
                lines,
                true);
    }

    // A file of a dependency, such as a demo page in a webjar, is served but sets nothing until a page loads it.
    private static List<Evidence> withoutUnused(List<Evidence> evidence, ProjectTexts texts) {
        List<Evidence> used = new ArrayList<>();
        for (Evidence each : evidence) {
            boolean isFile = each.place() instanceof CodePlace.Text text
                    && WEB_FILE.matcher(text.path()).find();
            if (each.isOwn() || !isFile || texts.mention(((CodePlace.Text) each.place()).path())) {
                used.add(each);
            }
        }
        return used;
    }

    // A bundle without a language is most often English; a language without built-in texts would need its own.
    private static List<String> languages(ProjectTexts texts, Languages known) {
        List<String> languages = new ArrayList<>();
        for (String language : texts.languages()) {
            if (known.supports(language)) {
                languages.add(language);
            }
        }
        boolean isEnglishFirst = languages.remove("en") || texts.hasBaseBundle() || languages.isEmpty();
        if (isEnglishFirst) {
            languages.add(0, "en");
        }
        return languages;
    }

    private static int count(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            count++;
        }
        return count;
    }

    // The pom's URL is used only if it is an absolute web address.
    private static String siteUrl(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null ? uri.toASCIIString() : "";
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static String schema(Path declaration, InitRequest request) {
        Path schema = request.reportsDirectory().normalize().resolve("cookies.schema.json");
        if (!Objects.equals(declaration.getRoot(), schema.getRoot())) {
            return "cookies.schema.json";
        }
        Path relative = declaration.resolveSibling("").relativize(schema);
        return PercentEncoding.path(relative.toString().replace(File.separatorChar, '/'));
    }
}
